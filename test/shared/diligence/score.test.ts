import { describe, expect, it } from 'vitest'
import type { ChecklistItem, Role } from '../../../shared/diligence/checklist.ts'
import {
  ageInDays,
  certaintyOf,
  exemptingAnswer,
  intervalOf,
  isShown,
  isThirdPartyOrBetter,
  valueOf,
} from '../../../shared/diligence/certainty.ts'
import type { EntryBody } from '../../../shared/diligence/entry.ts'
import {
  countsIn,
  flaggingAnswer,
  pillarScores,
  scoredCard,
  verdictOf,
  weightOf,
  widthOf,
} from '../../../shared/diligence/score.ts'
import {
  dayOfInstant,
  standingAnswer,
  standingCard,
  withdrawnSequences,
} from '../../../shared/diligence/standing.ts'
import { answer, checklistsOf, entriesOf, item, net, today } from './cards.ts'

type Given = Parameters<typeof entriesOf>[0]

const cardOf = (
  items: readonly ChecklistItem[],
  bodies: Given,
  { on = today, circumstances = [] }: { on?: string; circumstances?: readonly string[] } = {},
) => standingCard(entriesOf(bodies), checklistsOf(items, circumstances), on)

const scored = (
  items: readonly ChecklistItem[],
  bodies: Given,
  options: { on?: string; circumstances?: readonly string[]; roles?: readonly Role[] } = {},
) => scoredCard(cardOf(items, bodies, options), options.roles ?? ['buyer'])

const ends = ({ low, high }: { low: number; high: number }) => [low, high]

const noToken = (evidence: 'third-party' | 'claim') => answer('has-token', 'no', { class: evidence })

const verdict = (low: number, high: number) => verdictOf({ low, high }, true)

describe('DG2 the weight of a question', () => {
  it('is its importance times what the role makes of it; of two roles the larger counts', () => {
    const asked = item('a', { roleWeights: { buyer: 0.5, provider: 0, investor: 2 } })
    expect(weightOf(asked, ['buyer'])).toBe(2.5)
    expect(weightOf(asked, ['provider'])).toBe(0)
    expect(weightOf(asked, ['buyer', 'investor'])).toBe(10)
    expect(weightOf(item('b', { importance: 'critical' }), ['buyer'])).toBe(10)
    expect(weightOf(item('c', { importance: 'high' }), ['buyer'])).toBe(7.5)
    expect(weightOf(item('d', { importance: 'low' }), ['buyer'])).toBe(2.5)
  })
})

describe('DG4, DG5 what stands', () => {
  it('reckons an instant to its day in UTC', () => {
    expect(dayOfInstant(86_400_000)).toBe(1)
    expect(dayOfInstant(86_399_999)).toBe(0)
  })

  it('a withdrawal takes an entry back, and may be taken back itself', () => {
    const bodies: EntryBody[] = [
      answer('a', 'yes'),
      { kind: 'withdrawal', sequence: 2, who: 'x' },
      { kind: 'withdrawal', sequence: 3, who: 'x' },
    ]
    expect([...withdrawnSequences(entriesOf(bodies))]).toEqual([3])
    expect(standingAnswer(cardOf([item('a')], bodies), 'a')?.value).toBe('yes')
    expect(standingAnswer(cardOf([item('a')], bodies.slice(0, 2)), 'a')).toBeNull()
  })

  it('nothing takes back what comes after it', () => {
    const bodies: EntryBody[] = [{ kind: 'withdrawal', sequence: 3, who: 'x' }, answer('a', 'yes')]
    expect(standingAnswer(cardOf([item('a')], bodies), 'a')?.value).toBe('yes')
  })

  it('the latest answer counts, on each day the latest until that day', () => {
    const bodies: Given = [
      { on: '2026-11-02', body: answer('a', 'no', { seenOn: '2026-11-02' }) },
      { on: '2026-11-03', body: answer('a', 'yes', { seenOn: '2026-10-01' }) },
    ]
    expect(standingAnswer(cardOf([item('a')], bodies, { on: '2026-11-01' }), 'a')).toBeNull()
    expect(standingAnswer(cardOf([item('a')], bodies, { on: '2026-11-02' }), 'a')?.value).toBe('no')
    expect(standingAnswer(cardOf([item('a')], bodies), 'a')?.value).toBe('yes')
  })

  it('what stands aside counts for nothing, a withdrawal aside neither', () => {
    const origin = {
      cardId: 'x',
      cardName: 'X',
      sequence: 1,
      recordedAtUtcMs: 0,
      digest: 'd'.repeat(64),
      aside: true,
    }
    const entries = entriesOf([
      answer('a', 'no'),
      answer('a', 'yes'),
      { kind: 'withdrawal', sequence: 2, who: 'x' },
    ])
    const withAside = entries.map((entry) => Object.assign({}, entry, entry.sequence > 2 ? { origin } : {}))
    expect(standingAnswer(standingCard(withAside, checklistsOf([item('a')]), today), 'a')?.value).toBe('no')
  })

  it('own items are asked too; the checklist’s own stands where both have an id; answers to others stay readable', () => {
    const own = item('own', { question: 'Mine?' })
    const bodies: EntryBody[] = [
      { kind: 'own-item', item: own, who: 'x' },
      { kind: 'own-item', item: { ...own, question: 'Mine, reworded?' }, who: 'x' },
      { kind: 'own-item', item: item('a', { question: 'Another a?' }), who: 'x' },
      answer('gone', 'yes'),
    ]
    const card = cardOf([item('a')], bodies)
    expect(card.items.map(({ question }) => question)).toEqual(['Is a so?', 'Mine, reworded?'])
    expect(standingAnswer(card, 'gone')?.value).toBe('yes')
    expect(scoredCard(card, ['buyer']).items.map((each) => each.item.id)).toEqual(['a', 'own'])
  })

  it('without a checklist nothing is asked', () => {
    const card = standingCard(entriesOf([answer('a', 'yes')]), {}, today)
    expect(card.items).toEqual([])
    expect(scoredCard(card, ['buyer']).pillars.service.verdict).toBe('insufficient evidence')
  })
})

describe('DG7 certainty', () => {
  it('is the trust in the class, halved with every half-life', () => {
    expect(ageInDays('2026-11-01', today)).toBe(20)
    expect(ageInDays('2026-12-01', today)).toBe(0)
    expect(certaintyOf({ class: 'third-party', seenOn: '2026-08-13' }, 100, today)).toBeCloseTo(0.25, 14)
    expect(certaintyOf({ class: 'claim', seenOn: today }, 100, today)).toBe(0)
  })

  it('a yes counts in full only with what shows it', () => {
    const bare = { text: ' ', link: null, fileSha256: null }
    const worth = (given: Parameters<typeof answer>[2]) => valueOf(answer('a', 'yes', { ...bare, ...given }))
    expect(worth({ class: 'own-measurement' })).toBe(0.5)
    expect(worth({ class: 'own-measurement', text: 'it ran' })).toBe(1)
    expect(worth({ class: 'own-receipt', text: 'I paid' })).toBe(0.5)
    expect(worth({ class: 'own-receipt', fileSha256: 'f'.repeat(64) })).toBe(1)
    expect(worth({ class: 'on-chain-record', fileSha256: 'f'.repeat(64) })).toBe(0.5)
    expect(worth({ class: 'on-chain-record', link: 'https://a.example' })).toBe(1)
    expect(isShown(answer('a', 'yes', { ...bare, class: 'own-receipt' }))).toBe(false)
    expect(isShown(answer('a', 'yes', { ...bare, computed: net() }))).toBe(true)
  })

  it('what the engine computes and somebody answered by hand is a claim', () => {
    const computable = item('a', { computation: 'net', redFlag: true })
    const interval = (given: Parameters<typeof answer>[2]) => {
      const [only] = scored([computable], [answer('a', 'no', given)]).items
      return [only?.interval, only?.isRedFlag]
    }
    expect(interval({})).toEqual([{ low: 0, high: 1 }, false])
    expect(interval({ computed: net({ usageOnlyUsd: -1 }) })).toEqual([{ low: 0, high: 0 }, true])
  })

  it('a yes that nobody tested is partly; what is not known leaves everything possible', () => {
    expect(valueOf(answer('a', 'yes', { class: 'project-document' }))).toBe(0.5)
    expect(valueOf(answer('a', 'yes', { class: 'on-chain-record', link: 'https://a.example' }))).toBe(1)
    expect(valueOf(answer('a', 'unknown'))).toBeNull()
    expect(intervalOf(answer('a', 'no', { class: 'third-party' }), 100, today)).toEqual({ low: 0, high: 0.5 })
    expect(intervalOf(answer('a', 'yes'), 100, today)).toEqual({ low: 1, high: 1 })
    expect(intervalOf(answer('a', 'unknown'), 100, today)).toEqual({ low: 0, high: 1 })
  })
})

describe('DG8 not applicable', () => {
  const exempt = item('a', {
    exemption: { words: 'There is no token.', circumstanceId: 'has-token', holdsWhen: 'no' },
  })
  const circumstances = ['has-token']
  it('takes out an item whose circumstance is shown, and says how much weight went', () => {
    const items = [exempt, item('b')]
    const card = scored(items, [noToken('third-party'), answer('a', 'not-applicable')], { circumstances })
    expect(card.items[0]?.state).toBe('not-applicable')
    expect(card.pillars.service.notApplicableShare).toBe(0.5)
    expect(ends(card.pillars.service)).toEqual([0, 100])
  })

  it('takes no red flag out on weaker evidence than that of its no', () => {
    const flagged = { ...exempt, redFlag: true }
    const state = (evidence: 'third-party' | 'own-measurement') =>
      scored(
        [flagged],
        [answer('a', 'no'), answer('has-token', 'no', { class: evidence }), answer('a', 'not-applicable')],
        { circumstances },
      ).items[0]?.state
    expect(state('third-party')).toBe('exemption-not-shown')
    expect(state('own-measurement')).toBe('not-applicable')
  })

  it('needs a third party at least, the very value, and a circumstance that is asked', () => {
    const held = (bodies: Given, asked = circumstances) =>
      exemptingAnswer(cardOf([exempt], bodies, { circumstances: asked }), exempt) !== null
    expect(held([noToken('third-party')])).toBe(true)
    expect(held([noToken('claim')])).toBe(false)
    expect(held([answer('has-token', 'yes')])).toBe(false)
    expect(held([noToken('third-party')], [])).toBe(false)
    expect(exemptingAnswer(cardOf([item('b')], []), item('b'))).toBeNull()
    expect(isThirdPartyOrBetter('weak-third-party')).toBe(false)
  })

  it('without it keeps the high of the answer before, and its red flag', () => {
    const flagged = { ...exempt, redFlag: true }
    const before = scored([flagged], [answer('a', 'no')], { circumstances })
    const after = scored([flagged], [answer('a', 'no'), answer('a', 'not-applicable')], { circumstances })
    expect(after.items[0]).toMatchObject({
      state: 'exemption-not-shown',
      interval: { low: 0, high: 0 },
      isRedFlag: true,
    })
    expect(ends(after.pillars.service)).toEqual(ends(before.pillars.service))
    const alone = scored([flagged], [answer('a', 'not-applicable')], { circumstances })
    expect(alone.items[0]?.interval).toEqual({ low: 0, high: 1 })
  })

  it('with everything taken out the evidence is insufficient', () => {
    const card = scored([exempt], [noToken('third-party'), answer('a', 'not-applicable')], { circumstances })
    expect(card.pillars.service).toMatchObject({ verdict: 'insufficient evidence', notApplicableShare: 1 })
  })
})

describe('DG9, DG10 pillars', () => {
  it('one service question, yes by an own test today: 100 to 100, strong', () => {
    expect(scored([item('a')], [answer('a', 'yes')]).pillars.service).toMatchObject({
      low: 100,
      high: 100,
      verdict: 'strong',
    })
  })

  it('are weighted means of lows and of highs, apart', () => {
    // 10 x [1, 1] and 5 x [0, 1]: 10/15 and 15/15.
    const card = scored([item('a', { importance: 'critical' }), item('b')], [answer('a', 'yes')])
    expect(card.pillars.service.low).toBeCloseTo(66.6667, 4)
    expect(card.pillars.service.high).toBe(100)
    expect(card.pillars.service.verdict).toBe('acceptable')
    expect(widthOf(card.pillars.service)).toBeCloseTo(33.3333, 4)
  })

  it('demand counts in all three', () => {
    const demand = item('d', { part: 'demand' })
    expect(countsIn(demand, 'service')).toBe(true)
    expect(countsIn(item('a'), 'token')).toBe(false)
    const { pillars } = scored([demand], [answer('d', 'yes')])
    expect([pillars.service.low, pillars.economics.low, pillars.token.low]).toEqual([100, 100, 100])
  })

  it('one red flag caps both ends at 25, and does not age', () => {
    const items = [item('a', { redFlag: true, halfLifeDays: 1 }), item('b', { importance: 'critical' })]
    const flag = answer('a', 'no', { class: 'third-party', seenOn: '2020-01-01' })
    const card = scored(items, [flag, answer('b', 'yes')])
    expect(ends(card.pillars.service)).toEqual([25, 25])
    expect(card.pillars.service.verdict).toBe('avoid')
    const claimed = scored(items, [{ ...flag, class: 'claim' }, answer('b', 'yes')])
    expect(claimed.pillars.service.redFlags).toEqual([])
  })

  it('a red flag is not lifted by unknown, nor by weaker word, but by a third party', () => {
    const items = [item('a', { redFlag: true })]
    const flags = (...later: EntryBody[]) =>
      scored(items, [answer('a', 'no', { class: 'own-receipt' }), ...later]).pillars.service.redFlags.length
    expect(flags()).toBe(1)
    expect(flags(answer('a', 'unknown'))).toBe(1)
    expect(flags(answer('a', 'yes', { class: 'claim' }))).toBe(1)
    expect(flags(answer('a', 'yes', { class: 'claim' }), answer('a', 'not-applicable'))).toBe(1)
    expect(flags(answer('a', 'partly', { class: 'third-party' }))).toBe(1)
    expect(flags(answer('a', 'partly', { class: 'own-receipt' }))).toBe(0)
    expect(flags({ kind: 'withdrawal', sequence: 2, who: 'x' })).toBe(0)
    expect(flaggingAnswer(cardOf(items, [answer('a', 'no', { class: 'claim' })]), items[0]!)).toBeNull()
  })

  it('says what share questions of one’s own make up', () => {
    const bodies: EntryBody[] = [
      { kind: 'own-item', item: item('mine', { importance: 'critical' }), who: 'x' },
    ]
    const card = scored([item('a')], bodies)
    expect(card.items.map(({ isOwn }) => isOwn)).toEqual([false, true])
    expect(card.pillars.service.ownShare).toBeCloseTo(2 / 3, 14)
  })

  it('nothing asked: from 0 to 100, insufficient evidence', () => {
    expect(pillarScores([]).token).toMatchObject({ low: 0, high: 100, verdict: 'insufficient evidence' })
  })

  it('the first verdict that holds stands', () => {
    expect(verdict(0, 39.9)).toBe('avoid')
    expect(verdict(0, 40)).toBe('caution')
    expect(verdict(75, 75)).toBe('strong')
    expect(verdict(60, 100)).toBe('acceptable')
    expect(verdict(50, 95)).toBe('insufficient evidence')
    expect(verdict(59, 99)).toBe('caution')
    expect(verdictOf({ low: 80, high: 90 }, false)).toBe('insufficient evidence')
  })
})
