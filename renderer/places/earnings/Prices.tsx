import type { BreakEven } from '../../../shared/economics/break-even.ts'
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import type { Floor, PricesAtUtilization } from '../../../shared/economics/prices.ts'
import { crossingAt } from '../../../shared/economics/words.ts'
import { nameAtShare } from '../../../shared/explain/headline.ts'
import { figureWords } from '../../controls/figure-text.ts'
import { ShowHow } from '../../controls/ShowHow.tsx'
import tables from '../../controls/Table.module.css'
import classes from './Prices.module.css'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

const dollars = (usd: number) => figureWords(usd, 'usd', { decimals: 3 })

/** What to type into a market: floors that never depend on demand, and prices at each rented share. */
export function Prices({ evaluation }: { readonly evaluation: Evaluated }) {
  const { powerFloor, prices } = evaluation
  return (
    <section className={classes.prices} aria-labelledby="prices-title">
      <h2 id="prices-title" className={classes.title}>
        Prices to type <span className={classes.unit}>$ per GPU-hour, before the network’s fees</span>
      </h2>
      <div className={classes.tables}>
        <table className={tables.table}>
          <caption className={classes.caption}>Never accept a job below</caption>
          <thead>
            <tr>
              <th scope="col">Power floor</th>
              <th scope="col" data-number>
                cheapest hour
              </th>
              <th scope="col" data-number>
                mean
              </th>
              <th scope="col" data-number>
                dearest hour
              </th>
            </tr>
          </thead>
          <tbody>
            <FloorRow
              label="while the machine is on anyway"
              how="idle"
              floor={powerFloor.againstIdleUsdPerGpuHour}
            />
            <FloorRow label="against switching it off" how="off" floor={powerFloor.againstOffUsdPerGpuHour} />
            {powerFloor.winterUsdPerGpuHour !== null && (
              <tr>
                <th scope="row">in heating months, its heat counted</th>
                <td />
                <td data-number>{dollars(powerFloor.winterUsdPerGpuHour)}</td>
                <td />
              </tr>
            )}
          </tbody>
        </table>
        <table className={tables.table}>
          <caption className={classes.caption}>On average it must bring</caption>
          <thead>
            <tr>
              <th scope="col">At a rented share of</th>
              {prices.map((at) => (
                <th key={at.rentalUtilizationRatio} scope="col" data-number>
                  {figureWords(at.rentalUtilizationRatio, 'ratio')}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ how, label, words }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {prices.map((at) => (
                  <td key={at.rentalUtilizationRatio} data-number>
                    {words(at)}
                    {isAmount(words(at)) && (
                      <ShowHow
                        of={nameAtShare(how, at.rentalUtilizationRatio, prices.length)}
                        label={`${label}, ${figureWords(at.rentalUtilizationRatio, 'ratio')} rented`}
                      />
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  )
}

type PriceRow = {
  readonly how: string
  readonly label: string
  readonly words: (at: PricesAtUtilization) => string
}

const rows: readonly PriceRow[] = [
  { how: 'to-beat-off', label: 'to beat leaving it off', words: (at) => breakEvenWords(at.toBeatOff) },
  { how: 'cash-break-even', label: 'to cover cash costs', words: (at) => breakEvenWords(at.cashBreakEven) },
  { how: 'full-cost', label: 'to cover full cost', words: (at) => breakEvenWords(at.fullCost) },
  { how: 'shutdown-rent', label: 'shutdown rent', words: (at) => knownDollars(at.shutdownUsdPerGpuHour) },
  {
    how: 'levelized',
    label: 'levelized cost, nominal',
    words: (at) => knownDollars(at.levelized?.nominalUsdPerGpuHour ?? null),
  },
  {
    how: 'levelized-real',
    label: 'levelized cost, real',
    words: (at) => knownDollars(at.levelized?.realUsdPerGpuHour ?? null),
  },
]

const unknown = 'unknown'

const knownDollars = (usd: number | null) => (usd === null ? unknown : dollars(usd))

/** Words such as "any" or "over $100" have no derivation. */
const isAmount = (words: string) => /^−?\$/.test(words)

function breakEvenWords(breakEven: BreakEven | null): string {
  if (breakEven === null) return unknown
  const usd = crossingAt(breakEven)
  if (usd !== null) return dollars(usd)
  return breakEven.everywhere === 'above' ? 'any' : 'over $100'
}

type FloorRowProps = { readonly label: string; readonly how: 'idle' | 'off'; readonly floor: Floor }

function FloorRow({ label, how, floor }: FloorRowProps) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {(['cheapest', 'mean', 'dearest'] as const).map((which) => (
        <td key={which} data-number>
          {dollars(floor[which])}
          <ShowHow of={`floor-${how}-${which}`} label={`power floor ${label}, ${which}`} />
        </td>
      ))}
    </tr>
  )
}
