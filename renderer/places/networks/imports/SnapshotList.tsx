import { ActionIcon, Button } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { useContext } from 'react'
import type { OfferSnapshot } from '../../../../shared/markets/market-book.ts'
import { BookContext, useBook } from '../../../book.ts'
import tables from '../../../controls/Table.module.css'
import { tell } from '../../../frame/attempt.ts'
import { changed } from '../profile/open-market.ts'
import classes from './Imports.module.css'

type SnapshotListProps = {
  readonly shownId: string | null
  readonly onShow: (id: string) => void
}

/** The listings that are in the book. */
export function SnapshotList({ shownId, onShow }: SnapshotListProps) {
  const store = useContext(BookContext)
  const snapshots = useBook((book) => book.snapshots)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  if (store === null || snapshots.length === 0) return null
  const remove = async ({ id, revision, body }: OfferSnapshot) => {
    const { client } = store.getState()
    if (await changed(store, 'remove the listing', () => client.market.offersRemove({ id, revision })))
      tell(`Removed the listing “${body.name}”. Ctrl Z brings it back.`)
  }
  return (
    <section className={classes.summarySection} aria-labelledby="listings">
      <h2 id="listings" className={classes.title}>
        Listings in the book
      </h2>
      <div className={tables.scroller} tabIndex={0} role="region" aria-label="Listings in the book, table">
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">Network and day</th>
              <th scope="col">File</th>
              <th scope="col" data-number>
                Offers
              </th>
              <th scope="col">
                <span className={classes.hidden}>Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {snapshots.map((snapshot) => (
              <tr key={snapshot.id} aria-current={snapshot.id === shownId || undefined}>
                <th scope="row">{snapshot.body.name}</th>
                <td>{snapshot.body.fileName}</td>
                <td data-number>{snapshot.body.offers}</td>
                <td className={classes.actions}>
                  <Button
                    size="compact-xs"
                    variant="default"
                    aria-label={`Show ${snapshot.body.name}`}
                    onClick={() => onShow(snapshot.id)}
                  >
                    Show
                  </Button>
                  <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="sm"
                    disabled={readOnly}
                    aria-label={`Remove ${snapshot.body.name}`}
                    title="Remove; can be undone"
                    onClick={() => void remove(snapshot)}
                  >
                    <IconTrash size={14} stroke={1.6} aria-hidden />
                  </ActionIcon>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}
