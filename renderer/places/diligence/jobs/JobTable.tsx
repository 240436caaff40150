import { Button, VisuallyHidden } from '@mantine/core'
import type { TestJob } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { Standing } from '../../../../shared/diligence/standing.ts'
import {
  costBesideCloud,
  costPerSuccessfulJob,
  lackingInTest,
} from '../../../../shared/diligence/test-job.ts'
import { formatFigure } from '../../../../shared/units.ts'
import table from '../../../controls/Table.module.css'
import { KeptFile } from '../fields/AttachmentField.tsx'
import { TakeBack } from '../fields/TakeBack.tsx'
import { outputChecks } from './job-draft.ts'
import { aboveQuoteUsd, lackWords, whyNoCost } from './job-words.ts'
import classes from './Jobs.module.css'
import { shown, shownLines } from '../shown.ts'

type JobTableProps = {
  readonly card: Scorecard
  readonly jobs: readonly Standing<TestJob>[]
  readonly readOnly: boolean
  readonly onEdit: (jobId: string) => void
}

/** Every job with what a successful one cost, beside the cloud's. The newest first. */
export function JobTable({ card, jobs, readOnly, onEdit }: JobTableProps) {
  return (
    <div className={table.scroller} role="region" aria-label="Test jobs, table" tabIndex={0}>
      <table className={`${table.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Job</th>
            <th scope="col" data-number>
              A successful job
            </th>
            <th scope="col" data-number>
              One on the cloud
            </th>
            <th scope="col" data-number>
              Beside it
            </th>
            <th scope="col" data-number>
              Billed
            </th>
            <th scope="col" data-number>
              Succeeded
            </th>
            <th scope="col" data-number>
              Set up, start, finish
            </th>
            <th scope="col">Output</th>
            <th scope="col">
              <VisuallyHidden>Change</VisuallyHidden>
            </th>
          </tr>
        </thead>
        <tbody>
          {jobs.toReversed().map((job) => (
            <JobRow key={job.jobId} card={card} job={job} readOnly={readOnly} onEdit={onEdit} />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type JobRowProps = Omit<JobTableProps, 'jobs'> & { readonly job: Standing<TestJob> }

function JobRow({ card, job, readOnly, onEdit }: JobRowProps) {
  const above = aboveQuoteUsd(job)
  const noCost = whyNoCost(job)
  return (
    <tr>
      <th scope="row">
        <span className={classes.name}>{shown(job.name)}</span>
        <span className={classes.small}>{job.ranOn}</span>
        <span className={classes.lacks} data-lacking={lackingInTest(job).length > 0 || undefined}>
          {lackWords(job)}
        </span>
        <JobDetails job={job} />
      </th>
      <td data-number>
        <Usd value={costPerSuccessfulJob(job)} />
        {noCost !== null && <span className={classes.small}>{noCost}</span>}
      </td>
      <td data-number>
        <Usd value={job.cloudUsd} />
        {job.cloudName !== null && <span className={classes.small}>{shown(job.cloudName)}</span>}
      </td>
      <td data-number>
        <Known words={formatFigure(costBesideCloud(job), 'ratio')} />
      </td>
      <td data-number>
        <Usd value={job.billedUsd} />
        {above !== null && (
          <span className={above > 0 ? `${classes.small} ${classes.over}` : classes.small}>
            {above === 0
              ? 'as quoted'
              : `${formatFigure(Math.abs(above), 'usd')} ${above > 0 ? 'above' : 'below'} the quote`}
          </span>
        )}
      </td>
      <td data-number>
        {job.successfulJobs} of {job.successfulJobs + job.failedAttempts}
        {job.interruptions !== null && job.interruptions > 0 && (
          <span className={classes.small}>
            {job.interruptions === 1 ? 'one interruption' : `${job.interruptions} interruptions`}
          </span>
        )}
      </td>
      <td data-number>
        {[job.setUpMinutes, job.minutesToStart, job.minutesToFinish]
          .map((minutes) => (minutes === null ? '?' : formatFigure(minutes, 'count')))
          .join(' · ')}
        <span className={classes.small}>minutes</span>
      </td>
      <td>{outputChecks.find(({ value }) => value === job.outputCheck)?.label}</td>
      <td>
        <div className={classes.actions}>
          <Button
            variant="default"
            size="compact-xs"
            disabled={readOnly}
            aria-label={`Correct ${shown(job.name)}`}
            onClick={() => onEdit(job.jobId)}
          >
            Correct
          </Button>
          <TakeBack card={card} sequence={job.sequence} what={shown(job.name)} disabled={readOnly} />
        </div>
      </td>
    </tr>
  )
}

function JobDetails({ job }: { readonly job: TestJob }) {
  const said = [
    ['What failed', job.whatFailed],
    ['Support was asked', job.supportQuestion],
    ['Answer after', job.supportAnswerHours === null ? null : formatFigure(job.supportAnswerHours, 'hours')],
    ['Data that left', job.dataThatLeft],
  ] as const
  const known = said.filter(([, words]) => words !== null)
  if (known.length === 0 && job.billSha256 === null) return null
  return (
    <details className={classes.details}>
      <summary>Notes and bill</summary>
      <dl className={classes.facts}>
        {known.map(([label, words]) => (
          <div key={label} className={classes.fact}>
            <dt>{label}</dt>
            <dd>{words === null ? '' : shownLines(words)}</dd>
          </div>
        ))}
        {job.billSha256 !== null && (
          <>
            <dt>Bill</dt>
            <dd>
              <KeptFile sha256={job.billSha256} />
            </dd>
          </>
        )}
      </dl>
    </details>
  )
}

function Usd({ value }: { readonly value: number | null }) {
  return <Known words={formatFigure(value, 'usd')} />
}

function Known({ words }: { readonly words: string }) {
  return words === 'unknown' ? <span className={classes.unknown}>unknown</span> : words
}
