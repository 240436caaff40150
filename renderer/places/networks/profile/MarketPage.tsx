import { Button } from '@mantine/core'
import { useContext, useMemo, useState } from 'react'
import { eligibilityOf, type RigCard } from '../../../../shared/markets/eligibility.ts'
import type { MarketEntry } from '../../../../shared/markets/market-book.ts'
import { cardsInWords } from '../../../../shared/rig-body.ts'
import { BookContext, useBook } from '../../../book.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { tell } from '../../../frame/attempt.ts'
import { goTo } from '../../../frame/frame-store.ts'
import { useOpenScenario } from '../use-open-scenario.ts'
import { todayOf } from './age.ts'
import { decidingTerms, onlyCardOf } from './deciding-terms.ts'
import { ExportButton } from './ExportMarkets.tsx'
import { FeeSchedule } from './FeeSchedule.tsx'
import { changed, openMarket, useChangeEdits, useResetEdits } from './open-market.ts'
import { type Editing, MarketPageContext, type MarketPageState, useMarketPage } from './page-context.ts'
import { PriceTable } from './PriceTable.tsx'
import { eligibilityWords, profileSentence, unknownWords } from './profile-words.ts'
import classes from './Profile.module.css'
import { SectionView } from './SectionView.tsx'
import { termColumns } from './sections.ts'
import { ShareTable } from './ShareTable.tsx'

/** Everything that is known of one network, and the person's own word on it. */
export function MarketPage({ networkId }: { readonly networkId: string }) {
  const entry = useBook((book) => book.markets.find(({ id }) => id === networkId))
  if (entry === undefined)
    return (
      <EmptyState
        isPage
        kind="empty"
        title="No network is called that."
        whatToDo="It may have been taken out of the book since, or the address is mistyped. Undo brings back what was taken out."
        reason={networkId}
      >
        <Button onClick={() => goTo('networks', null)}>All networks</Button>
      </EmptyState>
    )
  return <Market key={entry.id} entry={entry} />
}

const noCards: readonly RigCard[] = []

function Market({ entry }: { readonly entry: MarketEntry }) {
  const shipped = useBook((book) => book.catalogue.networks)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const cards = useOpenScenario()?.cards ?? noCards
  const [today] = useState(() => todayOf(Date.now()))
  const [editing, setEditing] = useState<Editing>(null)
  const change = useChangeEdits(entry)
  const reset = useResetEdits(entry)
  const state = useMemo<MarketPageState>(
    () => ({ open: openMarket(entry, shipped), cards, today, readOnly, editing, setEditing, change, reset }),
    [entry, shipped, cards, today, readOnly, editing, change, reset],
  )
  return (
    <MarketPageContext value={state}>
      <div className={classes.page}>
        <Head />
        <div className={classes.columns}>
          {termColumns.map((sections) => (
            <div key={sections[0]?.id} className={classes.column}>
              {sections.map((section) => (
                <SectionView key={section.id} section={section}>
                  {section.id === 'joining' && <Standing />}
                  {section.id === 'fees' && <FeeSchedule />}
                </SectionView>
              ))}
            </div>
          ))}
        </div>
        <PriceTable />
        <ShareTable />
      </div>
    </MarketPageContext>
  )
}

function Head() {
  const { open, cards, today } = useMarketPage()
  const { profile } = open.entry
  const terms = decidingTerms(profile, onlyCardOf(cards), today)
  return (
    <>
      <SentenceHeadline
        sentence={profileSentence(profile, terms)}
        aside={
          <>
            {unknownWords(terms)} <SafeLink href={profile.homepage}>{profile.name}</SafeLink>
          </>
        }
      />
      <div className={classes.bar}>
        <ExportButton ids={[open.entry.id]} name={profile.name} label="Export this network" />
        <Restore />
      </div>
    </>
  )
}

/** The way back from everything that is not the catalogue's. */
function Restore() {
  const { open, readOnly, reset } = useMarketPage()
  const store = useContext(BookContext)
  const { entry } = open
  if (store === null || entry.stored === null) return null
  const { revision } = entry.stored
  const { client } = store.getState()
  const { name } = entry.profile
  return (
    <>
      {entry.isEdited && (
        <Button
          variant="default"
          disabled={readOnly}
          onClick={() =>
            void tellWhenDone(
              reset('take back your edits', null),
              `Took back all that you said of ${name}. Ctrl Z brings it back.`,
            )
          }
        >
          Take back all edits
        </Button>
      )}
      {entry.stored.body.profile !== null && (
        <Button
          variant="default"
          disabled={readOnly}
          onClick={() => {
            if (!entry.isShipped) goTo('networks', null)
            void tellWhenDone(
              changed(store, 'remove the network', () => client.market.remove({ id: entry.id, revision })),
              entry.isShipped
                ? `${name} is the catalogue’s again, without pack and edits. Ctrl Z brings them back.`
                : `Removed ${name}. Ctrl Z brings it back.`,
            )
          }}
        >
          {entry.isShipped ? 'Back to the catalogue’s' : 'Remove this network'}
        </Button>
      )}
    </>
  )
}

async function tellWhenDone(doing: Promise<boolean>, done: string): Promise<void> {
  if (await doing) tell(done)
}

/** Whether the open rig is taken, and why. */
function Standing() {
  const { open, cards } = useMarketPage()
  if (cards.length === 0)
    return (
      <p className={classes.standing}>
        The open scenario names no rig: choose one under Earnings to see whether it is taken.
      </p>
    )
  const eligibility = eligibilityOf(open.entry.profile, cards)
  return (
    <p className={classes.standing} data-kind={eligibility.kind}>
      {eligibilityWords(eligibility, cardsInWords(cards))}
    </p>
  )
}
