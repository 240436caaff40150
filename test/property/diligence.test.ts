/** What holds for any card: nobody can flatter it, nothing gets surer by itself. */
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayNumber, isoDate } from '../../shared/calendar.ts'
import {
  type ChecklistItem,
  importances,
  parts,
  pillars,
  type Role,
  roles as allRoles,
  type RoleWeight,
  roleWeights,
} from '../../shared/diligence/checklist.ts'
import { answerValues, type Entry, type EntryBody } from '../../shared/diligence/entry.ts'
import { gatesOf } from '../../shared/diligence/gates.ts'
import { pillarScores, scoredCard, verdicts, widthOf } from '../../shared/diligence/score.ts'
import { standingCard } from '../../shared/diligence/standing.ts'
import { findOutNext } from '../../shared/diligence/value-of-information.ts'
import { type EvidenceClass, evidenceClasses, trustByClass } from '../../shared/figure.ts'
import { answer, checklistsOf, doneJob, entriesOf, exit, net, today } from '../shared/diligence/cards.ts'
import { isNightly } from './runs.ts'

const runs = isNightly ? 100_000 : 5_000
const rounding = 1e-9

/** A red flag weighs for every role. DG3 */
function weightsFor(weights: readonly RoleWeight[], redFlag: boolean): ChecklistItem['roleWeights'] {
  const [buyer = 0, provider = 0, investor = 0] = weights.map((weight) => (redFlag ? weight || 1 : weight))
  return { buyer, provider, investor }
}

const itemArbitrary = (id: string): fc.Arbitrary<ChecklistItem> =>
  fc
    .record({
      part: fc.constantFrom(...parts),
      importance: fc.constantFrom(...importances),
      halfLifeDays: fc.integer({ min: 1, max: 900 }),
      redFlag: fc.boolean(),
      isExempt: fc.boolean(),
      weights: fc.array(fc.constantFrom(...roleWeights), { minLength: 3, maxLength: 3 }),
      computation: fc.constant(id === 'i0' ? ('net' as const) : id === 'i1' ? ('exit' as const) : null),
    })
    .map(({ part, importance, halfLifeDays, computation, isExempt, weights, redFlag }) => ({
      id,
      part,
      importance,
      halfLifeDays,
      computation,
      topic: 'Anything',
      question: `${id}?`,
      why: 'It matters.',
      howToCheck: 'Look.',
      evidenceThatCounts: 'A test.',
      redFlag,
      exemption: isExempt
        ? { words: 'No token.', circumstanceId: 'has-token', holdsWhen: 'no' as const }
        : null,
      roleWeights: weightsFor(weights, redFlag),
    }))

const itemsArbitrary = fc
  .integer({ min: 1, max: 8 })
  .chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => itemArbitrary(`i${at}`))))

const dayArbitrary = fc.integer({ min: 0, max: 2_000 }).map((back) => isoDate(dayNumber(today) - back))

const answerArbitrary = (classes: readonly EvidenceClass[] = evidenceClasses) =>
  fc
    .record({
      itemId: fc.constantFrom('i0', 'i1', 'i2', 'i3', 'i4', 'i5', 'i6', 'i7', 'has-token'),
      value: fc.constantFrom(...answerValues),
      class: fc.constantFrom(...classes),
      seenOn: dayArbitrary,
      text: fc.constantFrom('seen so', ''),
      link: fc.constantFrom(null, 'https://a.example'),
    })
    .map(({ itemId, value, ...rest }): EntryBody => answer(itemId, value, rest))

const bodiesArbitrary = fc.array(answerArbitrary(), { maxLength: 14 })
const rolesArbitrary = fc.subarray([...allRoles], { minLength: 1, maxLength: 2 })

type Given = {
  readonly items: readonly ChecklistItem[]
  readonly bodies: readonly EntryBody[]
  readonly on?: string
}
const cardOf = ({ items, bodies, on = today }: Given) =>
  standingCard(entriesOf(bodies), checklistsOf(items, ['has-token']), on)
const pillarsOf = (given: Given, roles: readonly Role[]) => scoredCard(cardOf(given), roles).pillars

const given = { items: itemsArbitrary, bodies: bodiesArbitrary, roles: rolesArbitrary }

function forCards<Extra>(
  extra: { readonly [Key in keyof Extra]: fc.Arbitrary<Extra[Key]> },
  check: (card: { items: ChecklistItem[]; bodies: EntryBody[]; roles: Role[] } & Extra) => void,
): void {
  fc.assert(
    fc.property(fc.record({ ...given, ...extra }), (card) =>
      check(card as { items: ChecklistItem[]; bodies: EntryBody[]; roles: Role[] } & Extra),
    ),
    { numRuns: runs },
  )
}

describe('any card', () => {
  it('stands between 0 and 100, low at most high, with a verdict of DG10', () => {
    forCards({}, ({ items, bodies, roles }) => {
      for (const score of Object.values(pillarsOf({ items, bodies }, roles))) {
        expect(score.low).toBeGreaterThanOrEqual(0)
        expect(score.high).toBeLessThanOrEqual(100 + rounding)
        expect(score.high - score.low).toBeGreaterThanOrEqual(-rounding)
        expect(verdicts).toContain(score.verdict)
      }
    })
  })

  it('gets no narrower by ageing', () => {
    forCards({ days: fc.integer({ min: 1, max: 3_000 }) }, ({ items, bodies, roles, days }) => {
      const card = cardOf({ items, bodies })
      const older = { ...card, on: isoDate(dayNumber(today) + days) }
      const [now, later] = [scoredCard(card, roles).pillars, scoredCard(older, roles).pillars]
      for (const pillar of pillars)
        expect(widthOf(later[pillar])).toBeGreaterThanOrEqual(widthOf(now[pillar]) - rounding)
    })
  })

  it('gets no wider by an answer to what was unknown', () => {
    let looked = 0
    forCards({ added: answerArbitrary() }, ({ items, bodies, roles, added }) => {
      const itemId = added.kind === 'answer' ? added.itemId : ''
      const isNew = bodies.every((body) => body.kind !== 'answer' || body.itemId !== itemId)
      if (!isNew || items.every(({ id }) => id !== itemId)) return
      const before = pillarsOf({ items, bodies }, roles)
      const after = pillarsOf({ items, bodies: [...bodies, added] }, roles)
      looked += 1
      for (const pillar of pillars)
        expect(widthOf(after[pillar])).toBeLessThanOrEqual(widthOf(before[pillar]) + rounding)
    })
    expect(looked).toBeGreaterThan(runs / 20)
  })

  it('on a past day is the card of the entries until then', () => {
    forCards({ cut: fc.nat(14) }, ({ items, bodies, roles, cut }) => {
      const dated = bodies.map((body, at) => ({ on: at < cut ? '2026-11-10' : today, body }))
      const checklists = checklistsOf(items, ['has-token'])
      const all = scoredCard(standingCard(entriesOf(dated), checklists, '2026-11-10'), roles)
      const until = scoredCard(standingCard(entriesOf(dated.slice(0, cut)), checklists, '2026-11-10'), roles)
      expect(all).toEqual(until)
    })
  })
})

describe('a card cannot be flattered:', () => {
  it('documents alone never reach acceptable', () => {
    const documents = evidenceClasses.filter((each) => trustByClass[each] < 1)
    forCards(
      { flattery: fc.array(answerArbitrary(documents), { maxLength: 14 }) },
      ({ items, flattery, roles }) => {
        for (const score of Object.values(pillarsOf({ items, bodies: flattery }, roles))) {
          expect(score.low).toBeLessThanOrEqual(40 + rounding)
          expect(['strong', 'acceptable']).not.toContain(score.verdict)
        }
      },
    )
  })

  it('“not applicable” without its condition makes nothing better', () => {
    let looked = 0
    forCards({ at: fc.nat(7) }, ({ items, bodies, roles, at }) => {
      const { id } = items[at % items.length]!
      const before = scoredCard(cardOf({ items, bodies }), roles)
      const card = cardOf({ items, bodies: [...bodies, answer(id, 'not-applicable')] })
      const after = scoredCard(card, roles)
      const changed = after.items.find(({ item }) => item.id === id)
      if (changed?.state !== 'exemption-not-shown') return
      looked += 1
      for (const pillar of pillars) {
        expect(after.pillars[pillar].low).toBeLessThanOrEqual(before.pillars[pillar].low + rounding)
        expect(after.pillars[pillar].high).toBeLessThanOrEqual(before.pillars[pillar].high + rounding)
        expect(after.pillars[pillar].redFlags.length).toBe(before.pillars[pillar].redFlags.length)
      }
    })
    expect(looked).toBeGreaterThan(runs / 4)
  })

  it('one red flag that applies caps its pillars', () => {
    let looked = 0
    forCards({}, ({ items, bodies, roles }) => {
      for (const score of Object.values(pillarsOf({ items, bodies }, roles))) {
        if (score.redFlags.length === 0) continue
        looked += 1
        expect(score.high).toBeLessThanOrEqual(25)
      }
    })
    expect(looked).toBeGreaterThan(runs / 100)
  })

  it('no answer opens a gate that rests on a thing done', () => {
    forCards({}, ({ items, bodies, roles }) => {
      const [firstTest, provider, token] = gatesOf(cardOf({ items, bodies }), roles)
      expect(firstTest?.state).toBe('closed')
      expect(provider?.state).toBe('closed')
      expect(['closed', 'not-needed']).toContain(token?.state)
    })
  })

  it('a typed price or rented share leaves the provider’s gate half open at best', () => {
    const classes = fc.constantFrom(...evidenceClasses)
    forCards(
      { priceClass: classes, utilizationClass: classes },
      ({ items, roles, priceClass, utilizationClass }) => {
        const computed = net({ priceClass, utilizationClass })
        const [, provider] = gatesOf(cardOf({ items, bodies: [answer('i0', 'yes', { computed })] }), roles)
        const isEvidenced = trustByClass[priceClass] >= 0.5 && trustByClass[utilizationClass] >= 0.5
        expect(provider?.state).toBe(isEvidenced ? 'open' : 'half')
      },
    )
  })

  it('the exit alone, or a record alone, leaves the token’s gate closed', () => {
    forCards({}, ({ items, roles }) => {
      const bodies: EntryBody[] = [doneJob, answer('i1', 'yes', { computed: exit() })]
      expect(gatesOf(cardOf({ items, bodies }), roles)[2]?.state).toBe('closed')
    })
  })
})

describe('the value of finding out', () => {
  it('equals asking every question in turn, with each answer appended', () => {
    forCards({}, ({ items, bodies, roles }) => {
      const card = cardOf({ items, bodies })
      const scored = scoredCard(card, roles)
      for (const { scored: asked, isVerdictChanging, widthPoints } of findOutNext(card, scored)) {
        const isTested =
          asked.state === 'answered' &&
          asked.answer !== null &&
          trustByClass[asked.answer.class] === 1 &&
          !asked.isYesCutToPartly
        const { low, high } = isTested ? asked.interval : { low: 0, high: 1 }
        const outcomes = (['yes', 'partly', 'no'] as const).filter((value) => {
          const worth = { yes: 1, partly: 0.5, no: 0 }[value]
          return low <= worth && worth <= high
        })
        const after = outcomes.map((value) => {
          const { computation } = asked.item
          const computed = computation === null ? null : computation === 'net' ? net() : exit()
          const entries: readonly Entry[] = entriesOf([...bodies, answer(asked.item.id, value, { computed })])
          return scoredCard(standingCard(entries, checklistsOf(items, ['has-token']), today), roles).pillars
        })
        const narrowing = after.map((scores) =>
          pillars.reduce(
            (points, pillar) => points + widthOf(scored.pillars[pillar]) - widthOf(scores[pillar]),
            0,
          ),
        )
        expect(widthPoints).toBeCloseTo(Math.min(...narrowing), 8)
        expect(isVerdictChanging).toBe(
          after.some((scores) =>
            pillars.some((pillar) => scores[pillar].verdict !== scored.pillars[pillar].verdict),
          ),
        )
      }
      expect(pillarScores(scored.items)).toEqual(scored.pillars)
    })
  }, 1_200_000)
})
