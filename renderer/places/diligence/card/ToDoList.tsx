import { useMemo } from 'react'
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { toDoOf } from '../../../../shared/diligence/to-do.ts'
import { findOutNext } from '../../../../shared/diligence/value-of-information.ts'
import { formatRoute } from '../../../route.ts'
import { cardDetail } from '../address.ts'
import type { ScoredOn } from '../scored-today.ts'
import { useRoles } from '../use-diligence.ts'
import { roleLabels } from '../words.ts'
import { type Ageing, ageingDays, daysAfter, mostAgeing } from './ageing.ts'
import classes from './Card.module.css'
import { worthWords } from './card-words.ts'
import { shown } from '../shown.ts'

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
    () => toDoOf(standing, roles, findOutNext(standing, scored)),
    [roles, standing, scored],
  )
  const ageing = useMemo(() => mostAgeing(scored.items, standing.on, 5), [scored, standing])
  const later = daysAfter(standing.on, ageingDays)
  const [fadesFirst] = ageing
  return (
    <section className={classes.next} aria-labelledby="to-do">
      <h2 id="to-do" className={classes.sectionTitle}>
        To find out next
      </h2>
      <ol className={classes.toDo}>
        {firstActions.map(({ role, words }) => (
          <li key={role}>
            {isKept ? (
              <a
                className={classes.link}
                href={formatRoute({ place: 'diligence', detail: cardDetail(card.id, 'jobs') })}
              >
                {words}
              </a>
            ) : (
              <span>{words}</span>
            )}
            <span className={classes.worth}>First of all, as {roleLabels[role].toLowerCase()}</span>
          </li>
        ))}
        {next.map((finding) => (
          <li key={finding.scored.item.id}>
            <ToItem item={finding.scored.item} onGoTo={onGoTo} />
            <span className={classes.worth}>{worthWords(finding, scored.pillars)}</span>
          </li>
        ))}
      </ol>
      {fadesFirst !== undefined && (
        <details className={classes.ageing}>
          <summary>
            Fades most by {later}: “{shown(fadesFirst.scored.item.question)}” {fadingWords(fadesFirst)}
            {ageing.length > 1 && `, and ${ageing.length - 1} more`}
          </summary>
          <ol className={classes.toDo}>
            {ageing.map((each) => (
              <li key={each.scored.item.id}>
                <ToItem item={each.scored.item} onGoTo={onGoTo} />
                <span className={classes.worth}>{fadingWords(each)}</span>
              </li>
            ))}
          </ol>
        </details>
      )}
    </section>
  )
}

/** "78 % certain, then 39 %" */
function fadingWords({ now, later }: Ageing): string {
  return `${Math.round(100 * now)} % certain, then ${Math.round(100 * later)} %`
}

type ToItemProps = { readonly item: ChecklistItem; readonly onGoTo: (itemId: string) => void }

function ToItem({ item, onGoTo }: ToItemProps) {
  return (
    <button type="button" className={classes.link} onClick={() => onGoTo(item.id)}>
      {shown(item.question)}
    </button>
  )
}
