/** The list of evidence, what stands aside, and the digest of the chain. @see SPEC.md RP1, DX1 */
import type { Origin } from '../entry.ts'
import type { Block, Span } from './document.ts'
import type { Aside, Evidence } from './evidence.ts'
import type { Report } from './report.ts'
import { evidenceWords } from '../words.ts'
import { counted, minuteOf } from './words.ts'

/** Every entry that counts, by its number in the card. Example: none: so it is said. @see SPEC.md RP1 */
export function evidenceBlocks(report: Report): readonly Block[] {
  const { evidence, aside } = report
  return [
    { kind: 'heading', text: 'Evidence' },
    { kind: 'quiet', spans: [numberWords(report)] },
    ...(evidence.length === 0 ? [{ kind: 'paragraph', spans: ['There is none.'] } as const] : []),
    ...evidence.map(recordOf),
    { kind: 'heading', text: 'What stands aside' },
    aside.length === 0
      ? { kind: 'paragraph', spans: ['Nothing does.'] }
      : { kind: 'list', items: aside.map(asideLine) },
    { kind: 'heading', text: 'The chain of entries' },
    { kind: 'paragraph', spans: chainSpans(report) },
  ]
}

function numberWords({ leftOut }: Report): string {
  const not = [
    ...(leftOut.replaced === 0 ? [] : [`${counted(leftOut.replaced, 'answer')} replaced by a later one`]),
    ...(leftOut.notAsked === 0
      ? []
      : [`${counted(leftOut.notAsked, 'answer')} to questions that are not asked`]),
    ...(leftOut.withdrawn === 0 ? [] : [`${counted(leftOut.withdrawn, 'entry', 'entries')} taken back`]),
    ...(leftOut.later === 0 ? [] : [`${counted(leftOut.later, 'entry', 'entries')} recorded after this day`]),
  ]
  const ofNot = not.length === 0 ? '' : ` Not listed: ${not.join('; ')}.`
  return `The number is that of the entry in the card's history, the same in every report of this card.${ofNot}`
}

function recordOf(evidence: Evidence): Block {
  const { number, about, says, text, link, quote, file, seenOn, who, origin } = evidence
  const standsBehind = evidence.class === null ? '' : ` (${evidenceWords[evidence.class]})`
  return {
    kind: 'record',
    title: [{ strong: String(number) }, ` ${about} `, { strong: says }, standsBehind],
    fields: [
      ...(text.trim() === '' ? [] : field('Text', text)),
      ...(link === null ? [] : field('Link', { link })),
      ...(quote === null ? [] : field('Quote', quote)),
      ...(file === null ? [] : field('File', `${file.name ?? 'not kept here'} `, { digest: file.sha256 })),
      ...(seenOn === null ? [] : field('Seen', seenOn)),
      ...field('Recorded', `${minuteOf(evidence.recordedAtUtcMs)} by ${who}`),
      ...(origin === null ? [] : field('From', originWords(origin))),
    ],
  }
}

function field(label: string, ...spans: readonly Span[]) {
  return [{ label, spans }]
}

function originWords({ cardName, sequence, recordedAtUtcMs }: Origin): string {
  return `entry ${sequence} of the card “${cardName}”, recorded there ${minuteOf(recordedAtUtcMs)}`
}

function asideLine({ number, what, who, origin }: Aside): readonly Span[] {
  return [
    { strong: String(number) },
    ` ${what}, by ${who}: ${originWords(origin)}. Kept; it counts for nothing.`,
  ]
}

function chainSpans({ head }: Report): readonly Span[] {
  if (head === null) return ['The card has no entries yet.']
  return [
    `The newest entry, ${head.number}, was recorded ${minuteOf(head.recordedAtUtcMs)} and ends the chain with the digest `,
    { digest: head.digest },
    ' (SHA-256). The chain notices damage and careless edits; it does not stop a forger, who can write all of it anew.',
  ]
}
