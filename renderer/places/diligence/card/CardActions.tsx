import { useContext, useState } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { BookContext } from '../../../book.ts'
import { NameField } from '../../../controls/NameField.tsx'
import { tell } from '../../../frame/attempt.ts'
import { goTo } from '../../../frame/frame-store.ts'
import { changeDiligence, useReadOnlyReason } from '../use-diligence.ts'
import classes from './Card.module.css'
import { shown } from '../shown.ts'

/** Another name for a card, or none of it; undo brings it back with all that was said. */
export function CardActions({ card }: { readonly card: Scorecard }) {
  const book = useContext(BookContext)
  const readOnly = useReadOnlyReason(card)
  const [naming, setNaming] = useState(false)
  if (book === null || readOnly !== null) return null
  const { id, revision, body } = card
  const rename = (name: string) => {
    setNaming(false)
    if (name.trim() === '' || name.trim() === body.name) return
    void changeDiligence(book, 'rename the card', () =>
      book.getState().client.scorecard.save({ id, revision, name: name.trim(), roles: [...body.roles] }),
    )
  }
  const remove = async () => {
    const removed = await changeDiligence(book, 'remove the card', () =>
      book.getState().client.scorecard.remove({ id, revision }),
    )
    if (removed === null) return
    goTo('diligence', null)
    tell(`“${shown(body.name)}” is removed. Ctrl Z brings it back.`)
  }
  if (naming)
    return (
      <NameField
        label="Name of the card"
        name={body.name}
        onDone={rename}
        onCancel={() => setNaming(false)}
      />
    )
  return (
    <span className={classes.actions}>
      <button type="button" className={classes.link} onClick={() => setNaming(true)}>
        Rename
      </button>
      <button type="button" className={classes.link} onClick={() => void remove()}>
        Remove
      </button>
    </span>
  )
}
