/** A checklist of the person's own, and what the backend says where it is not accepted. */
import type { Checklist, ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import { shown } from '../shown.ts'

/** A copy under a name of its own: cards that were answered by the other stay with it. */
export function copyOf(checklist: Checklist, today: string, id: string): Checklist {
  return { ...checklist, id, version: 1, name: `${checklist.name}, my copy`.slice(0, 120), compiledAt: today }
}

/** Every change is a version of its own; a card stays with the version that it was answered by. */
export function nextVersion(checklist: Checklist, today: string, change: Partial<Checklist>): Checklist {
  return { ...checklist, ...change, version: checklist.version + 1, compiledAt: today }
}

/** With the item in the place of the one of its id, or at the end. */
export function withItem(items: readonly ChecklistItem[], item: ChecklistItem): readonly ChecklistItem[] {
  return items.some(({ id }) => id === item.id)
    ? items.map((each) => (each.id === item.id ? item : each))
    : [...items, item]
}

/** The fields that were refused, each by its name and its question; null where it was something else. */
export function refusedFields(failure: unknown, items: readonly ChecklistItem[]): string | null {
  if (!(failure instanceof Error) || !('data' in failure)) return null
  const { data } = failure
  if (typeof data !== 'object' || data === null || !('problems' in data)) return null
  const { problems } = data
  if (!Array.isArray(problems)) return null
  const sentences = problems.flatMap((problem: unknown) => {
    if (typeof problem !== 'object' || problem === null) return []
    if (!('path' in problem) || !('message' in problem)) return []
    const [, at, ...field] = /^body\.items\.(\d+)\.?(.*)$/.exec(String(problem.path)) ?? []
    const question = at === undefined ? undefined : items[Number(at)]?.question
    const where = question === undefined ? String(problem.path) : `${field.join('.')} of “${shown(question)}”`
    return [`${where}: ${String(problem.message)}.`]
  })
  return sentences.length === 0 ? null : sentences.join(' ')
}
