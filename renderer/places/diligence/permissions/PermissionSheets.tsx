import { Button } from '@mantine/core'
import { useState } from 'react'
import type { PermissionSheet, TestJob } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { Standing } from '../../../../shared/diligence/standing.ts'
import jobsClasses from '../jobs/Jobs.module.css'
import { useAppend, useListing, useReadOnlyReason } from '../use-diligence.ts'
import { sheetSentence } from './sheet-draft.ts'
import { SheetForm } from './SheetForm.tsx'
import { shown } from '../shown.ts'

type PermissionSheetsProps = {
  readonly card: Scorecard
  readonly jobs: readonly Standing<TestJob>[]
  readonly sheets: readonly Standing<PermissionSheet>[]
}

/** For each job what its software was granted, and whether wallet and domain are kept apart. */
export function PermissionSheets({ card, jobs, sheets }: PermissionSheetsProps) {
  const { permissionSheet } = useListing()
  const append = useAppend(card)
  const readOnly = useReadOnlyReason(card) !== null
  const [openJob, setOpenJob] = useState<string | null>(null)
  return (
    <section className={jobsClasses.section} aria-labelledby="sheets-title">
      <h2 id="sheets-title" className={jobsClasses.title}>
        Permission sheets
      </h2>
      <p className={jobsClasses.about}>
        What the software of a job asked for and what it was given, as you saw it, and the steps that keep a
        wallet and a domain apart. Idlewatt connects to nothing: no wallet, no domain, no provider. You look,
        and note what you saw.
      </p>
      {jobs.length === 0 && (
        <p className={jobsClasses.unknown}>A sheet belongs to a test job; there is none yet.</p>
      )}
      <ul className={jobsClasses.list}>
        {jobs.toReversed().map((job) => {
          const sheet = sheets.find(({ jobId }) => jobId === job.jobId)
          const isOpen = openJob === job.jobId
          const action = isOpen ? 'Close' : readOnly ? 'Look' : sheet === undefined ? 'Fill in' : 'Change'
          return (
            <li key={job.jobId}>
              <div className={jobsClasses.entry}>
                <div className={jobsClasses.entryWords}>
                  <span className={jobsClasses.name}>{shown(job.name)}</span>
                  <span className={jobsClasses.small}>{sheetSentence(sheet, permissionSheet)}</span>
                </div>
                <Button
                  variant="default"
                  size="compact-xs"
                  aria-expanded={isOpen}
                  aria-label={`${action}: permissions of ${shown(job.name)}`}
                  onClick={() => setOpenJob(isOpen ? null : job.jobId)}
                >
                  {action}
                </Button>
              </div>
              {isOpen && (
                <SheetForm
                  form={permissionSheet}
                  job={job}
                  sheet={sheet}
                  disabled={readOnly}
                  onKeep={async (body) => {
                    if ((await append('keep the permission sheet', [body])) !== null) setOpenJob(null)
                  }}
                  onClose={() => setOpenJob(null)}
                />
              )}
            </li>
          )
        })}
      </ul>
    </section>
  )
}
