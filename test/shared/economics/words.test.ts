import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { gateOf } from '../../../shared/economics/verdict.ts'
import { answerSentence, crossingAt, gateSentence, valueSentence } from '../../../shared/economics/words.ts'
import { assumed } from '../../../shared/figure.ts'
import type { Given } from './given.ts'
import { entriesOf, worked, workedCard } from './given.ts'

function said(given: Given, others: ReturnType<typeof entriesOf> = {}): string {
  const entries = { ...entriesOf(given), ...others }
  const evaluation = evaluate(entries)
  if (evaluation.kind === 'refused') throw new Error(evaluation.problems[0]?.message)
  // A unit stands after a no-break space.
  return answerSentence(evaluation, entries).replaceAll('\u00A0', ' ')
}
const without = (given: Given, ...keys: string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)))
const gate = (a: number, b: number, c: number, token = true, capital = true) =>
  gateSentence(gateOf({ a, b, c }, token, capital))

describe('A2 the sentence that stands first', () => {
  it('says the net, before tax, and on whose assumption', () => {
    expect(said(worked)).toBe(
      'On your assumption of 50 % rented at $0.50 an hour, it nets $117 a month before tax. No token involved. Card value is left out, since its price is unknown.',
    )
    const receipt = { class: 'own-receipt' } as const
    const evidence = {
      priceUsdPerGpuHour: { ...assumed(0.5, 'usdPerGpuHour'), ...receipt },
      rentalUtilizationRatio: { ...assumed(0.5, 'ratio'), ...receipt },
    }
    expect(said(workedCard, evidence)).toBe(
      'At 50 % rented and $0.50 an hour, it nets $117 a month before tax. No token involved.',
    )
  })
  it('gives both ends where terms are unknown, gain and loss alike', () => {
    const range = (given: Given) =>
      /it (.*) a month/.exec(said(without({ ...worked, ...given }, 'platformFeeRatio')))?.[1]
    // Platform fee 30 % to 0 %: (366 x 0.7 - 95.2) / 2 and (366 - 95.2) / 2
    expect(range({})).toBe('nets $81 to $135')
    expect(range({ fixedOperatingUsdPerMonth: 200 })).toBe('loses $55 to $110')
    expect(range({ fixedOperatingUsdPerMonth: 100 })).toBe('makes −$9.50 to $45')
    expect(/it (.*) a month/.exec(said({ ...worked, fixedOperatingUsdPerMonth: 200 }))?.[1]).toBe('loses $73')
  })
  it('says what an hour must bring where the price is unknown', () => {
    expect(said(without(worked, 'priceUsdPerGpuHour'))).toBe(
      'At 50 % rented, a rented GPU-hour must bring $0.145 to beat leaving it off.',
    )
    // (29.28 + 22 + u x 87.84) / (u x 1464 x 0.9) at 20, 40 and 60 %
    expect(said(without(worked, 'priceUsdPerGpuHour', 'rentalUtilizationRatio'))).toBe(
      'To beat leaving it off, a rented GPU-hour must bring $0.261 at 20 % rented, $0.164 at 40 % rented and $0.132 at 60 % rented.',
    )
  })
  it('says so where any price does, and where none does', () => {
    const asked = without(worked, 'priceUsdPerGpuHour')
    expect(said({ ...asked, subsidyUsdPerUpGpuHour: 1 })).toContain('must bring nothing to beat')
    expect(said({ ...asked, fixedOperatingUsdPerMonth: 1e6 })).toContain('must bring more than $100 to beat')
    const both = without(asked, 'rentalUtilizationRatio')
    expect(said({ ...both, subsidyUsdPerUpGpuHour: 1 })).toContain('must bring nothing at 20 % rented')
  })
  it('says which share is needed at the given price', () => {
    const asked = without(worked, 'rentalUtilizationRatio')
    expect(said(asked)).toBe(
      'At $0.50 an hour it must be rented 8.98 % of its up hours to beat leaving it off.',
    )
    expect(said({ ...asked, fixedOperatingUsdPerMonth: 1000 })).toBe(
      'At $0.50 an hour no rented share beats leaving it off.',
    )
    expect(said({ ...asked, subsidyUsdPerUpGpuHour: 1 })).toBe(
      'At $0.50 an hour any rented share beats leaving it off.',
    )
  })
  it('sets a cap aside', () => {
    expect(said({ ...worked, priceBasis: 'cap' })).toBe(
      'A cap price makes no net, so it is set aside. At 50 % rented, a rented GPU-hour must bring $0.145 to beat leaving it off.',
    )
  })
})

describe('V1 V2 the gate in a sentence', () => {
  it('says what income rests on', () => {
    expect(gate(1, 1, 1)).toBe('Income stands without the token rising.')
    expect(gate(1, 1, -1)).toBe(
      'Income stands without the token rising, and becomes a loss on the path you expect.',
    )
    expect(gate(-1, 1, 1)).toBe('Income stands only while the subsidy lasts.')
    expect(gate(-1, -1, 1)).toBe(
      'Income exists only while the token rises: a trade, not infrastructure income.',
    )
    expect(gate(-1, -1, -1)).toBe('Over the horizon it brings less than the card is worth today.')
    expect(gate(1, 1, 1, false)).toBe('No token involved.')
  })
  it('says that card value is left out', () => {
    expect(gate(-1, -1, -1, false, false)).toBe(
      'It costs more than it earns. Card value is left out, since its price is unknown.',
    )
  })
})

const value = (given: Given) => {
  const evaluation = evaluate(entriesOf(given))
  return evaluation.kind === 'evaluated' ? valueSentence(evaluation.answer!) : null
}

describe('N3 what the card loses', () => {
  it('is said with the part through use, where that is known', () => {
    expect(value(workedCard)).toBe('The card loses $13 a month in value, $2.12 of it through this use.')
    expect(value(without(workedCard, 'wearPer1000LoadHoursRatio'))).toBe(
      'The card loses $11 a month in value, how much of it through this use is unknown.',
    )
    expect(value(worked)).toBeNull()
  })
})

describe('P2 the price that stands for a break-even', () => {
  it('is the highest at which the sign turns', () => {
    const target = { key: 'priceUsdPerGpuHour', target: 'npv', everywhere: null, atHighest: 'above' } as const
    const root = { kind: 'root', at: 1 } as const
    const jump = { kind: 'jump', low: 2, high: 2.5 } as const
    expect(crossingAt({ ...target, crossings: [root, jump] })).toBe(2.5)
    expect(crossingAt({ ...target, crossings: [] })).toBeNull()
  })
})

describe('A2 where a rented hour costs more than it brings', () => {
  it('says below which rented share leaving it off is beaten', () => {
    // A rented hour brings $0.027 and costs $0.06 more than an idle one, which stands by for $0.05 and costs $0.02.
    const idle = { ...without(worked, 'rentalUtilizationRatio'), subsidyUsdPerUpGpuHour: 0.05 }
    expect(said({ ...idle, priceUsdPerGpuHour: 0.03 })).toMatch(
      /^At \$0\.03 an hour a rented hour costs more than it brings: only below 4\d(\.\d)? % rented does it beat leaving it off\.$/,
    )
  })
})
