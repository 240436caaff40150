/** What adopting another checklist would change, question by question. */
import { canonicalJson } from '../../../../shared/diligence/canonical-json.ts'
import {
  type Checklist,
  type ChecklistItem,
  type Circumstance,
  roles,
  type RoleWeight,
  weightByImportance,
} from '../../../../shared/diligence/checklist.ts'
import { shown } from '../shown.ts'
import { partLabels, roleLabels } from '../words.ts'

export type ChecklistChange = {
  readonly added: readonly string[]
  /** Of each question what becomes another, old → new. */
  readonly changed: readonly { readonly question: string; readonly changes: readonly string[] }[]
  readonly gone: readonly string[]
}

export type Questions = Pick<Checklist, 'items' | 'circumstances'>

export function checklistChange(from: Questions, to: Questions): ChecklistChange {
  const itemsBefore = new Map(from.items.map((item) => [item.id, item]))
  const factsBefore = new Map(from.circumstances.map((fact) => [fact.id, fact]))
  const isKept = new Set([...to.items, ...to.circumstances].map(({ id }) => id))
  const asked = [...to.items, ...to.circumstances]
  const changed = [
    ...to.items.map((item) => ({
      question: item.question,
      changes: changesOfItem(itemsBefore.get(item.id), item),
    })),
    ...to.circumstances.map((fact) => ({
      question: fact.question,
      changes: changesOfWords(factsBefore.get(fact.id), fact),
    })),
  ]
  return {
    added: asked.flatMap(({ id, question }) =>
      itemsBefore.has(id) || factsBefore.has(id) ? [] : [question],
    ),
    changed: changed.filter(({ changes }) => changes.length > 0),
    gone: [...from.items, ...from.circumstances].flatMap(({ id, question }) =>
      isKept.has(id) ? [] : [question],
    ),
  }
}

const timesWords: Readonly<Record<RoleWeight, string>> = {
  0: 'not at all',
  0.5: 'half',
  1: 'once',
  2: 'twice',
}

/** How each thing that counts is said, in the order of its consequence. */
const saidOf: readonly ((item: ChecklistItem) => string)[] = [
  ({ redFlag }) => (redFlag ? 'a “no” is a red flag' : 'no red flag'),
  ({ importance }) => `weight ${weightByImportance[importance]} (${importance})`,
  ({ halfLifeDays }) => `half-life ${halfLifeDays} days`,
  ({ exemption }) =>
    exemption === null
      ? 'always applies'
      : `does not apply where ${exemption.circumstanceId} is ${exemption.holdsWhen} (${shown(exemption.words)})`,
  ...roles.map(
    (role) => (item: ChecklistItem) =>
      `counts for a ${roleLabels[role].toLowerCase()} ${timesWords[item.roleWeights[role]]}`.replace(
        'a investor',
        'an investor',
      ),
  ),
  ({ part, topic }) => `under ${partLabels[part]}, ${shown(topic)}`,
  ({ computation }) => (computation === null ? 'answered by a person' : `computed as “${computation}”`),
]

function changesOfItem(from: ChecklistItem | undefined, to: ChecklistItem): readonly string[] {
  if (from === undefined || canonicalJson(from) === canonicalJson(to)) return []
  return [
    ...saidOf.flatMap((said) => (said(from) === said(to) ? [] : [`${said(from)} → ${said(to)}`])),
    ...changesOfWords(from, to),
  ]
}

const wordFields = [
  { key: 'question', label: 'question' },
  { key: 'why', label: 'why' },
  { key: 'howToCheck', label: 'how to check' },
  { key: 'evidenceThatCounts', label: 'what counts' },
] as const satisfies readonly { readonly key: keyof ChecklistItem; readonly label: string }[]

function changesOfWords(
  from: ChecklistItem | Circumstance | undefined,
  to: ChecklistItem | Circumstance,
): readonly string[] {
  if (from === undefined) return []
  const [before, after]: readonly Partial<ChecklistItem>[] = [from, to]
  return wordFields.flatMap(({ key, label }) => {
    const [old, now] = [before?.[key] ?? '', after?.[key] ?? '']
    return old === now ? [] : [`${label}: “${shown(old)}” → “${shown(now)}”`]
  })
}
