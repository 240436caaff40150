import type { Answer, Evaluation } from '../../../shared/economics/evaluate.ts'
import type { NextCard } from '../../../shared/economics/next-card.ts'
import { figureWords } from '../../controls/figure-text.ts'
import tables from '../../controls/Table.module.css'
import classes from './Section.module.css'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>
type Row = { readonly label: string; readonly words: string }

type MoreFiguresProps = { readonly evaluation: Evaluated; readonly answer: Answer }

/** What a careful owner asks next: what is at risk, what one more card brings, how cards compare. */
export function MoreFigures({ evaluation, answer }: MoreFiguresProps) {
  const rows = [...riskRows(answer), ...cardRows(evaluation, answer)]
  if (rows.length === 0) return null
  return (
    <section className={classes.section} aria-labelledby="more-title">
      <h2 id="more-title" className={classes.title}>
        Beside the net
      </h2>
      <table className={tables.table}>
        <caption className={classes.hidden}>Exposure, the next card, and figures to compare cards by</caption>
        <tbody>
          {rows.map(({ label, words }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-number>{words}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function riskRows({ headlines }: Answer): Row[] {
  const { exposure, contractedShareRatio, isTaxed, taxOnFallenTokensUsd, netBeforeTaxUsdPerMonth } = headlines
  const rows: Row[] = [
    {
      label: 'The network owes or holds of yours, at most',
      words: `${usd(exposure.peakUsd)}, on average ${usd(exposure.meanUsd)}`,
    },
    {
      label: 'Expected loss if it fails',
      words:
        exposure.expectedLossUsdPerYear === null
          ? 'unknown: no chance of failure given'
          : `${usd(exposure.expectedLossUsdPerYear)} a year, not in the net`,
    },
  ]
  if (contractedShareRatio !== null && contractedShareRatio > 0) {
    rows.push({ label: 'Of the usage under contract', words: figureWords(contractedShareRatio, 'ratio') })
  }
  if (isTaxed) rows.push({ label: 'Net before tax', words: `${usd(netBeforeTaxUsdPerMonth)} a month` })
  if (taxOnFallenTokensUsd !== null && taxOnFallenTokensUsd > 0) {
    rows.push({ label: 'Tax on tokens that then fell', words: usd(taxOnFallenTokensUsd) })
  }
  return rows
}

function cardRows(evaluation: Evaluated, { headlines, nextCard }: Answer): Row[] {
  const { netUsdPerMonthPerWallWatt, netUsdPerTeraflopHour } = headlines
  const rows: Row[] = []
  if (nextCard !== null) rows.push({ label: 'One more card of the kind', words: nextCardWords(nextCard) })
  if (netUsdPerMonthPerWallWatt !== null) {
    rows.push({
      label: `Net per wall watt (${figureWords(evaluation.wallRentedWatts, 'watts')} while rented)`,
      words: `${usd(netUsdPerMonthPerWallWatt, 3)} a month`,
    })
  }
  rows.push({
    label: 'Net per TFLOP-hour rented',
    words:
      netUsdPerTeraflopHour === null
        ? 'unknown: speed or rented hours'
        : figureWords(netUsdPerTeraflopHour, 'usd', { decimals: 5 }),
  })
  return rows
}

function nextCardWords(next: NextCard): string {
  if (next.kind === 'fits') return `${usd(next.netUsdPerMonth)} a month more`
  const limit = { 'power supply': 'the power supply', circuit: 'the circuit', room: 'the room' }[next.limit]
  const [needs, carries] = [figureWords(next.needsWatts, 'watts'), figureWords(next.limitWatts, 'watts')]
  return `does not fit: ${limit} carries ${carries}, it needs ${needs}`
}

const usd = (amount: number, decimals = 2) => figureWords(amount, 'usd', { decimals })
