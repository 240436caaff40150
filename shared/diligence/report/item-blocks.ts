/** The questions by part, and what nobody stands behind. @see SPEC.md RP1 */
import { formatFigure } from '../../units.ts'
import { type Part, parts } from '../checklist.ts'
import type { ScoredItem } from '../score.ts'
import type { Block, Cell, Span } from './document.ts'
import { circumstancesOf, type Report, type ReportItem, unknownItems } from './report.ts'
import { evidenceWords } from '../words.ts'
import { answerWords, counted, daysOf, partWords } from './words.ts'

/** What is not known, said. Example: an empty card: every question is unanswered. @see SPEC.md RP1 */
export function unknownBlocks(report: Report): readonly Block[] {
  const { unanswered, unknown, untrusted, unshown } = unknownItems(report)
  const lines = [
    ...lineOf(unanswered, 'nobody has answered'),
    ...lineOf(unknown, 'answered by “unknown”, or said not to apply without what would show it'),
    ...lineOf(untrusted, 'answered only by a claim, a cap or an assumption, which counts for nothing'),
    ...lineOf(
      unshown,
      'answered by an own test, receipt or record without the words, link or file that show it',
    ),
  ]
  return [
    { kind: 'heading', text: 'What nobody stands behind' },
    lines.length === 0
      ? { kind: 'paragraph', spans: ['Every question has an answer that somebody stands behind.'] }
      : { kind: 'list', items: lines },
  ]
}

function lineOf(items: readonly ScoredItem[], words: string): readonly (readonly Span[])[] {
  return items.length === 0
    ? []
    : [[{ strong: counted(items.length, 'question') }, ` ${words}: ${byPart(items)}.`]]
}

function byPart(items: readonly ScoredItem[]): string {
  return parts
    .flatMap((part) => {
      const count = items.filter(({ item }) => item.part === part).length
      return count === 0 ? [] : [`${formatFigure(count, 'count')} ${part}`]
    })
    .join(', ')
}

/** The questions of every part with their answers. Example: a part without questions has no table. @see SPEC.md RP1 */
export function itemBlocks(report: Report): readonly Block[] {
  return [
    { kind: 'heading', text: 'Questions' },
    ...(report.items.length === 0 ? [{ kind: 'paragraph', spans: ['Nothing is asked.'] } as const] : []),
    ...parts.flatMap((part) => partBlocks(report, part)),
    ...circumstanceBlocks(report),
  ]
}

function partBlocks({ items }: Report, part: Part): readonly Block[] {
  const ofPart = items.filter(({ scored }) => scored.item.part === part)
  if (ofPart.length === 0) return []
  return [
    { kind: 'subheading', text: partWords[part] },
    {
      kind: 'table',
      columns: [
        { title: 'Question', share: 8 },
        { title: 'Answer', share: 5 },
        { title: 'Stands behind it', share: 4 },
        { title: 'Age', share: 2.6, isNumber: true },
        { title: 'Certainty', share: 2.6, isNumber: true },
        { title: 'Range, of 1', share: 3.6 },
        { title: 'Entry', share: 1.8, isNumber: true },
      ],
      rows: ofPart.map(itemRow),
    },
  ]
}

function itemRow({ scored, ageDays, numbers }: ReportItem): readonly Cell[] {
  const { item, answer, certainty, interval, state, weight } = scored
  const isOut = state === 'not-applicable'
  const marks = [
    item.importance,
    ...(item.redFlag ? ['red-flag question'] : []),
    ...(weight === 0 ? ['no weight for this role'] : []),
  ]
  return [
    [`${item.question} (${marks.join(', ')})`],
    [answerWords(scored)],
    [answer === null ? 'nobody' : evidenceWords[answer.class]],
    [ageDays === null ? 'unknown' : daysOf(ageDays)],
    [formatFigure(certainty, 'ratio')],
    isOut ? ['out'] : { range: { ...interval, most: 1, isGreyed: false } },
    [numbers.join(', ')],
  ]
}

function circumstanceBlocks(report: Report): readonly Block[] {
  const circumstances = circumstancesOf(report)
  if (circumstances.length === 0) return []
  return [
    { kind: 'subheading', text: 'Circumstances (without a score)' },
    {
      kind: 'table',
      columns: [
        { title: 'Question', share: 10 },
        { title: 'Answer', share: 4 },
        { title: 'Stands behind it', share: 5 },
        { title: 'Entry', share: 2, isNumber: true },
      ],
      rows: circumstances.map(({ circumstance, answer }) => [
        [circumstance.question],
        [answer === null ? 'unknown: nobody has answered' : answer.value.replace('-', ' ')],
        [answer === null ? 'nobody' : evidenceWords[answer.class]],
        [answer === null ? '' : String(answer.sequence)],
      ]),
    },
  ]
}
