import { createContext, type ReactNode, useCallback, useContext, useMemo, useState } from 'react'
import { Drawer } from '@mantine/core'
import type { Evaluation } from '../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { headlines } from '../../shared/explain/headlines.ts'
import classes from './ShowHow.module.css'
import { ShowHowTree } from './ShowHowTree.tsx'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

const OpenContext = createContext<((name: string) => void) | null>(null)

type ShowHowProviderProps = {
  readonly entries: InputEntries
  readonly evaluation: Evaluated
  readonly children: ReactNode
}

/** Draws the one panel in which the figures below it explain themselves. Nothing is derived before it is open. */
export function ShowHowProvider({ entries, evaluation, children }: ShowHowProviderProps) {
  const [name, setName] = useState<string | null>(null)
  const close = useCallback(() => setName(null), [])
  return (
    <OpenContext value={setName}>
      {children}
      <Drawer
        opened={name !== null}
        onClose={close}
        position="right"
        size={640}
        title="How it comes about"
        closeButtonProps={{ 'aria-label': 'Close' }}
        transitionProps={{ duration: 0 }}
        attributes={{ header: { role: 'presentation' } }}
      >
        {name !== null && <Derivation key={name} name={name} entries={entries} evaluation={evaluation} />}
      </Drawer>
    </OpenContext>
  )
}

type DerivationProps = {
  readonly name: string
  readonly entries: InputEntries
  readonly evaluation: Evaluated
}

function Derivation({ name, entries, evaluation }: DerivationProps) {
  const derived = useMemo(() => {
    const headline = headlines(entries, evaluation).find((each) => each.name === name)
    const expression = headline?.derive() ?? null
    return headline === undefined || expression === null ? null : { headline, expression }
  }, [name, entries, evaluation])
  if (derived === null) return <p>With these inputs there is no such figure any more.</p>
  return <ShowHowTree label={derived.headline.label} expression={derived.expression} />
}

type ShowHowProps = {
  /** The figure's name, as `idlewatt explain` takes it. */
  readonly of: string
  /** What the figure is; a screen reader hears it. */
  readonly label: string
}

/** A quiet button beside a figure: how it comes about. Outside of a provider there is nothing to show. */
export function ShowHow({ of, label }: ShowHowProps) {
  const open = useContext(OpenContext)
  if (open === null) return null
  return (
    <button
      type="button"
      className={classes.how}
      aria-label={`How: ${label}`}
      aria-haspopup="dialog"
      onClick={() => open(of)}
    >
      how
    </button>
  )
}
