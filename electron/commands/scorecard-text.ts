/** Scorecards as lines of text. Whatever stands in a card is only text: nothing of it steers a terminal. */
import { pillars, type Role } from '../../shared/diligence/checklist.ts'
import { firstActions, type Gate, gatesOf, greyedBy, rolesWithoutTest } from '../../shared/diligence/gates.ts'
import { oneLine } from '../../shared/diligence/report/visible.ts'
import { answerWords, counted, partWords, pointsOf, rangeOf } from '../../shared/diligence/report/words.ts'
import { evidenceWords, gateStands } from '../../shared/diligence/words.ts'
import {
  type PillarScore,
  scoredCard,
  type ScoredCard,
  type ScoredItem,
} from '../../shared/diligence/score.ts'
import type {
  DiligenceListing,
  ImportPreview,
  ItemDifference,
  Scorecard,
} from '../../shared/diligence/scorecard.ts'
import { standingCard, type StandingCard } from '../../shared/diligence/standing.ts'
import { type TripwireState, tripwireStates } from '../../shared/diligence/tripwires.ts'
import { findOutNext, longestToDoList, type ToFindOut } from '../../shared/diligence/value-of-information.ts'

/** A card on a day, for the roles of who asks. */
export type ReadCard = {
  readonly card: Scorecard
  readonly roles: readonly Role[]
  readonly asOf: string
  readonly standing: StandingCard
  readonly scored: ScoredCard
  readonly gates: readonly Gate[]
  readonly tripwires: readonly TripwireState[]
  readonly firstActions: readonly string[]
  readonly toDo: readonly ToFindOut[]
}

export function readCard(
  card: Scorecard,
  { keptChecklists }: Pick<DiligenceListing, 'keptChecklists'>,
  asOf: string,
  roles: readonly Role[] = card.body.roles,
): ReadCard {
  const standing = standingCard(card.entries, keptChecklists, asOf)
  const scored = scoredCard(standing, roles)
  return {
    card,
    roles,
    asOf,
    standing,
    scored,
    gates: gatesOf(standing, roles),
    tripwires: tripwireStates(standing),
    firstActions: rolesWithoutTest(standing, roles).map((role) => firstActions[role]),
    toDo: findOutNext(standing, scored).slice(0, longestToDoList),
  }
}

export function cardsTable(listing: DiligenceListing, asOf: string): readonly string[] {
  if (listing.scorecards.length === 0)
    return ['There is no scorecard yet. Begin one in the app, or import one.']
  const rows = [
    ['id', 'name', 'network', 'as', ...pillars.map((pillar) => partWords[pillar].toLowerCase()), ''],
    ...listing.scorecards.map((card) => {
      const { roles, scored } = readCard(card, listing, asOf)
      return [
        card.id,
        oneLine(card.body.name),
        card.body.networkId ?? '',
        roles.join(', '),
        ...pillars.map((pillar) => scoreWords(scored.pillars[pillar])),
        card.damage.length > 0 ? 'damaged, only read' : '',
      ]
    }),
  ]
  const widths = rows[0]!.map((_, at) => Math.max(...rows.map((row) => row[at]!.length)))
  return rows.map((row) =>
    row
      .map((cell, at) => cell.padEnd(widths[at]!))
      .join('  ')
      .trimEnd(),
  )
}

function scoreWords({ low, high, verdict }: PillarScore): string {
  return `${rangeOf({ low, high })}, ${verdict}`
}

export function cardLines(read: ReadCard): readonly string[] {
  const { card, roles, asOf, scored, gates, tripwires } = read
  const greyed = greyedBy(gates)
  return [
    `${oneLine(card.body.name)} (${card.id}), for ${roles.join(' and ')}, on ${asOf}`,
    ...card.damage.map(({ message }) => `  damaged: ${message}`),
    ...pillars.flatMap((pillar) => pillarLines(scored.pillars[pillar], greyed[pillar])),
    'Gates',
    ...gates.map((gate) => `  before ${gate.before}: ${gateStands(gate)}. ${oneLine(gate.reason)}`),
    ...(tripwires.length === 0 ? [] : ['Tripwires']),
    ...tripwires.map(({ tripwire, state }) => `  ${state}: ${oneLine(tripwire.words)}`),
    'Questions',
    ...scored.items.map(itemLine),
  ]
}

function pillarLines(score: PillarScore, gate: Gate | null): readonly string[] {
  const line = `${partWords[score.pillar]}: ${scoreWords(score)}`
  return gate === null ? [line] : [line, `  behind a closed gate: ${oneLine(gate.reason)}`]
}

function itemLine(scored: ScoredItem): string {
  const { item, answer } = scored
  const from = answer === null ? '' : ` (${evidenceWords[answer.class]}, seen on ${answer.seenOn})`
  return `  ${item.id}: ${oneLine(item.question)} ${oneLine(answerWords(scored))}${from}`
}

export function toDoLines({ card, firstActions: first, toDo }: ReadCard): readonly string[] {
  const lines = [
    ...first.map((action) => `First: ${action}`),
    ...toDo.flatMap(({ scored, isVerdictChanging, widthPoints }, at) => [
      `${at + 1}. ${oneLine(scored.item.question)} (${scored.item.id})`,
      `   ${oneLine(scored.item.howToCheck)}`,
      `   ${isVerdictChanging ? 'May change a verdict; ' : ''}narrows by ${pointsOf(Math.max(0, widthPoints))} points at least.`,
    ]),
  ]
  return lines.length === 0
    ? [`${oneLine(card.body.name)}: nothing is left to find out today.`]
    : [`What to find out next for ${oneLine(card.body.name)}`, ...lines]
}

const relationWords: Readonly<Record<ImportPreview['relation'], string>> = {
  new: 'a card that is not here yet',
  known: 'all of it is here already',
  continues: 'it goes on where the card here ends',
  diverged: 'it and the card here went on apart: both histories are kept',
}

export function importLines(preview: ImportPreview, isTaken: boolean): readonly string[] {
  const { card, relation, intoId, newEntries, knownEntries, differences, damage, notes } = preview
  return [
    `${oneLine(card.name)} (${card.id}): ${relationWords[relation]}.`,
    `  ${counted(newEntries, 'new entry', 'new entries')}, ${counted(knownEntries, 'known one', 'known ones')}, into ${intoId ?? 'a new card'}`,
    ...damage.map(({ message }) => `  damaged: ${message}`),
    ...differences.map(differenceLine),
    ...notes.map((note) => `  ${note}`),
    isTaken
      ? 'Taken in. Undo in the app takes all back in one step.'
      : 'Nothing was changed. --yes takes it in; --take ITEMS lets their answers count where there is one here.',
  ]
}

function differenceLine({ itemId, question, ours, theirs }: ItemDifference): string {
  return `  ~ ${itemId}: ${oneLine(question)} ${saidWords(ours)}  ->  ${saidWords(theirs)}`
}

function saidWords(answer: ItemDifference['ours']): string {
  return answer === null
    ? 'not answered'
    : `${answer.value} (${evidenceWords[answer.class]}, ${answer.seenOn})`
}
