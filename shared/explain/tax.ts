/** Tax, as expressions: what is taxable, what is set aside, what is paid. @see SPEC.md TX1 to TX6 */
import { macrsHalfYear } from '../finance/macrs.ts'
import { afterSaleCost, hasCapital, loanMonth, resaleAtHorizon } from './capital.ts'
import type { Expression } from './expression.ts'
import { fact, greatest, least, minus, negative, over, plus, times, zero } from './expression.ts'
import { inMonth, runOf, sumOrZero } from './payout-run.ts'
import type { Subject } from './subject.ts'
import { allMonths, amount, choice, horizon, input, month, part, worth } from './subject.ts'

type TaxYear = {
  readonly index: number
  readonly first: number
  readonly last: number
  readonly name: string
}

export function isTaxed(subject: Subject): boolean {
  return choice(subject, 'taxTreatment') === 'taxed'
}

function years(subject: Subject): readonly TaxYear[] {
  return part(subject, 'tax years', () => {
    const found: TaxYear[] = []
    const last = subject.timeline.months.length - 1
    let first = 0
    for (const m of allMonths(subject)) {
      if (m < last && month(subject, m).monthOfYear !== 11) continue
      found.push({ index: found.length, first, last: m, name: month(subject, first).month.slice(0, 4) })
      first = m + 1
    }
    return found
  })
}

function yearOf(subject: Subject, m: number): TaxYear {
  return years(subject).find(({ last }) => m <= last)!
}

/** `rate x max(0, taxable)`; with refunds, negative too. @see SPEC.md TX2 */
function owed(subject: Subject, taxable: Expression, label: string): Expression {
  const base =
    choice(subject, 'lossTreatment') === 'refunded'
      ? taxable
      : greatest(['Taxed, not below nothing', 'usd', 'TX2'], zero('Nothing', 'usd'), taxable)
  return times([label, 'usd', 'TX2'], input(subject, 'taxRateRatio'), base)
}

/** What a month adds to the taxable income, before depreciation. @see SPEC.md TX1 */
function taxable(subject: Subject, m: number, running: (m: number) => Expression): Expression {
  return part(subject, `taxable ${m}`, () => {
    const name = month(subject, m).month
    const run = runOf(subject)
    const payouts = inMonth(subject, run.payouts, m)
    const added = [
      ...payouts.map(({ netUsd }) => netUsd),
      ...inMonth(subject, run.sales, m).map(({ proceedsUsd, paidValueUsd }) =>
        minus(['Sale less its value when paid', 'usd', 'TX1'], proceedsUsd, paidValueUsd),
      ),
      ...(m < horizon(subject) ? [running(m)] : []),
    ]
    const off = inMonth(subject, run.losses, m).flatMap(({ paidUsd }) => (paidUsd === null ? [] : [paidUsd]))
    const interest = loanMonth(subject, m)?.interest
    if (interest !== undefined) off.push(interest)
    const sum = sumOrZero(added, `Taxable, ${name}, before deductions`)
    return off.length === 0 ? sum : minus([`Taxable, ${name}`, 'usd', 'TX1'], sum, ...off)
  })
}

function depreciableUsd(subject: Subject): Expression {
  const perGpu = choice(subject, 'ownership') === 'owned' ? 'taxBookUsdPerGpu' : 'purchaseUsdPerGpu'
  return part(subject, 'depreciable', () =>
    times(['Depreciated', 'usd', 'TX5'], input(subject, perGpu), input(subject, 'gpuCount')),
  )
}

/** What a tax year writes off; null where nothing. @see SPEC.md TX5 */
function allowance(subject: Subject, year: number): Expression | null {
  return part(subject, `allowance ${year}`, () => {
    const method = choice(subject, 'depreciationMethod')
    if (method === null || method === 'none') return null
    const cost = depreciableUsd(subject)
    const life = amount(subject, 'depreciationYears')
    const count = input(subject, 'depreciationYears')
    const book = bookBefore(subject, year)
    const number = year + 1
    if (method === 'macrs') {
      const share = macrsHalfYear(life)[year]
      if (share === undefined) return null
      return times(
        [`Depreciation of year ${number}`, 'usd', 'TX5'],
        cost,
        fact(`Table of ${life} years`, share, 'ratio'),
      )
    }
    const salvage = times(['Not depreciated', 'usd', 'TX5'], cost, input(subject, 'salvageRatio'))
    const left = greatest(
      [`Left to depreciate before year ${number}`, 'usd', 'TX5'],
      zero('Nothing', 'usd'),
      minus(['Book value less what stays', 'usd'], book, salvage),
    )
    if (worth(subject, left) === 0) return null
    if (method !== 'declining' && number >= life) return left
    const whole = minus(['To be depreciated', 'usd'], cost, salvage)
    const byMethod = (): Expression => {
      switch (method) {
        case 'straight line':
          return over(['Straight line', 'usd'], whole, count)
        case 'sum of years':
          return times(
            ['By the sum of the years’ digits', 'usd'],
            whole,
            over(
              ['Share of the year', 'ratio'],
              fact('Years left', life - year, 'years'),
              fact('Sum of the digits', (life * (life + 1)) / 2, 'years'),
            ),
          )
        case 'declining':
          return over(['Declining', 'usd'], book, count)
        default:
          return greatest(
            ['Double declining, or straight line where that is more', 'usd'],
            times(
              ['Double declining', 'usd'],
              book,
              least(
                ['Rate, at most 1', 'ratio'],
                fact('All of it', 1, 'ratio'),
                over(['Twice the rate', 'ratio'], fact('Two', 2), count),
              ),
            ),
            over(['Straight line over the rest', 'usd'], left, fact('Years left', life - year, 'years')),
          )
      }
    }
    return least([`Depreciation of year ${number}`, 'usd', 'TX5'], left, byMethod())
  })
}

/** Book value before a tax year, counted from 0. */
function bookBefore(subject: Subject, year: number): Expression {
  if (year === 0) return depreciableUsd(subject)
  return part(subject, `book before ${year}`, () => {
    const before = bookBefore(subject, year - 1)
    const taken = allowance(subject, year - 1)
    return taken === null ? before : minus([`Book value after year ${year}`, 'usd', 'TX5'], before, taken)
  })
}

/** What the tax office counts of the cards after so many months. @see SPEC.md TX5 */
function bookAfter(subject: Subject, months: number): Expression {
  if (months === 0) return depreciableUsd(subject)
  const year = yearOf(subject, Math.min(months, horizon(subject)) - 1)
  return bookBefore(subject, year.index + 1)
}

/** A price less the tax on it. @see SPEC.md TX6 */
function afterTax(subject: Subject, price: Expression, months: number, label: string): Expression {
  if (!isTaxed(subject)) return price
  const gain = minus(['Gain over the book value', 'usd', 'TX6'], price, bookAfter(subject, months))
  return minus([label, 'usd', 'TX6'], price, owed(subject, gain, 'Tax on the sale'))
}

/** Losses that a year begins with. */
function carriedInto(
  subject: Subject,
  year: number,
  running: (m: number) => Expression,
  withSale: boolean,
): Expression {
  if (year === 0 || choice(subject, 'lossTreatment') === 'refunded') return zero('No losses carried', 'usd')
  return part(subject, `carried ${year} ${withSale}`, () => {
    const { last, name } = years(subject)[year - 1]!
    const total = withSale ? yearWithSale(subject, year - 1, running) : soFar(subject, last, running)
    return greatest(
      [`Losses carried out of ${name}`, 'usd', 'TX2'],
      zero('Nothing', 'usd'),
      negative(['Less than nothing', 'usd'], total),
    )
  })
}

/** Taxable from the year's first month to m, less losses carried. @see SPEC.md TX3 */
function soFar(subject: Subject, m: number, running: (m: number) => Expression): Expression {
  return part(subject, `so far ${m}`, () => {
    const year = yearOf(subject, m)
    const name = month(subject, m).month
    const before =
      m === year.first
        ? negative(['Losses carried in', 'usd'], carriedInto(subject, year.index, running, false))
        : soFar(subject, m - 1, running)
    const parts = [before, taxable(subject, m, running)]
    const yearly = m < horizon(subject) ? allowance(subject, year.index) : null
    const sum = plus([`Taxable from January, or the start, to ${name}`, 'usd', 'TX3'], ...parts)
    if (yearly === null) return sum
    const workMonths = Math.min(year.last, horizon(subject) - 1) - year.first + 1
    const monthly = over(
      ['Depreciation of the month', 'usd', 'TX3'],
      yearly,
      fact(`Months of work in ${year.name}`, workMonths, 'months'),
    )
    return minus([`Taxable to ${name}, after depreciation`, 'usd', 'TX3'], sum, monthly)
  })
}

/** Tax set aside in a month. @see SPEC.md TX3 */
export function taxUsd(subject: Subject, m: number, running: (m: number) => Expression): Expression {
  if (!isTaxed(subject)) return zero('Before tax: no rate is given', 'usd')
  return part(subject, `tax ${m}`, () => {
    const name = month(subject, m).month
    const due = owed(subject, soFar(subject, m, running), `Tax on the year to ${name}`)
    if (m === yearOf(subject, m).first) return due
    const before = owed(subject, soFar(subject, m - 1, running), 'Set aside before')
    return minus([`Tax set aside, ${name}`, 'usd', 'TX3'], due, before)
  })
}

function yearWithSale(subject: Subject, year: number, running: (m: number) => Expression): Expression {
  return part(subject, `year ${year} with sale`, () => {
    const { first, last, name } = years(subject)[year]!
    const lastWork = horizon(subject) - 1
    const base = minus(
      [`Taxable of ${name}, with losses carried beside the sale`, 'usd', 'TX3'],
      plus(
        ['Without losses carried', 'usd'],
        soFar(subject, last, running),
        carriedInto(subject, year, running, false),
      ),
      carriedInto(subject, year, running, true),
    )
    if (!hasCapital(subject) || lastWork < first || lastWork > last) return base
    const gain = minus(
      ['Gain on the sale of the cards', 'usd', 'TX3'],
      resaleAtHorizon(subject),
      bookAfter(subject, horizon(subject)),
    )
    return plus([`Taxable of ${name} with the sale`, 'usd', 'TX3'], base, gain)
  })
}

/** Tax that leaves the account in a month; null where none. @see SPEC.md TX4 */
export function taxPaidUsd(
  subject: Subject,
  m: number,
  running: (m: number) => Expression,
): Expression | null {
  if (!isTaxed(subject)) return null
  const settling = subject.timeline.months.length - 1
  const due = years(subject).filter(({ last }) => {
    const payment = last + (11 - month(subject, last).monthOfYear) + amount(subject, 'taxPaymentMonth')
    return Math.min(settling, payment) === m
  })
  if (due.length === 0) return null
  return plus(
    [`Tax paid, ${month(subject, m).month}`, 'usd', 'TX4'],
    ...due.map(({ index, name }) => owed(subject, yearWithSale(subject, index, running), `Tax of ${name}`)),
  )
}

/** Tax on what tokens lost between payout and sale. @see SPEC.md N12 */
export function taxOnFallenTokens(subject: Subject): Expression {
  const fallen = runOf(subject).sales.map(({ proceedsUsd, paidValueUsd }) =>
    greatest(
      ['Fallen by', 'usd', 'N12'],
      zero('Nothing', 'usd'),
      minus(['Value when paid less proceeds', 'usd'], paidValueUsd, proceedsUsd),
    ),
  )
  return times(
    ['Tax on tokens that then fell', 'usd', 'N12'],
    input(subject, 'taxRateRatio'),
    sumOrZero(fallen, 'Fallen in all'),
  )
}

/** Card prices today or later after cost and tax. */
export function soldUsd(subject: Subject, price: Expression, months: number, label: string): Expression {
  return afterTax(
    subject,
    afterSaleCost(subject, price, `${label}, after the cost of selling`),
    months,
    label,
  )
}
