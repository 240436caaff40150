/**
 * What the payouts of a scenario brought, as dated events whose amounts are expressions. The engine's own run says
 * on which days something happened; every amount is computed anew from the days of work that a payout carries.
 * @see SPEC.md B1 to B12
 */
import { isoDate } from '../calendar.ts'
import { batchOf } from '../economics/batch.ts'
import type { PayoutEvent } from '../economics/payout.ts'
import { payoutsOf } from '../economics/payout.ts'
import { statementOf } from '../economics/statement.ts'
import type { Expression } from './expression.ts'
import { fact, minus, over, plus, times, zero } from './expression.ts'
import { paysTokens, perDay, tokenPrice } from './income.ts'
import { offered, type Sold } from './sale.ts'
import type { Subject } from './subject.ts'
import { amount, horizon, input, part } from './subject.ts'

export type Payout = {
  readonly day: number
  /** Before the fee per payout, at the price of its day. */
  readonly valueUsd: Expression
  readonly netUsd: Expression
  /** Null where it is paid in cash. */
  readonly tokens: Expression | null
}

export type Sale = Sold & {
  readonly day: number
  /** After the exchange fee. */
  readonly proceedsUsd: Expression
  readonly costUsd: Expression
  /** What its tokens were worth when they were paid. */
  readonly paidValueUsd: Expression
}

export type Loss = {
  readonly day: number
  readonly usd: Expression
  /** The part that had been paid already, at its value on the paid day; null where nothing had. */
  readonly paidUsd: Expression | null
}

/** What is left of a payout's tokens. */
type Lot = { readonly freeDay: number; tokens: Expression; number: number; valueUsd: Expression }

/** At the end of a month: what is on the platform, held, and under way. */
export type Balance = { readonly inNetworkUsd: Expression; readonly underWayUsd: Expression }

export type Run = {
  readonly payouts: readonly Payout[]
  readonly sales: readonly Sale[]
  readonly losses: readonly Loss[]
  /** Money that reached the account. */
  readonly arrivals: readonly { readonly day: number; readonly usd: Expression }[]
  /** One for each month of the calendar. */
  readonly balances: readonly Balance[]
}

/** The date of a day since the start. */
function dateOf(subject: Subject, day: number): string {
  return isoDate(subject.timeline.firstDay + day)
}

export function runOf(subject: Subject): Run {
  return part(subject, 'run', () => buildRun(subject))
}

function eventsOf(subject: Subject): readonly PayoutEvent[] {
  const batch = batchOf(subject.inputs, 1)
  const events: PayoutEvent[] = []
  payoutsOf(batch, subject.timeline, statementOf(batch).income, (event) => events.push(event))
  return events
}

/** Work of the days from `from` to `to`, both included: so many days of each month at what a day of it adds. */
function workOf(
  subject: Subject,
  from: number,
  to: number,
): { readonly usd: Expression; readonly tokens: Expression | null } {
  const { monthOfDay } = subject.timeline
  const usd: Expression[] = []
  const tokens: Expression[] = []
  for (let day = from; day <= to;) {
    const m = monthOfDay[day]!
    const end = Math.min(to, monthOfDay.lastIndexOf(m))
    const days = fact(`Days of work in ${subject.timeline.months[m]!.month}`, end - day + 1, 'days')
    const each = perDay(subject, m)
    if (each.usd !== null) usd.push(times(['Days times credit', 'usd'], days, each.usd))
    if (each.tokens !== null) tokens.push(times(['Days times tokens', 'count'], days, each.tokens))
    day = end + 1
  }
  const span = `${dateOf(subject, from)} to ${dateOf(subject, to)}`
  return {
    usd: usd.length === 0 ? zero('No work', 'usd') : plus([`Credited for ${span}`, 'usd', 'B2'], ...usd),
    tokens: tokens.length === 0 ? null : plus([`Tokens credited for ${span}`, 'count', 'B2'], ...tokens),
  }
}

/** Work at the token's price of a day. */
function workWorth(subject: Subject, from: number, to: number, day: number): Expression | null {
  if (to < from) return null
  const { usd, tokens } = workOf(subject, from, to)
  if (tokens === null) return usd
  const inTokens = times(['Tokens at the price of the day', 'usd'], tokens, tokenPrice(subject, day))
  return plus([`Balance on ${dateOf(subject, day)}`, 'usd', 'B4'], usd, inTokens)
}

function buildRun(subject: Subject): Run {
  const { timeline } = subject
  const inTokens = paysTokens(subject)
  const hold = amount(subject, 'holdDays')
  const transfer = amount(subject, 'transferDays')
  const delay = amount(subject, 'creditDelayDays')
  const workDays = timeline.monthOfDay.lastIndexOf(horizon(subject) - 1) + 1
  const stops = amount(subject, 'networkStopsAfterMonths')
  const stopDay = stops > 0 && stops <= horizon(subject) ? timeline.monthOfDay.lastIndexOf(stops - 1) : -1
  const payouts: Payout[] = []
  const sales: Sale[] = []
  const losses: Loss[] = []
  const arrivals: { day: number; usd: Expression }[] = []
  const balances: Balance[] = []
  let lots: Lot[] = []
  let cash: { readonly freeDay: number; readonly usd: Expression }[] = []
  let underWay: { readonly day: number; readonly usd: Expression }[] = []
  /** The first day of work that no payout has carried yet. */
  let unpaid = 0

  const worthOfLots = (day: number) =>
    lots.map((lot) =>
      times(['Held tokens at the price of the day', 'usd'], lot.tokens, tokenPrice(subject, day)),
    )
  const event = (current: PayoutEvent, isLast: boolean) => {
    const { day } = current
    const date = dateOf(subject, day)
    const price = tokenPrice(subject, day)
    const credited = Math.min(day - 1 - delay, workDays - 1)
    if (current.kind === 'paid') {
      const work = workOf(subject, unpaid, credited)
      const valueUsd = workWorth(subject, unpaid, credited, day) ?? zero('Nothing', 'usd')
      const fee = input(subject, 'withdrawalFeeUsd')
      const netUsd = minus([`Payout of ${date}`, 'usd', 'B4'], valueUsd, fee)
      unpaid = credited + 1
      if (!inTokens) {
        payouts.push({ day, valueUsd, netUsd, tokens: null })
        cash.push({ freeDay: day + hold, usd: netUsd })
        return
      }
      const bought = over(
        ['Tokens for the dollars, less the fee', 'count', 'B4'],
        minus(['Dollars less the fee', 'usd'], work.usd, fee),
        price,
      )
      const tokens =
        work.tokens === null ? bought : plus([`Tokens paid on ${date}`, 'count', 'B4'], work.tokens, bought)
      payouts.push({ day, valueUsd, netUsd, tokens })
      lots.push({ freeDay: day + hold, tokens, number: current.tokens, valueUsd: netUsd })
    } else if (current.kind === 'sold') {
      const waiting = lots.filter((lot) => lot.freeDay <= day)
      const all = plus([`Tokens offered on ${date}`, 'count', 'B5'], ...waiting.map(({ tokens }) => tokens))
      const sold = offered(subject, all, price, date)
      const proceedsUsd = times(
        [`Sale of ${date}`, 'usd', 'B5'],
        sold.grossUsd,
        minus(
          ['After the exchange fee', 'ratio'],
          fact('All of it', 1, 'ratio'),
          input(subject, 'exchangeFeeRatio'),
        ),
      )
      const taken = takeLots(waiting, current.tokens, sold.tokens)
      lots = [...taken.left, ...lots.filter((lot) => lot.freeDay > day)]
      sales.push({
        ...sold,
        day,
        proceedsUsd,
        costUsd: minus(
          [`Cost of selling on ${date}`, 'usd', 'B5'],
          times(['Tokens at the price of the day', 'usd'], sold.tokens, price),
          proceedsUsd,
        ),
        paidValueUsd: taken.valueUsd,
      })
      underWay.push({ day: day + transfer, usd: proceedsUsd })
    } else if (current.kind === 'banked') {
      const due = underWay.filter((each) => each.day === day).map(({ usd }) => usd)
      arrivals.push({
        day,
        usd: due.length === 1 ? due[0]! : plus([`Arrived on ${date}`, 'usd', 'B5'], ...due),
      })
      underWay = underWay.filter((each) => each.day !== day)
    } else if (isLast && (day === stopDay || day === timeline.days - 1)) {
      const onPlatform = workWorth(subject, unpaid, Math.min(day, workDays - 1), day)
      const heldCash = cash.map(({ usd }) => usd)
      const paid = [...heldCash, ...lots.map(({ valueUsd }) => valueUsd)]
      const lost = [...(onPlatform === null ? [] : [onPlatform]), ...heldCash, ...worthOfLots(day)]
      losses.push({
        day,
        usd: plus(
          [`Lost on ${date}`, 'usd', day === stopDay ? 'B11' : 'B9'],
          ...(lost.length === 0 ? [zero('Nothing', 'usd')] : lost),
        ),
        paidUsd:
          paid.length === 0 ? null : plus(['Of it paid before, at its value then', 'usd', 'TX1'], ...paid),
      })
      unpaid = Math.min(day, workDays - 1) + 1
      lots = []
      cash = []
    } else {
      const lost = workWorth(subject, unpaid, credited, day)
      unpaid = credited + 1
      if (lost !== null) losses.push({ day, usd: lost, paidUsd: null })
    }
  }

  const events = eventsOf(subject)
  let next = 0
  timeline.months.forEach((_, m) => {
    const lastDay = timeline.monthOfDay.lastIndexOf(m)
    /** Cash moves by the calendar alone: what is free on a day is sent on it, before what arrives that day. */
    const send = (day: number) => {
      for (const each of cash.filter(({ freeDay }) => freeDay <= day)) {
        underWay.push({ day: each.freeDay + transfer, usd: each.usd })
      }
      cash = cash.filter(({ freeDay }) => freeDay > day)
    }
    while (next < events.length && events[next]!.day <= lastDay) {
      const current = events[next]!
      if (current.kind === 'banked' || current.kind === 'lost') send(current.day)
      next += 1
      event(current, events[next]?.day !== current.day)
    }
    send(lastDay)
    const onPlatform = workWorth(subject, unpaid, Math.min(lastDay, workDays - 1), lastDay)
    const inNetwork = [
      ...(onPlatform === null ? [] : [onPlatform]),
      ...cash.map(({ usd }) => usd),
      ...worthOfLots(lastDay),
    ]
    const name = timeline.months[m]!.month
    balances.push({
      inNetworkUsd: sumOrZero(inNetwork, `Held by the network at the end of ${name}`),
      underWayUsd: sumOrZero(
        underWay.map(({ usd }) => usd),
        `Under way at the end of ${name}`,
      ),
    })
  })
  return { payouts, sales, losses, arrivals, balances }
}

export function sumOrZero(parts: readonly Expression[], label: string): Expression {
  if (parts.length === 0) return zero(`${label}: nothing`, 'usd')
  return plus([label, 'usd', 'B6'], ...parts)
}

/** Takes what a sale sold from the oldest lots; a lot of which a billionth of it would be left is used up. @see SPEC.md B12 */
function takeLots(
  lots: readonly Lot[],
  number: number,
  tokens: Expression,
): { readonly left: Lot[]; readonly valueUsd: Expression } {
  const values: Expression[] = []
  const whole: Expression[] = []
  let left = number
  let used = 0
  if (number >= lots.reduce((total, lot) => total + lot.number, 0) * (1 - 1e-9)) {
    const all = lots.map(({ valueUsd }) => valueUsd)
    return { left: [], valueUsd: sumOrZero(all, 'Worth when it was paid') }
  }
  for (const lot of lots) {
    if (left <= 0) break
    if (lot.number - left > number * 1e-9) {
      const taken = whole.length === 0 ? tokens : minus(['Taken of the lot', 'count'], tokens, ...whole)
      const share = over(['Share of the lot', 'ratio'], taken, lot.tokens)
      const value = times(['Its part of the value', 'usd', 'B12'], lot.valueUsd, share)
      const rest: Lot = {
        freeDay: lot.freeDay,
        tokens: minus(['Left of the lot', 'count', 'B12'], lot.tokens, taken),
        number: lot.number - left,
        valueUsd: minus(['Value left in the lot', 'usd'], lot.valueUsd, value),
      }
      values.push(value)
      return { left: [rest, ...lots.slice(used + 1)], valueUsd: sumOrZero(values, 'Worth when it was paid') }
    }
    whole.push(lot.tokens)
    values.push(lot.valueUsd)
    left -= lot.number
    used += 1
  }
  return { left: lots.slice(used), valueUsd: sumOrZero(values, 'Worth when it was paid') }
}

/** Events of one month. */
export function inMonth<T extends { readonly day: number }>(
  subject: Subject,
  events: readonly T[],
  m: number,
): readonly T[] {
  return events.filter(({ day }) => subject.timeline.monthOfDay[day] === m)
}
