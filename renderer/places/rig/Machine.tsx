import { useRigPlace } from './store.ts'
import classes from './Machine.module.css'

export function Machine() {
  const machine = useRigPlace((place) => place.machine)
  return (
    <section className={classes.machine}>
      <h2 className={classes.title}>This machine</h2>
      {machine.kind === 'asking' && <p className={classes.note}>Asking the system …</p>}
      {machine.kind === 'failed' && (
        <p className={classes.note}>The system gave no answer: {machine.reason}</p>
      )}
      {machine.kind === 'known' && (
        <dl className={classes.facts}>
          <Fact name="System" value={machine.facts.operatingSystem} />
          <Fact name="Processor" value={machine.facts.processor} />
          <Fact name="Board" value={machine.facts.board} />
          <Fact
            name="Memory"
            value={
              machine.facts.memoryGibibytes === null
                ? null
                : `${machine.facts.memoryGibibytes.toFixed(1)}\u00a0GiB`
            }
          />
          {!machine.facts.unmeasuredGpusLookedFor && (
            <>
              <dt>Other display adapters</dt>
              <dd>
                <span className={classes.unknown}>not looked for on this system</span>
              </dd>
            </>
          )}
          {machine.facts.unmeasuredGpus.length > 0 && (
            <>
              <dt>Also listed, not yet measured</dt>
              {machine.facts.unmeasuredGpus.map((name) => (
                <dd key={name}>{name}</dd>
              ))}
            </>
          )}
        </dl>
      )}
    </section>
  )
}

function Fact({ name, value }: { readonly name: string; readonly value: string | null }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{value ?? <span className={classes.unknown}>not told by the system</span>}</dd>
    </>
  )
}
