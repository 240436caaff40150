import type { BreakEven } from '../../../shared/economics/break-even.ts'
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import type { Floor, PricesAtUtilization } from '../../../shared/economics/prices.ts'
import { crossingAt } from '../../../shared/economics/words.ts'
import { figureWords } from '../../controls/figure-text.ts'
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
            <FloorRow label="while the machine is on anyway" floor={powerFloor.againstIdleUsdPerGpuHour} />
            <FloorRow label="against switching it off" floor={powerFloor.againstOffUsdPerGpuHour} />
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
            {rows.map(({ label, amount }) => (
              <tr key={label}>
                <th scope="row">{label}</th>
                {prices.map((at) => (
                  <td key={at.rentalUtilizationRatio} data-number>
                    {amount(at)}
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

const rows: readonly { readonly label: string; readonly amount: (at: PricesAtUtilization) => string }[] = [
  { label: 'to beat leaving it off', amount: (at) => breakEvenWords(at.toBeatOff) },
  { label: 'to cover cash costs', amount: (at) => breakEvenWords(at.cashBreakEven) },
  { label: 'to cover full cost', amount: (at) => breakEvenWords(at.fullCost) },
  {
    label: 'shutdown rent',
    amount: (at) => (at.shutdownUsdPerGpuHour === null ? unknown : dollars(at.shutdownUsdPerGpuHour)),
  },
  {
    label: 'levelized cost, nominal',
    amount: (at) => (at.levelized === null ? unknown : dollars(at.levelized.nominalUsdPerGpuHour)),
  },
  {
    label: 'levelized cost, real',
    amount: (at) => (at.levelized === null ? unknown : dollars(at.levelized.realUsdPerGpuHour)),
  },
]

const unknown = 'unknown'

function breakEvenWords(breakEven: BreakEven | null): string {
  if (breakEven === null) return unknown
  const usd = crossingAt(breakEven)
  if (usd !== null) return dollars(usd)
  return breakEven.everywhere === 'above' ? 'any' : 'over $100'
}

function FloorRow({ label, floor }: { readonly label: string; readonly floor: Floor }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      <td data-number>{dollars(floor.cheapest)}</td>
      <td data-number>{dollars(floor.mean)}</td>
      <td data-number>{dollars(floor.dearest)}</td>
    </tr>
  )
}
