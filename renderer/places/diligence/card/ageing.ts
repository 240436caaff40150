/** What gets less certain only because time passes. */
import { dayNumber, isoDate } from '../../../../shared/calendar.ts'
import { certaintyOf } from '../../../../shared/diligence/certainty.ts'
import type { ScoredItem } from '../../../../shared/diligence/score.ts'

export const ageingDays = 30
/** Of certainty, that an answer loses within those days to be called ageing. */
const fading = 0.05

export type Ageing = {
  readonly scored: ScoredItem
  readonly now: number
  readonly later: number
}

/** How certain an item's answer is now, and will be in 30 days if nothing is done; null where it has none. */
function ageingOf(scored: ScoredItem, on: string): Ageing | null {
  const { answer, state, certainty, item } = scored
  if (state !== 'answered' || answer === null || certainty === 0) return null
  return { scored, now: certainty, later: certaintyOf(answer, item.halfLifeDays, daysAfter(on, ageingDays)) }
}

export function daysAfter(on: string, days: number): string {
  return isoDate(dayNumber(on) + days)
}

export function fadesSoon(scored: ScoredItem, on: string): boolean {
  const ageing = ageingOf(scored, on)
  return ageing !== null && ageing.now - ageing.later >= fading
}

/** What loses most by weight within 30 days, the most first. */
export function mostAgeing(items: readonly ScoredItem[], on: string, count: number): readonly Ageing[] {
  const lossOf = ({ scored, now, later }: Ageing) => scored.weight * (now - later)
  return items
    .flatMap((scored) => ageingOf(scored, on) ?? [])
    .filter((ageing) => lossOf(ageing) > 0)
    .toSorted((a, b) => lossOf(b) - lossOf(a))
    .slice(0, count)
}
