/** A question of the person's own before it is kept. */
import { type ChecklistItem, roles } from '../../../../shared/diligence/checklist.ts'

export function blankItem(id: string): ChecklistItem {
  return {
    id,
    part: 'service',
    topic: 'Own questions',
    question: '',
    why: '',
    howToCheck: '',
    evidenceThatCounts: '',
    importance: 'medium',
    halfLifeDays: 180,
    redFlag: false,
    exemption: null,
    roleWeights: { buyer: 1, provider: 1, investor: 1 },
    computation: null,
  }
}

export const sentences = [
  { key: 'question', label: 'Question, so that yes is good' },
  { key: 'why', label: 'Why it is asked' },
  { key: 'howToCheck', label: 'How to check it' },
  { key: 'evidenceThatCounts', label: 'What counts as evidence' },
] as const

/** What is missing or out of bounds, before the book is asked. */
export function problemOf(item: ChecklistItem): string | null {
  const missing = sentences.find(({ key }) => item[key].trim() === '')
  if (missing !== undefined) return `${missing.label}: nothing stands there yet.`
  if (item.topic.trim() === '') return 'Heading: nothing stands there yet.'
  if (!Number.isInteger(item.halfLifeDays) || item.halfLifeDays < 1 || item.halfLifeDays > 3650)
    return 'Worth half after, days: expected a whole number from 1 to 3650.'
  return item.redFlag && roles.some((role) => item.roleWeights[role] === 0)
    ? 'A red flag counts whoever looks: give it some weight for every role.'
    : null
}
