import type { RigSample, SourceState } from '../../../shared/telemetry/gpu-sample.ts'
import type { StreamConnection } from '../../stream.ts'
import classes from './SourceNotice.module.css'
import { useRigPlace } from './store.ts'

type SourceNoticeProps = {
  readonly state: SourceState
  readonly connection: StreamConnection
  readonly sample: RigSample | null
}

/** Where the readings come from, or why there are none and what to do next. */
export function SourceNotice({ state, connection, sample }: SourceNoticeProps) {
  const last =
    sample === null ? null : `Last reading at ${new Date(sample.atUtcMs).toLocaleTimeString('en-GB')}.`
  if (connection.kind === 'lost')
    return (
      <Notice tone="caution">
        {connection.reason === null ? '' : `${connection.reason}. `}Trying again in{' '}
        {connection.retryInSeconds} s. If it stays so, look at the terminal in which Idlewatt was started.{' '}
        {last}
      </Notice>
    )
  switch (state.kind) {
    case 'starting':
      return <Notice>The driver’s tool is being started; the first reading takes a second or two.</Notice>
    case 'live':
      return (
        <Notice>
          Board power from {state.tool}
          {state.driverVersion === null ? '' : `, driver ${state.driverVersion}`}, once a second. What a wall
          meter shows is higher: the power supply and the rest of the machine come on top.
          <Notes notes={state.notes} />
        </Notice>
      )
    case 'replay':
      return (
        <Notice tone="caution">
          This is a recording, not this machine: <span className={classes.file}>{fileName(state.file)}</span>.
          <Notes notes={state.notes} />
        </Notice>
      )
    case 'absent':
      return (
        <Notice>
          {state.message} {state.whatToDo} <OtherVendors /> Until then, a rig can be built from the catalogue
          below.
        </Notice>
      )
    case 'failing':
      return (
        <Notice tone="caution">
          {state.message} {state.whatToDo} Trying again in {state.retryInSeconds} s. {last}
        </Notice>
      )
  }
}

function Notes({ notes }: { readonly notes: readonly string[] }) {
  return notes.map((note) => (
    <span key={note} className={classes.note}>
      {note}
    </span>
  ))
}

function OtherVendors() {
  const machine = useRigPlace((place) => place.machine)
  if (machine.kind !== 'known' || machine.facts.unmeasuredGpus.length === 0) return null
  return (
    <>
      The system lists {machine.facts.unmeasuredGpus.join(' and ')}: Idlewatt cannot measure such a card yet,
      and says so instead of guessing.
    </>
  )
}

type NoticeProps = { readonly tone?: 'plain' | 'caution'; readonly children: React.ReactNode }

function Notice({ tone = 'plain', children }: NoticeProps) {
  return (
    <p className={classes.notice} data-tone={tone} role="status">
      {children}
    </p>
  )
}

function fileName(path: string): string {
  return path.split(/[\\/]/).at(-1) ?? path
}
