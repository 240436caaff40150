/** The words and forms of a report's figures. @see SPEC.md RP1 */
import { isoDate } from '../../calendar.ts'
import { formatFigure } from '../../units.ts'
import type { Part } from '../checklist.ts'
import { dayOfInstant } from '../standing.ts'
import type { ScoredItem } from '../score.ts'

export const partWords: Readonly<Record<Part, string>> = {
  service: 'Service',
  economics: 'Provider economics',
  token: 'Token',
  demand: 'Demand (counts in all three)',
}

/**
 * A range in whole steps (1: points, 10: tenths of one), the low end down and the high end up: what is shown holds what
 * is meant, and 59.96 is not yet the 60 that makes it acceptable.
 * Example: `outward({ low: 59.96, high: 80.01 }, 10)` is `{ low: 59.9, high: 80.1 }`. @see SPEC.md RP1
 */
export function outward(
  { low, high }: { readonly low: number; readonly high: number },
  stepsPerPoint: number,
): { readonly low: number; readonly high: number } {
  // Below what six decimals say, a double is not to be trusted: 62.3 x 10 may be 622.999...
  const steps = (score: number) => Number((score * stepsPerPoint).toFixed(6))
  return { low: Math.floor(steps(low)) / stepsPerPoint, high: Math.ceil(steps(high)) / stepsPerPoint }
}

/** A pillar's range in points of 100, to a tenth. Example: 59.96 to 80.01 is `'59.9 to 80.1'`. @see SPEC.md RP1 */
export function rangeOf(range: { readonly low: number; readonly high: number }): string {
  const { low, high } = outward(range, 10)
  return `${formatFigure(low, 'count')} to ${formatFigure(high, 'count')}`
}

/** By how many points at least, to a tenth, downwards. Example: `pointsOf(4.96)` is `'4.9'`. @see SPEC.md RP1 */
export function pointsOf(points: number): string {
  return formatFigure(outward({ low: points, high: points }, 10).low, 'count')
}

/** Example: `daysOf(1)` is `'1 day'`. */
export function daysOf(days: number): string {
  return formatFigure(days, 'days')
}

/** An instant in UTC, to the minute. Example: `minuteOf(0)` is `'1970-01-01 00:00 UTC'`. @see SPEC.md RP1 */
export function minuteOf(utcMs: number): string {
  const day = dayOfInstant(utcMs)
  const minutes = Math.floor((utcMs - day * 86_400_000) / 60_000)
  return `${isoDate(day)} ${twoDigits(Math.floor(minutes / 60))}:${twoDigits(minutes % 60)} UTC`
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0')
}

/** "2 questions", "1 question". Example: `counted(1, 'question')` is `'1 question'`. */
export function counted(count: number, one: string, many = `${one}s`): string {
  return `${formatFigure(count, 'count')} ${count === 1 ? one : many}`
}

/** Words joined as a sentence does. Example: `listed(['a', 'b', 'c'])` is `'a, b and c'`. */
export function listed(words: readonly string[]): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} and ${last}`
}

/** What was answered, and where it counts for less than it says. Example: nobody answered: "unknown". @see SPEC.md RP1 */
export function answerWords({ state, answer, isRedFlag, isYesCutToPartly }: ScoredItem): string {
  if (answer === null) return 'unknown: nobody has answered'
  if (state === 'not-applicable') return 'not applicable'
  const said = answer.value.replace('-', ' ')
  return [
    isYesCutToPartly ? `${said}, counts as partly: no test, receipt or record shows it` : said,
    ...(state === 'exemption-not-shown'
      ? ['counts as unknown at best: what would exempt it is not shown']
      : []),
    ...(isRedFlag ? ['a red flag'] : []),
  ].join('; ')
}
