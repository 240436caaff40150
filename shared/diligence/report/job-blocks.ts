/** Test jobs with what was granted for them, and tripwires. @see SPEC.md RP1 */
import type { Unit } from '../../figure.ts'
import { formatFigure } from '../../units.ts'
import type { PermissionSheet, TestJob } from '../entry.ts'
import type { Standing } from '../standing.ts'
import { costBesideCloud, costPerSuccessfulJob, lackingInTest } from '../test-job.ts'
import type { TripwireState } from '../tripwires.ts'
import type { Block, Span } from './document.ts'
import type { Report } from './report.ts'
import { listed } from './words.ts'

/** Every test job, with its cost per successful job first. Example: none was run: so it is said. @see SPEC.md RP1 */
export function jobBlocks(report: Report): readonly Block[] {
  const { jobs, sheets } = report.card
  return [
    { kind: 'heading', text: 'Test jobs' },
    ...(jobs.length === 0 ? [{ kind: 'paragraph', spans: ['None was run.'] } as const] : []),
    ...jobs.map((job): Block => ({
      kind: 'record',
      title: [{ strong: job.name }, ` on ${job.ranOn}, entry ${job.sequence}`],
      fields: [
        ...jobFields(job),
        ...permissionFields(
          report,
          sheets.find(({ jobId }) => jobId === job.jobId),
        ),
      ],
    })),
  ]
}

const minutes = (value: number | null) => (value === null ? 'unknown' : `${formatFigure(value, 'count')} min`)
const figure = (value: number | null, unit: Unit) => formatFigure(value, unit)

function jobFields(job: Standing<TestJob>) {
  const share = costBesideCloud(job)
  const beside =
    share === null
      ? ''
      : ` (${formatFigure(share, 'ratio')} of it${job.cloudName === null ? '' : ` on ${job.cloudName}`})`
  const lacking = lackingInTest(job)
  const texts = [
    ['What failed', job.whatFailed],
    ['Asked support', job.supportQuestion],
    ['Left the machine', job.dataThatLeft],
  ] as const
  return [
    field('Cost per successful job', figure(costPerSuccessfulJob(job), 'usd')),
    field('One such job on a cloud', `${figure(job.cloudUsd, 'usd')}${beside}`),
    field('Quoted and billed', `${figure(job.quotedUsd, 'usd')}, ${figure(job.billedUsd, 'usd')}`),
    field(
      'Successful and failed',
      `${job.successfulJobs}, ${job.failedAttempts} (${figure(job.failedAttemptsUsd, 'usd')})`,
    ),
    field(
      'To set up, to start, to finish',
      [job.setUpMinutes, job.minutesToStart, job.minutesToFinish].map(minutes).join(', '),
    ),
    field('Output', job.outputCheck.replace('-', ' ')),
    field('Interruptions', figure(job.interruptions, 'count')),
    ...texts.map(([label, text]) => field(label, text === null || text.trim() === '' ? 'unknown' : text)),
    field('Support answered after', figure(job.supportAnswerHours, 'hours')),
    field('Counts as the first test', lacking.length === 0 ? 'yes' : `no: it lacks ${listed(lacking)}`),
  ]
}

function field(label: string, text: string): { readonly label: string; readonly spans: readonly Span[] } {
  return { label, spans: [text] }
}

function permissionFields({ permissionSheet }: Report, sheet: PermissionSheet | undefined) {
  if (sheet === undefined) return [field('Permissions', 'unknown: no sheet was kept')]
  const permissionWords = new Map(permissionSheet.permissions.map(({ id, question }) => [id, question]))
  const stepWords = new Map(permissionSheet.steps.map(({ id, step }) => [id, step]))
  return [
    ...sheet.permissions.map(({ permissionId, value, note }) =>
      field(
        'Permission',
        [`${permissionWords.get(permissionId) ?? permissionId} ${value}.`, note].join(' ').trim(),
      ),
    ),
    ...sheet.stepsDone.map(({ stepId, doneOn }) =>
      field('Step done', `${stepWords.get(stepId) ?? stepId} On ${doneOn}.`),
    ),
  ]
}

/** Every tripwire with the figure it was held against. Example: none is set: so it is said. @see SPEC.md RP1 */
export function tripwireBlocks({ tripwires }: Report): readonly Block[] {
  if (tripwires.length === 0)
    return [
      { kind: 'heading', text: 'Tripwires' },
      { kind: 'paragraph', spans: ['None is set.'] },
    ]
  return [
    { kind: 'heading', text: 'Tripwires' },
    {
      kind: 'table',
      columns: [
        { title: 'Tripwire', share: 8 },
        { title: 'Turns red', share: 6 },
        { title: 'Newest figure', share: 5 },
        { title: 'Stands', share: 2 },
      ],
      rows: tripwires.map((state) => [
        [state.tripwire.words],
        [conditionWords(state)],
        [
          state.figure === null
            ? 'unknown: none was entered'
            : `${formatFigure(state.figure.value, 'count')}, seen ${state.figure.seenOn}`,
        ],
        [state.state === 'red' ? { strong: 'red' } : state.state],
      ]),
    },
  ]
}

function conditionWords({ tripwire, quietUntil }: TripwireState): string {
  const { condition, metric } = tripwire
  if (condition.when === 'nothing-new')
    return `${metric}: nothing new for ${formatFigure(condition.days, 'days')}, so after ${quietUntil}`
  const by = condition.by === null ? '' : ` by ${condition.by}`
  return `${metric} ${condition.when} ${formatFigure(condition.threshold, 'count')}${by}`
}
