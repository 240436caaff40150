/**
 * When money comes: every payout with its five dates, and what reaches the account on which day.
 * @see SPEC.md B2 to B5, B9
 */
import { hoursOf } from './hours.ts'
import { incomeOf } from './income.ts'
import type { ResolvedInputs } from './inputs.ts'
import { batchOf } from './batch.ts'
import type { PayoutEvent } from './payout.ts'
import { payoutsOf } from './payout.ts'
import { payoutTerms } from './payout-terms.ts'
import { timelineOf } from './timeline.ts'

/** Day numbers since 1970-01-01. */
export type Payout = {
  /** First and last day of the work that is paid. */
  readonly earnedFromDay: number
  readonly earnedToDay: number
  /** When its last day of work was credited. */
  readonly creditedDay: number
  readonly paidDay: number
  /** When it may be sold or sent. */
  readonly freeDay: number
  /** When the money of its sale, or the money itself, arrives; null where it never does. */
  readonly bankedDay: number | null
  /** Before the fee per payout, at its value on the paid day. */
  readonly paidUsd: number
}

export type CashCalendar = {
  readonly payouts: readonly Payout[]
  readonly arrivals: readonly { readonly day: number; readonly usd: number }[]
}

/**
 * The payouts of a scenario; null while its price or its rented share is unknown.
 * Example: work from Sunday 1 November 2026, paid on Fridays, transfer 2 days: the first payout holds the work of 1 to
 * 5 November, is paid on the 6th and banked on the 8th. @see SPEC.md B2
 */
export function cashCalendarOf(inputs: ResolvedInputs): CashCalendar | null {
  if (inputs.asked.length > 0) return null
  const batch = batchOf(inputs, 1)
  const timeline = timelineOf(batch)
  const terms = payoutTerms(batch, 0)
  const events: PayoutEvent[] = []
  payoutsOf(batch, timeline, incomeOf(batch, timeline, hoursOf(batch, timeline)), (event) =>
    events.push(event),
  )
  const dated = (day: number) => timeline.firstDay + day
  const lastWorkDay = timeline.monthOfDay.lastIndexOf(terms.horizonMonths - 1)
  const sales = events.filter((event) => event.kind === 'sold').map(({ day }) => day)
  const inTokens = batch.choices.payoutCurrency === 'token'
  let workedFrom = 0
  const payouts: Payout[] = []
  for (const event of events) {
    if (event.kind !== 'paid') continue
    const workedTo = Math.min(lastWorkDay, event.day - 1 - terms.creditDelayDays)
    const freeDay = event.day + terms.holdDays
    const sentDay = inTokens ? sales.find((day) => day >= freeDay) : freeDay
    payouts.push({
      earnedFromDay: dated(workedFrom),
      earnedToDay: dated(workedTo),
      creditedDay: dated(workedTo + 1 + terms.creditDelayDays),
      paidDay: dated(event.day),
      freeDay: dated(freeDay),
      bankedDay: sentDay === undefined ? null : dated(sentDay + terms.transferDays),
      paidUsd: event.usd,
    })
    workedFrom = workedTo + 1
  }
  const arrivals = events
    .filter((event) => event.kind === 'banked')
    .map(({ day, usd }) => ({ day: dated(day), usd }))
  return { payouts, arrivals }
}
