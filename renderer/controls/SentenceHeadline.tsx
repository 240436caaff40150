import type { ReactNode } from 'react'
import classes from './SentenceHeadline.module.css'

type SentenceHeadlineProps = {
  /** The answer of the place in one or two sentences. */
  readonly sentence: ReactNode
  /** Small and grey: the figure that must not be mistaken for the answer, such as the gross. */
  readonly aside?: ReactNode
  readonly children?: ReactNode
}

/** The place's answer in words, first on the page and first for a screen reader. */
export function SentenceHeadline({ sentence, aside, children }: SentenceHeadlineProps) {
  return (
    <div className={classes.headline}>
      <h1 className={classes.sentence}>{sentence}</h1>
      {aside !== undefined && <p className={classes.aside}>{aside}</p>}
      {children}
    </div>
  )
}
