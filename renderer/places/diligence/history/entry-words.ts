/** An entry in words. All that comes from data stays text. */
import {
  type Answer,
  answerValues,
  type AnswerValue,
  type EntryBody,
} from '../../../../shared/diligence/entry.ts'
import type { DiligenceListing } from '../../../../shared/diligence/scorecard.ts'
import { costPerSuccessfulJob } from '../../../../shared/diligence/test-job.ts'
import { formatFigure } from '../../../../shared/units.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { checklistsOf } from '../scored-today.ts'
import { counted, valueLabels } from '../words.ts'
import { conditionWords } from './tripwire-words.ts'

export type EntryWords = {
  /** What kind of entry it is, in a word or two. */
  readonly kind: string
  readonly title: string
  /** On what it rests, or what it says in full. */
  readonly detail: string | null
  readonly link: string | null
  readonly fileSha256: string | null
}

/** What an id is called on this card, in any checklist that it was ever answered by. */
export function namesOf(
  listing: DiligenceListing,
  bodies: readonly EntryBody[],
): ReadonlyMap<string, string> {
  const names = new Map<string, string>()
  for (const { items, circumstances } of Object.values(checklistsOf(listing)))
    for (const { id, question } of [...circumstances, ...items]) names.set(id, question)
  for (const body of bodies) if (body.kind === 'own-item') names.set(body.item.id, body.item.question)
  return names
}

export function entryWords(
  body: EntryBody,
  names: ReadonlyMap<string, string>,
  listing: DiligenceListing,
): EntryWords {
  const nothing = { detail: null, link: null, fileSha256: null }
  const nameOf = (id: string) => names.get(id) ?? id
  switch (body.kind) {
    case 'answer':
      return {
        kind: body.computed === null ? 'Answer' : 'Computed answer',
        title: nameOf(body.itemId),
        detail: answerDetail(body),
        link: body.link,
        fileSha256: body.fileSha256,
      }
    case 'test-job': {
      const cost = costPerSuccessfulJob(body)
      const successful =
        cost === null ? 'cost of a successful job unknown' : `${formatFigure(cost, 'usd')} a successful job`
      return {
        ...nothing,
        kind: 'Test job',
        title: body.name,
        detail: `run on ${body.ranOn}; ${successful}`,
        fileSha256: body.billSha256,
      }
    }
    case 'payout':
      return {
        ...nothing,
        kind: 'Payout',
        title: `${body.amount} ${body.currency} on ${body.receivedOn}`,
        detail: body.reference,
        fileSha256: body.fileSha256,
      }
    case 'record':
      return {
        ...nothing,
        kind: 'On-chain record',
        title: `${formatFigure(body.usd, 'usd')} of ${body.of === 'paid-usage' ? 'paid usage' : 'holders’ revenue'}, ${body.from} to ${body.to}`,
        detail: body.transaction,
        link: body.link,
      }
    case 'dated-path':
      return {
        ...nothing,
        kind: 'Dated path',
        title: body.text,
        detail: `until ${body.until}`,
        link: body.link,
      }
    case 'tripwire':
      return { ...nothing, kind: 'Tripwire', title: body.words, detail: conditionWords(body) }
    case 'figure':
      return {
        ...nothing,
        kind: 'Figure',
        title: `${body.metric}: ${body.value}`,
        detail: joined([`seen on ${body.seenOn}`, evidenceWords[body.class], body.text]),
        link: body.link,
      }
    case 'permissions': {
      const granted = body.permissions.filter(({ value }) => value === 'granted').length
      return {
        ...nothing,
        kind: 'Permission sheet',
        title: `${granted} granted, ${counted(body.stepsDone.length, 'step', 'steps')} done`,
        detail: null,
      }
    }
    case 'note':
      return { ...nothing, kind: 'Note', title: body.text }
    case 'checklist': {
      const checklist = checklistsOf(listing)[body.sha256]
      return {
        ...nothing,
        kind: 'Checklist',
        title:
          checklist === undefined
            ? `one that is not in this book (${body.sha256.slice(0, 12)}…)`
            : `${checklist.name}, version ${checklist.version}`,
      }
    }
    case 'own-item':
      return { ...nothing, kind: 'Own question', title: body.item.question, detail: body.item.topic }
    case 'withdrawal':
      return { ...nothing, kind: 'Taken back', title: `entry ${body.sequence}` }
  }
}

function answerDetail(answer: Answer): string {
  const quote = answer.quote === null || answer.quote === '' ? null : `“${answer.quote}”`
  return joined([evidenceWords[answer.class], `seen on ${answer.seenOn}`, answer.text, quote])
}

function joined(parts: readonly (string | null)[]): string {
  return parts.filter((part) => part !== null && part.trim() !== '').join(' · ')
}

export function answerWords(value: AnswerValue | null): string {
  return value === null
    ? 'unanswered'
    : valueLabels[answerValues.includes(value) ? value : 'unknown'].toLowerCase()
}
