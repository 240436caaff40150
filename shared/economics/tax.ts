/**
 * Tax on what was paid, on sales and on the card: set aside month by month, paid in the next year.
 * @see SPEC.md TX1 to TX6
 */
import type { DepreciationMethod } from '../finance/depreciation-by-year.ts'
import { depreciationByYear } from '../finance/depreciation-by-year.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import { macrsClasses } from './contradictions.ts'
import type { Table } from './table.ts'
import { emptyTable } from './table.ts'
import type { Timeline } from './timeline.ts'
import { settlingMonth } from './timeline.ts'

export type Tax = {
  /** Set aside: the line of the statement, a positive amount. */
  readonly accruedUsd: Table
  /** What leaves the account, tax on the card's sale included. */
  readonly paidUsd: Table
  /** Tax that the sale of the card at the horizon adds. */
  readonly onResaleUsd: Float64Array
  /** What the tax office counts of the cards after 0, 1, 2 ... months: one row more than months. */
  readonly bookUsd: Table
  /** Of each scenario; 0 before tax. */
  readonly rateRatio: Float64Array
  readonly refundsLosses: boolean
}

/** By calendar year of one scenario: the months of it, and what is taxed in it. */
type TaxYear = { readonly firstMonth: number; readonly lastMonth: number }

/**
 * Tax of every scenario. `taxableUsd` is what each month adds before depreciation; `resaleUsd` what the cards bring at
 * the horizon after the cost of selling, null where nobody knows.
 * Example: 30 % on $100 in November and -$40 in December: set aside 30, then -12, paid 18 the next April.
 * @see SPEC.md TX1 to TX5
 */
export function taxOf(
  batch: Batch,
  timeline: Timeline,
  taxableUsd: Table,
  resaleUsd: Float64Array | null,
): Tax {
  const months = timeline.months.length
  const tax: Tax = {
    accruedUsd: emptyTable(months, batch.size),
    paidUsd: emptyTable(months, batch.size),
    onResaleUsd: new Float64Array(batch.size),
    bookUsd: emptyTable(months + 1, batch.size),
    rateRatio: columnOr(batch, 'taxRateRatio', 0),
    refundsLosses: batch.choices.lossTreatment === 'refunded',
  }
  if (batch.choices.taxTreatment === 'before tax') return tax
  const lastMonths = settlingMonth(batch)
  for (let s = 0; s < batch.size; s += 1) {
    taxScenario(batch, timeline, taxableUsd, resaleUsd?.[s] ?? null, s, lastMonths[s]!, tax)
  }
  return tax
}

function taxScenario(
  batch: Batch,
  timeline: Timeline,
  taxableUsd: Table,
  resaleUsd: number | null,
  s: number,
  settling: number,
  tax: Tax,
): void {
  const { size } = batch
  const lastWorkMonth = column(batch, 'horizonMonths')[s]! - 1
  const years = taxYears(timeline, settling)
  const costUsd = depreciableUsd(batch, s)
  const allowances = allowancesUsd(batch, s, costUsd, years.length)
  writeBook(years, allowances, costUsd, lastWorkMonth, tax.bookUsd, s)
  const rate = tax.rateRatio[s]!
  const owed = (taxable: number) => rate * (tax.refundsLosses ? taxable : Math.max(0, taxable))
  const paymentMonth = column(batch, 'taxPaymentMonth')[s]!
  let carriedUsd = 0
  let carriedWithSaleUsd = 0
  years.forEach(({ firstMonth, lastMonth }, y) => {
    const workMonths = Math.min(lastMonth, lastWorkMonth) - firstMonth + 1
    let soFarUsd = -carriedUsd
    let setAsideUsd = 0
    for (let m = firstMonth; m <= lastMonth; m += 1) {
      soFarUsd += taxableUsd.values[m * size + s]!
      if (m <= lastWorkMonth) soFarUsd -= allowances[y]! / workMonths
      const due = owed(soFarUsd)
      tax.accruedUsd.values[m * size + s] = due - setAsideUsd
      setAsideUsd = due
    }
    const sold = resaleUsd !== null && firstMonth <= lastWorkMonth && lastWorkMonth <= lastMonth
    const gainUsd = sold ? resaleUsd - tax.bookUsd.values[(lastWorkMonth + 1) * size + s]! : 0
    const withSaleUsd = soFarUsd + carriedUsd - carriedWithSaleUsd + gainUsd
    const dueUsd = owed(withSaleUsd)
    tax.onResaleUsd[s]! += dueUsd - setAsideUsd
    const payIn = Math.min(settling, monthOfPayment(timeline, lastMonth, paymentMonth))
    tax.paidUsd.values[payIn * size + s]! += dueUsd
    carriedUsd = tax.refundsLosses ? 0 : Math.max(0, -soFarUsd)
    carriedWithSaleUsd = tax.refundsLosses ? 0 : Math.max(0, -withSaleUsd)
  })
}

/** Calendar years from the first month to the settling one. */
function taxYears({ months }: Timeline, settling: number): TaxYear[] {
  const years: TaxYear[] = []
  let firstMonth = 0
  for (let m = 0; m <= settling; m += 1) {
    if (m < settling && months[m]!.monthOfYear !== 11) continue
    years.push({ firstMonth, lastMonth: m })
    firstMonth = m + 1
  }
  return years
}

/** The index of a month (1 to 12) in the year after the one that `month` lies in. */
function monthOfPayment({ months }: Timeline, month: number, paymentMonth: number): number {
  return month + (11 - months[month]!.monthOfYear) + paymentMonth
}

function depreciableUsd(batch: Batch, s: number): number {
  const perGpu = batch.choices.ownership === 'owned' ? 'taxBookUsdPerGpu' : 'purchaseUsdPerGpu'
  return columnOr(batch, perGpu, 0)[s]! * column(batch, 'gpuCount')[s]!
}

/** Others than its classes are refused (I8); a search looks at them all the same, and takes the class below. */
function macrsClass(years: number): number {
  return macrsClasses.findLast((each) => each <= years) ?? macrsClasses[0]
}

/** By tax year from the start month's. @see SPEC.md TX5 */
function allowancesUsd(batch: Batch, s: number, costUsd: number, years: number): readonly number[] {
  const method = batch.choices.depreciationMethod as DepreciationMethod
  if (method === 'none') return Array.from({ length: years }, () => 0)
  const givenYears = column(batch, 'depreciationYears')[s]!
  const lifeYears = method === 'macrs' ? macrsClass(givenYears) : givenYears
  const salvageUsd = costUsd * column(batch, 'salvageRatio')[s]!
  return depreciationByYear({ method, costUsd, salvageUsd, lifeYears, years })
}

/** A year's allowance counts from its first month; after the last year of work nothing more is written off. */
function writeBook(
  years: readonly TaxYear[],
  allowances: readonly number[],
  costUsd: number,
  lastWorkMonth: number,
  bookUsd: Table,
  s: number,
): void {
  let left = costUsd
  bookUsd.values[s] = costUsd
  years.forEach(({ firstMonth, lastMonth }, y) => {
    if (firstMonth <= lastWorkMonth) left -= allowances[y]!
    for (let m = firstMonth; m <= lastMonth; m += 1) bookUsd.values[(m + 1) * bookUsd.scenarios + s] = left
  })
}

/**
 * Tax on the sale of the cards by itself. Example: 30 %, sold at $800 with a book value of $500: $90.
 * @see SPEC.md TX6
 */
export function saleTaxUsd(tax: Tax, scenario: number, priceUsd: number, bookUsd: number): number {
  const gainUsd = priceUsd - bookUsd
  return tax.rateRatio[scenario]! * (tax.refundsLosses ? gainUsd : Math.max(0, gainUsd))
}
