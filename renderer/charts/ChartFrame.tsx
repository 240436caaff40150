import { UnstyledButton } from '@mantine/core'
import { type ReactNode, useId, useState } from 'react'
import classes from './ChartFrame.module.css'

type ChartFrameProps = {
  readonly title: string
  /** What the picture says, in a sentence; a screen reader hears it instead of the picture. */
  readonly summary: string
  readonly legend?: ReactNode
  readonly table: ReactNode
  /** The picture has controls of its own, so it is not hidden from a screen reader. */
  readonly interactive?: boolean
  readonly children: ReactNode
}

/** A picture, the sentence that says the same, and the table behind it one click away. */
export function ChartFrame(props: ChartFrameProps) {
  const { title, summary, legend, table, interactive = false, children } = props
  const [asTable, setAsTable] = useState(false)
  const id = useId()
  return (
    <figure className={classes.frame} aria-labelledby={`${id}-title`}>
      <figcaption className={classes.caption}>
        <h2 id={`${id}-title`} className={classes.title}>
          {title}
        </h2>
        {legend}
        <UnstyledButton
          className={classes.toggle}
          aria-expanded={asTable}
          aria-controls={`${id}-table`}
          onClick={() => setAsTable((before) => !before)}
        >
          {asTable ? 'Picture' : 'Table'}
        </UnstyledButton>
      </figcaption>
      <p className={classes.summary}>{summary}</p>
      {!asTable && <div aria-hidden={!interactive}>{children}</div>}
      <div
        id={`${id}-table`}
        className={asTable ? classes.table : classes.hidden}
        {...(asTable ? { role: 'region', tabIndex: 0, 'aria-label': `${title}, table` } : {})}
      >
        {table}
      </div>
    </figure>
  )
}

export function LegendItem({ series, dash, children }: LegendItemProps) {
  return (
    <span className={classes.item}>
      <svg width="22" height="8" aria-hidden>
        <line
          x1="0"
          x2="22"
          y1="4"
          y2="4"
          stroke={`var(--series-${series})`}
          strokeWidth="2"
          strokeDasharray={dash?.join(' ')}
        />
      </svg>
      {children}
    </span>
  )
}

type LegendItemProps = {
  readonly series: 1 | 2 | 3 | 4
  readonly dash?: readonly number[]
  readonly children: ReactNode
}
