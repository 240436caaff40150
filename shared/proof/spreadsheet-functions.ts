/** The spreadsheet's names and orders of arguments for the functions of `shared/finance` and `shared/economics/returns`. */
import { dayNumber } from '../calendar.ts'
import {
  type DatedFlow,
  irr,
  npvFromPeriodOne,
  npvFromPeriodZero,
  type RateOfReturn,
  xirr,
  xnpv,
} from '../finance/returns.ts'
import { cumulativeInterest, cumulativePrincipal, fv, ipmt, nper, pmt, ppmt, pv } from '../finance/annuity.ts'
import { declining, doubleDeclining, straightLine, sumOfYears } from '../finance/depreciation.ts'
import { effect, fvSchedule, ispmt, mirr, nominal, pduration, rate, rri, xnfv } from '../finance/rates.ts'
import { numError } from '../finance/spreadsheet-error.ts'
import { due, type Given, number, numbers, optional, texts } from './arguments.ts'

type Compute = (given: Given) => number | readonly number[]

/** As a spreadsheet: without a guess the one rate, with a guess the rate nearest to it. */
function rateOf(name: string, answer: RateOfReturn, guess: number | undefined): number {
  if (answer.kind === 'rate') return answer.rate
  const [nearest] =
    guess === undefined
      ? []
      : answer.roots.toSorted((one, other) => Math.abs(one - guess) - Math.abs(other - guess))
  if (nearest === undefined) throw numError(name, `is not meaningful here: ${answer.reason}`)
  return nearest
}

/** Dates in one list and amounts in another. */
function flows(given: Given, datesAt: number, amountsAt: number): DatedFlow[] {
  const dates = texts(given, datesAt)
  return numbers(given, amountsAt).map((amountUsd, i) => ({
    dayNumber: dayNumber(dates[i] ?? ''),
    amountUsd,
  }))
}

const rateAndSpan = (given: Given, compute: typeof cumulativeInterest): number =>
  compute(
    number(given, 0),
    number(given, 1),
    number(given, 2),
    number(given, 3),
    number(given, 4),
    due(given, 5),
  )

const partOfPayment = (given: Given, compute: typeof ipmt): number =>
  compute(
    number(given, 0),
    number(given, 1),
    number(given, 2),
    number(given, 3),
    optional(given, 4),
    due(given, 5),
  )

const annuity = (given: Given, compute: typeof pmt): number =>
  compute(number(given, 0), number(given, 1), number(given, 2), optional(given, 3), due(given, 4))

export const spreadsheetFunctions: Readonly<Record<string, Compute>> = {
  CUMIPMT: (given) => rateAndSpan(given, cumulativeInterest),
  CUMPRINC: (given) => rateAndSpan(given, cumulativePrincipal),
  DB: (given) =>
    declining(number(given, 0), number(given, 1), number(given, 2), number(given, 3), optional(given, 4)),
  DDB: (given) =>
    doubleDeclining(
      number(given, 0),
      number(given, 1),
      number(given, 2),
      number(given, 3),
      optional(given, 4),
    ),
  EFFECT: (given) => effect(number(given, 0), number(given, 1)),
  FV: (given) => annuity(given, fv),
  FVSCHEDULE: (given) => fvSchedule(number(given, 0), numbers(given, 1)),
  IPMT: (given) => partOfPayment(given, ipmt),
  IRR: (given) => rateOf('irr', irr(numbers(given, 0)), optional(given, 1)),
  /** Every rate of return, ascending. */
  'IRR, all roots': (given) => {
    const answer = irr(numbers(given, 0))
    return answer.kind === 'rate' ? [answer.rate] : answer.roots
  },
  ISPMT: (given) => ispmt(number(given, 0), number(given, 1), number(given, 2), number(given, 3)),
  MIRR: (given) => mirr(numbers(given, 0), number(given, 1), number(given, 2)),
  NOMINAL: (given) => nominal(number(given, 0), number(given, 1)),
  NPER: (given) => annuity(given, nper),
  NPV: (given) => npvFromPeriodOne(number(given, 0), numbers(given, 1)),
  'NPV from period 0': (given) => npvFromPeriodZero(number(given, 0), numbers(given, 1)),
  PDURATION: (given) => pduration(number(given, 0), number(given, 1), number(given, 2)),
  PMT: (given) => annuity(given, pmt),
  PPMT: (given) => partOfPayment(given, ppmt),
  PV: (given) => annuity(given, pv),
  RATE: (given) =>
    rate(
      number(given, 0),
      number(given, 1),
      number(given, 2),
      optional(given, 3),
      due(given, 4),
      optional(given, 5),
    ),
  RRI: (given) => rri(number(given, 0), number(given, 1), number(given, 2)),
  SLN: (given) => straightLine(number(given, 0), number(given, 1), number(given, 2)),
  SYD: (given) => sumOfYears(number(given, 0), number(given, 1), number(given, 2), number(given, 3)),
  XIRR: (given) => rateOf('xirr', xirr(flows(given, 0, 1)), optional(given, 2)),
  XNPV: (given) => xnpv(number(given, 0), flows(given, 1, 2)),
  XNFV: (given) => xnfv(number(given, 0), flows(given, 1, 2)),
}
