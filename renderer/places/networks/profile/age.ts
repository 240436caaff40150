/** How old what is known is. What is older than half a year is said to be old, in words. */
import { dayNumber, firstDay, isoDate, lastDay } from '../../../../shared/calendar.ts'

const oldAfterDays = 180
const dayMs = 86_400_000

/** The page's own clock. */
export function todayOf(nowUtcMs: number): string {
  return isoDate(Math.floor(nowUtcMs / dayMs))
}

/** Days since a date; of "2026-03" or "2026" since its last day, so that nothing is called old too early. */
export function ageInDays(asOf: string, today: string): number | null {
  const match = /^(\d{4})(?:-(0[1-9]|1[0-2]))?(?:-(\d{2}))?$/.exec(asOf)
  if (match === null) return null
  const [, year, month = '12', day] = match
  const date =
    day === undefined ? lastDay(`${year}-${month}`) : firstDay(`${year}-${month}`) + Number(day) - 1
  return Math.max(0, dayNumber(today) - date)
}

export function isOld(asOf: string | null, today: string): boolean {
  const days = asOf === null ? null : ageInDays(asOf, today)
  return days !== null && days > oldAfterDays
}

/** "old: 8 months", "old: 2 years"; null for what is not. */
export function oldWords(asOf: string | null, today: string): string | null {
  const days = asOf === null ? null : ageInDays(asOf, today)
  if (days === null || days <= oldAfterDays) return null
  const months = Math.floor(days / 30.44)
  return months < 24 ? `old: ${months} months` : `old: ${Math.floor(months / 12)} years`
}
