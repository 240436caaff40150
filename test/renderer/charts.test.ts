import { describe, expect, it } from 'vitest'
import { cashFlowSummary } from '../../renderer/charts/cash-flow-summary.ts'
import { type WaterfallLine, waterfallSpans } from '../../renderer/charts/waterfall-spans.ts'

const line = (key: string, usd: number, kind: WaterfallLine['kind']): WaterfallLine => ({
  key,
  label: key,
  usd,
  kind,
})

describe('The waterfall', () => {
  it('starts every line where the one before it ended, and the total at zero', () => {
    const { rows, zeroAt } = waterfallSpans(
      [line('usage', 80, 'income'), line('subsidy', 20, 'income'), line('fee', -40, 'cost')],
      'Net',
    )
    expect(zeroAt).toBe(0)
    expect(rows.map(({ from, to }) => [from, to])).toEqual([
      [0, 0.8],
      [0.8, 1],
      [0.6, 1],
      [0, 0.6],
    ])
    expect(rows.at(-1)).toMatchObject({ key: 'total', label: 'Net', usd: 60, kind: 'total' })
  })

  it('draws a loss on the other side of zero', () => {
    const { rows, zeroAt } = waterfallSpans(
      [line('usage', 50, 'income'), line('energy', -100, 'cost')],
      'Net',
    )
    expect(zeroAt).toBe(0.5)
    expect(rows.at(-1)).toMatchObject({ usd: -50, from: 0, to: 0.5 })
  })

  it('a subtotal shows the sum so far and adds nothing', () => {
    const { rows } = waterfallSpans([line('usage', 50, 'income'), line('gross', 0, 'subtotal')], 'Net')
    expect(rows.map(({ usd }) => usd)).toEqual([50, 50, 50])
  })

  it('nothing at all is drawn as nothing, not as NaN', () => {
    const { rows, zeroAt } = waterfallSpans([], 'Net')
    expect(zeroAt).toBe(0)
    expect(rows).toEqual([{ key: 'total', label: 'Net', usd: 0, kind: 'total', from: 0, to: 0 }])
  })
})

describe('The cash flow in a sentence', () => {
  it('names the sum and the month from which it never falls below zero again', () => {
    expect(
      cashFlowSummary(
        [
          { month: '2026-01', bankedUsd: 10, cumulativeUsd: 10 },
          { month: '2026-02', bankedUsd: 10, cumulativeUsd: 20 },
        ],
        '2026-01-08',
      ),
    ).toBe(
      'After 2\u00a0months $20.00 is banked; it stays at or above zero from 2026-01 on. The first money arrives on 2026-01-08.',
    )
    expect(
      cashFlowSummary(
        [
          { month: '2026-01', bankedUsd: 10, cumulativeUsd: 10 },
          { month: '2026-02', bankedUsd: -30, cumulativeUsd: -20 },
          { month: '2026-03', bankedUsd: 30, cumulativeUsd: 10 },
          { month: '2026-04', bankedUsd: -20, cumulativeUsd: -10 },
          { month: '2026-05', bankedUsd: 20, cumulativeUsd: 10 },
        ],
        '2026-01-08',
      ),
    ).toContain('from 2026-05 on')
  })

  it('says so when it ends below zero', () => {
    expect(cashFlowSummary([{ month: '2026-01', bankedUsd: -5, cumulativeUsd: -5 }], null)).toBe(
      'After 1\u00a0month −$5.00 is banked; it is below zero at the end. No money ever arrives.',
    )
  })
})
