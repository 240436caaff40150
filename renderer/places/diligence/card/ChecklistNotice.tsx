import { Button } from '@mantine/core'
import { useContext, useMemo } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { StandingCard } from '../../../../shared/diligence/standing.ts'
import { BookContext } from '../../../book.ts'
import { changeDiligence, useListing } from '../use-diligence.ts'
import { counted } from '../words.ts'
import classes from './Card.module.css'
import { checklistChange } from './card-words.ts'

type ChecklistNoticeProps = {
  readonly card: Scorecard
  readonly standing: StandingCard
  readonly readOnly: boolean
}

/** A newer version of the checklist in force, and what taking it would change. */
export function ChecklistNotice({ card, standing, readOnly }: ChecklistNoticeProps) {
  const book = useContext(BookContext)
  const { shippedChecklist: shipped, shippedSha256 } = useListing()
  const { checklist } = standing
  const isNewer = checklist !== null && checklist.id === shipped.id && checklist.version < shipped.version
  const change = useMemo(
    () => (isNewer ? checklistChange(checklist, shipped) : null),
    [isNewer, checklist, shipped],
  )
  if (book === null || checklist === null || change === null) return null
  const adopt = () =>
    changeDiligence(book, 'take the newer checklist', () =>
      book.getState().client.scorecard.adoptChecklist({ id: card.id, checklist: shippedSha256 }),
    )
  const lists = [
    { label: 'Added', questions: change.added },
    { label: 'Changed', questions: change.changed },
    { label: 'No longer asked', questions: change.gone },
  ]
  return (
    <section className={classes.notice} aria-label="A newer checklist">
      <p>
        <strong>
          Version {shipped.version} of “{shipped.name}” is here; this card is asked by version{' '}
          {checklist.version}.
        </strong>{' '}
        Taking it adds {counted(change.added.length, 'question', 'questions')}, changes{' '}
        {change.changed.length} and no longer asks {change.gone.length}. Answers given stay readable, and undo
        goes back.
      </p>
      <details>
        <summary>What would change</summary>
        {lists.map(
          ({ label, questions }) =>
            questions.length > 0 && (
              <div key={label}>
                <p className={classes.noticeLabel}>{label}</p>
                <ul>
                  {questions.map((question) => (
                    <li key={question}>{question}</li>
                  ))}
                </ul>
              </div>
            ),
        )}
      </details>
      <Button disabled={readOnly} onClick={() => void adopt()}>
        Take version {shipped.version}
      </Button>
    </section>
  )
}
