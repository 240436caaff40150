import { Button, NativeSelect } from '@mantine/core'
import { useContext, useMemo, useState } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { StandingCard } from '../../../../shared/diligence/standing.ts'
import { BookContext } from '../../../book.ts'
import {
  bearsShippedId,
  type ChecklistChoice,
  checklistChoices,
  checklistWords,
  newerVersion,
  otherChoices,
} from '../checklist-choices.ts'
import { shown } from '../shown.ts'
import { changeDiligence, useListing } from '../use-diligence.ts'
import { counted } from '../words.ts'
import classes from './Card.module.css'
import { type ChecklistChange, checklistChange } from './checklist-change.ts'

type OfChecklistProps = {
  readonly card: Scorecard
  readonly standing: StandingCard
  readonly readOnly: boolean
}

/** A newer version of the checklist in force, or the genuine one, and what taking it would change. */
export function ChecklistNotice({ card, standing, readOnly }: OfChecklistProps) {
  const listing = useListing()
  const { checklist } = standing
  if (checklist === null) return null
  const newer = newerVersion(checklist, checklistChoices(listing))
  if (newer !== null)
    return (
      <Adoption card={card} standing={standing} choice={newer} readOnly={readOnly}>
        Version {newer.checklist.version} of “{shown(newer.checklist.name)}” is here.
      </Adoption>
    )
  if (!bearsShippedId(checklist, listing)) return null
  const shipped = { key: listing.shippedSha256, checklist: listing.shippedChecklist }
  return (
    <Adoption card={card} standing={standing} choice={shipped} readOnly={readOnly}>
      This card is asked by “{checklistWords(checklist)}”, which is not the one that ships.
    </Adoption>
  )
}

/** By which checklist the card is asked, and the way to another. */
export function AskedBy({ card, standing, readOnly }: OfChecklistProps) {
  const listing = useListing()
  const [chosenKey, setChosenKey] = useState('')
  const { checklist } = standing
  const others = otherChoices(checklist, checklistChoices(listing))
  const isBorrowed = checklist !== null && bearsShippedId(checklist, listing)
  const chosen = others.find(({ key }) => key === chosenKey)
  return (
    <section className={classes.askedBy} aria-label="Checklist">
      <p>
        {checklist === null
          ? 'No checklist is in force, so nothing is asked.'
          : `Asked by ${checklistWords(checklist)}, of ${checklist.compiledAt}${isBorrowed ? '. It is not the one that ships' : ''}.`}
      </p>
      {others.length > 0 && !readOnly && (
        <NativeSelect
          label="Ask by another"
          value={chosenKey}
          data={[
            { value: '', label: 'Choose …' },
            ...others.map(({ key, checklist: each }) => ({
              value: key,
              label: `${checklistWords(each)}${key === listing.shippedSha256 ? ', as it ships' : ''}`,
            })),
          ]}
          onChange={(event) => setChosenKey(event.currentTarget.value)}
        />
      )}
      {chosen !== undefined && (
        <Adoption card={card} standing={standing} choice={chosen} readOnly={readOnly}>
          Ask by “{checklistWords(chosen.checklist)}”.
        </Adoption>
      )}
    </section>
  )
}

const plainly = (questions: readonly string[]): ChecklistChange['changed'] =>
  questions.map((question) => ({ question, changes: [] }))

type AdoptionProps = OfChecklistProps & {
  readonly choice: ChecklistChoice
  readonly children: React.ReactNode
}

function Adoption({ card, standing, choice, readOnly, children }: AdoptionProps) {
  const book = useContext(BookContext)
  const { checklist } = standing
  const change = useMemo(
    () => checklistChange(checklist ?? { items: [], circumstances: [] }, choice.checklist),
    [checklist, choice],
  )
  if (book === null) return null
  const adopt = () =>
    changeDiligence(book, 'take the checklist', () =>
      book.getState().client.scorecard.adoptChecklist({ id: card.id, checklist: choice.key }),
    )
  const lists = [
    { label: 'Changed', questions: change.changed },
    { label: 'No longer asked', questions: plainly(change.gone) },
    { label: 'Added', questions: plainly(change.added) },
  ].filter(({ questions }) => questions.length > 0)
  return (
    <div className={classes.notice}>
      <p>
        <strong>{children}</strong> Taking it adds {counted(change.added.length, 'question', 'questions')},
        changes {change.changed.length} and no longer asks {change.gone.length}. Answers given stay readable,
        and undo goes back.
      </p>
      <Button disabled={readOnly} onClick={() => void adopt()}>
        Take it
      </Button>
      {lists.length > 0 && (
        <details>
          <summary>What would change</summary>
          {lists.map(({ label, questions }) => (
            <div key={label}>
              <p className={classes.noticeLabel}>{label}</p>
              <ul>
                {questions.map(({ question, changes }) => (
                  <li key={question}>
                    {shown(question)}
                    {changes.length > 0 && (
                      <ul>
                        {changes.map((words) => (
                          <li key={words}>{words}</li>
                        ))}
                      </ul>
                    )}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </details>
      )}
    </div>
  )
}
