/** What was really done: what one small job cost beside a normal cloud, and what a job or a record still lacks. @see SPEC.md DG11, DG19 */
import { dayNumber } from '../calendar.ts'
import type { OnChainRecord, TestJob } from './entry.ts'

/**
 * `(billed + failed attempts) / successful jobs`, in dollars; null where one of them is not known.
 * Example: $1.20 billed, $0.30 of failed attempts, 3 jobs: $0.50. @see SPEC.md DG19
 */
export function costPerSuccessfulJob(job: TestJob): number | null {
  const { billedUsd, failedAttempts, failedAttemptsUsd, successfulJobs } = job
  if (successfulJobs === 0 || billedUsd === null) return null
  if (failedAttempts > 0 && failedAttemptsUsd === null) return null
  return (billedUsd + (failedAttemptsUsd ?? 0)) / successfulJobs
}

/** Cost here over cost on the cloud; null where one is not known or the cloud costs nothing. Example: $0.50 beside $2: 0.25. @see SPEC.md DG19 */
export function costBesideCloud(job: TestJob): number | null {
  const here = costPerSuccessfulJob(job)
  return here === null || job.cloudUsd === null || job.cloudUsd === 0 ? null : here / job.cloudUsd
}

/** What a test job still lacks to count as the first test, in words; none where it counts. @see SPEC.md DG11 */
export function lackingInTest(job: TestJob): readonly string[] {
  return [
    ...(job.successfulJobs > 0 ? [] : ['a job that succeeded']),
    ...(job.billedUsd === null ? ['what was billed'] : []),
    ...(job.outputCheck === 'matched' ? [] : ['an output that was checked and matched']),
    ...(job.billSha256 === null ? ['the bill, kept as a file'] : []),
  ]
}

const longestRecordDays = 366

/**
 * What an on-chain record still lacks so that anybody can look it up, in words; none where it counts.
 * Example: the transaction "somewhere": a transaction or contract. @see SPEC.md DG11, DG13
 */
export function lackingInRecord({ usd, from, to, transaction, link }: OnChainRecord): readonly string[] {
  const days = dayNumber(to) - dayNumber(from)
  return [
    ...(usd >= 1 ? [] : ['an amount of at least one dollar']),
    ...(/^[0-9A-Za-z:_-]{16,}$/.test(transaction.trim()) ? [] : ['the id of a transaction or contract']),
    ...(/^https:\/\/[^\s/.]+\.[^\s/]+/.test(link) ? [] : ['an https link to where it stands']),
    ...(days >= 0 && days <= longestRecordDays ? [] : ['a period of at most a year']),
  ]
}

/** Example: `inWords(['a', 'b', 'c'])` is `a, b and c`. */
export function inWords(things: readonly string[]): string {
  const [last, ...before] = things.toReversed()
  return before.length === 0 ? (last ?? '') : `${before.toReversed().join(', ')} and ${last}`
}
