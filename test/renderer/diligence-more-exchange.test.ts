import { describe, expect, it } from 'vitest'
import {
  computationChoices,
  draftOfItem,
  itemOfDraft,
  newItemDraft,
  newItemId,
  weightOf,
} from '../../renderer/places/diligence/checklists/item-draft.ts'
import {
  copyOf,
  nextVersion,
  refusedFields,
  withItem,
} from '../../renderer/places/diligence/checklists/own-checklist.ts'
import { comparedItems, differenceSentence } from '../../renderer/places/diligence/compare/differences.ts'
import { differenceWords, previewSentence } from '../../renderer/places/diligence/exchange/exchange-words.ts'
import { checklistItemSchema, checklistSchema } from '../../shared/diligence/checklist-schema.ts'
import type { EntryBody } from '../../shared/diligence/entry.ts'
import { scoredCard } from '../../shared/diligence/score.ts'
import type { ImportPreview } from '../../shared/diligence/scorecard.ts'
import { standingCard } from '../../shared/diligence/standing.ts'
import { answer, checklistsOf, digest, item, today } from '../shared/diligence/cards.ts'

const items = [
  item('light', { importance: 'low' }),
  item('heavy', { importance: 'critical' }),
  item('middle'),
]
const checklists = checklistsOf(items)

function scored(...answers: readonly EntryBody[]) {
  const bodies: readonly EntryBody[] = [{ kind: 'checklist', sha256: digest, who: 'me' }, ...answers]
  const entries = bodies.map((body, at) => ({ sequence: at + 1, recordedAtUtcMs: 0, body, origin: null }))
  return scoredCard(standingCard(entries, checklists, today), ['provider'])
}

describe('Two markets side by side', () => {
  it('show the heaviest question first and all of them once', () => {
    const compared = comparedItems(scored(), scored())
    expect(compared.map(({ item: { id } }) => id)).toEqual(['heavy', 'middle', 'light'])
    expect(compared.map(({ weight }) => weight)).toEqual([10, 5, 2.5])
  })

  it('differ by answer and by evidence, not by age; unanswered and unknown are the same', () => {
    const first = scored(
      answer('heavy', 'yes'),
      answer('middle', 'yes', { class: 'third-party' }),
      answer('light', 'unknown'),
    )
    const second = scored(
      answer('heavy', 'yes', { seenOn: '2026-01-01' }),
      answer('middle', 'yes', { class: 'project-document' }),
    )
    const compared = comparedItems(first, second)
    expect(compared.map(({ isSame }) => isSame)).toEqual([true, false, true])
    expect(differenceSentence(compared)).toBe('They differ in 1 of 3 questions.')
    expect(differenceSentence([])).toBe('Nothing is asked of either.')
  })

  it('keep what is asked of only one of them', () => {
    const other = checklistsOf([item('new', { importance: 'high' })])
    const second = scoredCard(
      standingCard(
        [
          {
            sequence: 1,
            recordedAtUtcMs: 0,
            body: { kind: 'checklist', sha256: digest, who: 'me' },
            origin: null,
          },
        ],
        other,
        today,
      ),
      ['provider'],
    )
    const compared = comparedItems(scored(), second)
    expect(compared).toHaveLength(4)
    expect(compared[1]).toMatchObject({ item: { id: 'new' }, isSame: false, sides: [null, {}] })
  })
})

describe('DX6 a card from a file, in words', () => {
  const preview: ImportPreview = {
    relation: 'continues',
    card: { id: 'a', schema: 1, name: 'A', networkId: null, roles: ['buyer'] },
    intoId: 'a',
    headDigest: digest,
    newEntries: 1,
    knownEntries: 37,
    differences: [],
    damage: [],
    notes: [],
  }

  it('says how it stands to the one here and what it brings', () => {
    expect(previewSentence(preview)).toBe('It goes on where the card here ends: 1 new entry, 37 known.')
    expect(previewSentence({ ...preview, relation: 'known' })).toBe(
      'All of it is here already: nothing would change.',
    )
    expect(previewSentence({ ...preview, relation: 'new', newEntries: 4, knownEntries: 0 })).toBe(
      'There is no such card here yet: 4 new entries.',
    )
  })

  it('says which answers go on counting', () => {
    expect(differenceWords(2, 3)).toBe(
      '2 answers differ from yours: yours go on counting unless you take theirs. 3 come in where you have none. Both stay in the history.',
    )
    expect(differenceWords(0, 1)).toBe('1 comes in where you have none. Both stay in the history.')
  })
})

describe('DG1 a question of one’s own', () => {
  const full = {
    ...newItemDraft,
    question: 'Is the 3090 taken?',
    topic: 'Cards',
    why: 'Mine is one.',
    howToCheck: 'Look at the list.',
    evidenceThatCounts: 'The list.',
  }

  it('is accepted by the schema and comes back as it was typed', () => {
    const read = itemOfDraft(full, new Set())
    if ('problem' in read) throw new Error(read.problem)
    expect(checklistItemSchema.parse(read.value)).toEqual(read.value)
    expect(itemOfDraft(draftOfItem(read.value), new Set([read.value.id]))).toEqual(read)
    for (const each of items) {
      const again = itemOfDraft(draftOfItem(each), new Set())
      expect('value' in again && again.value).toEqual(each)
    }
  })

  it('has a name of its own that no other question has', () => {
    expect(newItemId('Is the 3090 taken?', new Set())).toBe('own-is-the-3090-taken')
    expect(newItemId('Is the 3090 taken?', new Set(['own-is-the-3090-taken']))).toBe(
      'own-is-the-3090-taken-2',
    )
    const strange = newItemId('用什么付款？', new Set())
    expect(strange).toBe('own-question')
    expect(newItemId('a'.repeat(600), new Set()).length).toBeLessThanOrEqual(64)
  })

  it('is refused by field', () => {
    expect(itemOfDraft({ ...full, why: ' ' }, new Set())).toEqual({
      problem: 'Why: nothing stands there yet.',
    })
    expect(itemOfDraft({ ...full, halfLifeDays: '0' }, new Set())).toHaveProperty('problem')
    expect(itemOfDraft({ ...full, circumstanceId: 'has-token' }, new Set())).toEqual({
      problem: 'When it does not apply: nothing stands there yet.',
    })
    expect(
      itemOfDraft({ ...full, redFlag: true, roleWeights: { buyer: 1, provider: 0, investor: 0 } }, new Set()),
    ).toEqual({
      problem:
        'Weight for provider and investor: expected more than nothing, for a red flag counts whoever looks.',
    })
  })

  it('offers each computation and each weight of the schema', () => {
    expect(computationChoices.map(({ value }) => value)).toEqual(['none', 'net', 'exit'])
    expect(['0', '0.5', '1', '2', 'x'].map(weightOf)).toEqual([0, 0.5, 1, 2, 1])
  })
})

describe('A checklist of one’s own', () => {
  const shipped = checklists[digest]!

  it('is a copy under another id, and each change is its next version', () => {
    const copy = copyOf(shipped, today, 'own-1')
    expect(copy).toMatchObject({ id: 'own-1', version: 1, name: 'Small, my copy', compiledAt: today })
    expect(checklistSchema.parse(copy)).toEqual(copy)
    expect(nextVersion(copy, today, { name: 'Mine' })).toMatchObject({
      id: 'own-1',
      version: 2,
      name: 'Mine',
    })
  })

  it('takes a changed question in its place and a new one at the end', () => {
    const changed = withItem(items, { ...items[1]!, why: 'Because.' })
    expect(changed.map(({ id }) => id)).toEqual(['light', 'heavy', 'middle'])
    expect(changed[1]?.why).toBe('Because.')
    expect(withItem(items, item('more')).map(({ id }) => id)).toEqual(['light', 'heavy', 'middle', 'more'])
  })

  it('that is refused names the field and its question', () => {
    const problems = checklistSchema
      .safeParse({ ...shipped, items: [items[0], { ...items[1], why: '' }] })
      .error!.issues.map(({ path, message }) => ({ path: ['body', ...path].join('.'), message }))
    const refusal = Object.assign(new Error('This was not accepted.'), { data: { problems } })
    expect(refusedFields(refusal, items)).toMatch(/^why of “Is heavy so\?”: /)
    expect(refusedFields(new Error('offline'), items)).toBeNull()
  })
})
