import { describe, expect, it } from 'vitest'
import { isoDate } from '../../../shared/calendar.ts'
import { capitalOf, datedFlows, npvUsd, paybackMonths } from '../../../shared/economics/cash-flow.ts'
import { xnpv } from '../../../shared/finance/returns.ts'
import type { Given } from './given.ts'
import { statement, worked, workedCard } from './given.ts'

/** Two months of age and 732 load hours. */
const resale = 600 * 0.8 ** (1 / 6) * (1 - 0.00732)
const bought: Given = { ...workedCard, ownership: 'to buy', purchaseUsdPerGpu: 700 }

describe('K1 capital at stake', () => {
  it('of an owned card is what selling it today would bring, after the cost of selling', () => {
    const capital = capitalOf(statement(workedCard), 0)!
    expect(capital.outlayUsd).toBe(540)
    expect(capital.resaleUsd).toBeCloseTo(resale * 0.9, 9)
  })
  it('of a card to buy is its price, for all cards', () => {
    expect(capitalOf(statement({ ...bought, gpuCount: 2 }), 0)?.outlayUsd).toBe(1400)
  })
  it('is unknown where a price is', () => {
    expect(capitalOf(statement(worked), 0)).toBeNull()
    const { purchaseUsdPerGpu: _, ...unpriced } = bought
    expect(capitalOf(statement(unpriced), 0)).toBeNull()
  })
})

describe('K2 dated flows', () => {
  it('are outlay, banked amounts on the last day of their month, and resale at the horizon', () => {
    const one = statement(workedCard)
    const flows = datedFlows(one, 0, capitalOf(one, 0))
    expect(flows.map(({ dayNumber }) => isoDate(dayNumber))).toEqual([
      '2026-11-01',
      '2026-11-30',
      '2026-12-31',
      '2027-01-31',
      '2026-12-31',
    ])
    ;[-540, -46, 112.8, 165.4, resale * 0.9].forEach((amount, i) =>
      expect(flows[i]!.amountUsd).toBeCloseTo(amount, 9),
    )
  })
  it('begin with nothing where capital is left out', () => {
    expect(datedFlows(statement(worked), 0, null)[0]).toMatchObject({ amountUsd: 0 })
  })
})

const worth = (usd: number, day: number) => usd / 1.1 ** (day / 365)

describe('K3 NPV', () => {
  it('is XNPV of the flows from the first day of the start month', () => {
    const [npv] = npvUsd(statement(workedCard), true)
    expect(npv).toBeCloseTo(-540 + worth(-46, 29) + worth(112.8 + resale * 0.9, 60) + worth(165.4, 91), 8)
    const one = statement(workedCard)
    expect(npv).toBeCloseTo(xnpv(0.1, datedFlows(one, 0, capitalOf(one, 0))), 8)
  })
  it('can be of the running flows alone', () => {
    const [running] = npvUsd(statement(workedCard), false)
    expect(running).toBeCloseTo(
      -46 / 1.1 ** (29 / 365) + 112.8 / 1.1 ** (60 / 365) + 165.4 / 1.1 ** (91 / 365),
      8,
    )
  })
})

describe('K4 payback', () => {
  it('comes after one and a half months of $100 for an outlay of $150', () => {
    expect(paybackMonths([100, 100], 150)).toBe(1.5)
  })
  it('counts only where cumulative cash stays at or above zero from then on', () => {
    expect(paybackMonths([100, 100, -80, 100], 150)).toBe(3.3)
    expect(paybackMonths([100, 50, -50, 50], 100)).toBe(1)
    expect(paybackMonths([100, 100, -80], 150)).toBeNull()
    expect(paybackMonths([10, 10], 150)).toBeNull()
  })
  it('is at once where nothing was laid out and nothing is lost', () => {
    expect(paybackMonths([10, 10], 0)).toBe(0)
    expect(paybackMonths([-10, 40], 0)).toBe(1.25)
  })
})
