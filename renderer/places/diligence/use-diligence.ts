/** The place's picture of the scorecards, read again whenever the book is, and what changes them. */
import { useCallback, useContext, useEffect } from 'react'
import type { Role } from '../../../shared/diligence/checklist.ts'
import type { EntryBody } from '../../../shared/diligence/entry.ts'
import type { DiligenceListing, Scorecard } from '../../../shared/diligence/scorecard.ts'
import type { Settings } from '../../../shared/scenario.ts'
import { BookContext, type BookStore, useBook } from '../../book.ts'
import { attempt, reasonOf, tellFailure } from '../../frame/attempt.ts'
import { registerPendingEdits } from '../../pending-edits.ts'
import { type ScoredOn, scoredOn } from './scored-today.ts'
import { useDiligencePlace } from './store.ts'
import { followToday, setToday } from './today.ts'

/** Of two readings only the one that began later is taken. */
let newestReading = 0

/**
 * Reads all scorecards again. A failure is the page only while nothing was read yet; else it is told, and what was read
 * before stays on screen with all that is being typed there.
 */
export async function readDiligence(book: BookStore): Promise<void> {
  newestReading += 1
  const reading = newestReading
  setToday()
  try {
    const listing = await book.getState().client.scorecard.list()
    if (reading === newestReading) useDiligencePlace.setState({ reading: { kind: 'open', listing } })
  } catch (failure) {
    if (reading !== newestReading) return
    const reason = reasonOf(failure)
    if (useDiligencePlace.getState().reading.kind === 'open') tellFailure('read the scorecards again', reason)
    else useDiligencePlace.setState({ reading: { kind: 'failed', reason } })
  }
}

/** Appending is one after the other: the order of the answers is that in which they were given. */
let appending: Promise<unknown> = Promise.resolve()
let appendsWaiting = 0

/** While the place is on screen: reads now, and after every change of the book, here or elsewhere. */
export function useFollowDiligence(): void {
  const book = useContext(BookContext)
  useEffect(() => {
    if (book === null) return
    void readDiligence(book)
    const released = [
      book.subscribe((state, before) => {
        if (state.undoable !== before.undoable) void readDiligence(book)
      }),
      registerPendingEdits(async () => {
        await appending
      }),
      followToday(),
    ]
    return () => {
      for (const release of released) release()
    }
  }, [book])
}

/** All scorecards and checklists; only within the place, which shows itself once they are read. */
export function useListing(): DiligenceListing {
  const reading = useDiligencePlace((place) => place.reading)
  if (reading.kind !== 'open') throw new Error('The scorecards are not read yet.')
  return reading.listing
}

/** The day in UTC: what is scored is scored as of it. */
export function useToday(): string {
  return useDiligencePlace((place) => place.today)
}

/** The day where the person is: what they say they saw "today" they saw on it. */
export function useLocalDay(): string {
  return useDiligencePlace((place) => place.localDay)
}

const roleOfSettings: Readonly<Record<NonNullable<Settings['role']>, Role>> = {
  owner: 'provider',
  operator: 'provider',
  investor: 'investor',
  buyer: 'buyer',
}

const providerAlone: readonly Role[] = ['provider']
const rolesOfSettings: Readonly<Record<Role, readonly Role[]>> = {
  buyer: ['buyer'],
  provider: providerAlone,
  investor: ['investor'],
}

/** One or two: whose eyes everything here is scored with. */
export function useRoles(): readonly Role[] {
  const chosen = useDiligencePlace((place) => place.chosenRoles)
  const role = useBook((book) => book.settings.role)
  return chosen ?? (role === null ? providerAlone : rolesOfSettings[roleOfSettings[role]])
}

/** Scores any card as of today for the roles in view. */
export function useScoredToday(): (card: Pick<Scorecard, 'entries'>) => ScoredOn {
  const listing = useListing()
  const roles = useRoles()
  const today = useToday()
  return useCallback((card) => scoredOn(card, listing, roles, today), [listing, roles, today])
}

/** Why nothing can be written on a card, in a sentence; null where it can. */
export function useReadOnlyReason(card: Scorecard | null): string | null {
  const ofBook = useBook((book) => book.about.readOnlyReason)
  if (ofBook !== null) return ofBook
  return card === null || card.damage.length === 0
    ? null
    : 'This card is damaged: what is intact is shown, and nothing is added to it.'
}

/** Runs a change of the scorecards, and reads the book again whether it was made or refused. */
export async function changeDiligence<T>(
  book: BookStore,
  what: string,
  change: () => Promise<T>,
): Promise<T | null> {
  const done = await attempt(what, change)
  await attempt('read the book again', () => book.getState().refresh())
  return done
}

/** `what` completes "Could not ...". The card as it is then; null where it could not be kept, which is told. */
export type Append = (what: string, bodies: readonly EntryBody[]) => Promise<Scorecard | null>

/** Appends to a card, all or none, as one step that undo takes back. The card shows it at once. */
export function useAppend(card: Scorecard): Append {
  const book = useContext(BookContext)
  return useCallback(
    async (what, bodies) => {
      if (book === null) return null
      const { client } = book.getState()
      const before = appending
      const append = async () => {
        await before
        return attempt(what, () => client.scorecard.append({ id: card.id, bodies: [...bodies] }))
      }
      appendsWaiting += 1
      const appended = append()
      appending = appended
      const kept = await appended
      appendsWaiting -= 1
      if (kept !== null) showAtOnce(kept)
      if (appendsWaiting === 0) void attempt('read the book again', () => book.getState().refresh())
      return kept
    },
    [book, card.id],
  )
}

function showAtOnce(card: Scorecard): void {
  newestReading += 1
  useDiligencePlace.setState(({ reading }) => {
    if (reading.kind !== 'open') return {}
    const scorecards = reading.listing.scorecards.map((each) => (each.id === card.id ? card : each))
    return { reading: { kind: 'open', listing: { ...reading.listing, scorecards } } }
  })
}
