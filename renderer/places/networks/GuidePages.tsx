import { useContext, useMemo } from 'react'
import type { MarketEntry } from '../../../shared/markets/market-book.ts'
import { noEdits } from '../../../shared/markets/market-edits.ts'
import type { Fit, Workload } from '../../../shared/markets/market-profile.ts'
import { cardsInWords } from '../../../shared/rig-body.ts'
import { BookContext, type BookStore, useBook } from '../../book.ts'
import { formatRoute } from '../../route.ts'
import { Glossary } from './guide/Glossary.tsx'
import { GuideReader } from './guide/GuideReader.tsx'
import { ModelsCompared } from './guide/ModelsCompared.tsx'
import { WorkloadFitMap } from './guide/WorkloadFitMap.tsx'
import { todayOf } from './profile/age.ts'
import { changeEdits } from './profile/open-market.ts'
import { rigFactsOf } from './rig-facts.ts'
import { useOpenScenario } from './use-open-scenario.ts'

const termHref = (termId: string) => formatRoute({ place: 'networks', detail: `glossary-${termId}` })

export function GlossaryPage({ termId }: { readonly termId: string | null }) {
  return (
    <GuideReader>{({ terms }) => <Glossary terms={terms} termId={termId} hrefOf={termHref} />}</GuideReader>
  )
}

export function ModelsPage() {
  return <GuideReader>{({ models }) => <ModelsCompared comparison={models} hrefOf={termHref} />}</GuideReader>
}

/** What each network and the open scenario's rig is fit for. */
export function WorkloadsPage() {
  const store = useContext(BookContext)
  const entries = useBook((book) => book.markets)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const networks = useMemo(() => entries.map(({ profile }) => profile), [entries])
  const open = useOpenScenario()
  const cards = open?.cards ?? null
  const inputs = open?.scenario.body.inputs ?? null
  const rig = useMemo(
    () =>
      cards === null || inputs === null || cards.length === 0
        ? null
        : { label: cardsInWords(cards), facts: rigFactsOf(cards, inputs) },
    [cards, inputs],
  )
  const edit = (networkId: string, workload: Workload, fit: Fit | null) => {
    const entry = entries.find(({ id }) => id === networkId)
    if (store !== null && entry !== undefined) void keepFit(store, entry, workload, fit)
  }
  return (
    <GuideReader>
      {({ workloads }) => (
        <WorkloadFitMap
          notes={workloads}
          rig={rig}
          networks={networks}
          onEdit={store === null || readOnly ? null : edit}
        />
      )}
    </GuideReader>
  )
}

/** A person's own word on a cell; null takes it back. */
function keepFit(
  store: BookStore,
  entry: MarketEntry,
  workload: Workload,
  fit: Fit | null,
): Promise<boolean> {
  const edits = entry.stored?.body.edits ?? noEdits
  const others = edits.workloadFits.filter((each) => each.workload !== workload)
  const own = {
    workload,
    fit: {
      value: fit,
      text: null,
      source: 'your own word',
      asOf: todayOf(Date.now()),
      class: 'assumption' as const,
    },
  }
  return changeEdits(store, entry, 'keep your word on the fit', {
    ...edits,
    workloadFits: fit === null ? others : [...others, own],
  })
}
