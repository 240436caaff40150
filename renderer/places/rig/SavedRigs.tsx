import { ActionIcon, Button } from '@mantine/core'
import { IconPencil, IconTrash } from '@tabler/icons-react'
import { useContext, useState } from 'react'
import type { Rig } from '../../../shared/scenario.ts'
import { BookContext, type BookStore, useBook } from '../../book.ts'
import { FigureValue } from '../../controls/FigureValue.tsx'
import { NameField } from '../../controls/NameField.tsx'
import tables from '../../controls/Table.module.css'
import { attempt, tell } from '../../frame/attempt.ts'
import { goTo } from '../../frame/frame-store.ts'
import { cardsInWords } from '../../../shared/rig-body.ts'
import classes from './SavedRigs.module.css'

export function SavedRigs() {
  const rigs = useBook((book) => book.rigs)
  const store = useContext(BookContext)
  if (store === null) return null
  return (
    <section aria-labelledby="saved-rigs">
      <h2 id="saved-rigs" className={classes.title}>
        Your rigs
      </h2>
      <div className={tables.scroller} tabIndex={0} role="region" aria-label="Your rigs, table">
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">Cards</th>
              <th scope="col" data-number>
                Limit per GPU
              </th>
              <th scope="col" data-number>
                Idle per GPU
              </th>
              <th scope="col">
                <span className={classes.hidden}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rigs.map((rig) => (
              <RigRow key={rig.id} rig={rig} store={store} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

function RigRow({ rig, store }: { readonly rig: Rig; readonly store: BookStore }) {
  const [renaming, setRenaming] = useState(false)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const { name, gpus, boardLimitWatts, idleBoardWatts } = rig.body
  const rename = async (wanted: string) => {
    setRenaming(false)
    const trimmed = wanted.trim()
    if (trimmed === '' || trimmed === name) return
    await attempt('rename the rig', () => store.getState().saveRig(rig, { ...rig.body, name: trimmed }))
  }
  const remove = async () => {
    const done = await attempt('delete the rig', async () => {
      await store.getState().removeRig(rig)
      return true
    })
    if (done !== null) tell(`Deleted the rig “${name}”. Ctrl Z brings it back.`)
  }
  return (
    <tr>
      <th scope="row" className={classes.nameCell}>
        {renaming ? (
          <NameField
            label={`New name of ${name}`}
            name={name}
            onDone={(wanted) => void rename(wanted)}
            onCancel={() => setRenaming(false)}
          />
        ) : (
          <strong className={classes.name}>{name}</strong>
        )}
      </th>
      <td className={classes.cards}>{cardsInWords(gpus)}</td>
      <td data-number>
        <FigureValue label={`Board power limit per GPU of ${name}`} figure={boardLimitWatts} />
      </td>
      <td data-number>
        <FigureValue label={`Idle board power per GPU of ${name}`} figure={idleBoardWatts} withoutBand />
      </td>
      <td className={classes.actions}>
        <Button size="compact-xs" variant="default" onClick={() => goTo('earnings', rig.id)}>
          Use in Earnings
        </Button>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.action}
          disabled={readOnly}
          aria-label={`Rename ${name}`}
          title="Rename"
          onClick={() => setRenaming(true)}
        >
          <IconPencil size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
        <ActionIcon
          variant="subtle"
          color="gray"
          className={classes.action}
          disabled={readOnly}
          aria-label={`Delete ${name}`}
          title="Delete; can be undone"
          onClick={() => void remove()}
        >
          <IconTrash size={16} stroke={1.6} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}
