/** A report's questions as CSV: one row each, for a spreadsheet. @see SPEC.md RP5 */
import { evidenceWords } from '../words.ts'
import { minuteOf } from './words.ts'
import type { ComputedBasis } from '../entry.ts'
import type { Report, ReportItem } from './report.ts'
import { visible } from './visible.ts'

type Field = string | number | boolean | null

/** The unit is part of a column's name. */
const columns: Readonly<Record<string, (item: ReportItem, report: Report) => Field>> = {
  card: (_, { name }) => name,
  as_of: (_, { on }) => on,
  roles: (_, { roles }) => roles.join(' and '),
  part: ({ scored }) => scored.item.part,
  topic: ({ scored }) => scored.item.topic,
  item_id: ({ scored }) => scored.item.id,
  question: ({ scored }) => scored.item.question,
  importance: ({ scored }) => scored.item.importance,
  weight: ({ scored }) => scored.weight,
  is_red_flag_question: ({ scored }) => scored.item.redFlag,
  answer: ({ scored }) => scored.answer?.value ?? 'unanswered',
  state: ({ scored }) => scored.state,
  raises_red_flag: ({ scored }) => scored.isRedFlag,
  yes_counts_as_partly: ({ scored }) => scored.isYesCutToPartly,
  evidence_class: ({ scored }) => (scored.answer === null ? null : evidenceWords[scored.answer.class]),
  seen_on: ({ scored }) => scored.answer?.seenOn ?? null,
  age_days: ({ ageDays }) => ageDays,
  half_life_days: ({ scored }) => scored.item.halfLifeDays,
  certainty_0_to_1: ({ scored }) => scored.certainty,
  low_0_to_1: ({ scored }) => scored.interval.low,
  high_0_to_1: ({ scored }) => scored.interval.high,
  own_test_can_change_a_verdict: ({ toFindOut }) => toFindOut?.isVerdictChanging ?? null,
  own_test_narrows_by_points: ({ toFindOut }) => toFindOut?.widthPoints ?? null,
  computed_usage_alone_usd: ({ scored }) => computed(scored.answer?.computed, 'net')?.usageOnlyUsd ?? null,
  computed_slippage_0_to_1: ({ scored }) => computed(scored.answer?.computed, 'exit')?.slippageRatio ?? null,
  text: ({ scored }) => scored.answer?.text ?? null,
  link: ({ scored }) => scored.answer?.link ?? null,
  quote: ({ scored }) => scored.answer?.quote ?? null,
  file_name: ({ fileName }) => fileName,
  file_sha256: ({ scored }) => scored.answer?.fileSha256 ?? null,
  who: ({ scored }) => scored.answer?.who ?? null,
  recorded_at: ({ scored }) => (scored.answer === null ? null : minuteOf(scored.answer.recordedAtUtcMs)),
  entries: ({ numbers }) => numbers.join(' '),
}

function computed<By extends ComputedBasis['by']>(basis: ComputedBasis | null | undefined, by: By) {
  return basis?.by === by ? (basis as Extract<ComputedBasis, { by: By }>) : null
}

/**
 * UTF-8 with a byte order mark (without it Excel reads another code page), lines ended by CR LF, every text quoted,
 * numbers and nothing-known (empty) bare. Example: an item nobody answered has an empty `age_days`. @see SPEC.md RP5
 */
export function csvOf(report: Report): string {
  const rows = report.items.map((item) =>
    Object.values(columns).map((valueOf) => cell(valueOf(item, report))),
  )
  return `\ufeff${[Object.keys(columns).map(cell), ...rows].map((row) => `${row.join(',')}\r\n`).join('')}`
}

function cell(value: Field): string {
  if (value === null) return ''
  if (typeof value !== 'string') return String(value)
  return `"${cellText(value).replaceAll('"', '""')}"`
}

/** Marks by which spreadsheets know a formula, also in full width, also behind blanks. */
const formulaStart = /^(?=\s*[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/
/** A program that takes semicolons or line ends for the ends of cells sees a start here too. */
const innerStart = /([;\n][^\S\n]*)(?=[=+\-@\uff1d\uff0b\uff0d\uff20\u2212])/g

/**
 * A text that no spreadsheet takes for a formula: an apostrophe stands before what would be one, and no control
 * character is left. Example: `cellText('=1+1')` is `"'=1+1"`. @see SPEC.md RP5
 */
export function cellText(text: string): string {
  return visible(text).replace(formulaStart, "'").replace(innerStart, "$1'")
}
