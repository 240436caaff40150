/** What else was done or is on record, as it is being typed and as it is kept. */
import type { DatedPath, OnChainRecord, Payout } from '../../../../shared/diligence/entry.ts'
import {
  type FieldReading,
  readAll,
  readDayField,
  readNumberField,
  readWordsField,
  wordsOrNull,
} from '../fields/field-values.ts'
import { safeUrl } from '../../../controls/links.ts'

export type PayoutDraft = {
  readonly amount: string
  readonly currency: string
  readonly receivedOn: string
  readonly reference: string
  readonly fileSha256: string | null
}

/** An amount stays the decimal that was typed: tokens have up to eighteen places. */
export function payoutOfDraft(draft: PayoutDraft, today: string, who: string): FieldReading<Payout> {
  const amount = draft.amount.trim()
  if (!/^\d{1,18}(\.\d{1,18})?$/.test(amount) || !/[1-9]/.test(amount))
    return { problem: 'Amount: expected a number above zero with a point, such as 12.50.' }
  const read = readAll({
    currency: readWordsField(draft.currency, 'Currency', 20),
    receivedOn: readDayField(draft.receivedOn, 'Received on', today),
    reference: readWordsField(draft.reference, 'Where it is in your own books', 500),
  })
  if ('problem' in read) return read
  return { value: { kind: 'payout', amount, ...read.value, fileSha256: draft.fileSha256, who } }
}

export type RecordDraft = {
  readonly of: OnChainRecord['of']
  readonly usd: string
  readonly from: string
  readonly to: string
  readonly transaction: string
  readonly link: string
}

export const recordKinds = [
  { value: 'paid-usage', label: 'usage that somebody paid for' },
  { value: 'holder-revenue', label: 'revenue that reached holders' },
] as const satisfies readonly { readonly value: OnChainRecord['of']; readonly label: string }[]

const httpsExpected = 'expected an address that begins with https://, where anybody can look it up.'

export function recordOfDraft(draft: RecordDraft, today: string, who: string): FieldReading<OnChainRecord> {
  const read = readAll({
    usd: readNumberField(draft.usd, { label: 'Worth', unit: 'usd', high: 1e12 }),
    from: readDayField(draft.from, 'From', today),
    to: readDayField(draft.to, 'To', today),
    transaction: readWordsField(draft.transaction, 'Transaction', 500),
    link: readWordsField(draft.link, 'Link', 2_000),
  })
  if ('problem' in read) return read
  const { usd, from, to, link } = read.value
  if (usd === null || usd === 0) return { problem: 'Worth: expected dollars above zero.' }
  if (from > to) return { problem: `To: expected a day from ${from} on, found ${to}.` }
  if (safeUrl(link) === null) return { problem: `Link: ${httpsExpected}` }
  return { value: { kind: 'record', of: draft.of, ...read.value, usd, who } }
}

export type PathDraft = { readonly text: string; readonly until: string; readonly link: string }

export function pathOfDraft(draft: PathDraft, today: string, who: string): FieldReading<DatedPath> {
  const read = readAll({
    text: readWordsField(draft.text, 'What was announced', 4_000),
    until: readDayField(draft.until, 'Until', null),
  })
  if ('problem' in read) return read
  const { until } = read.value
  const link = wordsOrNull(draft.link)
  if (until < today) return { problem: `Until: expected a day from ${today} on, ${until} is over.` }
  if (link !== null && safeUrl(link) === null) return { problem: `Link: ${httpsExpected}` }
  return { value: { kind: 'dated-path', ...read.value, link, who } }
}
