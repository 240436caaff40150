import type { ReactNode } from 'react'
import type { Answer, Evaluation } from '../../../shared/economics/evaluate.ts'
import type { Decision } from '../../../shared/economics/decision.ts'
import type { RateOfReturn } from '../../../shared/finance/returns.ts'
import { crossingAt } from '../../../shared/economics/words.ts'
import { FigureValue } from '../../controls/FigureValue.tsx'
import { figureWords } from '../../controls/figure-text.ts'
import { ShowHow } from '../../controls/ShowHow.tsx'
import { computedFigure } from './computed-figure.ts'
import classes from './KeyFigures.module.css'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

type KeyFiguresProps = { readonly evaluation: Evaluated; readonly answer: Answer }

/** The figures that decide, in one block. */
export function KeyFigures({ evaluation, answer }: KeyFiguresProps) {
  const { headlines, netUsdPerMonthAtBest } = answer
  const of = computedFigure(evaluation)
  const share = evaluation.breakEvenUtilization === null ? null : crossingAt(evaluation.breakEvenUtilization)
  return (
    <dl className={classes.figures} aria-label={`Key figures, ${headlines.isTaxed ? 'after' : 'before'} tax`}>
      <Item label="Net" how="net" main>
        <FigureValue
          label="Net per month"
          size="large"
          signed
          decimals={2}
          figure={of(headlines.netUsdPerMonth, 'usdPerMonth', netUsdPerMonthAtBest)}
        />
      </Item>
      <Item label={headlines.npvWithCapital ? 'NPV over the horizon' : 'NPV, card value left out'} how="npv">
        <FigureValue label="Net present value" signed decimals={2} figure={of(headlines.npvUsd, 'usd')} />
      </Item>
      <Item label="Return a year (IRR)" how={headlines.rateOfReturn?.kind === 'rate' ? 'irr' : null}>
        {rateWords(headlines.rateOfReturn)}
      </Item>
      <Item label="Paid back after" how={headlines.paybackMonths === null ? null : 'payback'}>
        {headlines.paybackMonths === null
          ? headlines.npvWithCapital
            ? 'not within the horizon'
            : 'unknown: card value'
          : figureWords(headlines.paybackMonths, 'months', { decimals: 1 })}
      </Item>
      <Item label="First money in the account" how={headlines.firstCashDate === null ? null : 'first-cash'}>
        {headlines.firstCashDate ?? 'never'}
      </Item>
      <Item label="Worst month" how="worst-month">
        {headlines.worstMonth.month}:{' '}
        <FigureValue
          label="Banked in the worst month"
          signed
          decimals={2}
          figure={of(headlines.worstMonth.bankedUsd, 'usd')}
        />
      </Item>
      <Item
        label={`Loses money ${evaluation.breakEvenUtilization?.atHighest === 'below' ? 'above' : 'below'}`}
        how={share === null ? null : 'share-break-even'}
      >
        {share === null
          ? evaluation.breakEvenUtilization?.everywhere === 'below'
            ? 'every rented share'
            : 'no rented share'
          : `${figureWords(share, 'ratio', { decimals: 1 })} rented`}
      </Item>
      <Item label="Rented" how="rented">
        {figureWords(headlines.rentedGpuHoursPerMonth, 'hours', { decimals: 0 })} a month
      </Item>
      {headlines.exitRentUsdPerGpuHour !== null && (
        <Item label="First month pays for itself at a mean rent above" how="exit-rent">
          {figureWords(headlines.exitRentUsdPerGpuHour, 'usd', { decimals: 3 })} an hour
        </Item>
      )}
      {headlines.decision !== null && (
        <Item label="Worth today" wide>
          <ul className={classes.ways}>
            <li>
              run {wholeDollars(headlines.decision.runUsd)}
              <ShowHow of="run" label="worth of running it" />
            </li>
            <li>
              sell now {wholeDollars(headlines.decision.sellUsd)}
              <ShowHow of="sell" label="worth of selling now" />
            </li>
            <li>
              leave off {wholeDollars(headlines.decision.leaveUsd)}
              <ShowHow of="leave" label="worth of leaving it off" />
            </li>
          </ul>
          <span className={classes.note}>
            {sellWords(headlines.decision)}
            <ShowHow of="sell-after" label="when selling is worth most" />
          </span>
        </Item>
      )}
    </dl>
  )
}

const wholeDollars = (usd: number) => figureWords(usd, 'usd', { decimals: 0 })

type ItemProps = {
  readonly label: string
  /** The figure's name, where it can show how it comes about. */
  readonly how?: string | null
  readonly main?: boolean
  readonly wide?: boolean
  readonly children: ReactNode
}

function Item({ label, how = null, main = false, wide = false, children }: ItemProps) {
  return (
    <div className={classes.item} data-main={main || undefined} data-wide={wide || undefined}>
      <dt className={classes.term}>{label}</dt>
      <dd className={classes.amount}>
        {children}
        {how !== null && <ShowHow of={how} label={label} />}
      </dd>
    </div>
  )
}

function rateWords(rate: RateOfReturn | null): string {
  if (rate === null) return 'unknown: card value'
  if (rate.kind === 'rate') return figureWords(rate.rate, 'ratio', { decimals: 1 })
  const reasons = {
    'no-root': 'not meaningful: no rate fits',
    'several-roots': `not meaningful: ${rate.roots.length} rates fit`,
    'one-sign': 'not meaningful: nothing laid out or nothing back',
  } as const
  return reasons[rate.reason]
}

function sellWords({ sellAfterMonths, horizonMonths, leftOutBefore }: Decision): string {
  if (sellAfterMonths === 0) return 'selling now is worth most'
  if (sellAfterMonths === horizonMonths) return 'running to the horizon is worth most'
  if (leftOutBefore.includes('loan') || leftOutBefore.includes('collateral')) {
    return 'when to sell is not said while a loan or collateral is in'
  }
  const leftOut = leftOutBefore.length === 0 ? '' : ', tax still owed left out'
  return `selling after ${sellAfterMonths} months is worth most${leftOut}`
}
