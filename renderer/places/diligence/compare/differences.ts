/** Two markets item by item: what each says, on what evidence, and whether that is the same. */
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import type { ScoredCard, ScoredItem } from '../../../../shared/diligence/score.ts'

export type ComparedItem = {
  readonly item: ChecklistItem
  /** The larger of both: the markets may be asked by different checklists. */
  readonly weight: number
  /** Null where the item is not asked of that market. */
  readonly sides: readonly [ScoredItem | null, ScoredItem | null]
  readonly isSame: boolean
}

/** The heaviest first; of equal weight in the order of the first market's checklist. */
export function comparedItems(first: ScoredCard, second: ScoredCard): readonly ComparedItem[] {
  const others = new Map(second.items.map((scored) => [scored.item.id, scored]))
  const asked = new Set(first.items.map(({ item }) => item.id))
  return [
    ...first.items.map((scored) => compared(scored, others.get(scored.item.id) ?? null)),
    ...second.items.filter(({ item }) => !asked.has(item.id)).map((scored) => compared(null, scored)),
  ]
    .flatMap((each) => (each === null ? [] : [each]))
    .toSorted((a, b) => b.weight - a.weight)
}

function compared(first: ScoredItem | null, second: ScoredItem | null): ComparedItem | null {
  const item = first?.item ?? second?.item
  if (item === undefined) return null
  return {
    item,
    weight: Math.max(first?.weight ?? 0, second?.weight ?? 0),
    sides: [first, second],
    isSame: first !== null && second !== null && saying(first) === saying(second),
  }
}

/** What counts of an answer, but for its age: nothing said and "unknown" are the same. */
function saying({ answer, state, isRedFlag }: ScoredItem): string {
  if (answer === null || answer.value === 'unknown') return `unknown ${isRedFlag}`
  return `${answer.value} ${answer.class} ${state} ${isRedFlag}`
}

/** Example: "They differ in 12 of 98 questions." */
export function differenceSentence(items: readonly ComparedItem[]): string {
  const different = items.filter(({ isSame }) => !isSame).length
  if (items.length === 0) return 'Nothing is asked of either.'
  if (different === 0) return `They say the same in all ${items.length} questions.`
  return `They differ in ${different} of ${items.length} questions.`
}
