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
  /** The whole page is this state: its title is the page's heading. */
  readonly isPage?: boolean
  readonly children?: ReactNode
}

/** A designed state where figures would be: what it is, what to do next, and why. */
export function EmptyState({ kind, title, whatToDo, reason, isPage = false, children }: EmptyStateProps) {
  const Icon = icons[kind]
  const Title = isPage ? 'h1' : 'h2'
  return (
    <section className={classes.state} data-kind={kind} role={kind === 'broken' ? 'alert' : undefined}>
      <Icon className={classes.icon} size={22} stroke={1.5} aria-hidden />
      <div className={classes.words}>
        <Title className={classes.title}>{title}</Title>
        <p className={classes.next}>{whatToDo}</p>
        {reason !== undefined && <p className={classes.reason}>{reason}</p>}
        {children !== undefined && <div className={classes.actions}>{children}</div>}
      </div>
    </section>
  )
}
