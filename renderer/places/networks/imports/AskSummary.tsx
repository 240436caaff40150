import type { AskQuantiles, OfferSummary } from '../../../../shared/imports/offer-summary.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import tables from '../../../controls/Table.module.css'
import classes from './Imports.module.css'
import { summarySentence } from './summary-words.ts'

type AskSummaryProps = {
  readonly summary: OfferSummary
  readonly cardName: string
  readonly seenOn: string
}

const points = [
  ['p10', '10 %'],
  ['p25', '25 %'],
  ['p50', 'half'],
  ['p75', '75 %'],
  ['p90', '90 %'],
] as const satisfies readonly (readonly [keyof AskQuantiles, string])[]

const ask = (usd: number) => figureWords(usd, 'usdPerGpuHour', { suffix: '' })

/** The asks below which so many of the GPUs are offered, and the rented share by quarter of the price. */
export function AskSummary({ summary, cardName, seenOn }: AskSummaryProps) {
  const { askUsdPerGpuHour, rentedAskUsdPerGpuHour, byPriceQuarter } = summary
  if (askUsdPerGpuHour === null) return null
  return (
    <>
      <p className={classes.sentence}>{summarySentence(summary, cardName, seenOn)}</p>
      <div className={classes.tables}>
        <div className={tables.scroller} tabIndex={0} role="region" aria-label="Asks, table">
          <table className={tables.table}>
            <caption className={classes.caption}>
              Asks in $/GPU-h: so many of the GPUs are offered at or below it
            </caption>
            <thead>
              <tr>
                <th scope="col">GPUs</th>
                {points.map(([key, label]) => (
                  <th key={key} scope="col" data-number>
                    {label}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              <Quantiles label="all" quantiles={askUsdPerGpuHour} />
              {rentedAskUsdPerGpuHour !== null && (
                <Quantiles label="rented ones" quantiles={rentedAskUsdPerGpuHour} />
              )}
            </tbody>
          </table>
        </div>
        <div className={tables.scroller} tabIndex={0} role="region" aria-label="Rented share by price, table">
          <table className={tables.table}>
            <caption className={classes.caption}>Rented share by quarter of the price</caption>
            <thead>
              <tr>
                <th scope="col">Ask, $/GPU-h</th>
                <th scope="col" data-number>
                  GPUs
                </th>
                <th scope="col" data-number>
                  Rented
                </th>
              </tr>
            </thead>
            <tbody>
              {byPriceQuarter.map(({ fromUsdPerGpuHour, toUsdPerGpuHour, gpus, rentedShareRatio }, place) => (
                // oxlint-disable-next-line react/no-array-index-key -- a quarter has no other name than its place
                <tr key={place}>
                  <th scope="row">
                    {ask(fromUsdPerGpuHour)} to {ask(toUsdPerGpuHour)}
                  </th>
                  <td data-number>{gpus}</td>
                  <td data-number>
                    {rentedShareRatio === null ? (
                      <em className={classes.unknown}>not said</em>
                    ) : (
                      figureWords(rentedShareRatio, 'ratio')
                    )}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      </div>
    </>
  )
}

function Quantiles({ label, quantiles }: { readonly label: string; readonly quantiles: AskQuantiles }) {
  return (
    <tr>
      <th scope="row">{label}</th>
      {points.map(([key]) => (
        <td key={key} data-number data-value={quantiles[key]}>
          {ask(quantiles[key])}
        </td>
      ))}
    </tr>
  )
}
