/** Tripwires in words, and as they are being typed. */
import type { SeenFigure, Tripwire } from '../../../../shared/diligence/entry.ts'
import type { TripwireState } from '../../../../shared/diligence/tripwires.ts'
import type { EvidenceClass } from '../../../../shared/figure.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import {
  type FieldReading,
  readAll,
  readDayField,
  readNumberField,
  readWordsField,
  wordsOrNull,
} from '../fields/field-values.ts'
import { counted } from '../words.ts'

/** Example: "coverage below 0.3 until 2027-03-31", "release: nothing new for 90 days". */
export function conditionWords({ metric, condition }: Pick<Tripwire, 'metric' | 'condition'>): string {
  if (condition.when === 'nothing-new')
    return `${metric}: nothing new for ${counted(condition.days, 'day', 'days')}`
  const by = condition.by === null ? '' : ` until ${condition.by}`
  return `${metric} ${condition.when} ${condition.threshold}${by}`
}

/** On what its state rests. Example: "0.25 seen on 2026-11-01, a third party". */
export function restsOn({ figure, quietUntil, state }: TripwireState): string {
  const seen =
    figure === null
      ? 'no figure was entered yet'
      : `${figure.value} seen on ${figure.seenOn}, ${evidenceWords[figure.class]}`
  if (quietUntil === null) return seen
  return `${seen}; ${state === 'red' ? 'due since' : 'due by'} ${quietUntil}`
}

export type TripwireDraft = {
  readonly tripwireId: string
  readonly words: string
  readonly metric: string
  readonly when: Tripwire['condition']['when']
  readonly threshold: string
  readonly by: string
  readonly days: string
}

export const tripwireKinds = [
  { value: 'below', label: 'falls below' },
  { value: 'above', label: 'rises above' },
  { value: 'nothing-new', label: 'has nothing new' },
] as const satisfies readonly { readonly value: Tripwire['condition']['when']; readonly label: string }[]

const farthest = 1e15

/** The metric's name as it is kept: small letters, digits and hyphens; null where none are left. */
export function metricOf(name: string): string | null {
  const id = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
    .slice(0, 64)
  return id === '' ? null : id
}

function readMetric(name: string): FieldReading<string> {
  const metric = metricOf(name)
  return metric === null
    ? { problem: 'Figure: expected a name with a letter, such as coverage.' }
    : { value: metric }
}

export function tripwireOfDraft(draft: TripwireDraft, today: string, who: string): FieldReading<Tripwire> {
  const read = readAll({
    words: readWordsField(draft.words, 'What it warns of', 400),
    metric: readMetric(draft.metric),
    condition: readCondition(draft, today),
  })
  if ('problem' in read) return read
  return { value: { kind: 'tripwire', tripwireId: draft.tripwireId, ...read.value, who } }
}

function readCondition(draft: TripwireDraft, today: string): FieldReading<Tripwire['condition']> {
  if (draft.when === 'nothing-new') {
    const days = readNumberField(draft.days, {
      label: 'Days',
      unit: 'count',
      low: 1,
      high: 3_650,
      isWhole: true,
    })
    if ('problem' in days) return days
    if (days.value === null) return { problem: 'Days: expected a whole number from 1 to 3650.' }
    return { value: { when: 'nothing-new', days: days.value } }
  }
  const threshold = readNumberField(draft.threshold, {
    label: 'Threshold',
    unit: 'count',
    low: -farthest,
    high: farthest,
  })
  if ('problem' in threshold) return threshold
  if (threshold.value === null) return { problem: 'Threshold: expected a number.' }
  if (draft.by.trim() === '') return { value: { when: draft.when, threshold: threshold.value, by: null } }
  const by = readDayField(draft.by, 'Until', null)
  if ('problem' in by) return by
  if (by.value < today) return { problem: `Until: expected a day from ${today} on, ${by.value} is over.` }
  return { value: { when: draft.when, threshold: threshold.value, by: by.value } }
}

export type FigureDraft = {
  readonly metric: string
  readonly value: string
  readonly class: EvidenceClass
  readonly seenOn: string
  readonly link: string
  readonly text: string
}

export function figureOfDraft(draft: FigureDraft, today: string, who: string): FieldReading<SeenFigure> {
  const read = readAll({
    metric: readMetric(draft.metric),
    value: readNumberField(draft.value, { label: 'Value', unit: 'count', low: -farthest, high: farthest }),
    seenOn: readDayField(draft.seenOn, 'Seen on', today),
  })
  if ('problem' in read) return read
  const { metric, value, seenOn } = read.value
  if (value === null) return { problem: 'Value: expected a number.' }
  return {
    value: {
      kind: 'figure',
      metric,
      value,
      class: draft.class,
      seenOn,
      link: wordsOrNull(draft.link),
      text: draft.text.trim(),
      who,
    },
  }
}
