import { Button } from '@mantine/core'
import { lazy, type ReactNode, Suspense } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { goTo } from '../../../frame/frame-store.ts'
import { formatRoute } from '../../../route.ts'
import { cardDetail, type CardTab, cardTabs } from '../address.ts'
import classes from '../Diligence.module.css'
import { useListing } from '../use-diligence.ts'
import cardClasses from './Card.module.css'
import { CardActions } from './CardActions.tsx'
import { Questions } from './Questions.tsx'

const JobsPage = lazy(async () => ({ default: (await import('../jobs/JobsPage.tsx')).JobsPage }))
const HistoryPage = lazy(async () => ({ default: (await import('../history/HistoryPage.tsx')).HistoryPage }))
const ExchangePage = lazy(async () => ({
  default: (await import('../exchange/ExchangePage.tsx')).ExchangePage,
}))

const tabLabels: Readonly<Record<CardTab, string>> = {
  questions: 'Questions',
  jobs: 'Test jobs',
  history: 'History',
  exchange: 'Hand on',
}

type CardPageProps = { readonly cardId: string; readonly tab: CardTab }

/** One market's card, in four looks. */
export function CardPage({ cardId, tab }: CardPageProps) {
  const card = useListing().scorecards.find(({ id }) => id === cardId)
  if (card === undefined)
    return (
      <EmptyState
        isPage
        kind="empty"
        title="There is no such card in this book."
        whatToDo="It was removed, or belongs to another book. What was removed comes back by undo."
      >
        <Button onClick={() => goTo('diligence', null)}>To the markets</Button>
      </EmptyState>
    )
  return (
    <>
      <div className={cardClasses.tabs}>
        <nav aria-label="Of this card">
          <ul className={classes.nav}>
            {cardTabs.map((each) => (
              <li key={each}>
                <a
                  className={classes.look}
                  href={formatRoute({ place: 'diligence', detail: cardDetail(card.id, each) })}
                  aria-current={each === tab ? 'page' : undefined}
                >
                  {tabLabels[each]}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <CardActions card={card} />
      </div>
      <Suspense key={tab} fallback={<p className={classes.opening}>Opening …</p>}>
        {tabPage(card, tab)}
      </Suspense>
    </>
  )
}

function tabPage(card: Scorecard, tab: CardTab): ReactNode {
  switch (tab) {
    case 'questions':
      return <Questions card={card} />
    case 'jobs':
      return <JobsPage card={card} />
    case 'history':
      return <HistoryPage card={card} />
    case 'exchange':
      return <ExchangePage card={card} />
  }
}
