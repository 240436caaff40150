/** What follows from the dated flows, as expressions: NPV, rate, payback, the three ways. @see SPEC.md K1 to K6, N6, N7 */
import {
  capitalFlowUsd,
  firstDayUsd,
  hasCapital,
  purchaseUsd,
  resaleAtHorizon,
  resaleUsd,
  unwornUsd,
} from './capital.ts'
import type { Expression, Root } from './expression.ts'
import { fact, least, minus, over, plus, toThe, whichIsGreatest, zero } from './expression.ts'
import { bankedUsd } from './lines.ts'
import { runOf } from './payout-run.ts'
import type { Subject } from './subject.ts'
import { allMonths, choice, horizon, input, month, part, workMonths, worth } from './subject.ts'
import { soldUsd } from './tax.ts'

/** `(1 + rate)^(days / 365)` to the last day of a month. @see SPEC.md K3 */
function discount(subject: Subject, m: number, rate: Expression, which: string): Expression {
  return part(subject, `discount ${which} ${m}`, () => {
    const { lastDay, month: name } = month(subject, m)
    return toThe(
      [`Discount to the end of ${name}`, 'ratio', 'K3'],
      plus(['Growth of a year', 'ratio'], fact('Today', 1, 'ratio'), rate),
      over(
        ['Years', 'years'],
        fact(`Days to the end of ${name}`, lastDay - subject.timeline.firstDay, 'days'),
        fact('Days of a year', 365, 'days'),
      ),
    )
  })
}

/** What an amount at the end of a month is worth on day 0. */
export function present(subject: Subject, amount: Expression, m: number, label: string): Expression {
  return over(
    [`${label}, today`, amount.unit, 'K3'],
    amount,
    discount(subject, m, input(subject, 'discountRatePerYear'), 'rate'),
  )
}

/** The same at the rate above inflation. @see SPEC.md P4 */
export function presentReal(subject: Subject, amount: Expression, m: number, label: string): Expression {
  const real = part(subject, 'real rate', () =>
    minus(
      ['Rate above inflation', 'ratioPerYear', 'P4'],
      over(
        ['Growth over inflation', 'ratio'],
        plus(['Growth of a year', 'ratio'], fact('Today', 1, 'ratio'), input(subject, 'discountRatePerYear')),
        plus(['Inflation of a year', 'ratio'], fact('Today', 1, 'ratio'), input(subject, 'inflationPerYear')),
      ),
      fact('Today', 1, 'ratio'),
    ),
  )
  return over([`${label}, today`, amount.unit, 'P4'], amount, discount(subject, m, real, 'real'))
}

/** @see SPEC.md K1 */
export function outlayUsd(subject: Subject): Expression {
  return part(subject, 'outlay', () =>
    choice(subject, 'ownership') === 'owned'
      ? soldUsd(subject, resaleUsd(subject, 0), 0, 'What selling today would bring')
      : purchaseUsd(subject),
  )
}

/** Banked flows of all months at a rate; months in which nothing moved are left out. */
function banked(
  subject: Subject,
  value: (amount: Expression, m: number) => Expression,
): readonly Expression[] {
  return allMonths(subject).flatMap((m) => {
    const amount = bankedUsd(subject, m)
    return worth(subject, amount) === 0 ? [] : [value(amount, m)]
  })
}

const presentName = (subject: Subject, m: number) => `Banked, ${month(subject, m).month}`

/** @see SPEC.md K3 */
export function npvUsd(subject: Subject): Expression {
  return part(subject, 'npv', () => {
    const flows = [
      firstDayUsd(subject),
      ...banked(subject, (amount, m) => present(subject, amount, m, presentName(subject, m))),
    ]
    if (!hasCapital(subject)) return plus(['Net present value, card value left out', 'usd', 'K3'], ...flows)
    const resale = present(subject, resaleAtHorizon(subject), horizon(subject) - 1, 'Resale')
    return minus(
      ['Net present value', 'usd', 'K3'],
      plus(['Flows and resale', 'usd'], ...flows, resale),
      outlayUsd(subject),
    )
  })
}

/** The rate at which the flows are worth nothing. @see SPEC.md Y3, N5 */
export function rateOfReturn(subject: Subject, found: number): Root {
  const rate = fact('The rate that was found', found, 'ratioPerYear')
  const at = (amount: Expression, m: number, label: string) =>
    over([`${label}, at that rate`, 'usd', 'Y1'], amount, discount(subject, m, rate, 'irr'))
  return {
    kind: 'root',
    label: 'Return a year (IRR)',
    unit: 'ratioPerYear',
    rule: 'Y3',
    found,
    residual: minus(
      ['Flows at that rate: must be nothing', 'usd', 'Y1'],
      plus(
        ['Flows and resale', 'usd'],
        firstDayUsd(subject),
        ...banked(subject, (amount, m) => at(amount, m, presentName(subject, m))),
        at(resaleAtHorizon(subject), horizon(subject) - 1, 'Resale'),
      ),
      outlayUsd(subject),
    ),
  }
}

/** Banked of the first k months. */
function bankedUntil(subject: Subject, k: number): Expression {
  if (k === 0) return zero('Banked before the first month', 'usd')
  return part(subject, `banked until ${k}`, () => {
    const last = bankedUsd(subject, k - 1)
    if (k === 1) return last
    return plus([`Banked to ${month(subject, k - 1).month}`, 'usd', 'S3'], bankedUntil(subject, k - 1), last)
  })
}

/** Banked since the start, month by month. */
export function cumulativeBankedUsd(subject: Subject, m: number): Expression {
  return bankedUntil(subject, m + 1)
}

/** The moment from which the cumulative cash stays at or above zero; null where there is none. @see SPEC.md K4 */
export function paybackMonths(subject: Subject): Expression | null {
  const atStake = minus(['At stake on the first day', 'usd', 'K4'], outlayUsd(subject), firstDayUsd(subject))
  const needed = worth(subject, atStake)
  let total = 0
  let crossing = needed <= 0 ? -1 : null
  for (const m of allMonths(subject)) {
    const before = total - needed
    total += worth(subject, bankedUsd(subject, m))
    if (total - needed < 0) crossing = null
    else if (before < 0) crossing = m
  }
  if (crossing === null) return null
  if (crossing === -1) return zero('Nothing has to come back', 'months')
  const missing = minus(['Still missing before that month', 'usd'], atStake, bankedUntil(subject, crossing))
  const share = over(['Part of the month', 'months'], missing, bankedUsd(subject, crossing))
  return plus(['Paid back after', 'months', 'K4'], fact('Whole months before', crossing, 'months'), share)
}

/** @see SPEC.md N4 */
export function worstMonthUsd(subject: Subject): Expression {
  return least(
    ['Banked in the worst month', 'usd', 'N4'],
    ...workMonths(subject).map((m) => bankedUsd(subject, m)),
  )
}

/** Days from the start to the first money; null where none ever arrives. @see SPEC.md N4 */
export function firstCashDays(subject: Subject): Expression | null {
  const { arrivals, sales } = runOf(subject)
  const first = arrivals[0]
  if (first === undefined) return null
  const [hold, transfer] = [input(subject, 'holdDays'), input(subject, 'transferDays')]
  const sent = first.day - worth(subject, transfer)
  if (sales.length > 0) {
    return plus(
      ['Days to the first money', 'days', 'B5'],
      fact('Days to the sale that brought it', sent, 'days'),
      transfer,
    )
  }
  const paid = fact('Days to the payout that brought it', sent - worth(subject, hold), 'days')
  return plus(['Days to the first money', 'days', 'B4'], paid, hold, transfer)
}

/** Run it to the horizon. @see SPEC.md N6 */
export function runUsd(subject: Subject): Expression {
  return part(subject, 'run it', () =>
    plus(
      ['Run it', 'usd', 'N6'],
      firstDayUsd(subject),
      ...banked(subject, (amount, m) => present(subject, amount, m, presentName(subject, m))),
      present(subject, resaleAtHorizon(subject), horizon(subject) - 1, 'Resale'),
    ),
  )
}

export function sellUsd(subject: Subject): Expression {
  return soldUsd(subject, resaleUsd(subject, 0), 0, 'Sell now')
}

export function leaveUsd(subject: Subject): Expression {
  const t = horizon(subject)
  return present(
    subject,
    soldUsd(subject, unwornUsd(subject, t), t, 'Sold at the horizon, not worked'),
    t - 1,
    'Leave it off',
  )
}

/** What is on its way at the end of a month. @see SPEC.md B6 */
export function pipelineUsd(subject: Subject, m: number): Expression {
  const { inNetworkUsd, underWayUsd } = runOf(subject).balances[m]!
  return plus([`On its way at the end of ${month(subject, m).month}`, 'usd', 'B6'], inNetworkUsd, underWayUsd)
}

/** The month of selling at which the whole is worth most. @see SPEC.md N7 */
export function sellAfterMonths(subject: Subject): Expression {
  const ways: Expression[] = [sellUsd(subject)]
  let flows: Expression = firstDayUsd(subject)
  for (const m of workMonths(subject)) {
    const name = month(subject, m).month
    flows = plus(
      [`Flows to ${name}, today`, 'usd'],
      flows,
      present(subject, bankedUsd(subject, m), m, presentName(subject, m)),
    )
    if (m === horizon(subject) - 1) ways.push(runUsd(subject))
    else {
      const sold = soldUsd(subject, resaleUsd(subject, m + 1), m + 1, `Sold at the end of ${name}`)
      const after = plus(['On its way, and sold', 'usd'], pipelineUsd(subject, m), sold)
      ways.push(
        plus(
          [`Sold after ${m + 1} months`, 'usd', 'N7'],
          flows,
          present(subject, after, m, 'What is left then'),
        ),
      )
    }
  }
  return whichIsGreatest(['Selling is worth most after', 'months', 'N7'], ways)
}

/** @see SPEC.md K5 */
export function capitalFlowOrZero(subject: Subject, m: number): Expression {
  return capitalFlowUsd(subject, m) ?? zero(`No capital moved in ${month(subject, m).month}`, 'usd')
}
