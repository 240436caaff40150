/**
 * Random scorecards from one whole number: entries of every kind, taken back, aside, before and after the dates asked.
 * `exact`: every age is a multiple of every half-life, so that every certainty is a short binary fraction of the trust.
 */
import { isoDate, dayNumber } from '../../shared/calendar.ts'
import type { Checklist, ChecklistItem, Role } from '../../shared/diligence/checklist.ts'
import { importances, parts, roles, roleWeights } from '../../shared/diligence/checklist.ts'
import type { Entry, EntryBody } from '../../shared/diligence/entry.ts'
import { answerValues } from '../../shared/diligence/entry.ts'
import { evidenceClasses } from '../../shared/figure.ts'
import { randomFrom } from '../property/scenario-generator.ts'
import type { Ages, Draw } from './diligence-entries.ts'
import { bodyFrom, grid, integer, oneOf } from './diligence-entries.ts'

export type RandomCard = {
  readonly seed: number
  readonly roles: readonly Role[]
  readonly checklists: Readonly<Record<string, Checklist>>
  readonly entries: readonly Entry[]
  /** The earlier and the later date on which the card is looked at. */
  readonly dates: readonly [string, string]
  /** Small enough that every outcome of every item is tried out. */
  readonly bruteForce: boolean
}

const dayMs = 86_400_000
const today = dayNumber('2026-11-21')
const divisorsOfGrid = [1, 2, 3, 4, 5, 6, 10, 12, 15, 20, 30, 60]
const filler = 'as in the checklist'

/** How well the card is answered: a third is like a real one, else any; some nearly full of good evidence. */
const moods: readonly Pick<Draw, 'values' | 'classes'>[] = [
  { values: answerValues, classes: evidenceClasses },
  {
    values: ['yes', 'yes', 'yes', 'partly', 'no', 'not-applicable'],
    classes: ['own-measurement', 'own-receipt', 'project-document', 'third-party'],
  },
  {
    values: ['yes', 'yes', 'yes', 'yes', 'yes', 'partly', 'not-applicable'],
    classes: ['own-measurement', 'own-receipt', 'on-chain-record'],
  },
  { values: ['no', 'no', 'partly', 'not-applicable', 'unknown'], classes: evidenceClasses },
]

function itemFrom(random: () => number, ages: Ages, id: string, circumstances: readonly string[]) {
  const redFlag = random() < 0.15
  const weight = () => oneOf(random, redFlag ? roleWeights.slice(1) : roleWeights)
  const exempted = random() < 0.5 && circumstances.length > 0
  return {
    id,
    part: oneOf(random, parts),
    topic: filler,
    question: filler,
    why: filler,
    howToCheck: filler,
    evidenceThatCounts: filler,
    importance: oneOf(random, importances),
    halfLifeDays:
      ages === 'exact' ? oneOf(random, divisorsOfGrid) : 1 + integer(random, random() < 0.7 ? 400 : 3649),
    redFlag,
    exemption: exempted
      ? {
          words: filler,
          circumstanceId: oneOf(random, circumstances),
          holdsWhen: oneOf(random, ['yes', 'no']),
        }
      : null,
    roleWeights: { buyer: weight(), provider: weight(), investor: weight() },
    computation: null,
  } satisfies ChecklistItem
}

function checklistFrom(random: () => number, ages: Ages, version: number): Checklist {
  const circumstances = ['has-token', 'takes-gpus'].slice(0, integer(random, 2))
  const items: ChecklistItem[] = Array.from(
    { length: 1 + integer(random, random() < 0.5 ? 3 : 11) },
    (_, i) => itemFrom(random, ages, `item-${i + 1}`, circumstances),
  )
  // Both may fall on the same place of the list: then only the latter is computed.
  for (const computation of ['net', 'exit'] as const) {
    const at = integer(random, items.length)
    if (items[at] !== undefined) items[at] = { ...items[at], computation }
  }
  return {
    schema: 1,
    id: 'random',
    version,
    name: filler,
    compiledAt: '2026-01-01',
    circumstances: circumstances.map((id) => ({ id, question: filler, howToCheck: filler })),
    // Another version has the items in another order, some of them not.
    items: version === 1 ? items : items.toReversed().filter((_, i) => i === 0 || random() < 0.8),
  }
}

function instantsFrom({ random, earlier, later }: Draw, count: number): readonly number[] {
  const day = () =>
    oneOf(random, [
      earlier,
      later,
      earlier,
      later,
      earlier - integer(random, 120),
      later - integer(random, 200),
    ]) + (random() < 0.1 ? integer(random, 40) : 0)
  // The first and the last millisecond of a day, and any between.
  const instants = Array.from(
    { length: count },
    () => day() * dayMs + oneOf(random, [0, dayMs - 1, integer(random, dayMs - 1)]),
  )
  // A clock may have been set back.
  return random() < 0.05 ? instants : instants.toSorted((a, b) => a - b)
}

export function cardFrom(seed: number, ages: Ages): RandomCard {
  const random = randomFrom(seed)
  const later = today + integer(random, 90)
  const earlier = later - (ages === 'exact' ? grid * integer(random, 3) : integer(random, 300))
  const checklists = Object.fromEntries(
    [1, 2].map((version) => [String(version).repeat(64), checklistFrom(random, ages, version)]),
  )
  const all = Object.values(checklists)
  const circumstances = ['has-token', 'takes-gpus']
  const items = all.flatMap((checklist) => checklist.items)
  const draw: Draw = {
    random,
    ages,
    earlier,
    later,
    itemIds: [
      ...new Set(items.map(({ id }) => id)),
      ...circumstances,
      ...['own-1', 'own-2', 'nobody-asks'].filter(() => random() < 0.5),
    ],
    ...oneOf(random, moods),
    checklistDigests: random() < 0.8 ? Object.keys(checklists).slice(0, 1) : Object.keys(checklists),
    computedBy: Object.fromEntries(
      items.flatMap(({ id, computation }) => (computation === null ? [] : [[id, computation]])),
    ),
    // Now and then one that bears the id of an item of the checklist, or is computed where the checklist has one.
    ownItem: () => {
      const id = random() < 0.9 ? `own-${1 + integer(random, 1)}` : 'item-1'
      const item = itemFrom(random, ages, id, [...circumstances, 'item-1'])
      return { ...item, computation: oneOf(random, [null, null, null, 'net', 'exit']) }
    },
  }
  const instants = instantsFrom(draw, 1 + integer(random, 4 + draw.itemIds.length * 4))
  const entries = instants.map((recordedAtUtcMs, i): Entry => {
    const body: EntryBody =
      i === 0 && random() < 0.95
        ? { kind: 'checklist', sha256: draw.checklistDigests[0]!, who: 'me' }
        : bodyFrom(draw, i + 1, Math.floor(recordedAtUtcMs / dayMs))
    return { sequence: i + 1, recordedAtUtcMs, body, origin: i === 0 ? null : originFrom(random) }
  })
  const bruteForce = all.every((checklist) => checklist.items.length <= 4)
  const left = oneOf(random, roles)
  const held = random() < 0.5 ? [left] : roles.filter((role) => role !== left)
  return { seed, roles: held, checklists, entries, dates: [isoDate(earlier), isoDate(later)], bruteForce } // prettier-ignore
}

function originFrom(random: () => number): Entry['origin'] {
  if (random() < 0.9) return null
  return {
    cardId: 'elsewhere',
    cardName: 'elsewhere',
    sequence: 1,
    recordedAtUtcMs: 0,
    digest: '0'.repeat(64),
    aside: random() < 0.5,
  }
}
