import { Button, NativeSelect, Progress, Tabs } from '@mantine/core'
import { useState } from 'react'
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import { Waterfall } from '../../../charts/Waterfall.tsx'
import tables from '../../../controls/Table.module.css'
import { FrontierView } from '../frontier/FrontierView.tsx'
import { clearSelected, useNetworks } from '../store.ts'
import classes from './Chosen.module.css'
import { differenceStatus, leadOf } from './difference-words.ts'
import { sideRows } from './side-by-side.ts'
import { type Explaining, useDifference } from './use-difference.ts'

/** What was taken out of the table: side by side, why they differ, and what another price would do. */
export function Chosen({ compared }: { readonly compared: readonly ComparedMarket[] }) {
  const selected = useNetworks((place) => place.selected)
  const policy = useNetworks((place) => place.policy)
  const look = useNetworks((place) => place.look)
  const againstId = useNetworks((place) => place.againstId)
  const markets = selected.flatMap((id) => compared.find((market) => market.id === id) ?? [])
  const [first = null, ...others] = markets
  const second = others.find(({ id }) => id === againstId) ?? others[0] ?? null
  const explaining = useDifference(first, second, policy)
  const shown = second === null ? 'price' : look
  return (
    <section className={classes.chosen} aria-label="Comparison" data-empty={first === null || undefined}>
      <div className={classes.head}>
        <p className={classes.sentence} role="status" data-look={shown}>
          {differenceStatus(markets, explaining.difference)}
        </p>
        {first !== null && (
          <div className={classes.tools}>
            {second !== null && <Looks />}
            <Button size="compact-xs" variant="default" onClick={clearSelected}>
              Take all out
            </Button>
          </div>
        )}
      </div>
      {first !== null && (
        <div className={classes.body} tabIndex={0} role="region" aria-label="What was taken out">
          {shown === 'price' || second === null ? (
            <PriceLook markets={markets} />
          ) : (
            <div className={classes.columns}>
              <div className={classes.parts}>
                {others.length > 1 && (
                  <Tabs
                    value={second.id}
                    onChange={(id) => useNetworks.setState({ againstId: id })}
                    keepMounted={false}
                  >
                    <Tabs.List aria-label={`Held against ${first.name}`}>
                      {others.map(({ id, name }) => (
                        <Tabs.Tab key={id} value={id} title={name}>
                          <span className={classes.tabName}>{name}</span>
                        </Tabs.Tab>
                      ))}
                    </Tabs.List>
                    {others.map(({ id }) => (
                      <Tabs.Panel key={id} value={id} className={classes.panel}>
                        <Parts first={first} second={second} explaining={explaining} />
                      </Tabs.Panel>
                    ))}
                  </Tabs>
                )}
                {others.length === 1 && <Parts first={first} second={second} explaining={explaining} />}
              </div>
              <SideBySide markets={markets} />
            </div>
          )}
        </div>
      )}
    </section>
  )
}

function Looks() {
  const look = useNetworks((place) => place.look)
  const to = (wanted: 'difference' | 'price', label: string) => (
    <button
      type="button"
      className={classes.look}
      aria-pressed={look === wanted}
      onClick={() => useNetworks.setState({ look: wanted })}
    >
      {label}
    </button>
  )
  return (
    <div role="group" aria-label="Looked at" className={classes.looks}>
      {to('difference', 'The difference')}
      {to('price', 'Price and occupancy')}
    </div>
  )
}

type PartsProps = {
  readonly first: ComparedMarket
  readonly second: ComparedMarket
  readonly explaining: Explaining
}

/** The gap in its seven parts. */
function Parts({ first, second, explaining: { difference, progress } }: PartsProps) {
  if (difference === null)
    return (
      <Progress.Root size="sm" className={classes.progress}>
        <Progress.Section
          value={progress === null ? 0 : (progress.done / progress.total) * 100}
          aria-label="Combinations of terms computed"
        />
      </Progress.Root>
    )
  if (difference.kind === 'refused') return null
  const { better, worse, lines } = leadOf(first.name, second.name, difference)
  return (
    <>
      <Waterfall
        title={`What ${better} has more than ${worse}`}
        lines={lines}
        totalLabel="Together"
        unitText="a month"
      />
      <p className={classes.note}>
        Worth a month is the NPV as an even amount over the horizon. Each part is the mean over every order in
        which the terms could be exchanged (Shapley): no part is a remainder.
      </p>
    </>
  )
}

function SideBySide({ markets }: { readonly markets: readonly ComparedMarket[] }) {
  const label = 'Side by side'
  return (
    <div className={tables.scroller} role="region" tabIndex={0} aria-label={label}>
      <table className={`${tables.table} ${classes.side}`}>
        <thead>
          <tr>
            <th scope="col">{label}</th>
            {markets.map(({ id, name }) => (
              <th key={id} scope="col" title={name}>
                <span className={classes.name}>{name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sideRows(markets).map((row) => (
            <tr key={row.label} data-same={row.isSame || undefined}>
              <th scope="row">
                {row.label}
                {row.mark !== null && <span className={classes.mark}>{row.mark}</span>}
              </th>
              {row.words.map((words, at) => (
                <td key={markets[at]!.id}>{words ?? <span className={classes.unknown}>unknown</span>}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

/** The frontier of one of the chosen networks. */
function PriceLook({ markets }: { readonly markets: readonly ComparedMarket[] }) {
  const [id, setId] = useState<string | null>(null)
  const market = markets.find((each) => each.id === id) ?? markets[0]
  if (market === undefined) return null
  return (
    <FrontierView
      market={market}
      picker={
        markets.length < 2 ? null : (
          <NativeSelect
            label="Network"
            value={market.id}
            data={markets.map((each) => ({ value: each.id, label: each.name }))}
            onChange={(event) => setId(event.currentTarget.value)}
          />
        )
      }
    />
  )
}
