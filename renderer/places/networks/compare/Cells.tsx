import { Tooltip } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Figure } from '../../../../shared/figure.ts'
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import { RangeBar } from '../../../controls/RangeBar.tsx'
import { hourPriceWords, needCellWords } from '../../../../shared/markets/needed-words.ts'
import { netRangeWords } from '../networks-words.ts'
import classes from './Cells.module.css'
import {
  contradictionWords,
  eligibilityWord,
  feeWords,
  netWords,
  otherPricesWords,
  paidInWords,
  provenanceOf,
  unknownWords,
} from './cell-words.ts'
import { answerOf, type ColumnId, feeOf, type Row } from './columns.ts'

type CellProps = {
  readonly column: ColumnId
  readonly row: Row
  readonly today: string
  /** What the width of a range bar stands for. */
  readonly domain: readonly [number, number]
}

/** One cell of the table of networks; what is not known says so. */
export function Cell({ column, row, today, domain }: CellProps): ReactNode {
  const { market } = row
  const headlines = answerOf(market)?.headlines
  switch (column) {
    case 'rank':
      return row.rank
    case 'network':
      return market.name
    case 'net':
      return <Net market={market} domain={domain} />
    case 'paid in':
      return <Known text={market.paidIn === null ? null : paidInWords(market)} />
    case 'first cash':
      return headlines === undefined ? <Dash /> : (headlines.firstCashDate ?? 'never')
    case 'price':
      return <Price market={market} today={today} />
    case 'rented share':
      return <Share market={market} today={today} />
    case 'unknowns':
      return <Unknowns market={market} />
    case 'eligibility':
      return (
        <More tip={market.eligibility.reason}>
          <span data-eligibility={market.eligibility.kind}>{eligibilityWord(market.eligibility)}</span>
        </More>
      )
    case 'gross':
      return headlines === undefined ? <Dash /> : netWords(headlines.grossUsdPerMonth)
    case 'npv':
      return headlines === undefined ? <Dash /> : <Money usd={headlines.npvUsd} />
    case 'irr':
      if (headlines === undefined) return <Dash />
      return headlines.rateOfReturn?.kind === 'rate' ? (
        figureWords(headlines.rateOfReturn.rate, 'ratio', { decimals: 1 })
      ) : (
        <Known text={null} />
      )
    case 'payback':
      if (headlines === undefined) return <Dash />
      if (headlines.paybackMonths !== null)
        return figureWords(headlines.paybackMonths, 'months', { decimals: 0 })
      return headlines.npvWithCapital ? 'never' : <Known text={null} />
    case 'fee': {
      const fee = feeOf(market)
      return <Known text={fee === null ? null : feeWords(market, fee)} />
    }
  }
}

function Net({
  market,
  domain,
}: {
  readonly market: ComparedMarket
  readonly domain: readonly [number, number]
}) {
  const { outcome } = market
  switch (outcome.kind) {
    case 'needed':
      return <span className={classes.needed}>{needCellWords(market)}</span>
    case 'refused':
      return <span className={classes.needed}>{outcome.reason}</span>
    case 'ineligible':
      return <Dash />
    case 'ranked':
    case 'assumed': {
      const { netUsdPerMonth, netLowUsdPerMonth, netHighUsdPerMonth } = outcome
      const range = netRangeWords(outcome)
      return (
        <span className={classes.net}>
          <RangeBar
            label={`Net a month on ${market.name}`}
            unit="usd"
            low={netLowUsdPerMonth}
            high={netHighUsdPerMonth}
            value={netUsdPerMonth}
            domain={domain}
            decimals={0}
            withZero
          />
          <span className={classes.amounts}>
            <span className={classes.amount} data-value={netUsdPerMonth}>
              <Money usd={netUsdPerMonth} />
            </span>
            {range !== null && <span className={classes.second}>{range}</span>}
          </span>
        </span>
      )
    }
  }
}

function Price({ market, today }: { readonly market: ComparedMarket; readonly today: string }) {
  const contradiction = contradictionWords(market)
  if (market.price === null) {
    const others = otherPricesWords(market)
    if (others === null) return <Known text={null} />
    return (
      <More tip={`Shown by the network, and never counted: ${others}.`}>
        <Known text={null} />
        <span className={classes.second}>{others}</span>
      </More>
    )
  }
  const { basis, figure } = market.price
  return (
    <More tip={[contradiction, sourceWords(figure)].filter((each) => each !== null).join(' ')}>
      <span className={classes.basis}>{basis}</span>
      <span className={classes.amount}>{hourPriceWords(figure.value ?? 0)}</span>
      <ProvenanceLine figure={figure} today={today} isContradicted={contradiction !== null} />
    </More>
  )
}

function Share({ market, today }: { readonly market: ComparedMarket; readonly today: string }) {
  const { utilization } = market
  if (utilization === null || utilization.value === null) return <Known text={null} />
  return (
    <More tip={sourceWords(utilization)}>
      <span className={classes.amount}>{figureWords(utilization.value, 'ratio')}</span>
      <ProvenanceLine figure={utilization} today={today} isContradicted={false} />
    </More>
  )
}

function sourceWords({ source, asOf }: Figure): string {
  const from = source ?? 'No source is given'
  return asOf === null ? `${from}.` : `${from}, ${asOf}.`
}

type ProvenanceLineProps = {
  readonly figure: Figure
  readonly today: string
  readonly isContradicted: boolean
}

function ProvenanceLine({ figure, today, isContradicted }: ProvenanceLineProps) {
  const { text, age, isOld } = provenanceOf(figure, today)
  return (
    <>
      <span className={classes.second}>
        {text}
        {age !== null && (
          <>
            , <span data-old={isOld || undefined}>{age}</span>
          </>
        )}
      </span>
      {isContradicted && <span className={classes.flag}>contradicted</span>}
    </>
  )
}

function Unknowns({ market: { unknowns } }: { readonly market: ComparedMarket }) {
  if (unknowns.length === 0) return 'none'
  const list = (
    <>
      <p>Unknown, and what this row counts instead:</p>
      <ul className={classes.list}>
        {unknowns.map((unknown) => (
          <li key={unknown.key}>{unknownWords(unknown)}</li>
        ))}
      </ul>
    </>
  )
  return (
    <More tip={list}>
      <span className={classes.count}>{unknowns.length}</span>
    </More>
  )
}

/** A cell with more to say: on hover, and with the arrow to the right. */
function More({ tip, children }: { readonly tip: ReactNode; readonly children: ReactNode }) {
  return (
    <Tooltip
      label={tip}
      events={{ hover: true, focus: true, touch: false }}
      openDelay={250}
      position="bottom-end"
    >
      <span data-more tabIndex={-1} className={classes.more}>
        {children}
      </span>
    </Tooltip>
  )
}

function Money({ usd }: { readonly usd: number }) {
  return <span data-negative={usd < 0 || undefined}>{netWords(usd)}</span>
}

function Known({ text }: { readonly text: string | null }) {
  return text ?? <span className={classes.unknown}>unknown</span>
}

function Dash() {
  return <span className={classes.unknown}>–</span>
}
