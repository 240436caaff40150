/** The matrix: a row for every card, and for every network without one what the facts that ship support. */
import type { Pillar } from '../../../../shared/diligence/checklist.ts'
import type { DiligenceListing, Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { standingAnswer } from '../../../../shared/diligence/standing.ts'
import { tripwireStates } from '../../../../shared/diligence/tripwires.ts'
import { type ScoredOn, starterCard } from '../scored-today.ts'
import type { MatrixOrder } from '../store.ts'
import { counted } from '../words.ts'

export type MatrixRow = {
  /** Of the row: the card's id, or the network's where it has no card. */
  readonly key: string
  readonly name: string
  readonly networkId: string | null
  /** Null: nobody began one; the scores are of what ships. */
  readonly cardId: string | null
  readonly scoredOn: ScoredOn
  /** The day of the newest answer that counts. */
  readonly newestSeenOn: string | null
  readonly answered: number
  /** Of those that apply. */
  readonly asked: number
  readonly redTripwires: number
  readonly redFlags: number
  readonly isDamaged: boolean
}

type Network = { readonly id: string; readonly name: string }

export function matrixRows(
  listing: DiligenceListing,
  networks: readonly Network[],
  score: (card: Scorecard) => ScoredOn,
): readonly MatrixRow[] {
  const withCard = new Set(listing.scorecards.map(({ body }) => body.networkId))
  return [
    ...listing.scorecards.map((card) => rowOf(card, card.id, score(card))),
    ...networks
      .filter(({ id }) => !withCard.has(id))
      .map(({ id, name }) => {
        const card = starterCard(listing, id, name)
        return rowOf(card, null, score(card))
      }),
  ]
}

function rowOf(card: Scorecard, cardId: string | null, scoredOn: ScoredOn): MatrixRow {
  const { standing, scored } = scoredOn
  const applying = scored.items.filter(({ state }) => state !== 'not-applicable')
  const said = applying.filter(({ answer }) => answer !== null && answer.value !== 'unknown')
  const days = said.flatMap(({ answer }) => (answer === null ? [] : [answer.seenOn]))
  const ofCircumstances = standing.circumstances.flatMap(
    ({ id }) => standingAnswer(standing, id)?.seenOn ?? [],
  )
  return {
    key: cardId ?? card.body.networkId ?? card.body.name,
    name: card.body.name,
    networkId: card.body.networkId,
    cardId,
    scoredOn,
    newestSeenOn: [...days, ...ofCircumstances].toSorted().at(-1) ?? null,
    answered: said.length,
    asked: applying.length,
    redTripwires: tripwireStates(standing).filter(({ state }) => state === 'red').length,
    redFlags: scored.items.filter(({ isRedFlag }) => isRedFlag).length,
    isDamaged: card.damage.length > 0,
  }
}

type Sorting = { readonly by: MatrixOrder; readonly descending: boolean }

/** Rows with a card stand before those without; what has no age stands last either way. */
export function sortedRows(rows: readonly MatrixRow[], { by, descending }: Sorting): readonly MatrixRow[] {
  const turn = descending ? -1 : 1
  return rows.toSorted(
    (a, b) =>
      Number(a.cardId === null) - Number(b.cardId === null) ||
      missingLast(a, b, by) ||
      turn * compareBy(a, b, by) ||
      a.name.localeCompare(b.name, 'en'),
  )
}

function missingLast(a: MatrixRow, b: MatrixRow, by: MatrixOrder): number {
  return by === 'age' ? Number(a.newestSeenOn === null) - Number(b.newestSeenOn === null) : 0
}

function compareBy(a: MatrixRow, b: MatrixRow, by: MatrixOrder): number {
  if (by === 'name') return a.name.localeCompare(b.name, 'en')
  // The youngest first is the smallest age first.
  if (by === 'age') return (b.newestSeenOn ?? '').localeCompare(a.newestSeenOn ?? '', 'en')
  return lowOf(a, by) - lowOf(b, by)
}

const lowOf = (row: MatrixRow, pillar: Pillar): number => row.scoredOn.scored.pillars[pillar].low

/** The place's answer in words: who has a card, and who passed the first test. */
export function matrixSentence(rows: readonly MatrixRow[]): string {
  const cards = rows.filter(({ cardId }) => cardId !== null)
  const networks = rows.length
  if (cards.length === 0)
    return networks === 0
      ? 'There is no market here yet.'
      : `None of ${counted(networks, 'market', 'markets')} has a card: nobody has looked closer than the published facts.`
  const who = `${cards.length} of ${counted(networks, 'market', 'markets')} ${cards.length === 1 ? 'has' : 'have'} a card`
  const passed = cards.filter(({ scoredOn }) => scoredOn.gates[0]?.state === 'open')
  const flagged = cards.filter(({ redFlags }) => redFlags > 0)
  const test =
    passed.length === 0
      ? cards.length === 1
        ? 'it has not passed its first test'
        : 'none has passed its first test'
      : `${passed.length === cards.length ? (cards.length === 1 ? 'it' : 'all') : `${passed.length}`} passed ${passed.length === 1 ? 'its' : 'their'} first test`
  const throughout = passed.filter(({ scoredOn }) => scoredOn.gates.every(({ state }) => state !== 'closed'))
  const beyond =
    passed.length === 0
      ? ''
      : `, ${throughout.length === 0 ? 'none' : throughout.length} without a closed gate behind it`
  const flags =
    flagged.length === 0
      ? ''
      : `, and ${flagged.length} ${flagged.length === 1 ? 'shows' : 'show'} a red flag`
  return `${who}; ${test}${beyond}${flags}.`
}

/** What stands small beneath: what is shown of networks that nobody began a card of. */
export function starterAside(rows: readonly MatrixRow[]): string | null {
  const without = rows.filter(({ cardId }) => cardId === null)
  if (without.length === 0) return null
  const known = without.filter(({ answered }) => answered > 0).length
  const who =
    without.length === 1 ? 'The one without a card shows' : `The ${without.length} without a card show`
  return known === 0
    ? `${who} nothing: no published fact answers a question.`
    : `${who} what the published facts answer, scored the same way; all else is unknown.`
}
