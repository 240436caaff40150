/** A question of a checklist as it is being typed, and as it is kept. */
import {
  type ChecklistItem,
  type Computation,
  importances,
  type Part,
  parts,
  type Role,
  type RoleWeight,
  roles,
  roleWeights,
} from '../../../../shared/diligence/checklist.ts'
import { type FieldReading, readAll, readNumberField, readWordsField } from '../fields/field-values.ts'
import { partLabels, roleLabels } from '../words.ts'

export type ItemDraft = {
  readonly id: string | null
  readonly part: Part
  readonly topic: string
  readonly question: string
  readonly why: string
  readonly howToCheck: string
  readonly evidenceThatCounts: string
  readonly importance: ChecklistItem['importance']
  readonly halfLifeDays: string
  readonly redFlag: boolean
  readonly roleWeights: Readonly<Record<Role, RoleWeight>>
  readonly computation: Computation | 'none'
  /** Empty: it always applies. */
  readonly circumstanceId: string
  readonly holdsWhen: 'yes' | 'no'
  readonly exemptionWords: string
}

export const partChoices = parts.map((value) => ({ value, label: partLabels[value] }))
export const importanceChoices = importances.map((value) => ({ value, label: value }))
export const weightChoices = roleWeights.map((weight) => ({
  value: String(weight),
  label: weight === 0 ? 'not at all' : weight === 0.5 ? 'half' : weight === 1 ? 'once' : 'twice',
}))

export function weightOf(choice: string): RoleWeight {
  return roleWeights.find((weight) => String(weight) === choice) ?? 1
}

export const computationChoices = [
  { value: 'none', label: 'by a person' },
  { value: 'net', label: 'by what usage alone nets' },
  { value: 'exit', label: 'by what selling the own size costs' },
] as const

export const newItemDraft: ItemDraft = {
  id: null,
  part: 'service',
  topic: '',
  question: '',
  why: '',
  howToCheck: '',
  evidenceThatCounts: '',
  importance: 'medium',
  halfLifeDays: '365',
  redFlag: false,
  roleWeights: { buyer: 1, provider: 1, investor: 1 },
  computation: 'none',
  circumstanceId: '',
  holdsWhen: 'no',
  exemptionWords: '',
}

export function draftOfItem(item: ChecklistItem): ItemDraft {
  return {
    id: item.id,
    part: item.part,
    topic: item.topic,
    question: item.question,
    why: item.why,
    howToCheck: item.howToCheck,
    evidenceThatCounts: item.evidenceThatCounts,
    importance: item.importance,
    halfLifeDays: String(item.halfLifeDays),
    redFlag: item.redFlag,
    roleWeights: item.roleWeights,
    computation: item.computation ?? 'none',
    circumstanceId: item.exemption?.circumstanceId ?? '',
    holdsWhen: item.exemption?.holdsWhen ?? 'no',
    exemptionWords: item.exemption?.words ?? '',
  }
}

/** A name in small letters, digits and hyphens that no other question has. */
export function newItemId(question: string, taken: ReadonlySet<string>): string {
  const words = question
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^[^a-z]+|-+$/g, '')
  const start = `own-${words === '' ? 'question' : words}`.slice(0, 56).replace(/-+$/, '')
  let id = start
  for (let number = 2; taken.has(id); number += 1) id = `${start}-${number}`
  return id
}

const sentence = (text: string, label: string) => readWordsField(text, label, 600)

export function itemOfDraft(draft: ItemDraft, taken: ReadonlySet<string>): FieldReading<ChecklistItem> {
  const read = readAll({
    question: sentence(draft.question, 'Question'),
    topic: readWordsField(draft.topic, 'Topic', 60),
    why: sentence(draft.why, 'Why'),
    howToCheck: sentence(draft.howToCheck, 'How to check'),
    evidenceThatCounts: sentence(draft.evidenceThatCounts, 'Evidence that counts'),
    halfLifeDays: readHalfLife(draft.halfLifeDays),
    exemption: readExemption(draft),
  })
  if ('problem' in read) return read
  const without = roles.filter((role) => draft.roleWeights[role] === 0)
  if (draft.redFlag && without.length > 0)
    return {
      problem: `Weight for ${without.map((role) => roleLabels[role].toLowerCase()).join(' and ')}: expected more than nothing, for a red flag counts whoever looks.`,
    }
  return {
    value: {
      ...read.value,
      id: draft.id ?? newItemId(read.value.question, taken),
      part: draft.part,
      importance: draft.importance,
      redFlag: draft.redFlag,
      roleWeights: draft.roleWeights,
      computation: draft.computation === 'none' ? null : draft.computation,
    },
  }
}

function readHalfLife(text: string): FieldReading<number> {
  const read = readNumberField(text, {
    label: 'Half-life',
    unit: 'count',
    low: 1,
    high: 3_650,
    isWhole: true,
  })
  if ('problem' in read) return read
  return read.value === null
    ? { problem: 'Half-life: expected whole days from 1 to 3650.' }
    : { value: read.value }
}

function readExemption(draft: ItemDraft): FieldReading<ChecklistItem['exemption']> {
  const { circumstanceId, holdsWhen } = draft
  if (circumstanceId === '') return { value: null }
  const words = readWordsField(draft.exemptionWords, 'When it does not apply', 600)
  return 'problem' in words ? words : { value: { words: words.value, circumstanceId, holdsWhen } }
}
