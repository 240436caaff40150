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

/** Example: "2 answers differ from yours: yours go on counting unless you take theirs. 3 come in where you have none." */
export function differenceWords(differing: number, unansweredHere: number): string {
  const both =
    differing === 0
      ? ''
      : differing === 1
        ? 'One answer differs from yours: yours goes on counting unless you take theirs. '
        : `${differing} answers differ from yours: yours go on counting unless you take theirs. `
  const more =
    unansweredHere === 0
      ? ''
      : `${counted(unansweredHere, 'comes in where you have none', 'come in where you have none')}. `
  return `${both}${more}Both stay in the history.`
}
