import { describe, expect, it } from 'vitest'
import { headlinesOf } from '../../../shared/economics/headlines.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import { powerFloorOf, pricesAt } from '../../../shared/economics/prices.ts'
import type { Statement } from '../../../shared/economics/statement.ts'
import { seriesOf, tableOf } from '../../../shared/economics/table.ts'
import { saleTaxUsd, taxOf } from '../../../shared/economics/tax.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, resolved, statement, worked, workedCard, workedTokens } from './given.ts'

const rate: Given = { taxTreatment: 'taxed', taxRateRatio: 0.3 }
/** Work in November and December 2026; held 60 days, the last payout may arrive until April 2027, the sixth month. */
const untilApril: Given = { ...worked, ...rate, holdDays: 60 }

/** Tax on an amount for each month, whatever the rig earns; the rest of the months add nothing. */
const taxOn = (monthlyUsd: readonly number[], given: Given = {}, resaleUsd: number | null = null) => {
  const one = batch({ ...untilApril, ...given })
  const timeline = timelineOf(one)
  const taxable = tableOf(timeline.months.length, 1, (m) => monthlyUsd[m] ?? 0)
  const tax = taxOf(one, timeline, taxable, resaleUsd === null ? null : Float64Array.of(resaleUsd))
  return {
    tax,
    line: seriesOf(tax.accruedUsd, 0),
    paid: seriesOf(tax.paidUsd, 0),
    book: seriesOf(tax.bookUsd, 0),
    onResale: tax.onResaleUsd[0]!,
  }
}
const each = (actual: readonly number[], expected: readonly number[]) => {
  expected.forEach((usd, m) => expect(actual[m], `month ${m}`).toBeCloseTo(usd, 8))
  actual
    .slice(expected.length)
    .forEach((usd, m) => expect(usd, `month ${expected.length + m}`).toBeCloseTo(0, 12))
}

describe('TX3 tax is set aside month by month', () => {
  it('30 % of $100 in November and of $60 so far in December: $30, then $12 back', () => {
    const { line, paid } = taxOn([100, -40])
    each(line, [30, -12])
    each(paid, [0, 0, 0, 0, 0, 18])
  })
  it('begins anew with each calendar year', () => {
    each(taxOn([100, 50, 10]).line, [30, 15, 3])
  })
  it('is none before tax', () => {
    const { tax, line, paid, book } = taxOn(
      [100, -40],
      { taxTreatment: 'before tax', taxBookUsdPerGpu: 500 },
      900,
    )
    each(line, [])
    each(paid, [])
    each(book, [])
    expect([tax.rateRatio[0], tax.onResaleUsd[0]]).toEqual([0, 0])
  })
})

describe('TX4 tax is paid in the next year', () => {
  it('at the end of the payment month', () => {
    each(taxOn([100], { taxPaymentMonth: 4 }).paid, [0, 0, 0, 0, 0, 30])
    each(taxOn([100], { taxPaymentMonth: 3 }).paid, [0, 0, 0, 0, 30])
    each(taxOn([100], { taxPaymentMonth: 1 }).paid, [0, 0, 30])
  })
  it('or in the settling month where that comes first', () => {
    each(taxOn([100], { holdDays: 0 }).paid, [0, 0, 0, 30]) // February 2027
    each(taxOn([100], { taxPaymentMonth: 12 }).paid, [0, 0, 0, 0, 0, 30])
    each(taxOn([100, 0, 50], { taxPaymentMonth: 1 }).paid, [0, 0, 30, 0, 0, 15])
  })
  it('in the year after the one that the month lies in, from any start', () => {
    // Work in March and April 2027, settled in August: the tax of 2027 would be due in 2028.
    each(taxOn([100, 10], { startMonth: '2027-03' }).paid, [0, 0, 0, 0, 0, 33])
    // 14 months from November 2026: that year's tax in April 2027, the tax of 2027 in April 2028, the 18th month.
    const long = { horizonMonths: 14, taxPaymentMonth: 4 }
    each(taxOn([100, 0, 200], long).paid, [0, 0, 0, 0, 0, 30, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 60])
  })
})

describe('TX2 losses', () => {
  it('of a year are carried to the next', () => {
    each(taxOn([-100, 0, 150]).line, [0, 0, 15])
    each(taxOn([-100, 20, 50, 100]).line, [0, 0, 0, 21]) // -80 carried: -30, then 70
  })
  it('are carried for as many years as it takes', () => {
    const months = [-100, 0, 0, 0, 0, 40, 0, 0, 0, 0, 0, 0, 0, 0, 100]
    const { line } = taxOn(months, { horizonMonths: 14 })
    each(line, [...Array.from({ length: 14 }, () => 0), 12]) // 100 + 40 - 100
  })
  it('lower other taxes at once where they are refunded, and are not carried then', () => {
    const refunded = { lossTreatment: 'refunded' }
    each(taxOn([-100, 0, 150], refunded).line, [-30, 0, 45])
    each(taxOn([-100, 0, 150], refunded).paid, [0, 0, 0, 0, 0, 15])
  })
})

/** Two cards with a book value of $600 each, written off in two years. */
const book: Given = {
  gpuCount: 2,
  taxBookUsdPerGpu: 600,
  depreciationMethod: 'straight line',
  depreciationYears: 2,
}
const bookAfterAYear = (given: Given) => taxOn([], { ...book, ...given }).book[1]!

describe('TX5 depreciation', () => {
  it('of $600 a year lies evenly over the months of work of the year', () => {
    const { line, book: left } = taxOn([1000, 1000, 1000], { ...book, horizonMonths: 3 })
    each(line, [210, 210, 120]) // 0.3 x (1000 - 300) twice, 0.3 x (1000 - 600)
    each(left, [1200, 600, 600])
  })
  it('ends with the year of the last month of work', () => {
    const { line, book: left } = taxOn([1000, 1000, 1000], book)
    each(line, [210, 210, 300])
    each(left, [1200, 600, 600, 600, 600, 600, 600])
  })
  it('is by the method that was chosen', () => {
    expect(bookAfterAYear({ depreciationMethod: 'sum of years' })).toBeCloseTo(1200 - 800, 9)
    expect(bookAfterAYear({ depreciationMethod: 'declining', depreciationYears: 4 })).toBeCloseTo(900, 9)
    expect(bookAfterAYear({ depreciationMethod: 'double declining', depreciationYears: 4 })).toBeCloseTo(
      600,
      9,
    )
    expect(bookAfterAYear({ depreciationMethod: 'macrs', depreciationYears: 3 })).toBeCloseTo(
      1200 * 0.6667,
      9,
    )
    expect(bookAfterAYear({ depreciationMethod: 'none' })).toBe(1200)
  })
  it('leaves salvage, but by MACRS', () => {
    expect(bookAfterAYear({ salvageRatio: 0.5 })).toBeCloseTo(900, 9)
    const macrs = { depreciationMethod: 'macrs', depreciationYears: 3, salvageRatio: 0.5 }
    expect(bookAfterAYear(macrs)).toBeCloseTo(1200 * 0.6667, 9)
  })
  it('is of the purchase price of cards that would be bought; of nothing where that is unknown', () => {
    const bought = { ...book, ownership: 'to buy' }
    each(taxOn([], { ...bought, purchaseUsdPerGpu: 700 }).book.slice(0, 2), [1400, 700])
    each(taxOn([], bought).book, [])
  })
})

describe('TX3 the sale of the card', () => {
  it('is taxed above its book value in the year of the last month of work, not in the line', () => {
    const without = taxOn([1000, 1000], book)
    const { line, paid, onResale } = taxOn([1000, 1000], book, 800)
    expect(line).toEqual(without.line)
    expect(onResale).toBeCloseTo(60, 9) // 0.3 x (800 - 600)
    each(paid, [0, 0, 0, 0, 0, 420 + 60])
    expect(without.onResale).toBe(0)
  })
  it('lowers the tax below it', () => {
    const { paid, onResale } = taxOn([1000, 1000], book, 500)
    expect(onResale).toBeCloseTo(-30, 9)
    each(paid, [0, 0, 0, 0, 0, 390])
  })
  it('lowers the tax of later years through the losses carried', () => {
    const { line, paid, onResale } = taxOn([300, 300, 100], book, 500)
    each(line, [0, 0, 30])
    expect(onResale).toBeCloseTo(-30, 9)
    each(paid, [])
  })
  it('uses up losses that were carried', () => {
    const { line, paid, onResale } = taxOn([300, 200, 150], book, 800)
    each(line, [0, 0, 15]) // a loss of 100 carried into 150
    expect(onResale).toBeCloseTo(60, 9) // 30 in 2026, and 30 more in 2027
    each(paid, [0, 0, 0, 0, 0, 30 + 45])
  })
  it('gives its loss back where losses are refunded', () => {
    const { line, onResale } = taxOn([0, 0], { ...book, lossTreatment: 'refunded' }, 500)
    each(line, [-90, -90])
    expect(onResale).toBeCloseTo(-30, 9)
  })
  it('counts the book value of the year in which the work ends', () => {
    expect(taxOn([1000, 1000, 1000], { ...book, horizonMonths: 3 }, 500).onResale).toBeCloseTo(150, 9)
    expect(taxOn([1000], { ...book, horizonMonths: 1 }, 800).onResale).toBeCloseTo(60, 9)
  })
})

describe('TX6 tax on a sale by itself', () => {
  it('is $90 at 30 % for $800 with a book value of $500, nothing for a loss unless it is refunded', () => {
    const { tax } = taxOn([])
    expect(saleTaxUsd(tax, 0, 800, 500)).toBeCloseTo(90, 12)
    expect(saleTaxUsd(tax, 0, 400, 500)).toBe(0)
    expect(saleTaxUsd(taxOn([], { lossTreatment: 'refunded' }).tax, 0, 400, 500)).toBeCloseTo(-30, 12)
  })
})

describe('TX2 S4 scenarios side by side', () => {
  it('have each their own rate, horizon and settling month', () => {
    const two = batchOf(resolved(untilApril), 2, {
      taxRateRatio: [0.3, 0.5],
      horizonMonths: [2, 1],
      holdDays: [60, 0],
    })
    const timeline = timelineOf(two)
    const taxable = tableOf(timeline.months.length, 2, (m, s) => (m === 0 ? 100 * (s + 1) : 0))
    const { accruedUsd, paidUsd } = taxOf(two, timeline, taxable, null)
    each(seriesOf(accruedUsd, 0), [30])
    each(seriesOf(accruedUsd, 1), [100])
    each(seriesOf(paidUsd, 0), [0, 0, 0, 0, 0, 30])
    each(seriesOf(paidUsd, 1), [0, 0, 100]) // January 2027: 1 + 2 months
  })
  it('tax each the sale of its own cards', () => {
    const two = batchOf(resolved({ ...untilApril, ...book }), 2, { horizonMonths: [1, 2] })
    const timeline = timelineOf(two)
    const taxable = tableOf(timeline.months.length, 2, (m) => (m < 2 ? 1000 : 0))
    const { onResaleUsd, bookUsd } = taxOf(two, timeline, taxable, Float64Array.of(800, 500))
    expect(onResaleUsd[0]).toBeCloseTo(60, 9)
    expect(onResaleUsd[1]).toBeCloseTo(-30, 9)
    each(seriesOf(bookUsd, 1).slice(0, 3), [1200, 600, 600])
  })
})

const line = ({ lines }: Statement) => seriesOf(lines.taxUsd, 0)
const taxed = (given: Given = {}) => statement({ ...worked, ...rate, ...given })

describe('TX1 what is taxed', () => {
  it('is income when it is paid, less costs of running and fees per payout', () => {
    // November: nothing is paid, $46 are spent. December: 162 - 2 - 47.2, so 66.8 in 2026. January: 167.4 - 2.
    const { netUsd, netBeforeTaxUsd, bankedUsd, tax } = taxed()
    each(line(taxed()), [0, -20.04, -49.62])
    each(seriesOf(netUsd, 0), [116, 118.2 - 20.04, -2 - 49.62])
    each(seriesOf(netBeforeTaxUsd, 0), [116, 118.2, -2])
    each(seriesOf(tax.paidUsd, 0), [0, 0, 0, 69.66])
    each(seriesOf(bankedUsd, 0), [-46, 112.8, 165.4, -69.66])
  })
  it('is not less for own time or for heat that was saved', () => {
    each(line(taxed({ labourHoursPerMonth: 5, labourUsdPerHour: 20 })), [0, -20.04, -49.62])
    each(line(taxed({ heatUse: 'heats rooms', fuelUsdPerKwh: 0.09 })), [0, -20.04, -49.62])
  })
  it('counts alternative income and interest', () => {
    // 360 and 372 idle hours at $0.10
    each(line(taxed({ alternativeUsdPerIdleGpuHour: 0.1 })), [0, -42, -49.62])
    // $10 and 1 % of $502.49, as in capital-flow.test.ts
    const interest = 10 + (1000 - (10.201 / 0.0201 - 10)) * 0.01
    const loan = { loanKind: 'annuity', loanUsd: 1000, loanRatePerYear: 0.12, loanMonths: 2 }
    each(line(taxed(loan)), [0, -0.3 * (66.8 - interest), -49.62])
  })
  it('is money that is held when it is paid, once', () => {
    each(line(taxed({ holdDays: 31 })), [0, -20.04, -49.62])
  })
  it('is less by what was paid and lost before it came', () => {
    // The network stops on 31 December with $160 on hold: 66.8 - 160 are a loss.
    const stops = { holdDays: 40, networkStopsAfterMonths: 2 }
    each(line(taxed(stops)), [])
    each(line(taxed({ ...stops, lossTreatment: 'refunded' })), [13.8, 14.16]) // 0.3 x 46, 0.3 x 93.2 in all
  })
  it('is what tokens gained since they were paid', () => {
    const rising = { ...workedTokens, ...rate, tokenYearlyChangeRatio: 1, holdDays: 31 }
    const growth = 2 ** (31 / 365) - 1
    // $160 paid on 1 December are sold on 1 January, $165.40 paid then on 1 February.
    each(line(statement(rising)), [0, -20.04, -0.3 * (165.4 + 160 * growth), -0.3 * 165.4 * growth])
  })
})

describe('N12 tax on tokens that then fell', () => {
  it('is the rate of what they lost between payout and sale', () => {
    const falling = { ...workedTokens, ...rate, tokenYearlyChangeRatio: -0.5, holdDays: 31 }
    const fall = 1 - 0.5 ** (31 / 365)
    expect(headlinesOf(statement(falling), 0).taxOnFallenTokensUsd).toBeCloseTo(0.3 * fall * (160 + 165.4), 8)
    const untaxed = { ...falling, taxTreatment: 'before tax' }
    expect(headlinesOf(statement(untaxed), 0).taxOnFallenTokensUsd).toBeNull()
    const rising = { ...falling, tokenYearlyChangeRatio: 0.5 }
    expect(headlinesOf(statement(rising), 0).taxOnFallenTokensUsd).toBe(0)
  })
})

const prices = (given: Given) => {
  const inputs = resolved(given)
  const { levelized, shutdownUsdPerGpuHour, toBeatOff, cashBreakEven } = pricesAt(
    inputs,
    0.5,
    powerFloorOf(inputs),
  )
  const { exitRentUsdPerGpuHour } = headlinesOf(statement(given), 0)
  return { levelized, shutdownUsdPerGpuHour, toBeatOff, cashBreakEven, exitRentUsdPerGpuHour }
}

describe('TX6 prices of an hour are before tax', () => {
  it('levelized cost, shutdown rent, exit rents, and prices of the first year', () => {
    const given = { ...workedCard, ...rate, taxBookUsdPerGpu: 100 }
    expect(prices(given)).toEqual(prices(workedCard))
    expect(prices({ ...given, lossTreatment: 'refunded' })).toEqual(prices(workedCard))
  })
})
