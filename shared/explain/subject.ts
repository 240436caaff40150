/**
 * The scenario that is being explained: its numbers with where they are from, and its calendar.
 */
import type { Figure } from '../figure.ts'
import type { NumberInput } from '../economics/input-definition.ts'
import type { ListKey, NumberKey } from '../economics/input-table.ts'
import type { InputEntries, ResolvedInputs } from '../economics/inputs.ts'
import { batchOf } from '../economics/batch.ts'
import { definitionOf } from '../economics/inputs.ts'
import type { ListRow } from '../economics/lists.ts'
import { listRows, monthNumber } from '../economics/lists.ts'
import type { MonthOfWork, Timeline } from '../economics/timeline.ts'
import { timelineOf } from '../economics/timeline.ts'
import type { Expression, InputLeaf } from './expression.ts'
import { fact } from './expression.ts'
import type { Values } from './value.ts'
import { valueOf } from './value.ts'

export type Subject = {
  readonly entries: InputEntries
  readonly inputs: ResolvedInputs
  /** Numbers that are not the scenario's own but this question's: key and why. */
  readonly set: Readonly<Partial<Record<NumberKey, string>>>
  readonly timeline: Timeline
  /** Parts that several figures share. */
  readonly parts: Map<string, unknown>
  readonly values: Values
}

export function subjectOf(entries: InputEntries, inputs: ResolvedInputs, set: Subject['set'] = {}): Subject {
  const timeline = timelineOf(batchOf(inputs, 1))
  return { entries, inputs, set, timeline, parts: new Map(), values: new Map() }
}

/** The same scenario with some numbers replaced for a question, such as "with the token flat". */
export function asking(
  subject: Subject,
  numbers: Partial<ResolvedInputs['numbers']>,
  why: string,
  choices: Partial<ResolvedInputs['choices']> = {},
): Subject {
  const { inputs } = subject
  const reasons = Object.fromEntries(Object.keys(numbers).map((key) => [key, why]))
  return subjectOf(
    subject.entries,
    {
      ...inputs,
      numbers: { ...inputs.numbers, ...numbers },
      choices: { ...inputs.choices, ...choices },
    },
    { ...subject.set, ...reasons },
  )
}

/** Makes a part once. */
export function part<T>(subject: Subject, key: string, make: () => T): T {
  if (!subject.parts.has(key)) subject.parts.set(key, make())
  return subject.parts.get(key) as T
}

/** What a part is worth, computed once. */
export function worth(subject: Subject, expression: Expression): number {
  return valueOf(expression, subject.values)
}

/** The number itself, 0 where it does not apply or is left out. */
export function amount(subject: Subject, key: NumberKey): number {
  return subject.inputs.numbers[key] ?? 0
}

/** An input as a leaf, with its source; where it does not apply or is unknown, what the rule takes instead. */
export function input(subject: Subject, key: NumberKey, otherwise = 0): Expression {
  return part(subject, `input ${key}`, () => {
    const definition = definitionOf(key) as NumberInput
    const value = subject.inputs.numbers[key]
    if (value === null || value === undefined) {
      return fact(`${definition.label} (left out)`, otherwise, definition.unit)
    }
    return {
      kind: 'input',
      key,
      label: definition.label,
      value,
      unit: definition.unit,
      ...origin(subject, key),
    }
  })
}

function origin(subject: Subject, key: NumberKey): Pick<InputLeaf, 'source' | 'asOf' | 'class'> {
  const why = subject.set[key]
  if (why !== undefined) return { source: why, asOf: null, class: 'assumption' }
  const entry = subject.entries[key] as Figure | undefined
  if (entry !== undefined && entry.value !== null && typeof entry !== 'string') {
    return { source: entry.source, asOf: entry.asOf, class: entry.class }
  }
  const filled = subject.inputs.assumptions.find((each) => each.key === key)
  const bad = 'nobody knows it: the bad end of Idlewatt’s range'
  return { source: filled?.source ?? bad, asOf: null, class: 'assumption' }
}

/** The word of a choice; null where the choice does not apply. */
export function choice(subject: Subject, key: keyof ResolvedInputs['choices']): string | null {
  const words: Readonly<Record<string, string>> = subject.inputs.choices
  const applies = (definitionOf(key).appliesWhen ?? []).every((when) => when.is.includes(words[when.key]!))
  return applies ? words[key]! : null
}

/** A cell of a list as a leaf. */
export function cell(
  subject: Subject,
  key: ListKey,
  row: ListRow,
  column: number,
  label: string,
): Expression {
  const definition = definitionOf(key)
  const unit = definition.kind === 'list' ? definition.columns[column] : undefined
  return {
    kind: 'input',
    key,
    label,
    value: row[column]!,
    unit: unit === undefined || unit.kind === 'month' ? 'count' : unit.unit,
    source: subject.entries[key] === undefined ? null : `${definition.label}, as typed`,
    asOf: null,
    class: 'assumption',
  }
}

/** The rows of a list that applies. */
export function rows(subject: Subject, key: ListKey): readonly ListRow[] {
  return part(subject, `rows ${key}`, () => listRows(subject.inputs.choices[key]))
}

/** Rows whose month has begun by month m. */
export function begun(subject: Subject, key: ListKey, m: number): readonly ListRow[] {
  const start = monthNumber(subject.timeline.months[0]!.month)
  return rows(subject, key).filter(([from]) => from! - start <= m)
}

/** Months after the first, from 0, of the first cell of a row. */
export function monthOfRow(subject: Subject, [from]: ListRow): number {
  return from! - monthNumber(subject.timeline.months[0]!.month)
}

export function month(subject: Subject, m: number): MonthOfWork {
  return subject.timeline.months[m]!
}

export function horizon(subject: Subject): number {
  return subject.inputs.numbers.horizonMonths!
}

/** Months of the first year, or of the horizon where it is shorter. @see SPEC.md N1 */
export function firstYear(subject: Subject): readonly number[] {
  return Array.from({ length: Math.min(12, horizon(subject)) }, (_, m) => m)
}

export function workMonths(subject: Subject): readonly number[] {
  return Array.from({ length: horizon(subject) }, (_, m) => m)
}

export function allMonths(subject: Subject): readonly number[] {
  return subject.timeline.months.map((_, m) => m)
}
