/** What is at stake beside the running: the cards' value, the loan, what is banked. @see SPEC.md W1, K1 to K7, S3 */
import { isCapitalKnown } from '../economics/cash-flow.ts'
import type { Expression } from './expression.ts'
import { between, fact, greatest, minus, negative, over, plus, times, toThe, zero } from './expression.ts'
import { rentedGpuHours } from './hours.ts'
import { one } from './income.ts'
import { returnedUsd, lockedUsd } from './operating.ts'
import { sumOrZero } from './payout-run.ts'
import type { Subject } from './subject.ts'
import { cell, choice, horizon, input, month, monthOfRow, part, rows } from './subject.ts'

/** Whether the cards' prices are known. @see SPEC.md W2, W5 */
export function hasCardValue(subject: Subject): boolean {
  const { numbers } = subject.inputs
  const later = numbers.resaleIn12MonthsUsdPerGpu !== null || rows(subject, 'resaleCurve').length > 0
  return numbers.resaleTodayUsdPerGpu !== null && later
}

/** Whether outlay and resale are both known. @see SPEC.md K1 */
export function hasCapital(subject: Subject): boolean {
  return isCapitalKnown(subject.inputs)
}

/** All cards after t months, as if they had not worked. @see SPEC.md W1, W5 */
export function unwornUsd(subject: Subject, t: number): Expression {
  return part(subject, `unworn ${t}`, () => {
    const today = input(subject, 'resaleTodayUsdPerGpu')
    const gpus = input(subject, 'gpuCount')
    const name: readonly [string, 'usd', string] = [`Cards after ${t} months, unworn`, 'usd', 'W1']
    const curve = rows(subject, 'resaleCurve')
    if (curve.length > 0) {
      const points = curve.flatMap((row) => [
        cell(subject, 'resaleCurve', row, 0, 'Age'),
        cell(subject, 'resaleCurve', row, 1, 'Share of the new price'),
      ])
      const age = input(subject, 'cardAgeMonths')
      const then = between(
        ['Curve at that age', 'ratio', 'W5'],
        plus(['Age then', 'months'], age, fact('Months from now', t, 'months')),
        points,
      )
      const now = between(['Curve at its age today', 'ratio', 'W5'], age, points)
      return times(name, gpus, today, over(['Then over today', 'ratio', 'W5'], then, now))
    }
    if (subject.inputs.numbers.resaleTodayUsdPerGpu === 0)
      return zero('Cards that are worth nothing today', 'usd')
    if (t === 0) return times(name, gpus, today)
    const left = toThe(
      ['Left of the value', 'ratio', 'W1'],
      over(['In 12 months over today', 'ratio'], input(subject, 'resaleIn12MonthsUsdPerGpu'), today),
      over(['Years', 'years'], fact('Months from now', t, 'months'), fact('Months of a year', 12)),
    )
    return times(name, gpus, today, left)
  })
}

/** All cards after t months of this use, before the cost of selling. @see SPEC.md W1 */
export function resaleUsd(subject: Subject, t: number): Expression {
  return part(subject, `resale ${t}`, () => {
    const hours = loadHours(subject, t)
    const worn = minus(
      ['Left of the value after load', 'ratio'],
      one,
      over(
        ['Lost through load', 'ratio'],
        times(
          ['Loss per 1,000 hours times hours', 'count'],
          input(subject, 'wearPer1000LoadHoursRatio'),
          hours,
        ),
        fact('Hours of the rule', 1000, 'hours'),
      ),
    )
    return times(
      [`Cards after ${t} months`, 'usd', 'W1'],
      unwornUsd(subject, t),
      greatest(['Left after load, not below scrap', 'ratio', 'W1'], input(subject, 'scrapRatio'), worn),
    )
  })
}

function loadHours(subject: Subject, t: number): Expression {
  if (t === 0) return zero('Rented hours of a card so far', 'hours')
  return part(subject, `load ${t}`, () =>
    over(
      [`Rented hours of a card after ${t} months`, 'hours', 'W1'],
      rentedHoursUntil(subject, t),
      input(subject, 'gpuCount'),
    ),
  )
}

/** GPU-hours of the first t months; each sum holds the one before it. */
function rentedHoursUntil(subject: Subject, t: number): Expression {
  return part(subject, `load sum ${t}`, () => {
    const last = rentedGpuHours(subject, t - 1)
    return t === 1
      ? last
      : plus([`Rented GPU-hours of ${t} months`, 'hours', 'W1'], rentedHoursUntil(subject, t - 1), last)
  })
}

/** After the cost of selling. @see SPEC.md W4 */
export function afterSaleCost(subject: Subject, price: Expression, label: string): Expression {
  const after = minus(['After the cost of selling', 'ratio', 'W4'], one, input(subject, 'saleCostRatio'))
  return times([label, 'usd', 'W4'], price, after)
}

export function purchaseUsd(subject: Subject): Expression {
  return times(['Purchase', 'usd', 'K1'], input(subject, 'purchaseUsdPerGpu'), input(subject, 'gpuCount'))
}

export function resaleAtHorizon(subject: Subject): Expression {
  const t = horizon(subject)
  return part(subject, 'resale at horizon', () =>
    afterSaleCost(subject, resaleUsd(subject, t), `Resale after ${t} months`),
  )
}

/** The loan's draw in, the collateral out. @see SPEC.md K6 */
export function firstDayUsd(subject: Subject): Expression {
  return part(subject, 'first day', () => {
    const draw =
      choice(subject, 'loanKind') === 'annuity' ? input(subject, 'loanUsd') : zero('No loan', 'usd')
    return minus(['First day beside the cards', 'usd', 'K6'], draw, lockedUsd(subject))
  })
}

export type LoanMonth = { readonly interest: Expression; readonly payment: Expression }

/** The loan's part of a month; null where none is left. @see SPEC.md K7 */
export function loanMonth(subject: Subject, m: number): LoanMonth | null {
  const months = subject.inputs.numbers.loanMonths
  if (choice(subject, 'loanKind') !== 'annuity' || months === null) return null
  if (m >= Math.min(months, horizon(subject))) return null
  return part(subject, `loan ${m}`, () => {
    const name = month(subject, m).month
    const owed = owedAfter(subject, m)
    const interest = times([`Interest, ${name}`, 'usd', 'K7'], owed, monthlyRate(subject))
    const isEnd = m === months - 1 || m === horizon(subject) - 1
    return {
      interest,
      payment: isEnd
        ? plus([`Loan payment with what is left, ${name}`, 'usd', 'K7'], owed, interest)
        : annuity(subject, months),
    }
  })
}

function monthlyRate(subject: Subject): Expression {
  return part(subject, 'monthly rate', () =>
    over(
      ['Interest of a month', 'ratio', 'K7'],
      input(subject, 'loanRatePerYear'),
      fact('Months of a year', 12),
    ),
  )
}

function annuity(subject: Subject, months: number): Expression {
  return part(subject, 'annuity', () => {
    const principal = input(subject, 'loanUsd')
    const count = input(subject, 'loanMonths')
    if (subject.inputs.numbers.loanRatePerYear === 0)
      return over(['Loan payment', 'usd', 'K7'], principal, count)
    const rate = monthlyRate(subject)
    const left = toThe(
      [`Left after ${months} months of interest`, 'ratio'],
      plus(['Growth of a month', 'ratio'], one, rate),
      negative(['Months backwards', 'months'], count),
    )
    return over(
      ['Loan payment', 'usd', 'K7'],
      times(['Principal times interest', 'usd'], principal, rate),
      minus(['One less that', 'ratio'], one, left),
    )
  })
}

/** Owed after m payments. */
function owedAfter(subject: Subject, m: number): Expression {
  if (m === 0) return input(subject, 'loanUsd')
  return part(subject, `owed ${m}`, () => {
    const before = loanMonth(subject, m - 1)
    const owed = owedAfter(subject, m - 1)
    return before === null
      ? owed
      : minus(
          [`Owed after ${m} payments`, 'usd', 'K7'],
          plus(['With interest', 'usd'], owed, before.interest),
          before.payment,
        )
  })
}

/** Loan payments, replacements, collateral back. @see SPEC.md K5 */
export function capitalFlowUsd(subject: Subject, m: number): Expression | null {
  return part(subject, `capital flow ${m}`, () => {
    const out: Expression[] = []
    const loan = loanMonth(subject, m)
    if (loan !== null) out.push(loan.payment)
    if (m < horizon(subject)) {
      for (const row of rows(subject, 'replacements').filter((each) => monthOfRow(subject, each) === m)) {
        out.push(cell(subject, 'replacements', row, 1, 'Planned replacement'))
      }
    }
    const back = returnedUsd(subject, m)
    if (out.length === 0) return back
    const name = month(subject, m).month
    return minus(
      [`Capital flows, ${name}`, 'usd', 'K5'],
      back ?? zero('No collateral back', 'usd'),
      sumOrZero(out, `Paid for capital, ${name}`),
    )
  })
}
