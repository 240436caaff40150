/** Short ways to say what a card holds. */
import { dayNumber } from '../../../shared/calendar.ts'
import type { Checklist, ChecklistItem } from '../../../shared/diligence/checklist.ts'
import type { Answer, ComputedBasis, Entry, EntryBody, TestJob } from '../../../shared/diligence/entry.ts'
import type { Checklists } from '../../../shared/diligence/standing.ts'

export const today = '2026-11-21'
export const digest = 'c'.repeat(64)
const bill = 'b'.repeat(64)

export function item(id: string, given: Partial<ChecklistItem> = {}): ChecklistItem {
  return {
    id,
    part: 'service',
    topic: 'Anything',
    question: `Is ${id} so?`,
    why: 'It matters.',
    howToCheck: 'Look.',
    evidenceThatCounts: 'A test.',
    importance: 'medium',
    halfLifeDays: 100,
    redFlag: false,
    exemption: null,
    roleWeights: { buyer: 1, provider: 1, investor: 1 },
    computation: null,
    ...given,
  }
}

export function checklistsOf(
  items: readonly ChecklistItem[],
  circumstances: readonly string[] = [],
): Checklists {
  const checklist: Checklist = {
    schema: 1,
    id: 'small',
    version: 1,
    name: 'Small',
    compiledAt: '2026-01-01',
    circumstances: circumstances.map((id) => ({ id, question: `${id}?`, howToCheck: 'Look.' })),
    items,
  }
  return { [digest]: checklist }
}

export function answer(
  itemId: string,
  value: Answer['value'],
  given: Partial<Omit<Answer, 'kind' | 'itemId' | 'value'>> = {},
): Answer {
  return {
    kind: 'answer',
    itemId,
    value,
    class: 'own-measurement',
    text: 'seen so',
    link: null,
    fileSha256: null,
    seenOn: today,
    quote: null,
    who: 'a tester',
    computed: null,
    ...given,
  }
}

export const doneJob: TestJob = {
  kind: 'test-job',
  jobId: 'first',
  name: 'One picture',
  ranOn: today,
  quotedUsd: 1,
  billedUsd: 1.2,
  successfulJobs: 3,
  failedAttempts: 1,
  failedAttemptsUsd: 0.3,
  setUpMinutes: 10,
  minutesToStart: 2,
  minutesToFinish: 8,
  outputCheck: 'matched',
  interruptions: 0,
  whatFailed: null,
  supportQuestion: null,
  supportAnswerHours: null,
  dataThatLeft: null,
  cloudName: 'a cloud',
  cloudUsd: 2,
  billSha256: bill,
  who: 'a tester',
}

export function net(given: Partial<Extract<ComputedBasis, { by: 'net' }>> = {}): ComputedBasis {
  return {
    by: 'net',
    scenarioId: 's',
    scenarioName: 'Mine',
    scenarioRevision: 1,
    usageOnlyUsd: 100,
    priceClass: 'own-receipt',
    utilizationClass: 'own-receipt',
    decisive: [],
    ...given,
  }
}

export function exit(given: Partial<Extract<ComputedBasis, { by: 'exit' }>> = {}): ComputedBasis {
  return {
    by: 'exit',
    sizeUsd: 1_000,
    depthUsd: 100_000,
    depthClass: 'on-chain-record',
    poolFeeRatio: 0,
    slippageRatio: 0.0099,
    slippageLimitRatio: 0.02,
    ...given,
  }
}

/** Recorded at noon of a day, under the small checklist, in the order given. */
export function entriesOf(
  bodies: readonly (EntryBody | { readonly on: string; readonly body: EntryBody })[],
): readonly Entry[] {
  const first: EntryBody = { kind: 'checklist', sha256: digest, who: 'a tester' }
  return [{ on: '2026-01-01', body: first }, ...bodies].map((each, at) => {
    const { on, body } = 'on' in each && 'body' in each ? each : { on: today, body: each }
    return { sequence: at + 1, recordedAtUtcMs: (dayNumber(on) + 0.5) * 86_400_000, body, origin: null }
  })
}
