/** A test job as it is being typed, and as it is kept. */
import type { TestJob } from '../../../../shared/diligence/entry.ts'
import {
  type FieldReading,
  numberAsTyped,
  type NumberFieldDefinition,
  readAll,
  readDayField,
  readNumberField,
  readWordsField,
  wordsOrNull,
} from '../fields/field-values.ts'

const most = { usd: 1e12, minutes: 10_000_000, count: 1_000_000 } as const

export const numberFields = {
  quotedUsd: { label: 'Quoted before', unit: 'usd', high: most.usd },
  billedUsd: { label: 'Billed for what succeeded', unit: 'usd', high: most.usd },
  successfulJobs: { label: 'Jobs that succeeded', unit: 'count', high: most.count, isWhole: true },
  failedAttempts: { label: 'Attempts that failed', unit: 'count', high: most.count, isWhole: true },
  failedAttemptsUsd: { label: 'What failed attempts cost', unit: 'usd', high: most.usd },
  setUpMinutes: { label: 'Setting up', unit: 'count', suffix: 'minutes', high: most.minutes },
  minutesToStart: { label: 'From order to start', unit: 'count', suffix: 'minutes', high: most.minutes },
  minutesToFinish: { label: 'From start to finish', unit: 'count', suffix: 'minutes', high: most.minutes },
  interruptions: { label: 'Interruptions', unit: 'count', high: most.count, isWhole: true },
  supportAnswerHours: { label: 'Hours until an answer', unit: 'count', suffix: 'hours', high: 100_000 },
  cloudUsd: { label: 'Cost of one such job there', unit: 'usd', high: most.usd },
} as const satisfies Readonly<Record<string, NumberFieldDefinition>>

export type NumberKey = keyof typeof numberFields

export const wordFields = {
  whatFailed: { label: 'What failed, and how', longest: 4_000 },
  supportQuestion: { label: 'What support was asked', longest: 4_000 },
  dataThatLeft: { label: 'Data that left the machine', longest: 4_000 },
  cloudName: { label: 'A normal cloud', longest: 200 },
} as const

export type WordKey = keyof typeof wordFields

export const outputChecks = [
  { value: 'not-checked', label: 'not checked' },
  { value: 'matched', label: 'checked, it matched' },
  { value: 'differed', label: 'checked, it differed' },
] as const satisfies readonly { readonly value: TestJob['outputCheck']; readonly label: string }[]

export type JobDraft = {
  readonly jobId: string
  readonly name: string
  readonly ranOn: string
  readonly numbers: Readonly<Record<NumberKey, string>>
  readonly words: Readonly<Record<WordKey, string>>
  readonly outputCheck: TestJob['outputCheck']
  readonly billSha256: string | null
}

/** Nothing is filled in for the person but the day. `id` is one that no other job has. */
export function newJobDraft(id: string, today: string): JobDraft {
  return {
    jobId: `job-${id}`,
    name: '',
    ranOn: today,
    numbers: {
      quotedUsd: '',
      billedUsd: '',
      successfulJobs: '',
      failedAttempts: '',
      failedAttemptsUsd: '',
      setUpMinutes: '',
      minutesToStart: '',
      minutesToFinish: '',
      interruptions: '',
      supportAnswerHours: '',
      cloudUsd: '',
    },
    words: { whatFailed: '', supportQuestion: '', dataThatLeft: '', cloudName: '' },
    outputCheck: 'not-checked',
    billSha256: null,
  }
}

export function draftOfJob(job: TestJob): JobDraft {
  const { jobId, name, ranOn, outputCheck, billSha256 } = job
  const typed = (key: NumberKey) => numberAsTyped(job[key])
  return {
    jobId,
    name,
    ranOn,
    numbers: {
      quotedUsd: typed('quotedUsd'),
      billedUsd: typed('billedUsd'),
      successfulJobs: typed('successfulJobs'),
      failedAttempts: typed('failedAttempts'),
      failedAttemptsUsd: typed('failedAttemptsUsd'),
      setUpMinutes: typed('setUpMinutes'),
      minutesToStart: typed('minutesToStart'),
      minutesToFinish: typed('minutesToFinish'),
      interruptions: typed('interruptions'),
      supportAnswerHours: typed('supportAnswerHours'),
      cloudUsd: typed('cloudUsd'),
    },
    words: {
      whatFailed: job.whatFailed ?? '',
      supportQuestion: job.supportQuestion ?? '',
      dataThatLeft: job.dataThatLeft ?? '',
      cloudName: job.cloudName ?? '',
    },
    outputCheck,
    billSha256,
  }
}

/** The job, or the first thing that is wrong with it. How many succeeded and failed must be said; the rest may be unknown. */
export function jobOfDraft(draft: JobDraft, today: string, who: string): FieldReading<TestJob> {
  const number = (key: NumberKey) => readNumberField(draft.numbers[key], numberFields[key])
  const needed = (key: NumberKey): FieldReading<number> => {
    const read = number(key)
    if ('problem' in read) return read
    return read.value === null
      ? { problem: `${numberFields[key].label}: expected a whole number; 0 where there was none.` }
      : { value: read.value }
  }
  const read = readAll({
    name: readWordsField(draft.name, 'Name', 200),
    ranOn: readDayField(draft.ranOn, 'Run on', today),
    successfulJobs: needed('successfulJobs'),
    failedAttempts: needed('failedAttempts'),
    interruptions: number('interruptions'),
    quotedUsd: number('quotedUsd'),
    billedUsd: number('billedUsd'),
    failedAttemptsUsd: number('failedAttemptsUsd'),
    cloudUsd: number('cloudUsd'),
    setUpMinutes: number('setUpMinutes'),
    minutesToStart: number('minutesToStart'),
    minutesToFinish: number('minutesToFinish'),
    supportAnswerHours: number('supportAnswerHours'),
  })
  if ('problem' in read) return read
  const { jobId, outputCheck, billSha256, words } = draft
  return {
    value: {
      kind: 'test-job',
      jobId,
      ...read.value,
      outputCheck,
      whatFailed: wordsOrNull(words.whatFailed),
      supportQuestion: wordsOrNull(words.supportQuestion),
      dataThatLeft: wordsOrNull(words.dataThatLeft),
      cloudName: wordsOrNull(words.cloudName),
      billSha256,
      who,
    },
  }
}
