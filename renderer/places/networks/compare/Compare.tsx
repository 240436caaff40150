import { Button, Progress } from '@mantine/core'
import { useContext, useMemo, useState } from 'react'
import { evaluate } from '../../../../shared/economics/evaluate.ts'
import type { ComparisonQuestion } from '../../../../shared/markets/compare.ts'
import type { MarketProfile } from '../../../../shared/markets/market-profile.ts'
import { cardsInWords } from '../../../../shared/rig-body.ts'
import type { Scenario } from '../../../../shared/scenario.ts'
import { BookContext, type BookStore, useBook } from '../../../book.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { goTo } from '../../../frame/frame-store.ts'
import { useSameWhileEqual } from '../../../same-while-equal.ts'
import { besideSentence, networksSentence } from '../networks-words.ts'
import { todayOf } from '../profile/age.ts'
import { useNetworks } from '../store.ts'
import { type OpenScenario, useOpenScenario } from '../use-open-scenario.ts'
import { netNote } from './cell-words.ts'
import { Chosen } from './Chosen.tsx'
import classes from './Compare.module.css'
import { shownOf } from './columns.ts'
import { groupedRows, rankedRows } from './groups.ts'
import { MarketTable } from './MarketTable.tsx'
import { Toolbar } from './Toolbar.tsx'
import { useCompared } from './use-compared.ts'

/** The same rig on every network. It is the rig of the scenario that is open on Earnings. */
export function Compare() {
  const store = useContext(BookContext)
  const open = useOpenScenario()
  if (store === null) return null
  if (open === null) return <NoScenario />
  return <OnScenario store={store} {...open} />
}

/** Nothing to compare on yet: it begins with a rig, where there is one. */
function NoScenario() {
  const rig = useBook((book) => book.rigs[0])
  return (
    <EmptyState
      isPage
      kind="empty"
      title={
        rig === undefined
          ? 'There is no rig to compare the networks on yet.'
          : `What a kilowatt-hour costs “${rig.body.name}” is not known yet.`
      }
      whatToDo={
        rig === undefined
          ? 'Say which card you have and what a kilowatt-hour costs you: four short steps. Then every network is held against it.'
          : 'Give its tariff and hours: then every network is held against it.'
      }
    >
      <Button onClick={() => goTo('earnings', rig?.id ?? 'new')}>
        {rig === undefined ? 'Begin with a card' : 'Begin with this rig'}
      </Button>
      <Button variant="default" onClick={() => goTo('rig', null)}>
        Build a rig
      </Button>
    </EmptyState>
  )
}

function OnScenario({ store, scenario, cards }: OpenScenario & { readonly store: BookStore }) {
  const { inputs: owner, networkId } = useSameWhileEqual(scenario.body)
  const refusal = useMemo(() => {
    const evaluation = evaluate(owner)
    return evaluation.kind === 'refused' ? evaluation.problems : null
  }, [owner])
  return (
    <div className={classes.page}>
      {refusal === null ? (
        <Answer store={store} scenario={scenario} owner={owner} ownNetworkId={networkId} cards={cards} />
      ) : (
        <div className={classes.top}>
          <EmptyState
            isPage
            kind="closed"
            title="This scenario gives no answer yet, so no network can be held against it."
            whatToDo={refusal.map(({ message }) => message).join(' ')}
          >
            <Button onClick={() => goTo('earnings', scenario.id)}>Open it on Earnings</Button>
          </EmptyState>
          <Toolbar store={store} scenario={scenario} />
        </div>
      )}
    </div>
  )
}

type AnswerProps = Pick<ComparisonQuestion, 'owner' | 'ownNetworkId' | 'cards'> & {
  readonly store: BookStore
  readonly scenario: Scenario
}

function Answer({ store, scenario, owner, ownNetworkId, cards }: AnswerProps) {
  const listed = useBook((book) => book.markets)
  const markets = useSameWhileEqual<readonly MarketProfile[]>(listed.map(({ profile }) => profile))
  const policy = useNetworks((place) => place.policy)
  const preferredCurrency = useNetworks((place) => place.preferredCurrency)
  const sorting = useNetworks((place) => place.sorting)
  const shownColumns = useNetworks((place) => place.shownColumns)
  const [today] = useState(() => todayOf(Date.now()))
  const question = useMemo<ComparisonQuestion>(
    () => ({ owner, ownNetworkId, cards, policy, preferredCurrency }),
    [owner, ownNetworkId, cards, policy, preferredCurrency],
  )
  const { compared, cards: comparedOn, isCurrent, done } = useCompared(question, markets)
  // The same rows in another order are moved, not drawn again.
  const rows = useMemo(() => rankedRows(compared ?? []), [compared])
  const groups = useMemo(() => groupedRows(rows, sorting), [rows, sorting])
  const columns = useMemo(() => shownOf(shownColumns), [shownColumns])
  const rigWords = comparedOn.length === 0 ? null : cardsInWords(comparedOn)
  const beside = compared === null ? null : besideSentence(compared)
  if (compared === null)
    return (
      <div className={classes.top}>
        <SentenceHeadline sentence={`Holding ${markets.length} networks against this rig …`} />
        <Progress.Root size="sm" className={classes.progress}>
          <Progress.Section value={(done / markets.length) * 100} aria-label="Networks compared" />
        </Progress.Root>
      </div>
    )
  return (
    <>
      <div className={classes.top}>
        <SentenceHeadline
          sentence={networksSentence(compared, rigWords)}
          {...(beside === null ? {} : { aside: beside })}
        />
        <Toolbar store={store} scenario={scenario} />
      </div>
      <div className={classes.tablePart} data-busy={!isCurrent || undefined}>
        <MarketTable groups={groups} columns={columns} sorting={sorting} today={today} isBusy={!isCurrent} />
        <p id="networks-keys" className={classes.keys}>
          <span>Space takes a network into the comparison, up to four; Enter opens it.</span>
          <span>{netNote(owner)}</span>
        </p>
      </div>
      <Chosen compared={compared} />
    </>
  )
}
