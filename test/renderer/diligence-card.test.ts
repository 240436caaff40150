import { describe, expect, it } from 'vitest'
import type { ChecklistItem } from '../../shared/diligence/checklist.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { toDoOf } from '../../shared/diligence/to-do.ts'
import { findOutNext } from '../../shared/diligence/value-of-information.ts'
import { checklistChoices, newerVersion } from '../../renderer/places/diligence/checklist-choices.ts'
import { mostAgeing } from '../../renderer/places/diligence/card/ageing.ts'
import { damageWords, worthWords } from '../../renderer/places/diligence/card/card-words.ts'
import { answeredWords, exemptAnswers } from '../../renderer/places/diligence/card/exempt-answers.ts'
import { cardSentence, pillarNotes } from '../../renderer/places/diligence/card/card-headline.ts'
import {
  type AnswerDraft,
  changedDraft,
  draftAnswer,
  draftNotes,
  newDraft,
} from '../../renderer/places/diligence/card/draft.ts'
import { blankItem, problemOf } from '../../renderer/places/diligence/card/own-item.ts'
import {
  nextUnanswered,
  noLongerAsked,
  ownItemId,
  questionGroups,
} from '../../renderer/places/diligence/card/rows.ts'
import { scoredOn } from '../../renderer/places/diligence/scored-today.ts'
import {
  answer,
  checklistsOf,
  digest,
  doneJob,
  entriesOf,
  item,
  net,
  today,
} from '../shared/diligence/cards.ts'

const habit = { class: null, link: '', seenOn: null }
const exempt = {
  words: 'There is no token.',
  circumstanceId: 'has-token',
  holdsWhen: 'no',
} as const

function listingOf(items: readonly ChecklistItem[], circumstances: readonly string[] = []) {
  const shippedChecklist = checklistsOf(items, circumstances)[digest]!
  return {
    scorecards: [],
    keptChecklists: {},
    shippedChecklist,
    shippedSha256: digest,
    ownChecklists: [],
    starters: [],
    permissionSheet: { schema: 1, permissions: [], steps: [] } as const,
    attachments: [],
  }
}

function scored(
  items: readonly ChecklistItem[],
  bodies: readonly EntryBody[],
  circumstances: readonly string[] = [],
) {
  return scoredOn({ entries: entriesOf(bodies) }, listingOf(items, circumstances), ['provider'], today)
}

const begun = (given: Partial<AnswerDraft>): AnswerDraft => ({ ...newDraft('yes', habit, today), ...given })
const wordsOf = (notes: ReturnType<typeof draftNotes>) => notes.map(({ words }) => words).join(' ')

describe('An answer being given', () => {
  it('begins with what the last one rested on', () => {
    expect(
      newDraft('no', { class: 'third-party', link: 'https://a.example', seenOn: '2026-11-20' }, today),
    ).toMatchObject({
      value: 'no',
      class: 'third-party',
      link: 'https://a.example',
      seenOn: '2026-11-20',
      text: '',
    })
  })

  it('is refused without what it rests on, without a reason where it does not apply, seen tomorrow', () => {
    expect(draftAnswer('a', begun({}), today, 'me')).toEqual({
      problem: 'Choose what it rests on: a key from 1 to 7, or the list.',
    })
    expect(
      draftAnswer('a', begun({ value: 'not-applicable', class: 'claim', text: ' ' }), today, 'me'),
    ).toEqual({
      problem: 'Say why it does not apply: the reason is kept with it.',
    })
    expect(draftAnswer('a', begun({ class: 'claim', seenOn: '2026-11-22' }), today, 'me')).toHaveProperty(
      'problem',
    )
  })

  it('is kept as typed, without empty words', () => {
    const kept = draftAnswer('a', begun({ class: 'own-receipt', text: ' seen ', link: ' ' }), today, 'me')
    expect(kept).toEqual({
      value: answer('a', 'yes', { class: 'own-receipt', text: 'seen', who: 'me' }),
    })
  })

  it('of what is unknown rests on nothing, and needs no class', () => {
    const kept = draftAnswer('a', begun({ value: 'unknown' }), today, 'me')
    expect(kept).toHaveProperty('value.class', 'claim')
  })

  it('is no longer computed once its value or class is another', () => {
    const computed = begun({ class: 'assumption', computed: net() })
    expect(changedDraft(computed, { text: 'a word' }).computed).not.toBeNull()
    expect(changedDraft(computed, { class: 'own-receipt' }).computed).toBeNull()
    expect(changedDraft(computed, { value: 'no' }).computed).toBeNull()
  })
})

describe('What is said of an answer before it is kept', () => {
  const plain = item('plain')

  it('a yes counts as partly until an own test, receipt or record shows it', () => {
    const { standing } = scored([plain], [])
    const notes = (evidence: AnswerDraft['class'], given: Partial<AnswerDraft> = {}) =>
      wordsOf(draftNotes(standing, plain, 'plain', begun({ class: evidence, ...given })))
    expect(notes('project-document', { text: 'seen' })).toContain('Counts as partly: a full yes needs')
    expect(notes('claim')).toContain('narrows nothing')
    expect(notes('own-measurement', { text: ' ' })).toBe('Counts as partly: say what you saw, or attach it.')
    expect(notes('own-measurement', { text: 'seen' })).toBe('')
    expect(notes('own-receipt', { text: 'seen' })).toBe('Counts as partly: attach the receipt, or link it.')
    expect(notes('own-receipt', { fileSha256: digest })).toBe('')
    expect(notes('on-chain-record', { fileSha256: digest, link: ' ' })).toBe(
      'Counts as partly: link the record.',
    )
    expect(notes('on-chain-record', { link: 'https://scan.example/tx' })).toBe('')
  })

  it('what the engine computes counts as a claim by hand', () => {
    const nets = item('nets', { computation: 'net' })
    const { standing } = scored([nets], [])
    const notes = (given: Partial<AnswerDraft>) =>
      wordsOf(draftNotes(standing, nets, 'nets', begun({ class: 'own-measurement', text: 'seen', ...given })))
    expect(notes({})).toContain('Counts as a claim by hand')
    expect(notes({ computed: net() })).toBe('')
  })

  it('weaker evidence than that of the answer before is named', () => {
    const { standing } = scored([plain], [answer('plain', 'no')])
    const notes = (evidence: AnswerDraft['class']) =>
      wordsOf(draftNotes(standing, plain, 'plain', begun({ value: 'no', class: evidence })))
    expect(notes('third-party')).toContain('Weaker evidence than the answer it replaces, “No” by own test')
    expect(notes('own-receipt')).toBe('')
  })

  it('a no is a red flag only by a third party or better, and names what it caps', () => {
    const flag = item('flag', { redFlag: true, part: 'economics' })
    const { standing } = scored([flag], [])
    const notes = (evidence: AnswerDraft['class']) =>
      wordsOf(draftNotes(standing, flag, 'flag', begun({ value: 'no', class: evidence })))
    expect(notes('third-party')).toContain('caps Economics at 25')
    expect(notes('weak-third-party')).toContain('Would be a red flag')
  })

  it('a red flag that stands is said to stay, until evidence as good as that of the no lifts it', () => {
    const flag = item('flag', { redFlag: true })
    const { standing } = scored([flag], [answer('flag', 'no')])
    const notes = (value: AnswerDraft['value'], evidence: AnswerDraft['class']) =>
      wordsOf(draftNotes(standing, flag, 'flag', begun({ value, class: evidence })))
    expect(notes('yes', 'weak-third-party')).toContain('The red flag stays')
    expect(notes('unknown', null)).toContain('The red flag stays')
    expect(notes('not-applicable', 'own-receipt')).toContain('The red flag stays')
    expect(notes('partly', 'third-party')).toContain('The red flag stays')
    expect(notes('partly', 'own-receipt')).not.toContain('The red flag stays')
  })

  it('“does not apply” says whether its condition is shown to hold', () => {
    const token = item('token', { exemption: exempt })
    const notes = (bodies: readonly EntryBody[], of = token) =>
      wordsOf(
        draftNotes(
          scored([token, plain], bodies, ['has-token']).standing,
          of,
          of.id,
          begun({ value: 'not-applicable' }),
        ),
      )
    expect(notes([])).toContain('Not shown to hold: There is no token.')
    expect(notes([answer('has-token', 'no', { class: 'claim' })])).toContain('Not shown to hold')
    expect(notes([answer('has-token', 'no', { class: 'third-party' })])).toContain('Shown to hold')
    const flag = item('flag', { redFlag: true, exemption: exempt })
    const isOut = (evidence: AnswerDraft['class']) =>
      wordsOf(
        draftNotes(
          scored(
            [flag],
            [answer('has-token', 'no', { class: evidence! }), answer('flag', 'no')],
            ['has-token'],
          ).standing,
          flag,
          'flag',
          begun({ value: 'not-applicable' }),
        ),
      )
    expect(isOut('third-party')).toContain('The red flag stays')
    expect(isOut('own-measurement')).not.toContain('The red flag stays')
    expect(notes([], plain)).toContain('applies to every market')
  })
})

describe('The rows of a card', () => {
  const items = [
    item('a'),
    item('b', { topic: 'Other', redFlag: true }),
    item('c', { halfLifeDays: 30 }),
    item('d', { part: 'demand' }),
  ]
  const card = scored(items, [answer('a', 'yes'), answer('c', 'no'), answer('gone', 'yes')], ['has-token'])
  const ids = (filter: Parameters<typeof questionGroups>[1]) =>
    questionGroups(card, filter).map(({ rows }) => rows.map(({ id }) => id))

  it('stand by part and topic, after what the market is', () => {
    expect(ids('all')).toEqual([['has-token'], ['a', 'c'], ['b'], ['d']])
    expect(questionGroups(card, 'all').map(({ part }) => part)).toEqual([
      'What it is',
      'Service',
      'Service',
      'Demand',
    ])
  })

  it('are left by a filter', () => {
    expect(ids('unanswered')).toEqual([['has-token'], ['b'], ['d']])
    expect(ids('red flags')).toEqual([['b']])
    // 30 days on: c by an own test falls from 1 to 1/2, a with 100 days to 0.81.
    expect(ids('ageing')).toEqual([['a', 'c']])
  })

  it('lead to the next without an answer, round from the end, over those on their way', () => {
    const rows = questionGroups(card, 'all').flatMap((group) => group.rows)
    expect(nextUnanswered(rows, 'a', new Set())).toBe('b')
    expect(nextUnanswered(rows, 'a', new Set(['b']))).toBe('d')
    expect(nextUnanswered(rows, 'd', new Set())).toBe('has-token')
    expect(nextUnanswered(rows, 'd', new Set(['has-token', 'b']))).toBeNull()
  })

  it('keep answers to what is no longer asked, by id where no checklist is left that asks it', () => {
    expect(noLongerAsked(card.standing, listingOf(items)).map(({ id, question }) => [id, question])).toEqual([
      ['gone', 'gone'],
    ])
    expect(noLongerAsked(card.standing, listingOf([...items, item('gone')]))[0]?.question).toBe('Is gone so?')
  })

  it('give a question of the person’s own an id that nothing else has', () => {
    const own = { kind: 'own-item', item: item('own-1'), who: 'me' } as const
    expect(ownItemId(scored(items, []).standing)).toBe('own-1')
    expect(ownItemId(scored(items, [own, answer('own-2', 'yes')]).standing)).toBe('own-3')
  })
})

describe('A question of the person’s own', () => {
  const whole = {
    ...blankItem('own-1'),
    question: 'Q?',
    why: 'W.',
    howToCheck: 'H.',
    evidenceThatCounts: 'E.',
  }

  it('needs its words, a half-life in whole days, and weight for everybody where it is a red flag', () => {
    expect(problemOf(whole)).toBeNull()
    expect(problemOf({ ...whole, why: ' ' })).toBe('Why it is asked: nothing stands there yet.')
    expect(problemOf({ ...whole, halfLifeDays: Number.NaN })).toContain('1 to 3650')
    const unweighed = { ...whole, roleWeights: { buyer: 0, provider: 1, investor: 1 } } as const
    expect(problemOf(unweighed)).toBeNull()
    expect(problemOf({ ...unweighed, redFlag: true })).toContain('every role')
  })
})

describe('The checklist in force', () => {
  it('has a newer version only under its own id and a higher number', () => {
    const { shippedChecklist, ...rest } = listingOf([item('a')])
    const body = { ...shippedChecklist, version: 2 }
    const choices = (own: Partial<typeof body>) =>
      checklistChoices({
        ...rest,
        shippedChecklist,
        ownChecklists: [{ id: 'o', revision: 1, body: { ...body, ...own } }],
      })
    expect(newerVersion(shippedChecklist, choices({}))?.key).toBe('o')
    expect(newerVersion(shippedChecklist, choices({ version: 1 }))).toBeNull()
    expect(newerVersion(shippedChecklist, choices({ id: 'other' }))).toBeNull()
  })
})

describe('Questions that do not apply', () => {
  const exemption = { words: 'There is no token.', circumstanceId: 'has-token', holdsWhen: 'no' } as const
  const items = [item('a'), item('t', { part: 'token', exemption }), item('u', { part: 'token', exemption })]
  const noToken = answer('has-token', 'no', { class: 'third-party', link: 'https://example.com/terms' })

  it('are marked together, each with the words of its exemption, on the evidence that shows it', () => {
    const before = scored(items, [noToken], ['has-token'])
    const marked = exemptAnswers(before, 'me')
    expect(marked.map(({ itemId, value, text }) => [itemId, value, text])).toEqual([
      ['t', 'not-applicable', 'There is no token.'],
      ['u', 'not-applicable', 'There is no token.'],
    ])
    expect(marked[0]).toMatchObject({ class: 'third-party', link: 'https://example.com/terms', who: 'me' })
    expect(answeredWords(before.scored)).toBe('0 of 3 answered')
    const after = scored(items, [noToken, ...marked], ['has-token'])
    expect(after.scored.items.map(({ state }) => state)).toEqual([
      'unanswered',
      'not-applicable',
      'not-applicable',
    ])
    expect(exemptAnswers(after, 'me')).toEqual([])
    expect(answeredWords(after.scored)).toBe('0 of the 1 that apply answered')
  })

  it('are none while a claim alone says so, and what somebody answered is left as it is', () => {
    expect(exemptAnswers(scored(items, [{ ...noToken, class: 'claim' }], ['has-token']), 'me')).toEqual([])
    const answered = scored(items, [noToken, answer('t', 'partly', { class: 'third-party' })], ['has-token'])
    expect(exemptAnswers(answered, 'me').map(({ itemId }) => itemId)).toEqual(['u'])
  })

  it('leave a pillar that says “no token” and is not greyed until a gate opens', () => {
    const card = scored(items, [noToken], ['has-token'])
    expect(pillarNotes(card, 'token')[0]).toBe('No token: there is nothing of it to judge.')
    expect(pillarNotes(card, 'token').join(' ')).not.toContain('Greyed')
    expect(cardSentence('North', ['provider'], card)).toMatch(/economics \(0 to 100\); it has no token\.$/)
  })
})

describe('What a card says', () => {
  it('pillars of one verdict are said together, each with its range', () => {
    const strong = scored([item('a'), item('t', { part: 'token' })], [answer('a', 'yes')])
    expect(cardSentence('North', ['provider', 'buyer'], strong)).toBe(
      'North, seen as provider and buyer: service strong (100), but its first test was not done; insufficient evidence on economics (0 to 100) and token (0 to 100).',
    )
    const tested = scored([item('a'), item('t', { part: 'token' })], [answer('a', 'yes'), doneJob])
    expect(cardSentence('North', ['provider'], tested)).toContain('service strong (100); insufficient')
  })

  it('what reads well is said with every gate that is closed up to it', () => {
    const items = [item('a'), item('t', { part: 'token' })]
    const good = scored(items, [answer('a', 'yes'), answer('t', 'yes'), doneJob])
    expect(cardSentence('North', ['provider'], good)).toContain(
      'strong on service (100) and token (100), but its provider gate is closed and its token gate is closed;',
    )
  })

  it('a name that turns round what follows is written out, and the headline stays readable', () => {
    const strong = scored([item('a')], [answer('a', 'yes')])
    const sentence = cardSentence('Akash\u202egnorts', ['provider'], strong)
    expect(sentence).toMatch(/^Akash\[U\+202E\]gnorts, seen as provider: service strong/)
    expect(sentence).not.toContain('\u202e')
    expect(cardSentence('שוק', ['provider'], strong)).toMatch(/^\u2068שוק\u2069, seen as/)
  })

  it('a red flag and a closed gate are named where they bite', () => {
    const flagged = scored([item('a', { redFlag: true })], [answer('a', 'no')])
    expect(pillarNotes(flagged, 'service')).toEqual(['Capped at 25 by a red flag: Is a so?'])
    expect(pillarNotes(flagged, 'economics')).toEqual(['Greyed until this gate opens: first test.'])
  })

  it('the first test stands first until it is done; then five at most by their worth', () => {
    const items = ['a', 'b', 'c', 'd', 'e', 'f', 'g'].map((id) => item(id))
    const before = scored(items, [])
    const toDo = toDoOf(before.standing, ['provider'], findOutNext(before.standing, before.scored))
    expect(toDo.firstActions.map(({ role }) => role)).toEqual(['provider'])
    expect(toDo.next).toHaveLength(5)
    const after = scored(items, [doneJob])
    expect(toDoOf(after.standing, ['provider'], []).firstActions).toEqual([])
  })

  it('what an answer could change is said by pillar and verdict, as brute force finds it', () => {
    const two = scored([item('a'), item('b')], [answer('a', 'yes')])
    const finding = findOutNext(two.standing, two.scored).find(({ scored: each }) => each.item.id === 'b')
    // 50 to 100 is insufficient evidence; yes leads to 100, partly to 75, no to 50.
    expect(worthWords(finding!, two.scored.pillars)).toBe(
      'Could change service from insufficient evidence to strong or caution',
    )
  })

  it('what fades most within 30 days comes by weight times loss', () => {
    const card = scored(
      [
        item('slow', { halfLifeDays: 100, importance: 'critical' }),
        item('fast', { halfLifeDays: 30, importance: 'low' }),
        item('claimed'),
      ],
      [answer('slow', 'yes'), answer('fast', 'yes'), answer('claimed', 'yes', { class: 'claim' })],
    )
    const fading = mostAgeing(card.scored.items, today, 5)
    // 10 x (1 - 2^-0.3) = 1.88 of weight against 2.5 x 1/2.
    expect(fading.map(({ scored: each }) => each.item.id)).toEqual(['slow', 'fast'])
    expect(fading[1]).toMatchObject({ now: 1, later: 0.5 })
  })

  it('damage names the entry and what is left', () => {
    expect(damageWords([{ sequence: 4, message: 'The digest does not match.' }], 3)).toBe(
      '3 entries are intact and shown. Entry 4: The digest does not match.',
    )
  })
})
