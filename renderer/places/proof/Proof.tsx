import { Button, Progress, SegmentedControl } from '@mantine/core'
import { useContext, useEffect, useMemo } from 'react'
import { proofGroups, type ProofRow } from '../../../shared/proof/vector.ts'
import { BookContext } from '../../book.ts'
import { EmptyState } from '../../controls/EmptyState.tsx'
import { SentenceHeadline } from '../../controls/SentenceHeadline.tsx'
import { useCommands } from '../../frame/commands.ts'
import { GroupTable } from './GroupTable.tsx'
import classes from './Proof.module.css'
import { proofSentence } from './proof-words.ts'
import { runInSlices, runUnlessDone, stopRun, useProofPlace } from './store.ts'

export function Proof() {
  const store = useContext(BookContext)
  const client = store?.getState().client ?? null
  const run = useProofPlace((place) => place.run)
  useEffect(() => {
    if (client === null) return
    runUnlessDone(client)
    return stopRun
  }, [client])
  const commands = useMemo(
    () =>
      client === null
        ? []
        : [{ id: 'proof-run', label: 'Run the self-check again', run: () => void runInSlices(client) }],
    [client],
  )
  useCommands('proof', commands)
  const busy = run.kind === 'reading' || run.kind === 'running'
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={proofSentence(run)}
        aside="Published figures that nobody here wrote, computed again by this Idlewatt on this machine: spreadsheets, dated cash flows, project finance, tax tables, pools, power supplies. Nothing is sent."
      />
      <div className={classes.bar}>
        {client !== null && (
          <Button
            size="xs"
            variant="default"
            onClick={() => (run.kind === 'running' ? stopRun() : void runInSlices(client))}
          >
            {run.kind === 'running' ? 'Stop' : 'Run again'}
          </Button>
        )}
        {busy && (
          <Progress.Root size="sm" className={classes.progress}>
            <Progress.Section
              value={run.kind === 'running' ? (run.done / run.total) * 100 : 0}
              aria-label="Figures computed"
            />
          </Progress.Root>
        )}
        {run.kind === 'finished' && <Filter rows={run.rows} />}
      </div>
      {run.kind === 'failed' && (
        <EmptyState
          kind="broken"
          title="The figures to check against could not be read."
          whatToDo="Run it again. Where that does not help, install Idlewatt again: they are part of it."
          reason={run.reason}
        />
      )}
      {run.kind === 'finished' && <Groups rows={run.rows} />}
    </div>
  )
}

function Filter({ rows }: { readonly rows: readonly ProofRow[] }) {
  const shown = useProofPlace((place) => place.shown)
  const failures = rows.filter(({ pass }) => !pass).length
  return (
    <SegmentedControl
      aria-label="Figures shown"
      size="xs"
      value={shown}
      data={[
        { value: 'all', label: `All ${rows.length}` },
        { value: 'failures', label: `That do not agree: ${failures}` },
      ]}
      onChange={(chosen) => useProofPlace.setState({ shown: chosen === 'failures' ? 'failures' : 'all' })}
    />
  )
}

function Groups({ rows }: { readonly rows: readonly ProofRow[] }) {
  const shown = useProofPlace((place) => place.shown)
  const isShown = (row: ProofRow) => shown === 'all' || !row.pass
  if (!rows.some((row) => isShown(row)))
    return (
      <EmptyState
        kind="empty"
        title="Every figure agrees."
        whatToDo="Choose “All” to see each one with its source and tolerance."
      />
    )
  return (
    <div className={classes.groups}>
      {proofGroups.map((group) => {
        const ofGroup = rows.filter((row) => row.group === group)
        const listed = ofGroup.filter((row) => isShown(row))
        return (
          listed.length > 0 && (
            <GroupTable
              key={`${group} ${shown}`}
              group={group}
              rows={ofGroup}
              shown={listed}
              isOpen={ofGroup.some(({ pass }) => !pass)}
            />
          )
        )
      })}
    </div>
  )
}
