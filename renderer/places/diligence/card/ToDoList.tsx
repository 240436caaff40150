import { useMemo } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { findOutNext } from '../../../../shared/diligence/value-of-information.ts'
import { formatRoute } from '../../../route.ts'
import { cardDetail } from '../address.ts'
import type { ScoredOn } from '../scored-today.ts'
import { useRoles } from '../use-diligence.ts'
import { roleLabels } from '../words.ts'
import { ageingDays, daysAfter, mostAgeing } from './ageing.ts'
import classes from './Card.module.css'
import { toDoOf, worthWords } from './card-words.ts'

type ToDoListProps = {
  readonly card: Scorecard
  readonly scoredOn: ScoredOn
  readonly isKept: boolean
  readonly onGoTo: (itemId: string) => void
}

/** What to find out next, and what fades if nobody looks again. */
export function ToDoList({ card, scoredOn, isKept, onGoTo }: ToDoListProps) {
  const roles = useRoles()
  const { standing, scored } = scoredOn
  const { firstActions, next } = useMemo(
    () => toDoOf(scoredOn, roles, findOutNext(standing, scored)),
    [scoredOn, roles, standing, scored],
  )
  const ageing = useMemo(() => mostAgeing(scored.items, standing.on, 5), [scored, standing])
  return (
    <div className={classes.next}>
      <section aria-labelledby="to-do">
        <h2 id="to-do" className={classes.sectionTitle}>
          To find out next
        </h2>
        <ol className={classes.toDo}>
          {firstActions.map(({ role, words }) => (
            <li key={role} className={classes.first}>
              {isKept ? (
                <a
                  className={classes.link}
                  href={formatRoute({ place: 'diligence', detail: cardDetail(card.id, 'jobs') })}
                >
                  {words}
                </a>
              ) : (
                words
              )}
              <span className={classes.worth}>First of all, as {roleLabels[role].toLowerCase()}</span>
            </li>
          ))}
          {next.map((finding) => (
            <li key={finding.scored.item.id}>
              <button type="button" className={classes.link} onClick={() => onGoTo(finding.scored.item.id)}>
                {finding.scored.item.question}
              </button>
              <span className={classes.worth}>{worthWords(finding, scored.pillars)}</span>
            </li>
          ))}
        </ol>
      </section>
      {ageing.length > 0 && (
        <section aria-labelledby="ageing">
          <h2 id="ageing" className={classes.sectionTitle}>
            Fades most by {daysAfter(standing.on, ageingDays)}
          </h2>
          <ol className={classes.toDo}>
            {ageing.map(({ scored: { item }, now, later }) => (
              <li key={item.id}>
                <button type="button" className={classes.link} onClick={() => onGoTo(item.id)}>
                  {item.question}
                </button>
                <span className={classes.worth}>
                  {Math.round(100 * now)} % certain, then {Math.round(100 * later)} %
                </span>
              </li>
            ))}
          </ol>
        </section>
      )}
    </div>
  )
}
