/** Which fees hold when. @see SPEC.md MK2, MK3 */
import type { FeeStep } from './market-profile.ts'

/**
 * The step in force on a day for what is paid out in a currency: of those that fit it and begin no later, the latest;
 * on one day the currency's own step stands before "any". Null: unknown.
 * Example: 4 % for tokens from the beginning, unknown from 2026-03-23: on 2026-03-22 the 4 %. @see SPEC.md MK2
 */
export function feeStepOn(
  fees: readonly FeeStep[],
  isoDay: string,
  payoutCurrency: 'cash' | 'token',
): FeeStep | null {
  let inForce: FeeStep | null = null
  for (const step of fees) {
    if (!fits(step, payoutCurrency) || beginning(step) > isoDay) continue
    if (inForce === null || standsBefore(step, inForce)) inForce = step
  }
  return inForce
}

/**
 * The steps that begin after a day, each with the month from which the engine counts it: its own where it begins on
 * the first, else the next. Of several in one month the last counts.
 * Example: a step of 2026-03-23 counts from 2026-04. @see SPEC.md MK3
 */
export function feeStepsAfter(
  fees: readonly FeeStep[],
  isoDay: string,
  payoutCurrency: 'cash' | 'token',
): readonly (FeeStep & { readonly fromMonth: string })[] {
  const days = fees
    .filter((step) => fits(step, payoutCurrency) && beginning(step) > isoDay)
    .map(beginning)
    .toSorted()
  const byMonth = new Map<string, FeeStep & { readonly fromMonth: string }>()
  for (const day of days) {
    const fromMonth = firstWholeMonth(day)
    byMonth.set(fromMonth, { ...feeStepOn(fees, day, payoutCurrency)!, fromMonth })
  }
  return [...byMonth.values()]
}

function fits(step: FeeStep, payoutCurrency: 'cash' | 'token'): boolean {
  return step.payoutCurrency === 'any' || step.payoutCurrency === payoutCurrency
}

const beginning = ({ from }: FeeStep): string => from ?? ''

function standsBefore(step: FeeStep, other: FeeStep): boolean {
  const [own, beside] = [beginning(step), beginning(other)]
  return own > beside || (own === beside && other.payoutCurrency === 'any' && step.payoutCurrency !== 'any')
}

function firstWholeMonth(day: string): string {
  if (day.endsWith('-01')) return day.slice(0, 7)
  const [year, month] = [Number(day.slice(0, 4)), Number(day.slice(5, 7))]
  return month === 12 ? `${year + 1}-01` : `${year}-${String(month + 1).padStart(2, '0')}`
}
