import type { ReactNode } from 'react'
import type { Gate, GateState } from '../../../shared/diligence/gates.ts'
import classes from './Marks.module.css'
import { gateWords } from './words.ts'
import { shown } from './shown.ts'

const ring = <circle cx="8" cy="8" r="6" fill="none" stroke="currentColor" strokeWidth="1.6" />

/** Five forms: a tick in a ring, half a disc, a clock, a full disc with a bar, a short line. */
const forms: Readonly<Record<GateState, ReactNode>> = {
  open: (
    <>
      {ring}
      <path d="M5.2 8.2l2 2 3.6-4.2" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  half: (
    <>
      {ring}
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  'open-until': (
    <>
      {ring}
      <path d="M8 4.5V8l2.4 1.6" fill="none" stroke="currentColor" strokeWidth="1.6" />
    </>
  ),
  closed: (
    <>
      <circle cx="8" cy="8" r="6.8" fill="currentColor" />
      <path d="M4.6 8h6.8" stroke="var(--paper)" strokeWidth="2" />
    </>
  ),
  'not-needed': <path d="M5 8h6" stroke="currentColor" strokeWidth="1.6" />,
}

export function GateForm({ state }: { readonly state: GateState }) {
  return (
    <svg className={classes.gate} data-state={state} viewBox="0 0 16 16" aria-hidden>
      {forms[state]}
    </svg>
  )
}

/** A gate as a small mark; its words are its name. */
export function GateMark({ gate }: { readonly gate: Gate }) {
  const words = shown(gateWords(gate))
  return (
    <span role="img" aria-label={words} title={words}>
      <GateForm state={gate.state} />
    </span>
  )
}
