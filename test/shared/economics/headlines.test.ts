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
