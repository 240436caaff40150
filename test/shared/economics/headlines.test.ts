import { describe, expect, it } from 'vitest'
import { exitRentUsdPerGpuHour, headlinesOf } from '../../../shared/economics/headlines.ts'
import { xnpv } from '../../../shared/finance/returns.ts'
import { capitalOf, datedFlows } from '../../../shared/economics/cash-flow.ts'
import { cellOf } from '../../../shared/economics/table.ts'
import type { Given } from './given.ts'
import { statement, worked, workedCard } from './given.ts'

const headlines = (given: Given) => headlinesOf(statement(given), 0)

describe('N1 net per month', () => {
  it('is the mean of $116 and $118.20, gross the mean of $180 and $186', () => {
    const { netUsdPerMonth, grossUsdPerMonth, marginRatio, lineUsdPerMonth } = headlines(worked)
    expect(netUsdPerMonth).toBeCloseTo(117.1, 9)
    expect(grossUsdPerMonth).toBe(183)
    expect(marginRatio).toBeCloseTo(117.1 / 183, 12)
    expect(lineUsdPerMonth.electricityUsd).toBeCloseTo(-36.6, 9)
    expect(lineUsdPerMonth.withdrawalFeeUsd).toBe(-1)
  })
  it('looks at the first 12 months only', () => {
    const first = headlines({ ...worked, horizonMonths: 12, priceYearlyChangeRatio: 0.5 })
    const longer = headlines({ ...worked, horizonMonths: 36, priceYearlyChangeRatio: 0.5 })
    expect(longer.netUsdPerMonth).toBe(first.netUsdPerMonth)
  })
  it('has no margin without gross, nor over a gross too small to divide by', () => {
    expect(headlines({ ...worked, priceUsdPerGpuHour: 0 }).marginRatio).toBeNull()
    expect(headlines({ ...worked, priceUsdPerGpuHour: 5e-324 }).marginRatio).toBeNull()
  })
  it('reports hours and kilowatt-hours a month', () => {
    expect(headlines(worked)).toMatchObject({ rentedGpuHoursPerMonth: 366, rigKwhPerMonth: 183 })
  })
})

describe('N4 worst month and first cash', () => {
  it('come from banked amounts', () => {
    const { worstMonth, firstCashDate } = headlines(worked)
    expect(worstMonth.month).toBe('2026-11')
    expect(worstMonth.bankedUsd).toBeCloseTo(-46, 9)
    expect(firstCashDate).toBe('2026-12-03')
  })
  it('is a month of work: those after the horizon, in which nothing happens, are no worse', () => {
    const { worstMonth } = headlines({
      ...worked,
      payoutCadence: 'daily',
      withdrawalFeeUsd: 0,
      horizonMonths: 3,
    })
    // 27 days of income arrive in November, 31 in December and January.
    expect(worstMonth).toMatchObject({ month: '2026-11' })
    expect(worstMonth.bankedUsd).toBeCloseTo(162 * (27 / 30) - 46, 9)
  })
  it('is never, where no money arrives', () => {
    expect(headlines({ ...worked, minimumPayoutUsd: 1000 })).toMatchObject({ firstCashDate: null })
    expect(headlines({ ...worked, minimumPayoutUsd: 1000 }).lostUsd).toBeCloseTo(329.4, 9)
  })
})

describe('N5 the rate of return', () => {
  it('makes the dated flows worth nothing', () => {
    const one = statement(workedCard)
    const { rateOfReturn } = headlines(workedCard)
    if (rateOfReturn?.kind !== 'rate') throw new Error('expected one rate')
    expect(xnpv(rateOfReturn.rate, datedFlows(one, 0, capitalOf(one, 0)))).toBeCloseTo(0, 6)
  })
  it('is not meaningful where nothing was laid out, and unknown where capital is', () => {
    const given = {
      ...workedCard,
      resaleTodayUsdPerGpu: 0,
      resaleIn12MonthsUsdPerGpu: 0,
      flatTariffPerKwh: 0,
    }
    expect(headlines({ ...given, fixedOperatingUsdPerMonth: 0 }).rateOfReturn).toMatchObject({
      kind: 'not-meaningful',
      reason: 'one-sign',
    })
    expect(headlines(worked).rateOfReturn).toBeNull()
  })
})

describe('N6 run, sell or leave', () => {
  it('compares present values, none with the capital of today', () => {
    const { decision, npvUsd } = headlines(workedCard)
    const unworn = 600 * 0.8 ** (1 / 6)
    const later = 1.1 ** (60 / 365)
    expect(decision!.sellUsd).toBe(540)
    expect(decision!.leaveUsd).toBeCloseTo((unworn * 0.9) / later, 8)
    expect(decision!.runUsd).toBeCloseTo(npvUsd + 540, 8)
    expect(headlines(worked).decision).toBeNull()
  })
})

const months = (given: Given) => headlines({ ...workedCard, ...given }).decision!.sellAfterMonths

describe('N7 when to sell', () => {
  it('is now where running loses, and at the end where every month gains', () => {
    expect(months({ priceUsdPerGpuHour: 0 })).toBe(0)
    expect(months({ resaleIn12MonthsUsdPerGpu: 600, payoutCadence: 'daily', horizonMonths: 5 })).toBe(5)
  })
  it('is before the month in which the price has fallen too far', () => {
    const falling = {
      ...workedCard,
      payoutCadence: 'daily',
      withdrawalFeeUsd: 0,
      horizonMonths: 24,
      resaleIn12MonthsUsdPerGpu: 600,
      priceYearlyChangeRatio: -0.9,
    }
    // Daily payouts take two days to arrive, so what month 7 banks is partly month 6's work. What is on its way counts
    // with the month that earned it: month 7's own work nets less than a month costs in interest and wear (366 h).
    const at = statement(falling)
    const sixth = cellOf(at.netUsd, 5, 0)
    const seventh = cellOf(at.netUsd, 6, 0)
    const waitingUsd = 0.9 * 600 * (1 - 1.1 ** (-1 / 12) + (0.01 * 366) / 1000)
    expect(sixth).toBeGreaterThan(waitingUsd)
    expect(seventh).toBeLessThan(waitingUsd)
    expect(headlines(falling).decision!.sellAfterMonths).toBe(6)
  })
})

describe('P6 exit rent', () => {
  it('is the price at which a month of running and then selling brings what selling first does', () => {
    const [rent] = exitRentUsdPerGpuHour(statement(workedCard), 0)
    const at = statement({ ...workedCard, priceUsdPerGpuHour: rent! })
    const afterCost = 1 - at.batch.columns.saleCostRatio![0]!
    const held = (month: number) => cellOf(at.cardValue!.resaleUsd, month, 0) * afterCost
    const monthFactor = 1.1 ** (1 / 12)
    expect(cellOf(at.netUsd, 0, 0) + held(1) / monthFactor).toBeCloseTo(held(0), 9)
  })
  it('is $0.40 where 100 hours must bring $10 of costs and $26 of lost value at a keep of 0.9', () => {
    // One card, 100 rented of 720 hours, no power; resale 100 today, 74 x (1 + rate)^(1/12) after the month.
    const [rent] = exitRentUsdPerGpuHour(
      statement({
        ...workedCard,
        horizonMonths: 1,
        wallRentedWatts: 0,
        wallIdleWatts: 0,
        rentalUtilizationRatio: 100 / 720,
        saleCostRatio: 0,
        wearPer1000LoadHoursRatio: 0,
        discountRatePerYear: 0,
        resaleTodayUsdPerGpu: 100,
        resaleIn12MonthsUsdPerGpu: 100 * 0.74 ** 12,
      }),
      0,
    )
    expect(rent).toBeCloseTo(0.4, 9)
  })
  it('is unknown without the card’s prices and without a rented hour', () => {
    expect(headlines(worked).exitRentUsdPerGpuHour).toBeNull()
    expect(headlines({ ...workedCard, rentalUtilizationRatio: 0 }).exitRentUsdPerGpuHour).toBeNull()
  })
})

describe('N7 when to sell', () => {
  it('is the horizon whenever running is worth more than selling and nothing between is worth more still', () => {
    // What December earned arrives in January, after the horizon of two months: it counts for the second month too.
    const { decision } = headlines({ ...workedCard, saleCostRatio: 0 })
    expect(decision!.runUsd).toBeGreaterThan(decision!.sellUsd)
    expect(decision!.sellAfterMonths).toBe(2)
  })
  it('never says that selling now is worth most while running is worth more', () => {
    for (let cents = 0; cents <= 100; cents += 1) {
      const { decision } = headlines({ ...workedCard, priceUsdPerGpuHour: cents / 100 })
      if (decision!.runUsd > decision!.sellUsd) expect(decision!.sellAfterMonths).toBeGreaterThan(0)
    }
  })
})

describe('N6 of a card that would be bought', () => {
  it('there is nothing to sell or to leave off', () => {
    expect(headlines({ ...workedCard, ownership: 'to buy', purchaseUsdPerGpu: 700 }).decision).toBeNull()
  })
})

describe('N8 contracted share and exposure', () => {
  it('is 288 of $840 of usage: one card under contract in November, the others and the rest by the hour', () => {
    // November 720 h x $0.40 and 360 h x $0.50, December 744 h x $0.50
    const given = { ...worked, gpuCount: 2, contracts: '2026-11 2026-11 1 0.4 0' }
    expect(headlines(given).contractedShareRatio).toBeCloseTo(288 / (288 + 180 + 372), 12)
  })
  it('is 60 % where contracts bring $60 of $100', () => {
    // One of two cards: 720 h at 1/12 dollar are $60, the other's 360 h at 1/9 dollar $40.
    const given = { ...worked, gpuCount: 2, horizonMonths: 1, priceUsdPerGpuHour: 1 / 9 }
    const contracted = { ...given, contracts: `2026-11 2026-11 1 ${1 / 12} 0` }
    expect(headlines(contracted).contractedShareRatio).toBeCloseTo(0.6, 12)
    expect(
      headlines({ ...contracted, contracts: `2026-11 2026-11 2 ${1 / 12} 0` }).contractedShareRatio,
    ).toBe(1)
  })
  it('is the first year’s, 0 without a contract and unknown without usage', () => {
    const later = { ...worked, horizonMonths: 24, contracts: '2027-11 2029-10 1 0.4 0' }
    expect(headlines(later).contractedShareRatio).toBe(0)
    expect(headlines(worked).contractedShareRatio).toBe(0)
    expect(headlines({ ...worked, priceUsdPerGpuHour: 0 }).contractedShareRatio).toBeNull()
  })
  it('is at most $1,040, and $52 expected a year at 5 %, for $40 on the platform and $1,000 of collateral', () => {
    // Paid daily, the balance at a month's end is a day's work: 24 h x price x 0.9 = $40.
    const given: Given = {
      ...worked,
      horizonMonths: 12,
      rentalUtilizationRatio: 1,
      priceUsdPerGpuHour: 40 / 24 / 0.9,
      payoutCadence: 'daily',
      withdrawalFeeUsd: 0,
      transferDays: 10,
      collateralKind: 'cash',
      collateralUsd: 1000,
      unbondingDays: 40,
      defaultProbabilityPerYear: 0.05,
    }
    const { peakUsd, meanUsd, expectedLossUsdPerYear } = headlines(given).exposure
    expect(peakUsd).toBeCloseTo(1040, 8)
    expect(meanUsd).toBeCloseTo(1040, 8)
    expect(expectedLossUsdPerYear).toBeCloseTo(52, 9)
  })
  it('is the greatest and the mean of the months of work, without money under way', () => {
    expect(headlines(worked).exposure).toEqual({
      peakUsd: expect.closeTo(167.4, 9),
      meanUsd: expect.closeTo(164.7, 9),
      expectedLossUsdPerYear: null,
    })
    // November's $160 are under way on 31 December.
    expect(headlines({ ...worked, transferDays: 40 }).exposure.peakUsd).toBeCloseTo(167.4, 9)
    // A price that falls: the greatest is not the last.
    const falling = headlines({ ...worked, priceJumps: '2026-12 0' }).exposure
    expect([falling.peakUsd, falling.meanUsd]).toEqual([expect.closeTo(162, 9), expect.closeTo(81, 9)])
  })
})

describe('N9 per watt and per TFLOP-hour', () => {
  it('is $117.10 over 400 W at the wall, and over 366 rented hours of 80 TFLOPS', () => {
    const { netUsdPerMonthPerWallWatt, netUsdPerTeraflopHour } = headlines({ ...worked, teraflopsPerGpu: 80 })
    expect(netUsdPerMonthPerWallWatt).toBeCloseTo(117.1 / 400, 12)
    expect(netUsdPerTeraflopHour).toBeCloseTo(117.1 / (366 * 80), 12)
  })
  it('is unknown without watts, without the speed, and without a rented hour', () => {
    const idle = { ...worked, teraflopsPerGpu: 80, rentalUtilizationRatio: 0 }
    expect(headlines({ ...worked, wallRentedWatts: 0 }).netUsdPerMonthPerWallWatt).toBeNull()
    expect(headlines(worked).netUsdPerTeraflopHour).toBeNull()
    expect(headlines(idle).netUsdPerTeraflopHour).toBeNull()
  })
})

describe('N1 before and after tax', () => {
  it('says both, and whether a rate is in', () => {
    const taxed = headlines({ ...worked, taxTreatment: 'taxed', taxRateRatio: 0.3 })
    // $20.04 are set aside in the two months (tax.test.ts).
    expect(taxed).toMatchObject({ isTaxed: true, netBeforeTaxUsdPerMonth: expect.closeTo(117.1, 9) })
    expect(taxed.netUsdPerMonth).toBeCloseTo(117.1 - 10.02, 9)
    expect(taxed.lineUsdPerMonth.taxUsd).toBeCloseTo(-10.02, 9)
    expect(headlines(worked).isTaxed).toBe(false)
  })
})

describe('R5 P6 exit rent under a dated fee schedule', () => {
  it('keeps what the fee of its month leaves', () => {
    const given = { ...workedCard, platformFeeSteps: '2026-12 0.55' }
    const [, before] = exitRentUsdPerGpuHour(statement(workedCard), 0)
    const [, after] = exitRentUsdPerGpuHour(statement(given), 0)
    expect(after).toBeCloseTo(before! * 2, 9) // 0.9 of a dollar, then 0.45
  })
})
