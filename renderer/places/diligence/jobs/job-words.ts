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

/** Example: "$1.50 / 3 = $0.50 a successful job, beside $2.00 for one on My cloud: 25 % of it." */
export function costSentence(job: TestJob): string {
  const here = costPerSuccessfulJob(job)
  if (here === null) return `What a successful job cost is not known: ${whyNoCost(job)}.`
  const paid = formatFigure(here * job.successfulJobs, 'usd')
  const cost = `${paid} / ${formatFigure(job.successfulJobs, 'count')} = ${formatFigure(here, 'usd')} a successful job`
  const cloud = job.cloudName === null ? 'a normal cloud' : shown(job.cloudName)
  if (job.cloudUsd === null) return `${cost}; what one costs on ${cloud} is not known.`
  const there = `${cost}, beside ${formatFigure(job.cloudUsd, 'usd')} for one on ${cloud}`
  const beside = costBesideCloud(job)
  return beside === null ? `${there}.` : `${there}: ${formatFigure(beside, 'ratio')} of it.`
}

/** What was billed against what was quoted, in dollars; null where one is unknown. */
export function aboveQuoteUsd(job: TestJob): number | null {
  return job.billedUsd === null || job.quotedUsd === null ? null : job.billedUsd - job.quotedUsd
}
