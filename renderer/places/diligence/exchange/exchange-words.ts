/** What a card from a file would bring, in words. */
import type { ImportPreview, ImportRelation } from '../../../../shared/diligence/scorecard.ts'
import { counted } from '../words.ts'

const relations: Readonly<Record<ImportRelation, string>> = {
  new: 'There is no such card here yet',
  known: 'All of it is here already',
  continues: 'It goes on where the card here ends',
  diverged: 'Both went on from a common past, or have none: both histories are kept',
}

/** Example: "It goes on where the card here ends: 4 new entries, 37 known." */
export function previewSentence({ relation, newEntries, knownEntries }: ImportPreview): string {
  if (relation === 'known') return `${relations.known}: nothing would change.`
  const known = knownEntries === 0 ? '' : `, ${knownEntries} known`
  return `${relations[relation]}: ${counted(newEntries, 'new entry', 'new entries')}${known}.`
}

export const ownerships = [
  { value: 'mine', label: 'Mine, from another copy' },
  { value: 'theirs', label: 'Somebody else’s' },
] as const

export type Ownership = (typeof ownerships)[number]['value']

export const ownershipWords: Readonly<Record<Ownership, string>> = {
  mine: 'Your own tests and receipts stay your own.',
  theirs:
    'What they tested themselves counts here as a third party’s word; their test jobs and receipts stand aside and open nothing.',
}
