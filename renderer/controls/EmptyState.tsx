import { IconAlertTriangle, IconCircleDashed, IconHourglass, IconLock } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './EmptyState.module.css'

const icons = {
  empty: IconCircleDashed,
  waiting: IconHourglass,
  closed: IconLock,
  broken: IconAlertTriangle,
} as const

type EmptyStateProps = {
  readonly kind: keyof typeof icons
  /** What it is, in one sentence. */
  readonly title: string
  /** What to do next. */
  readonly whatToDo: ReactNode
  readonly reason?: string | undefined
  readonly children?: ReactNode
}

/** A designed state where figures would be: what it is, what to do next, and why. */
export function EmptyState({ kind, title, whatToDo, reason, children }: EmptyStateProps) {
  const Icon = icons[kind]
  return (
    <section className={classes.state} data-kind={kind} role={kind === 'broken' ? 'alert' : undefined}>
      <Icon className={classes.icon} size={22} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <h2 className={classes.title}>{title}</h2>
        <p className={classes.next}>{whatToDo}</p>
        {reason !== undefined && <p className={classes.reason}>{reason}</p>}
        {children !== undefined && <div className={classes.actions}>{children}</div>}
      </div>
    </section>
  )
}
