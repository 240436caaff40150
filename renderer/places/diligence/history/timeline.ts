/** All entries of a card, the newest first, by the day on which they were recorded. */
import { isoDate } from '../../../../shared/calendar.ts'
import type { AnswerValue, Entry } from '../../../../shared/diligence/entry.ts'
import { dayOfInstant, withdrawnSequences } from '../../../../shared/diligence/standing.ts'

export type TimelineEntry = {
  readonly entry: Entry
  /** Of an answer: what stood before it, and what it says. */
  readonly change: { readonly from: AnswerValue | null; readonly to: AnswerValue } | null
  readonly isWithdrawn: boolean
}

export type TimelineDay = { readonly day: string; readonly entries: readonly TimelineEntry[] }

export function timelineOf(entries: readonly Entry[]): readonly TimelineDay[] {
  const withdrawn = withdrawnSequences(entries)
  const days: { day: string; entries: TimelineEntry[] }[] = []
  const standing = new Map<string, AnswerValue>()
  for (const entry of entries) {
    const { body, sequence, origin, recordedAtUtcMs } = entry
    const isWithdrawn = withdrawn.has(sequence)
    const counts = !isWithdrawn && origin?.aside !== true
    const change = body.kind === 'answer' ? { from: standing.get(body.itemId) ?? null, to: body.value } : null
    if (body.kind === 'answer' && counts) standing.set(body.itemId, body.value)
    const day = isoDate(dayOfInstant(recordedAtUtcMs))
    const newest = days.at(-1)
    if (newest?.day === day) newest.entries.push({ entry, change, isWithdrawn })
    else days.push({ day, entries: [{ entry, change, isWithdrawn }] })
  }
  return days.toReversed().map(({ day, entries: ofDay }) => ({ day, entries: ofDay.toReversed() }))
}

/** The first `most` entries of a timeline, whole days cut where they must be. */
export function cutTimeline(days: readonly TimelineDay[], most: number): readonly TimelineDay[] {
  const shown: TimelineDay[] = []
  let left = most
  for (const { day, entries } of days) {
    if (left <= 0) break
    shown.push({ day, entries: entries.slice(0, left) })
    left -= entries.length
  }
  return shown
}

/** The day of the first entry; null without one. */
export function firstDayOf(entries: readonly Entry[]): string | null {
  const [first] = entries
  return first === undefined ? null : isoDate(dayOfInstant(first.recordedAtUtcMs))
}

/** On which days a picture of the card is taken: each day with an entry, and evenly between; the newest kept where there are too many. */
export function pictureDays(entries: readonly Entry[], today: string, most: number): readonly string[] {
  const first = firstDayOf(entries)
  if (first === null) return [today]
  const start = dayOfInstant(entries[0]?.recordedAtUtcMs ?? 0)
  const end = Math.max(start, Math.floor(Date.parse(`${today}T00:00:00Z`) / 86_400_000))
  const days = new Set<number>([start, end])
  const step = Math.max(1, Math.ceil((end - start) / Math.max(1, Math.floor(most / 2))))
  for (let day = end; day > start; day -= step) days.add(day)
  const recorded = new Set(entries.map(({ recordedAtUtcMs }) => dayOfInstant(recordedAtUtcMs)))
  for (const day of [...recorded].toSorted((a, b) => b - a)) {
    if (days.size >= most) break
    if (day <= end) days.add(day)
  }
  return [...days].toSorted((a, b) => a - b).map(isoDate)
}
