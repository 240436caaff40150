/** A text in every field of a scorecard that takes one. */
import { mostOwnItems } from '../../shared/diligence/append-check.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { answer, doneJob, item, today } from '../shared/diligence/cards.ts'

/** Where the shortest field of a kind would refuse the text, its beginning stands there. */
export function bodiesWith(text: string, at: number): readonly EntryBody[] {
  const within = (longest: number) =>
    Array.from(text)
      .slice(0, longest / 2)
      .join('')
      .trim() || 'a blank'
  const who = within(80)
  const link = within(2_000)
  const whole = text.trim() === '' ? 'a blank' : text
  return [
    answer('price-visible', 'no', { text, quote: text, link, who, class: 'claim' }),
    {
      ...doneJob,
      jobId: `job-${at}`,
      name: within(200),
      billSha256: null,
      who,
      ...textsOfJob(text, within(200)),
    },
    {
      kind: 'payout',
      amount: '1',
      currency: within(20),
      receivedOn: today,
      reference: within(500),
      fileSha256: null,
      who,
    },
    {
      kind: 'record',
      of: 'paid-usage',
      usd: 1,
      from: today,
      to: today,
      transaction: within(500),
      link,
      who,
    },
    { kind: 'dated-path', text: whole, until: '2027-01-01', link, who },
    {
      kind: 'tripwire',
      tripwireId: `wire-${at}`,
      words: within(400),
      metric: 'coverage',
      condition: { when: 'below', threshold: 0.3, by: null },
      who,
    },
    { kind: 'figure', metric: 'coverage', value: 1, class: 'claim', seenOn: today, link, text, who },
    {
      kind: 'permissions',
      jobId: `job-${at}`,
      permissions: [{ permissionId: 'root', value: 'unknown', note: text }],
      stepsDone: [],
      who,
    },
    { kind: 'note', text: whole, who },
    {
      kind: 'own-item',
      item: item(`own-${at % mostOwnItems}`, {
        topic: within(60),
        question: within(600),
        why: within(600),
        howToCheck: within(600),
        evidenceThatCounts: within(600),
        exemption: { words: within(600), circumstanceId: 'has-token', holdsWhen: 'no' },
      }),
      who,
    },
  ]
}

function textsOfJob(text: string, cloudName: string) {
  return { whatFailed: text, supportQuestion: text, dataThatLeft: text, cloudName }
}
