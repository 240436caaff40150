import type { ReactNode } from 'react'
import type { AnswerValue } from '../../../shared/diligence/entry.ts'
import classes from './Marks.module.css'

const stroke = { fill: 'none', stroke: 'currentColor', strokeWidth: 2 } as const

const forms: Readonly<Record<AnswerValue | 'none', ReactNode>> = {
  yes: (
    <>
      <circle cx="8" cy="8" r="7" fill="currentColor" />
      <path d="M4.6 8.4l2.4 2.4 4.4-5" {...stroke} stroke="var(--paper)" />
    </>
  ),
  partly: (
    <>
      <circle cx="8" cy="8" r="6" {...stroke} strokeWidth={1.6} />
      <path d="M8 2a6 6 0 0 1 0 12z" fill="currentColor" />
    </>
  ),
  no: <path d="M3.5 3.5l9 9M12.5 3.5l-9 9" {...stroke} />,
  'not-applicable': <path d="M3 8h10" {...stroke} />,
  unknown: (
    <path d="M5.4 5.6a2.6 2.6 0 1 1 3.6 2.4c-.7.3-1 .7-1 1.6M8 12.2v1.6" {...stroke} strokeWidth={1.7} />
  ),
  none: <circle cx="8" cy="8" r="6" {...stroke} strokeWidth={1.2} strokeDasharray="2.2 2" />,
}

const noAsFact = <circle cx="8" cy="8" r="6" {...stroke} strokeWidth={1.6} />

type AnswerMarkProps = {
  readonly value: AnswerValue | null
  /** Of what a market is: its yes is no success and its no no failure. */
  readonly isFact?: boolean
}

/** An answer by its form; what it is called stands beside it. */
export function AnswerMark({ value, isFact = false }: AnswerMarkProps) {
  return (
    <svg
      className={classes.answer}
      data-value-of={value ?? 'none'}
      data-fact={isFact || undefined}
      viewBox="0 0 16 16"
      aria-hidden
    >
      {isFact && value === 'no' ? noAsFact : forms[value ?? 'none']}
    </svg>
  )
}
