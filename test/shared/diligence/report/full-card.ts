/** A card of every kind of entry, with as many questions as asked for and any text in every field that takes one. */
import { isoDate, dayNumber } from '../../../../shared/calendar.ts'
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import { parts } from '../../../../shared/diligence/checklist.ts'
import { answerValues, type EntryBody } from '../../../../shared/diligence/entry.ts'
import type { ReportSources } from '../../../../shared/diligence/report/report.ts'
import type { DiligenceListing, Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { evidenceClasses } from '../../../../shared/figure.ts'
import { answer, checklistsOf, digest, doneJob, entriesOf, exit, item, net, today } from '../cards.ts'

const sha256 = 'd'.repeat(64)
const importances = ['critical', 'high', 'medium', 'low'] as const

export type Texts = { readonly text: string; readonly link?: string; readonly name?: string }

type Listing = Pick<DiligenceListing, 'keptChecklists' | 'attachments' | 'permissionSheet'>

export function fullCard(
  count: number,
  { text, link = 'https://example.com/terms', name = 'Any network' }: Texts = {
    text: 'Seen on the page of terms.',
  },
): { readonly card: Scorecard; readonly listing: Listing } {
  const items = Array.from({ length: count }, (_, at): ChecklistItem =>
    item(`item-${at}`, {
      part: parts[at % 4] as (typeof parts)[number],
      question: at % 3 === 0 ? `Does question ${at} hold?` : text.trim() === '' ? 'So?' : text,
      importance: importances[at % 4] as (typeof importances)[number],
      redFlag: at % 7 === 0,
      computation: at === 1 ? 'net' : at === 2 ? 'exit' : null,
      exemption: at % 11 === 3 ? { words: 'no token', circumstanceId: 'has-token', holdsWhen: 'no' } : null,
    }),
  )
  const given = { text, quote: text, who: text, link }
  const answers: EntryBody[] = items.flatMap(({ id }, at) =>
    at % 5 === 4
      ? []
      : [
          answer(id, answerValues[at % answerValues.length] as (typeof answerValues)[number], {
            ...given,
            class: evidenceClasses[at % evidenceClasses.length] as (typeof evidenceClasses)[number],
            seenOn: isoDate(dayNumber(today) - (at % 200)),
            fileSha256: at % 6 === 0 ? sha256 : null,
            computed:
              at === 1
                ? net({
                    usageOnlyUsd: -120.5,
                    scenarioName: text,
                    decisive: [{ key: 'k', label: text, class: 'claim', low: -1, high: 1 }],
                  })
                : at === 2
                  ? exit()
                  : null,
          }),
        ],
  )
  const others: EntryBody[] = [
    answer('has-token', 'yes', given),
    {
      ...doneJob,
      name: text,
      whatFailed: text,
      supportQuestion: text,
      dataThatLeft: text,
      cloudName: text,
      who: text,
    },
    {
      kind: 'permissions',
      jobId: doneJob.jobId,
      permissions: [{ permissionId: 'root', value: 'granted', note: text }],
      stepsDone: [{ stepId: 'own-wallet', doneOn: today }],
      who: text,
    },
    {
      kind: 'payout',
      amount: '12.50',
      currency: 'USDC',
      receivedOn: today,
      reference: text,
      fileSha256: sha256,
      who: text,
    },
    {
      kind: 'record',
      of: 'paid-usage',
      usd: 1234.5,
      from: '2026-01-01',
      to: '2026-06-30',
      transaction: text,
      link,
      who: text,
    },
    { kind: 'dated-path', text, until: '2027-03-01', link, who: text },
    {
      kind: 'tripwire',
      tripwireId: 'coverage',
      words: text,
      metric: 'coverage',
      condition: { when: 'below', threshold: 0.3, by: null },
      who: text,
    },
    {
      kind: 'tripwire',
      tripwireId: 'release',
      words: text,
      metric: 'release',
      condition: { when: 'nothing-new', days: 90 },
      who: text,
    },
    {
      kind: 'figure',
      metric: 'coverage',
      value: 0.25,
      class: 'third-party',
      seenOn: today,
      link,
      text,
      who: text,
    },
    { kind: 'note', text, who: text },
    answer('item-0', 'partly', given),
    { kind: 'withdrawal', sequence: 5, who: text },
  ]
  const own = entriesOf([...answers, ...others])
  const aside = {
    sequence: own.length + 1,
    recordedAtUtcMs: own.at(-1)?.recordedAtUtcMs ?? 0,
    body: answer('item-0', 'yes', given),
    origin: {
      cardId: 'theirs',
      cardName: text,
      sequence: 4,
      recordedAtUtcMs: 0,
      digest: sha256,
      aside: true,
    },
  }
  return {
    card: {
      id: 'card',
      revision: 1,
      updatedAtUtcMs: 0,
      body: { schema: 1, name, networkId: null, roles: ['provider'] },
      entries: [...own, aside],
      headDigest: 'e'.repeat(64),
      damage: [],
    },
    listing: {
      keptChecklists: checklistsOf(items, ['has-token']),
      attachments: [{ sha256, fileName: text, bytes: 10, addedAtUtcMs: 0, isHere: true }],
      permissionSheet: {
        schema: 1,
        permissions: [{ id: 'root', question: 'Root rights?', why: 'Why.', ifGranted: 'Then.' }],
        steps: [{ id: 'own-wallet', group: 'wallet', step: 'A wallet of its own.', why: 'Why.' }],
      },
    },
  }
}

export const openable = (address: string) => (/^https:\/\/[a-z.]+\/[a-z]*$/.test(address) ? address : null)

export function sourcesOf({ card, listing }: ReturnType<typeof fullCard>): ReportSources {
  return {
    card,
    checklists: listing.keptChecklists,
    attachments: listing.attachments,
    permissionSheet: listing.permissionSheet,
    linkOf: openable,
  }
}

export { digest, today }
