/** What a test job comes to, in words. */
import type { TestJob } from '../../../../shared/diligence/entry.ts'
import {
  costBesideCloud,
  costPerSuccessfulJob,
  lackingInTest,
} from '../../../../shared/diligence/test-job.ts'
import { formatFigure } from '../../../../shared/units.ts'
import { shown } from '../shown.ts'

/** Example: "Counts as the first test.", "Lacks what was billed, and the bill, kept as a file." */
export function lackWords(job: TestJob): string {
  const lacking = lackingInTest(job)
  return lacking.length === 0 ? 'Counts as the first test.' : `Lacks ${listed(lacking)}.`
}

/** "a", "a and b", "a; b; and c": the parts have commas of their own. */
export function listed(parts: readonly string[]): string {
  const [last = '', ...before] = parts.toReversed()
  if (before.length === 0) return last
  const rest = before.toReversed()
  return rest.length === 1 ? `${rest[0]}, and ${last}` : `${rest.join('; ')}; and ${last}`
}

/** Why the cost of one successful job is not known; null where it is. @see SPEC.md DG19 */
export function whyNoCost(job: TestJob): string | null {
  if (costPerSuccessfulJob(job) !== null) return null
  if (job.successfulJobs === 0) return 'no job succeeded'
  return job.billedUsd === null ? 'what was billed is unknown' : 'what the failed attempts cost is unknown'
}

/** Example: "A successful job cost $0.50, a quarter of what My cloud takes ($2.00)." */
export function costSentence(job: TestJob): string {
  const here = costPerSuccessfulJob(job)
  if (here === null) return `What a successful job cost is not known: ${whyNoCost(job)}.`
  const cost = `A successful job cost ${formatFigure(here, 'usd')}`
  const cloud = job.cloudName === null ? 'a normal cloud' : shown(job.cloudName)
  const beside = costBesideCloud(job)
  if (job.cloudUsd === null) return `${cost}; what it costs on ${cloud} is not known.`
  const there = formatFigure(job.cloudUsd, 'usd')
  if (beside === null) return `${cost}; on ${cloud} it costs ${there}.`
  return `${cost}, ${formatFigure(beside, 'ratio')} of the ${there} on ${cloud}.`
}

/** What was billed against what was quoted, in dollars; null where one is unknown. */
export function aboveQuoteUsd(job: TestJob): number | null {
  return job.billedUsd === null || job.quotedUsd === null ? null : job.billedUsd - job.quotedUsd
}
