/** An answer while it is being given: what it would be, and what is to be said of it before it is kept. */
import { isShown, isThirdPartyOrBetter } from '../../../../shared/diligence/certainty.ts'
import type { ChecklistItem, Circumstance } from '../../../../shared/diligence/checklist.ts'
import type { Answer, AnswerValue, ComputedBasis } from '../../../../shared/diligence/entry.ts'
import { flaggingAnswer, isExempt } from '../../../../shared/diligence/score.ts'
import { standingAnswer, type StandingCard } from '../../../../shared/diligence/standing.ts'
import { type EvidenceClass, trustByClass } from '../../../../shared/figure.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { type FieldReading, readDayField, wordsOrNull } from '../fields/field-values.ts'
import type { AnswerHabit } from '../store.ts'
import { partLabels, valueLabels } from '../words.ts'

export type AnswerDraft = {
  readonly value: AnswerValue
  /** Null: not chosen yet. */
  readonly class: EvidenceClass | null
  readonly seenOn: string
  readonly text: string
  readonly link: string
  readonly quote: string
  readonly fileSha256: string | null
  /** While the value and the class are those that were computed. */
  readonly computed: ComputedBasis | null
}

/** Begins with what the last answer rested on. */
export function newDraft(value: AnswerValue, habit: AnswerHabit, today: string): AnswerDraft {
  return {
    value,
    class: habit.class,
    seenOn: habit.seenOn ?? today,
    text: '',
    link: habit.link,
    quote: '',
    fileSha256: null,
    computed: null,
  }
}

/** Another value or class is no longer what was computed. */
export function changedDraft(draft: AnswerDraft, change: Partial<AnswerDraft>): AnswerDraft {
  const changed = { ...draft, ...change }
  const isStillComputed =
    'computed' in change || (changed.value === draft.value && changed.class === draft.class)
  return isStillComputed ? changed : { ...changed, computed: null }
}

/** The answer as it is kept, or what is missing. What is unknown rests on nothing: a claim, if no class was chosen. */
export function draftAnswer(
  itemId: string,
  draft: AnswerDraft,
  today: string,
  who: string,
): FieldReading<Answer> {
  const evidence = draft.class ?? (draft.value === 'unknown' ? 'claim' : null)
  if (evidence === null) return { problem: 'Choose what it rests on: a key from 1 to 7, or the list.' }
  if (draft.value === 'not-applicable' && draft.text.trim() === '')
    return { problem: 'Say why it does not apply: the reason is kept with it.' }
  const day = readDayField(draft.seenOn, 'Seen on', today)
  if ('problem' in day) return day
  return {
    value: {
      kind: 'answer',
      itemId,
      value: draft.value,
      class: evidence,
      text: draft.text.trim(),
      link: wordsOrNull(draft.link),
      fileSha256: draft.fileSha256,
      seenOn: day.value,
      quote: wordsOrNull(draft.quote),
      who,
      computed: draft.computed,
    },
  }
}

export type DraftNote = { readonly kind: 'caution' | 'plain'; readonly words: string }

/** What a person should know before the answer is kept. `item` null: a circumstance, which has no score. */
export function draftNotes(
  standing: StandingCard,
  item: ChecklistItem | null,
  itemId: string,
  draft: AnswerDraft,
): readonly DraftNote[] {
  const before = standingAnswer(standing, itemId)
  return [
    ...(item === null
      ? circumstanceNotes(draft)
      : [...itemNotes(standing, item, draft), ...flagNotes(standing, item, draft)]),
    ...(before !== null && draft.class !== null && trustByClass[draft.class] < trustByClass[before.class]
      ? [
          {
            kind: 'caution' as const,
            words: `Weaker evidence than the answer it replaces, “${valueLabels[before.value]}” by ${evidenceWords[before.class]} of ${before.seenOn}. The newest answer counts all the same.`,
          },
        ]
      : []),
  ]
}

function circumstanceNotes({ value, class: evidence }: AnswerDraft): readonly DraftNote[] {
  if (value === 'unknown' || evidence === null || isThirdPartyOrBetter(evidence)) return []
  return [
    {
      kind: 'caution',
      words: 'Too weak to take questions out: that needs a third party’s evidence or better.',
    },
  ]
}

function itemNotes(standing: StandingCard, item: ChecklistItem, draft: AnswerDraft): readonly DraftNote[] {
  const { value, class: evidence } = draft
  if (value === 'not-applicable') return [exemptionNote(standing, item)]
  if (value === 'unknown') return []
  if (item.computation !== null && draft.computed === null)
    return [{ kind: 'caution', words: 'Counts as a claim by hand: compute it, and it counts in full.' }]
  if (evidence === null) return []
  const trust = trustByClass[evidence]
  if (trust === 0)
    return [{ kind: 'caution', words: 'A claim without evidence narrows nothing: all stays possible.' }]
  if (value === 'yes' && trust < 1)
    return [
      {
        kind: 'caution',
        words: 'Counts as partly: a full yes needs an own test, an own receipt or an on-chain record.',
      },
    ]
  if (value === 'yes' && !isShown({ ...draft, class: evidence, link: wordsOrNull(draft.link) }))
    return [
      { kind: 'caution', words: `Counts as partly: ${whatShowsIt[evidence] ?? 'attach what shows it'}.` },
    ]
  if (value !== 'no' || !item.redFlag) return []
  const where = item.part === 'demand' ? 'all three pillars' : partLabels[item.part]
  return isThirdPartyOrBetter(evidence)
    ? [{ kind: 'caution', words: `A red flag: it caps ${where} at 25, and does not age.` }]
    : [
        {
          kind: 'plain',
          words: `Would be a red flag for ${where} on a third party’s evidence or better.`,
        },
      ]
}

const whatShowsIt: Partial<Readonly<Record<EvidenceClass, string>>> = {
  'own-measurement': 'say what you saw, or attach it',
  'own-receipt': 'attach the receipt, or link it',
  'on-chain-record': 'link the record',
}

/** A red flag that stands is lifted by evidence as good as that which raised it. */
function flagNotes(
  standing: StandingCard,
  item: ChecklistItem,
  { value, class: evidence }: AnswerDraft,
): readonly DraftNote[] {
  const flagging = flaggingAnswer(standing, item)
  if (flagging === null) return []
  const lifts =
    (value === 'yes' || value === 'partly') &&
    evidence !== null &&
    trustByClass[evidence] >= trustByClass[flagging.class]
  const isTakenOut = value === 'not-applicable' && isExempt(standing, item)
  if (value === 'no' || lifts || isTakenOut) return []
  return [
    {
      kind: 'caution',
      words: 'The red flag stays: only a yes or partly on evidence as good as that of the no lifts it.',
    },
  ]
}

/** Whether "does not apply" takes the question out, and what would. */
function exemptionNote(standing: StandingCard, item: ChecklistItem): DraftNote {
  if (item.exemption === null)
    return {
      kind: 'caution',
      words: 'This question applies to every market: it counts on as it does now.',
    }
  const { words, circumstanceId, holdsWhen } = item.exemption
  if (isExempt(standing, item))
    return { kind: 'plain', words: `Shown to hold: ${words} The question is taken out.` }
  const circumstance = standing.circumstances.find(({ id }) => id === circumstanceId)
  return {
    kind: 'caution',
    words: `Not shown to hold: ${words} Until “${questionOf(circumstance)}” is answered ${holdsWhen} on a third party’s evidence or better, the question counts on as it does now.`,
  }
}

const questionOf = (circumstance: Circumstance | undefined): string =>
  circumstance?.question ?? 'its circumstance'
