import { useState } from 'react'
import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { PermissionSheets } from '../permissions/PermissionSheets.tsx'
import { useAppend, useReadOnlyReason, useScoredToday, useLocalDay } from '../use-diligence.ts'
import { draftOfJob, newJobDraft } from './job-draft.ts'
import { JobForm } from './JobForm.tsx'
import { JobTable } from './JobTable.tsx'
import classes from './Jobs.module.css'
import { Proofs } from './Proofs.tsx'
import { shown } from '../shown.ts'

/** What was done, not what is said: small jobs, payouts, records. Only these open gates. */
export function JobsPage({ card }: { readonly card: Scorecard }) {
  const { standing, gates } = useScoredToday()(card)
  const today = useLocalDay()
  const append = useAppend(card)
  const readOnlyReason = useReadOnlyReason(card)
  /** Of the job in the form; 'new' for one that is not kept yet. */
  const [editing, setEditing] = useState<string | null>(null)
  const firstTest = gates.find(({ id }) => id === 'first-test')
  const edited = standing.jobs.find(({ jobId }) => jobId === editing)
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={`${shown(card.body.name)}: ${
          firstTest?.state === 'open'
            ? 'the first test is done, and its record is kept.'
            : 'the first test is still to be done.'
        }`}
        aside={
          firstTest?.state === 'open'
            ? 'Gates open by what was done: a small job with its bill, a payout that arrived, a record that anybody can look up.'
            : shown(firstTest?.reason ?? '')
        }
      />
      {readOnlyReason !== null && <p className={classes.readOnly}>{readOnlyReason}</p>}
      <section className={classes.section} aria-labelledby="jobs-title">
        <div className={classes.head}>
          <h2 id="jobs-title" className={classes.title}>
            Test jobs
          </h2>
          {editing === null && (
            <Button
              variant={standing.jobs.length === 0 ? 'filled' : 'default'}
              disabled={readOnlyReason !== null}
              leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
              onClick={() => setEditing('new')}
            >
              New test job
            </Button>
          )}
        </div>
        {editing !== null && (
          <JobForm
            key={editing}
            isNew={edited === undefined}
            initial={edited === undefined ? newJobDraft(crypto.randomUUID(), today) : draftOfJob(edited)}
            today={today}
            disabled={readOnlyReason !== null}
            onKeep={async (job) => {
              if ((await append('keep the test job', [job])) !== null) setEditing(null)
            }}
            onClose={() => setEditing(null)}
          />
        )}
        {standing.jobs.length > 0 ? (
          <JobTable card={card} jobs={standing.jobs} readOnly={readOnlyReason !== null} onEdit={setEditing} />
        ) : (
          editing === null && (
            <EmptyState
              kind="empty"
              title="No job was run on this market yet."
              whatToDo="Take a job that you can afford to lose: small, with an output that you can check, and no data that matters. Note what was quoted before and what was billed after."
            />
          )
        )}
      </section>
      <PermissionSheets card={card} jobs={standing.jobs} sheets={standing.sheets} />
      <Proofs card={card} standing={standing} gates={gates} />
    </div>
  )
}
