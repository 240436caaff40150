/** One change of one input, as a person would make it in the workbook. */
import type { InputDefinition, ListInput } from '../../../shared/economics/input-definition.ts'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import { applies, wordOf } from '../../../shared/economics/inputs.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { monthAt } from '../../../shared/calendar.ts'
import { assumed } from '../../../shared/figure.ts'
import type { Value, Workbook } from '../../../shared/workbook/cells.ts'

export type Change = {
  readonly key: string
  readonly entries: InputEntries
  /** False where the engine's answer stays the same. */
  readonly changesAnswer: boolean
}

export type Edit = { readonly address: string; readonly value: string | number | null }

/** Another value of one input that the engine answers, with its answer `before`; null where it does not apply, or every other is refused. */
export function changeOf(entries: InputEntries, definition: InputDefinition, before: string): Change | null {
  const { key } = definition
  if (!applies(entries, key)) return null
  for (const other of othersOf(entries, definition)) {
    const changed = { ...entries, [key]: other }
    const evaluation = evaluate(changed)
    if (evaluation.kind === 'refused' || evaluation.answer === null) continue
    return { key, entries: changed, changesAnswer: JSON.stringify(evaluation) !== before }
  }
  return null
}

function othersOf(entries: InputEntries, definition: InputDefinition): readonly InputEntries[string][] {
  const { key } = definition
  switch (definition.kind) {
    case 'number':
    case 'integer': {
      const entry = entries[key]
      const value = (typeof entry === 'object' ? entry.value : null) ?? definition.assumed
      const { low, high, step, unit, kind } = definition
      const nearby =
        value === null
          ? [low + step * 3, low + step]
          : [value * 1.07 + step, value * 0.9, value + step, value - step, low]
      return nearby
        .map((other) => Math.min(high, Math.max(low, kind === 'integer' ? Math.round(other) : other)))
        .filter((other) => other !== value)
        .map((other) => assumed(other, unit))
    }
    case 'choice':
      return definition.options.map((option) => option.value).filter((word) => word !== wordOf(entries, key))
    case 'week': {
      const week = wordOf(entries, key)!
      const letters = definition.letters.map(({ letter }) => letter)
      return letters
        .map((letter) => `${week.slice(0, 31)}${letter.repeat(20)}${week.slice(51)}`)
        .filter((other) => other !== week)
    }
    case 'months':
      return [wordOf(entries, key)!.replaceAll(/[01]/g, (digit) => (digit === '1' ? '0' : '1'))]
    case 'month':
      return [monthAt(wordOf(entries, key)!, 3)]
    case 'list':
      return [listOf(entries, definition), '']
  }
}

/** A list of two rows from two months after the start, or from the bounds of its numbers. */
function listOf(entries: InputEntries, { key, columns }: ListInput): string {
  const start = wordOf(entries, 'startMonth')!
  const row = (r: number) =>
    columns
      .map((column, c) => {
        if (column.kind === 'month') return monthAt(start, (r + 1) * 2 + c * 3)
        if (key === 'tariffTiers') return c === 0 ? r * 120 : 0.21 + r * 0.13
        if (key === 'orderBook') return c === 0 ? 0.01 + r * 0.06 : 40 * (r + 1)
        if (key === 'resaleCurve') return c === 0 ? r * 20 : 0.9 - r * 0.3
        if (column.unit === 'ratio') return 0.3 * (r + 1)
        return Math.max(column.low, Math.min(column.high, c === 0 ? r + 1 : 11 * (r + 1)))
      })
      .join(' ')
  if (key === 'houseKwhByMonth' || key === 'solarSurplusKwhByMonth') {
    return Array.from({ length: 12 }, (_, m) => `${m + 1} ${20 + m * 9}`).join('; ')
  }
  if (key === 'contracts') return `${monthAt(start, 1)} ${monthAt(start, 100)} 1 0.27 33`
  return `${row(0)}; ${row(1)}`
}

function inputs(workbook: Workbook): Workbook['sheets'][number]['cells'] {
  return workbook.sheets.find(({ name }) => name === 'Inputs')!.cells
}

/** Cells of the Inputs sheet that a person types in, where two workbooks of one scenario differ. */
export function editsBetween(before: Workbook, after: Workbook): readonly Edit[] {
  const notTyped = /^[A-CE-N]\d+$/
  const edits: Edit[] = []
  for (const [address, cell] of inputs(after)) {
    if (cell.formula !== undefined || notTyped.test(address)) continue
    const value: Value = cell.value ?? null
    if (value !== (inputs(before).get(address)?.value ?? null))
      edits.push({ address, value: value as Edit['value'] })
  }
  return edits
}
