import { type ReactNode, useState } from 'react'
import type { Figure } from '../../shared/figure.ts'
import classes from './FigureValue.module.css'
import { ageInWords, classInWords, figureWords, rangeWords } from './figure-text.ts'
import { SafeLink } from './SafeLink.tsx'
import { splitLinks } from './links.ts'

type FigureCardProps = {
  readonly label: string
  readonly figure: Figure
  readonly explanation?: ReactNode
}

export function FigureCard({ label, figure, explanation }: FigureCardProps) {
  const { value, low, high, unit, source, asOf } = figure
  const [openedUtcMs] = useState(() => Date.now())
  const age = asOf === null ? null : ageInWords(asOf, openedUtcMs)
  return (
    <div className={classes.about}>
      <p className={classes.aboutTitle}>{label}</p>
      <dl className={classes.facts}>
        <dt>Value</dt>
        <dd>{value === null ? 'unknown' : figureWords(value, unit)}</dd>
        {low !== null && high !== null && low !== high && (
          <>
            <dt>Range</dt>
            <dd>{rangeWords(low, high, unit)}</dd>
          </>
        )}
        {value !== null && (
          <>
            <dt>Standing</dt>
            <dd>{classInWords(figure.class)}</dd>
          </>
        )}
        <dt>Source</dt>
        <dd>{source === null ? 'none given' : <LinkedText text={source} />}</dd>
        <dt>As of</dt>
        <dd>{asOf === null ? 'no date' : age === null ? asOf : `${asOf}, ${age}`}</dd>
      </dl>
      {explanation}
    </div>
  )
}

function LinkedText({ text }: { readonly text: string }) {
  return splitLinks(text).map((part) =>
    part.kind === 'link' ? (
      <SafeLink key={part.start} href={part.text} />
    ) : (
      <span key={part.start}>{part.text}</span>
    ),
  )
}
