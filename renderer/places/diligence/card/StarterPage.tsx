import { Button } from '@mantine/core'
import { useBook } from '../../../book.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { goTo } from '../../../frame/frame-store.ts'
import { useBeginCard } from '../begin-card.ts'
import { starterCard } from '../scored-today.ts'
import { useListing, useReadOnlyReason } from '../use-diligence.ts'
import classes from './Card.module.css'
import { Questions } from './Questions.tsx'
import { shown } from '../shown.ts'

/** What the facts that ship say of a network that has no card yet, scored the same way. */
export function StarterPage({ networkId }: { readonly networkId: string }) {
  const listing = useListing()
  const market = useBook((book) => book.markets.find(({ id }) => id === networkId))
  const begin = useBeginCard()
  const readOnly = useReadOnlyReason(null) !== null
  if (market === undefined)
    return (
      <EmptyState
        isPage
        kind="empty"
        title="There is no such network in this book."
        whatToDo="The markets have all that are known."
      >
        <Button onClick={() => goTo('diligence', null)}>To the markets</Button>
      </EmptyState>
    )
  const { name } = market.profile
  return (
    <>
      <div className={classes.notice}>
        <p>
          <strong>{shown(name)} has no card yet.</strong> What stands here is what the published facts
          support, with their dates; the rest is unknown.
        </p>
        <Button disabled={readOnly} onClick={() => void begin(name, networkId)}>
          Begin a card
        </Button>
      </div>
      <Questions card={starterCard(listing, networkId, name)} isStarter />
    </>
  )
}
