/** Dated fee schedules: which step holds on a day, and which come later. @see SPEC.md MK2 */
import { monthAt } from '../calendar.ts'
import type { FeeStep } from './market-profile.ts'

export type PaidOutIn = 'cash' | 'token'

/** A step and the first month, YYYY-MM, of which it holds the greater part. */
export type LaterFeeStep = { readonly month: string; readonly step: FeeStep }

/**
 * The step that holds on a day for one payout currency: the latest that has begun; of two of the same date
 * the currency's own before `any`. Null: the schedule says nothing of that day.
 * Example: steps of null, 4 %, token and 2026-03-23, unknown, any: `feeStepOn(fees, '2026-03-22', 'token')` is the
 * first, on the next day it is the second, and in cash the day before is null. @see SPEC.md MK2
 */
export function feeStepOn(fees: readonly FeeStep[], isoDay: string, paidOutIn: PaidOutIn): FeeStep | null {
  return inForce(fees, paidOutIn).findLast(({ from }) => from === null || from <= isoDay) ?? null
}

/**
 * The steps that begin after a day, each by the month from which a monthly engine applies it: its own month if it
 * begins by the 15th, else the next; of several in one month the last whose fee is known, else the last. An unknown
 * fee stays unknown: the rule for unknowns decides. Example: after 2026-03-01 a step of 2026-03-23 comes as `{ month: '2026-04', step }`.
 * @see SPEC.md MK3, I7
 */
export function feeStepsAfter(
  fees: readonly FeeStep[],
  isoDay: string,
  paidOutIn: PaidOutIn,
): readonly LaterFeeStep[] {
  const byMonth = new Map<string, FeeStep>()
  for (const step of inForce(fees, paidOutIn)) {
    if (step.from === null || step.from <= isoDay) continue
    const month = monthFrom(step.from)
    if (isKnown(step) || !byMonth.has(month)) byMonth.set(month, step)
  }
  return Array.from(byMonth, ([month, step]) => ({ month, step }))
}

/** The month of the first later step whose fee is unknown; null where all are known. @see SPEC.md MK3 */
export function feeUnknownFrom(
  fees: readonly FeeStep[],
  isoDay: string,
  paidOutIn: PaidOutIn,
): string | null {
  const unknown = inForce(fees, paidOutIn).find(
    (step) => step.from !== null && step.from > isoDay && !isKnown(step),
  )
  return unknown?.from ? monthFrom(unknown.from) : null
}

function isKnown({ platformFeeRatio }: FeeStep): boolean {
  return platformFeeRatio.value !== null
}

/** The steps that fit, one for each date, by date: where both fit, the currency's own. */
function inForce(fees: readonly FeeStep[], paidOutIn: PaidOutIn): readonly FeeStep[] {
  const byDate = new Map<string, FeeStep>()
  for (const step of fees) {
    if (step.payoutCurrency !== 'any' && step.payoutCurrency !== paidOutIn) continue
    const date = step.from ?? ''
    if (step.payoutCurrency === paidOutIn || !byDate.has(date)) byDate.set(date, step)
  }
  return [...byDate.values()].toSorted((a, b) => ((a.from ?? '') < (b.from ?? '') ? -1 : 1))
}

function monthFrom(isoDay: string): string {
  return monthAt(isoDay.slice(0, 7), Number(isoDay.slice(8)) <= 15 ? 0 : 1)
}
