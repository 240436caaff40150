import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { StandingCard } from '../../../../shared/diligence/standing.ts'
import { useListing } from '../use-diligence.ts'
import { AnswerHistory } from './AnswerHistory.tsx'
import classes from './Card.module.css'
import { noLongerAsked } from './rows.ts'
import { shown } from '../shown.ts'

type NoLongerAskedProps = { readonly card: Scorecard; readonly standing: StandingCard }

/** Answers to what is not asked any more. */
export function NoLongerAsked({ card, standing }: NoLongerAskedProps) {
  const answered = noLongerAsked(standing, useListing())
  if (answered.length === 0) return null
  return (
    <details className={classes.noLonger}>
      <summary>No longer asked: {answered.length}</summary>
      <p>They stay readable, and count for nothing.</p>
      {answered.map(({ id, question, answers }) => (
        <div key={id}>
          <h3 className={classes.sectionTitle}>{shown(question)}</h3>
          <AnswerHistory card={card} answers={answers} item={null} readOnly />
        </div>
      ))}
    </details>
  )
}
