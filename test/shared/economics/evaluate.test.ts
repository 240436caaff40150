import { describe, expect, it } from 'vitest'
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import { askedUtilizations, evaluate, isChanged } from '../../../shared/economics/evaluate.ts'
import { statementLines } from '../../../shared/economics/statement.ts'
import { assumed, unknownFigure } from '../../../shared/figure.ts'
import type { Given } from './given.ts'
import { entriesOf, worked, workedCard, workedTokens } from './given.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

function evaluated(given: Given): Evaluated {
  const evaluation = evaluate(entriesOf(given))
  if (evaluation.kind === 'refused') throw new Error(evaluation.problems[0]?.message)
  return evaluation
}
const answer = (given: Given) => evaluated(given).answer!
const without = (given: Given, ...keys: string[]): Given =>
  Object.fromEntries(Object.entries(given).filter(([key]) => !keys.includes(key)))

/**
 * All numbers are worked out by hand in given.ts' description of the rig: November 720 h and December 744 h, half
 * of them rented at $0.50, 10 % platform fee, 0.25 kW on average at $0.20, $10 fixed, $2 for each payout.
 */
const cents = (usd: number) => Math.round(usd * 100) / 100

describe('A1 the worked example of SPEC.md', () => {
  const { months, headlines, gate, netUsdPerMonthAtBest } = answer(workedCard)

  it('earns $116.00 in November and $118.20 in December, and pays $2 more in January', () => {
    const shown = months.map((row) => ({
      month: row.month,
      ...Object.fromEntries(
        statementLines.map(({ key }) => [key, cents(row.lines[key])]).filter(([, usd]) => usd !== 0),
      ),
      netUsd: cents(row.netUsd),
    }))
    const november = { usageUsd: 180, platformFeeUsd: -18, electricityUsd: -36, fixedOperatingUsd: -10 }
    const december = { usageUsd: 186, platformFeeUsd: -18.6, electricityUsd: -37.2, fixedOperatingUsd: -10 }
    expect(shown).toEqual([
      { month: '2026-11', ...november, netUsd: 116 },
      { month: '2026-12', ...december, withdrawalFeeUsd: -2, netUsd: 118.2 },
      { month: '2027-01', withdrawalFeeUsd: -2, netUsd: -2 },
      { month: '2027-02', netUsd: 0 },
    ])
  })
  it('banks -$46.00, $112.80 and $165.40, with $162.00 and $167.40 under way at the ends of its months', () => {
    expect(months.map((row) => cents(row.bankedUsd))).toEqual([-46, 112.8, 165.4, 0])
    expect(months.map((row) => cents(row.cumulativeBankedUsd))).toEqual([-46, 66.8, 232.2, 232.2])
    expect(months.map((row) => cents(row.pipelineUsd))).toEqual([162, 167.4, 0, 0])
    expect(months.map((row) => row.revaluationUsd + row.lostUsd)).toEqual([0, 0, 0, 0])
  })
  it('sells for $586.83 and $573.86 after one and two months', () => {
    // 600 x 0.8^(1/12) x (1 - 0.0036), 600 x 0.8^(2/12) x (1 - 0.00732)
    expect(months.slice(0, 2).map((row) => cents(row.resaleUsd ?? 0))).toEqual([586.83, 573.86])
  })
  it('nets $117.10 a month before tax, loses $13.07 a month in value, $2.12 of it through load', () => {
    expect(headlines.netUsdPerMonth).toBeCloseTo(117.1, 9)
    expect(netUsdPerMonthAtBest).toBeCloseTo(117.1, 9)
    expect(cents(headlines.valueLossUsdPerMonth!)).toBe(13.07)
    expect(cents(headlines.wearUsdPerMonth!)).toBe(2.12)
  })
  it('is worth $195.36 more than selling for $540.00 now, and needs no token', () => {
    // -540 - 46/1.1^(29/365) + (112.80 + 573.86 x 0.9)/1.1^(60/365) + 165.40/1.1^(91/365)
    expect(cents(headlines.npvUsd)).toBe(195.36)
    expect(cents(headlines.decision!.sellUsd)).toBe(540)
    expect(cents(headlines.decision!.runUsd)).toBe(735.36)
    expect(gate).toMatchObject({ verdict: 'infrastructure income', tokenInvolved: false, withCapital: true })
  })
})

describe('A2 price and rented share have no default', () => {
  it('answers with the price at 20, 40 and 60 % where both are unknown', () => {
    const evaluation = evaluated(without(worked, 'priceUsdPerGpuHour', 'rentalUtilizationRatio'))
    expect(evaluation.asked).toEqual(['priceUsdPerGpuHour', 'rentalUtilizationRatio'])
    expect(evaluation.prices.map((at) => at.rentalUtilizationRatio)).toEqual([...askedUtilizations])
    expect(evaluation).toMatchObject({ answer: null, utilizationNeeded: null, breakEvenUtilization: null })
  })
  it('answers with the price at the given share', () => {
    const evaluation = evaluated(without(worked, 'priceUsdPerGpuHour'))
    expect(evaluation.answer).toBeNull()
    expect(evaluation.prices.map((at) => at.rentalUtilizationRatio)).toEqual([0.5])
  })
  it('answers with the share at the given price', () => {
    const evaluation = evaluated(without(worked, 'rentalUtilizationRatio'))
    expect(evaluation.answer).toBeNull()
    const [needed] = evaluation.utilizationNeeded!.crossings
    expect(needed).toMatchObject({ kind: 'root' })
    expect((needed as { at: number }).at).toBeCloseTo(51.28 / 570.96, 9)
  })
  it('asks the price at 20, 40 and 60 % where nothing is rented', () => {
    const evaluation = evaluated({ ...worked, rentalUtilizationRatio: 0 })
    expect(evaluation.prices).toHaveLength(3)
    expect(evaluation.answer!.headlines.grossUsdPerMonth).toBe(0)
  })
})

describe('A3 a cap or a reference price makes no net', () => {
  it('is set aside and asked for', () => {
    for (const priceBasis of ['cap', 'reference'] as const) {
      const evaluation = evaluated({ ...worked, priceBasis })
      expect(evaluation).toMatchObject({ answer: null, priceSetAside: priceBasis, utilizationNeeded: null })
      expect(evaluation.asked).toEqual(['priceUsdPerGpuHour'])
      expect(evaluation.prices.map((at) => at.rentalUtilizationRatio)).toEqual([0.5])
    }
  })
  it('sets nothing aside where no price was given', () => {
    const evaluation = evaluated({ ...without(worked, 'priceUsdPerGpuHour'), priceBasis: 'cap' })
    expect(evaluation).toMatchObject({ priceSetAside: null, asked: ['priceUsdPerGpuHour'] })
  })
})

describe('N2 the net with unknown terms at their good end', () => {
  it('is $136.40 beside $76.50 where platform fee and payout fee are unknown', () => {
    const { netUsdPerMonthAtBest, headlines } = answer(
      without(worked, 'withdrawalFeeUsd', 'platformFeeRatio'),
    )
    // At best no fees: (180 + 186 - 73.2 - 20) / 2. At worst 30 % and $10 for December's payout.
    expect(netUsdPerMonthAtBest).toBeCloseTo(136.4, 9)
    expect(headlines.netUsdPerMonth).toBeCloseTo((366 * 0.7 - 93.2 - 10) / 2, 9) // 76.5
  })
})

describe('V1 the gate of a scenario', () => {
  it('is subsidised income where only the subsidy carries', () => {
    const given = { ...workedTokens, priceUsdPerGpuHour: 0, subsidyTokensPerRentedGpuHour: 1, holdDays: 365 }
    expect(answer(given).gate).toMatchObject({ verdict: 'subsidised income', tokenInvolved: true })
    expect(answer({ ...given, tokenYearlyChangeRatio: -0.99 }).gate).toMatchObject({
      verdict: 'subsidised income',
      lossOnExpectedPath: true,
    })
  })
  it('is a token trade where income needs the token to rise', () => {
    const given = {
      ...workedTokens,
      usageDenomination: 'token',
      priceUsdPerGpuHour: 0.12,
      holdDays: 365,
      tokenYearlyChangeRatio: 1,
    }
    expect(answer(given).gate).toMatchObject({ verdict: 'token trade', lossOnExpectedPath: false })
  })
})

describe('V3 evidence', () => {
  it('is a third party or better for both price and share', () => {
    const entries = entriesOf(worked)
    const by = (priceClass: 'third-party' | 'weak-third-party', shareClass: 'own-receipt' | 'assumption') =>
      evaluate({
        ...entries,
        priceUsdPerGpuHour: { ...assumed(0.5, 'usdPerGpuHour'), class: priceClass },
        rentalUtilizationRatio: { ...assumed(0.5, 'ratio'), class: shareClass },
      })
    expect(by('third-party', 'own-receipt')).toMatchObject({ evidenced: true })
    expect(by('weak-third-party', 'own-receipt')).toMatchObject({ evidenced: false })
    expect(by('third-party', 'assumption')).toMatchObject({ evidenced: false })
  })
})

const changed = (key: string, entry: string | ReturnType<typeof assumed>) => isChanged({ [key]: entry }, key)

describe('I1 what was changed', () => {
  it('is a word other than the table’s, or any known number', () => {
    expect(isChanged({}, 'baseline')).toBe(false)
    expect(changed('baseline', 'off')).toBe(false)
    expect(changed('baseline', 'on anyway')).toBe(true)
    expect(changed('uptimeRatio', unknownFigure('ratio'))).toBe(false)
    expect(changed('uptimeRatio', assumed(0.98, 'ratio'))).toBe(true)
  })
})

describe('V5 the gate with jumps and an emission', () => {
  it('is a token trade where income needs the token to jump', () => {
    const given = {
      ...workedTokens,
      usageDenomination: 'token',
      priceUsdPerGpuHour: 0.12,
      holdDays: 60,
      tokenPriceJumps: '2027-01 3',
    }
    expect(answer(given).gate).toMatchObject({ verdict: 'token trade' })
    expect(answer({ ...given, tokenPriceJumps: '' }).gate).toMatchObject({ verdict: 'loss' })
  })
  it('is subsidised income where the emission carries', () => {
    const given = { ...workedTokens, priceUsdPerGpuHour: 0, networkGpuHoursPerMonth: 719_640 }
    // 500 and more tokens of $2 a month for 360 and 372 of 720,000 hours
    expect(answer({ ...given, emissionTokensPerMonth: 1_000_000 }).gate).toMatchObject({
      verdict: 'subsidised income',
    })
    expect(answer({ ...given, emissionTokensPerMonth: 0 }).gate).toMatchObject({ verdict: 'loss' })
  })
})

describe('A1 the months of a scenario with tax, loan and collateral', () => {
  it('sum to the net before and after tax, and to what is banked', () => {
    const { months, headlines } = answer({
      ...workedCard,
      taxTreatment: 'taxed',
      taxRateRatio: 0.3,
      loanKind: 'annuity',
      loanUsd: 500,
      loanRatePerYear: 0,
      loanMonths: 2,
      collateralKind: 'cash',
      collateralUsd: 80,
      replacements: '2026-12 100 0 1',
    })
    expect(months.map((row) => cents(row.capitalFlowUsd))).toEqual([-250, -270, 0, 0]) // 80 back, 250 and 100 out
    expect(months.map((row) => cents(row.netUsd - row.netBeforeTaxUsd))).toEqual([0, -20.04, -49.62, 0])
    // $69.66 on income; nothing was left of the card's book value, so 30 % of $516.48 too: all of it in February.
    expect(months.map((row) => cents(row.taxPaidUsd))).toEqual([0, 0, 0, cents(69.66 + 0.3 * 573.8638 * 0.9)])
    expect(cents(months.at(-1)!.cumulativeBankedUsd)).toBe(cents(232.2 - 520 - 69.66 - 0.3 * 573.8638 * 0.9))
    expect(headlines).toMatchObject({ isTaxed: true })
  })
})
