import { NativeSelect, Switch } from '@mantine/core'
import { useMemo, useState } from 'react'
import { pillars } from '../../../../shared/diligence/checklist.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { ScoredItem } from '../../../../shared/diligence/score.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { useBook } from '../../../book.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import table from '../../../controls/Table.module.css'
import { GateForm } from '../GateMark.tsx'
import { PillarRange } from '../PillarRange.tsx'
import { RolesControl } from '../RolesControl.tsx'
import { type ScoredOn, starterCard } from '../scored-today.ts'
import { useListing, useScoredToday, useLocalDay } from '../use-diligence.ts'
import { gateWords, partLabels, pillarLabels, seenWords, valueLabels } from '../words.ts'
import classes from './Compare.module.css'
import { comparedItems, type ComparedItem, differenceSentence } from './differences.ts'
import { shown } from '../shown.ts'

type Market = { readonly key: string; readonly label: string; readonly card: Scorecard }

/** Every card, then every network without one as the facts that ship have it. */
function useMarkets(): readonly Market[] {
  const listing = useListing()
  const networks = useBook((book) => book.markets)
  return useMemo(() => {
    const withCard = new Set(listing.scorecards.map(({ body }) => body.networkId))
    return [
      ...listing.scorecards.map((card) => ({ key: card.id, label: shown(card.body.name), card })),
      ...networks
        .filter(({ id }) => !withCard.has(id))
        .map(({ id, profile }) => ({
          key: `network-${id}`,
          label: `${shown(profile.name)}, from the catalogue`,
          card: starterCard(listing, id, profile.name),
        })),
    ]
  }, [listing, networks])
}

/** Two markets side by side: their ranges and gates, and the questions in which they differ. */
export function ComparePage() {
  const markets = useMarkets()
  const scored = useScoredToday()
  const [chosen, setChosen] = useState<readonly [string | null, string | null]>([null, null])
  const [all, setAll] = useState(false)
  const first = markets.find(({ key }) => key === chosen[0]) ?? markets[0]
  const second = markets.find(({ key }) => key === chosen[1]) ?? markets.find((market) => market !== first)
  if (first === undefined || second === undefined)
    return (
      <EmptyState
        isPage
        kind="empty"
        title="There are not two markets to compare yet."
        whatToDo="Begin a card of a market, or import a network."
      />
    )
  const [left, right] = [scored(first.card), scored(second.card)]
  const items = comparedItems(left.scored, right.scored)
  const shown = all ? items : items.filter(({ isSame }) => !isSame)
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={
          <>
            {first.label} beside {second.label}: {differenceSentence(items).replace(/^They/, 'they')}
          </>
        }
        aside="Every pillar stays between two numbers; nothing here is added up to one."
      />
      <div className={classes.bar}>
        <MarketSelect
          label="First market"
          markets={markets}
          value={first.key}
          onChange={(key) => setChosen([key, second.key === key ? first.key : second.key])}
        />
        <MarketSelect
          label="Second market"
          markets={markets}
          value={second.key}
          onChange={(key) => setChosen([first.key === key ? second.key : first.key, key])}
        />
        <RolesControl />
        <Switch
          size="xs"
          label="All questions"
          checked={all}
          onChange={(event) => setAll(event.currentTarget.checked)}
        />
      </div>
      <div className={table.scroller} role="region" aria-label="Two markets, table" tabIndex={0}>
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">Question, the heaviest first</th>
              <th scope="col" data-number>
                Weight
              </th>
              <th scope="col">{first.label}</th>
              <th scope="col">{second.label}</th>
            </tr>
          </thead>
          <tbody>
            {pillars.map((pillar) => (
              <tr key={pillar} className={classes.pillar}>
                <th scope="row">{pillarLabels[pillar]}</th>
                <td />
                {[left, right].map((side, at) => (
                  <td key={at === 0 ? first.key : second.key}>
                    <PillarRange
                      score={side.scored.pillars[pillar]}
                      greyedBy={side.greyed[pillar]}
                      gates={side.gates}
                    />
                  </td>
                ))}
              </tr>
            ))}
            <tr className={classes.pillar}>
              <th scope="row">Gates</th>
              <td />
              <Gates side={left} />
              <Gates side={right} />
            </tr>
          </tbody>
          <tbody>
            {shown.map((compared) => (
              <Row key={compared.item.id} compared={compared} />
            ))}
          </tbody>
        </table>
      </div>
      {shown.length === 0 && (
        <p className={classes.small}>
          In no question do they differ. With “All questions” what both say shows, with its evidence and age.
        </p>
      )}
    </div>
  )
}

type MarketSelectProps = {
  readonly label: string
  readonly markets: readonly Market[]
  readonly value: string
  readonly onChange: (key: string) => void
}

function MarketSelect({ label, markets, value, onChange }: MarketSelectProps) {
  return (
    <NativeSelect
      label={label}
      className={classes.select}
      value={value}
      data={markets.map((market) => ({ value: market.key, label: market.label }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}

function Gates({ side }: { readonly side: ScoredOn }) {
  return (
    <td>
      <ul className={classes.gates}>
        {side.gates.map((gate) => (
          <li key={gate.id}>
            <GateForm state={gate.state} /> {shown(gateWords(gate))}
          </li>
        ))}
      </ul>
    </td>
  )
}

function Row({ compared }: { readonly compared: ComparedItem }) {
  const { item, weight, sides } = compared
  return (
    <tr>
      <th scope="row">
        <span className={classes.question}>{shown(item.question)}</span>
        <span className={classes.small}>
          {partLabels[item.part]} · {shown(item.topic)}
        </span>
      </th>
      <td data-number>{weight}</td>
      <Side scored={sides[0]} />
      <Side scored={sides[1]} />
    </tr>
  )
}

function Side({ scored }: { readonly scored: ScoredItem | null }) {
  const today = useLocalDay()
  if (scored === null) return <td className={classes.unknown}>not asked</td>
  const { answer, isRedFlag, isYesCutToPartly, state } = scored
  if (answer === null || (answer.value === 'unknown' && !isRedFlag))
    return <td className={classes.unknown}>{answer === null ? 'unanswered' : 'Unknown'}</td>
  return (
    <td data-value={answer.value}>
      <span className={isRedFlag ? classes.flag : classes.value}>
        {isRedFlag && <span aria-hidden>⚑ </span>}
        {valueLabels[answer.value]}
        {isRedFlag && (answer.value === 'no' ? ', a red flag' : '; an earlier no stays a red flag')}
      </span>
      {isYesCutToPartly && <span className={classes.small}>counts as partly: nobody who tested says it</span>}
      {state === 'exemption-not-shown' && (
        <span className={classes.small}>what would exempt it is not shown</span>
      )}
      <span className={classes.small}>
        {evidenceWords[answer.class]}, seen {seenWords(answer.seenOn, today)}
      </span>
    </td>
  )
}
