import { describe, expect, it } from 'vitest'
import {
  differenceBetween,
  differenceSteps,
  monthlyValueUsd,
  shapleyValues,
} from '../../../shared/markets/difference.ts'
import { differenceGroups, ownersOf, termKeys, termsOf } from '../../../shared/markets/market-terms.ts'
import { definitions } from '../../../shared/economics/inputs.ts'
import { entriesOf, type Given, worked } from '../economics/given.ts'

const side = (name: string, change: Given = {}) => ({ name, entries: entriesOf({ ...worked, ...change }) })

function explained(
  first: Given,
  second: Given,
  policy: 'pessimistic' | 'typical' | 'leave out' = 'pessimistic',
) {
  const difference = differenceBetween(side('First', first), side('Second', second), policy)
  if (difference.kind !== 'explained') throw new Error(difference.reason)
  return difference
}

const partOf = (difference: ReturnType<typeof explained>, group: string) =>
  difference.parts.find((part) => part.group === group)!.usdPerMonth

describe('MK12 what makes the difference', () => {
  it('every input of a group is in the table, in one group alone', () => {
    const keys = differenceGroups.flatMap((group): readonly string[] => group.keys)
    expect(new Set(keys).size).toBe(keys.length)
    for (const key of keys) expect(definitions.has(key)).toBe(true)
    expect(termKeys.size).toBe(keys.length)
  })

  it('terms and the owner’s inputs part a scenario without a rest', () => {
    const { entries } = side('First')
    expect({ ...ownersOf(entries), ...termsOf(entries) }).toEqual(entries)
    expect(Object.keys(ownersOf(entries))).toContain('flatTariffPerKwh')
    expect(Object.keys(termsOf(entries))).toContain('priceUsdPerGpuHour')
  })

  it('NPV as an even amount a month: at a rate of 0 the NPV over the months', () => {
    const { entries } = side('First', { discountRatePerYear: 0 })
    // Banked in all: 732 x 0.5 x 0.45 x ... the two months' nets of SPEC, 234.2 less a third $2 payout fee after them.
    const value = monthlyValueUsd(entries, 'pessimistic')
    const more = monthlyValueUsd(
      side('More', { discountRatePerYear: 0, fixedOperatingUsdPerMonth: 0 }).entries,
      'pessimistic',
    )
    expect(Number(more) - Number(value)).toBeCloseTo(10, 9)
  })
})

describe('MK13 the parts', () => {
  it('of two players whose coalitions are worth 0, 1, 2 and 5: 2 and 3', () => {
    expect(shapleyValues([0, 1, 2, 5], 2)).toEqual([2, 3])
  })

  it('of the glove game of three: 1/6, 1/6 and 4/6', () => {
    // A left glove of each of players 0 and 1, the right one of player 2; a pair is worth 1 (Shapley 1953).
    const worths = Array.from({ length: 8 }, (_, members) =>
      (members & 4) !== 0 && (members & 3) !== 0 ? 1 : 0,
    )
    const [first, second, third] = shapleyValues(worths, 3)
    expect(first).toBeCloseTo(1 / 6, 15)
    expect(second).toBeCloseTo(1 / 6, 15)
    expect(third).toBeCloseTo(4 / 6, 15)
  })

  it('a difference in the fee alone is the fees’ alone', () => {
    const difference = explained({}, { platformFeeRatio: 0.3 })
    expect(partOf(difference, 'fees')).toBe(difference.gapUsdPerMonth)
    for (const { group, usdPerMonth } of difference.parts) if (group !== 'fees') expect(usdPerMonth).toBe(0)
    expect(difference.largest?.group).toBe('fees')
  })

  it('sums to the gap, and swapping flips every sign', () => {
    const other: Given = {
      priceUsdPerGpuHour: 0.62,
      rentalUtilizationRatio: 0.35,
      platformFeeRatio: 0.22,
      minimumPayoutUsd: 50,
      holdDays: 14,
      payoutCadence: 'weekly',
      payoutCurrency: 'token',
      tokenPriceUsd: 3,
      tokenYearlyChangeRatio: -0.4,
      subsidyUsdPerUpGpuHour: 0.01,
      collateralKind: 'token',
      collateralUsd: 300,
      unbondingDays: 21,
    }
    const there = explained({}, other)
    const back = explained(other, {})
    const sum = there.parts.reduce((total, { usdPerMonth }) => total + usdPerMonth, 0)
    expect(sum).toBeCloseTo(there.gapUsdPerMonth, 9)
    there.parts.forEach(({ usdPerMonth }, i) => {
      expect(usdPerMonth).not.toBe(0)
      expect(back.parts[i]!.usdPerMonth).toBeCloseTo(-usdPerMonth, 9)
    })
  })

  it('price and share that act on each other share what both make', () => {
    const both = explained({}, { priceUsdPerGpuHour: 1, rentalUtilizationRatio: 1 })
    const priceAlone = explained({}, { priceUsdPerGpuHour: 1 }).gapUsdPerMonth
    const shareAlone = explained({}, { rentalUtilizationRatio: 1 }).gapUsdPerMonth
    const joint = both.gapUsdPerMonth - priceAlone - shareAlone
    expect(joint).toBeGreaterThan(1)
    expect(partOf(both, 'price')).toBeCloseTo(priceAlone + joint / 2, 9)
    expect(partOf(both, 'utilization')).toBeCloseTo(shareAlone + joint / 2, 9)
  })

  it('for typical terms stands halfway between both ends', () => {
    const unknownFee = { ...worked }
    delete (unknownFee as Record<string, unknown>)['platformFeeRatio']
    const second = { name: 'Second', entries: entriesOf(unknownFee) }
    const gap = (policy: 'pessimistic' | 'typical') => {
      const difference = differenceBetween(side('First'), second, policy)
      return difference.kind === 'explained' ? difference.gapUsdPerMonth : NaN
    }
    const atGood = explained({}, { platformFeeRatio: 0 }).gapUsdPerMonth
    const atBad = explained({}, { platformFeeRatio: 0.3 }).gapUsdPerMonth
    expect(gap('pessimistic')).toBeCloseTo(atBad, 9)
    expect(gap('typical')).toBeCloseTo((atGood + atBad) / 2, 9)
  })
})

describe('MK12 tokens of a subsidy', () => {
  const inTokens: Given = { payoutCurrency: 'token', exchangeFeeRatio: 0 }

  it('keep the worth that they have at home: another token’s price moves no part of the difference', () => {
    // 0.05 tokens of $2 an up hour, against a network whose token is priced at $1 or at $1,000.
    const subsidised = { ...inTokens, tokenPriceUsd: 2, subsidyTokensPerUpGpuHour: 0.05 }
    const beside = (usd: number) => explained({ ...inTokens, tokenPriceUsd: usd }, subsidised)
    const [near, far] = [beside(1), beside(1000)]
    expect(partOf(near, 'subsidy')).toBeCloseTo(near.gapUsdPerMonth, 9)
    for (const [i, { usdPerMonth }] of near.parts.entries())
      expect(far.parts[i]!.usdPerMonth).toBeCloseTo(usdPerMonth, 6)
  })

  it('as many tokens of another price are a difference in subsidy', () => {
    const tokens = { ...inTokens, subsidyTokensPerUpGpuHour: 0.05 }
    const difference = explained({ ...tokens, tokenPriceUsd: 1 }, { ...tokens, tokenPriceUsd: 3 })
    expect(difference.gapUsdPerMonth).toBeGreaterThan(60)
    expect(partOf(difference, 'subsidy')).toBeCloseTo(difference.gapUsdPerMonth, 6)
  })

  it('count as dollars where the other pays cash, and nothing from a network that pays cash', () => {
    const subsidised = { ...inTokens, tokenPriceUsd: 2, subsidyTokensPerUpGpuHour: 0.05 }
    const difference = explained({}, subsidised)
    // 732 up hours x 0.05 x $2 a month, discounted: near $73.
    expect(partOf(difference, 'subsidy')).toBeGreaterThan(70)
    expect(partOf(difference, 'subsidy')).toBeLessThan(74)
    expect(Math.abs(partOf(difference, 'currency'))).toBeLessThan(1)
    const typedInCash = explained({ subsidyTokensPerUpGpuHour: 0.05 }, { ...inTokens, tokenPriceUsd: 2 })
    expect(partOf(typedInCash, 'subsidy')).toBe(0)
  })
})

describe('MK14 the sentence', () => {
  it('names who is worth more and the largest part', () => {
    expect(explained({}, { platformFeeRatio: 0.3 }).sentence).toMatch(
      /^First is worth \$3\d a month more than Second, the largest part of it through fees: \$3\d\.$/,
    )
  })

  it('says when the largest part speaks for the other', () => {
    // A price a fifth higher is outdone by less fee, fewer hours and a subsidy together.
    const { sentence, largest } = explained(
      { priceUsdPerGpuHour: 0.8 },
      { platformFeeRatio: 0, rentalUtilizationRatio: 0.62, subsidyUsdPerUpGpuHour: 0.06 },
    )
    expect(largest?.group).toBe('price')
    expect(sentence).toContain('although the largest part, price, speaks for First')
  })

  it('says when all else takes part of it back', () => {
    const { sentence, gapUsdPerMonth, largest } = explained(
      {},
      { platformFeeRatio: 0.3, priceUsdPerGpuHour: 0.8 },
    )
    expect(largest?.usdPerMonth).toBeGreaterThan(gapUsdPerMonth)
    expect(sentence).toMatch(
      /^Second is worth \$\d\d a month more than First: price alone gives it \$\d\d, all else takes \$\d\d back\.$/,
    )
  })

  it('says when the prices are of two kinds', () => {
    const { sentence } = explained({}, { priceBasis: 'host receives', priceUsdPerGpuHour: 0.48 })
    expect(sentence).toMatch(
      / Their prices are of two kinds: First’s is what the buyer pays, Second’s is what the host receives\.$/,
    )
  })

  it('says when there is none', () => {
    expect(explained({}, {}).sentence).toBe('First and Second come to the same on this rig.')
    expect(explained({}, {}).largest).toBeNull()
  })

  it('a network without a net is refused by name', () => {
    const { rentalUtilizationRatio, ...rest } = worked
    expect(rentalUtilizationRatio).toBe(0.5)
    const difference = differenceBetween(
      side('First'),
      { name: 'Second', entries: entriesOf(rest) },
      'pessimistic',
    )
    expect(difference).toEqual({ kind: 'refused', reason: 'Second: Rented share of up hours is not given.' })
  })
})

describe('The difference a step at a time', () => {
  it('networks that differ in two groups take four steps, and end in the same answer', () => {
    const pair = [side('First'), side('Second', { platformFeeRatio: 0, priceUsdPerGpuHour: 0.6 })] as const
    const steps = differenceSteps(...pair, 'pessimistic')
    const seen: unknown[] = []
    let step = steps.next()
    for (; step.done !== true; step = steps.next()) seen.push(step.value)
    expect(seen).toEqual([1, 2, 3, 4].map((done) => ({ done, total: 4 })))
    expect(step.value).toEqual(differenceBetween(...pair, 'pessimistic'))
  })
})
