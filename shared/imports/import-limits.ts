/**
 * What may come in from outside, as data, and how a refusal is put: what is wrong, where, what was expected, what to
 * do. @see SPEC.md IM1
 */

/** A real dump of a market is far below each of these; a bomb is above one of them. */
export const importLimits = {
  bytes: 16 * 1024 * 1024,
  rows: 100_000,
  columns: 200,
  cells: 2_000_000,
  /** Characters of one cell, one key or one piece of text in JSON. */
  cellCharacters: 20_000,
  headerCharacters: 200,
  jsonDepth: 64,
  /** Of one object. */
  jsonKeys: 10_000,
  /** Objects, arrays and scalars of one JSON text. */
  jsonValues: 1_000_000,
} as const

/** Why a text is not taken. `line` and `column` count from 1 in the text; null where the whole is meant. */
export type Refusal = {
  readonly kind: 'refused'
  /** Sentences that already name the line and the column. */
  readonly message: string
  readonly line: number | null
  readonly column: number | null
}

/** What came of reading a text. */
export type Reading<Value> = { readonly kind: 'read'; readonly value: Value } | Refusal

/** The text can mean two things, and only a person knows which: nothing is taken until the mapping says it. */
export type Question = {
  readonly kind: 'asks'
  readonly about: 'decimal sign' | 'date order' | 'ask price'
  /** In a sentence that names column and line. */
  readonly question: string
  /** The header of the column in question, and the line of the first text that can mean two things. */
  readonly column: string
  readonly line: number
  /** What the mapping may be set to. */
  readonly choices: readonly string[]
}

export type ReadingOrQuestion<Value> = Reading<Value> | Question

/** A line that says the same as an earlier one. */
export type DuplicateLine = { readonly line: number; readonly sameAsLine: number }

/** A line that cannot be taken; `column` is a header, null where the whole line is meant. */
export type RejectedLine = {
  readonly line: number
  readonly column: string | null
  readonly found: string
  readonly expected: string
}

/** What an import would bring, line by line: every line of the file is in exactly one of the three. */
export type Preview<Accepted> = {
  readonly accepted: readonly Accepted[]
  readonly duplicates: readonly DuplicateLine[]
  readonly rejected: readonly RejectedLine[]
}

/**
 * A refusal at a place of the text. Example: `refusedAt('The text ends inside a value', 3, 7, 'Save it whole.').message`
 * is `'The text ends inside a value (line 3, column 7). Save it whole.'`. @see SPEC.md IM1
 */
export function refusedAt(what: string, line: number, column: number, remedy: string): Refusal {
  return { kind: 'refused', message: `${what} (line ${line}, column ${column}). ${remedy}`, line, column }
}

/** A number with thousands as commas, as limits are shown. */
export function counted(number: number): string {
  return String(number).replace(/\B(?=(?:\d{3})+$)/g, ',')
}
