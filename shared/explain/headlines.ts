/**
 * Every figure of an answer by name, with how it comes about. Nothing is built before it is asked for.
 * @see SPEC.md HW2
 */
import { dayNumber } from '../calendar.ts'
import type { BreakEven } from '../economics/break-even.ts'
import type { Answer, Evaluation } from '../economics/evaluate.ts'
import type { InputEntries, ResolvedInputs } from '../economics/inputs.ts'
import { resolveInputs } from '../economics/inputs.ts'
import type { Floor, PricesAtUtilization } from '../economics/prices.ts'
import { statementLines } from '../economics/statement.ts'
import { crossingAt } from '../economics/words.ts'
import type { Unit } from '../figure.ts'
import { wallWatts } from './watts.ts'
import { over } from './expression.ts'
import {
  firstCashDays,
  leaveUsd,
  npvUsd,
  paybackMonths,
  rateOfReturn,
  runUsd,
  sellAfterMonths,
  sellUsd,
  worstMonthUsd,
} from './flows.ts'
import { firstYearMean, lineUsd, netBeforeTaxUsd } from './lines.ts'
import type { Derive, Headline, MakeHeadline } from './headline.ts'
import { nameAtShare, nameOf } from './headline.ts'
import { monthHeadlines } from './month-headlines.ts'
import * as others from './other-headlines.ts'
import type { Target } from './prices.ts'
import {
  exitRent,
  keep,
  levelizedUsd,
  powerFloor,
  searched,
  shutdownRent,
  valueLossUsd,
  wearUsd,
  winterFloor,
} from './prices.ts'
import type { Subject } from './subject.ts'
import { asking, subjectOf } from './subject.ts'
import { taxOnFallenTokens } from './tax.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/**
 * All headlines of an evaluation, in the order in which a person reads them. The figure is the evaluation's own.
 * Example: `headlines(entries, evaluate(entries))[0].name` is `'net'` where price and rented share are given.
 * @see SPEC.md HW2
 */
export function headlines(entries: InputEntries, evaluation: Evaluated): readonly Headline[] {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') return []
  const { inputs } = resolution
  const subject = lazily(() => subjectOf(entries, inputs))
  const headline = (
    name: string,
    label: string,
    path: string,
    unit: Unit,
    figure: number | null,
    derive: Derive,
  ): Headline => ({
    name,
    label,
    path,
    unit,
    figure,
    derive: () => (figure === null ? null : derive(subject())),
  })

  const { answer } = evaluation
  return [
    ...(answer === null ? [] : answerHeadlines(answer, inputs, headline)),
    headline(
      'wall-rented',
      'At the wall while rented',
      'wallRentedWatts',
      'watts',
      evaluation.wallRentedWatts,
      (of) => wallWatts(of, 'rented'),
    ),
    headline(
      'wall-idle',
      'At the wall while idle',
      'wallIdleWatts',
      'watts',
      evaluation.wallIdleWatts,
      (of) => wallWatts(of, 'idle'),
    ),
    ...floorHeadlines(evaluation, headline),
    ...evaluation.prices.flatMap((at, i) => priceHeadlines(at, i, evaluation.prices.length, headline)),
    ...shareHeadlines(evaluation, headline),
    ...others.underbidHeadlines(evaluation, inputs, entries, headline),
    ...(answer === null ? [] : monthHeadlines(answer, headline)),
  ]
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null
  return () => (made ??= { value: make() }).value
}

function answerHeadlines(
  answer: Answer,
  inputs: ResolvedInputs,
  headline: MakeHeadline,
): readonly Headline[] {
  const { headlines: figures } = answer
  const at = 'answer.headlines'
  const usd = (name: string, label: string, key: string, figure: number | null, derive: Derive) =>
    headline(name, label, `${at}.${key}`, 'usd', figure, derive)
  const perMonth = (name: string, label: string, key: string, figure: number | null, derive: Derive) =>
    headline(name, label, `${at}.${key}`, 'usdPerMonth', figure, derive)
  const rate = figures.rateOfReturn?.kind === 'rate' ? figures.rateOfReturn.rate : null
  const first = figures.firstCashDate
  const start = dayNumber(`${inputs.choices.startMonth}-01`)
  const { decision } = figures
  return [
    perMonth('net', 'Net', 'netUsdPerMonth', figures.netUsdPerMonth, others.netMean),
    perMonth(
      'net-before-tax',
      'Net before tax',
      'netBeforeTaxUsdPerMonth',
      figures.netBeforeTaxUsdPerMonth,
      (of) => firstYearMean(of, 'Net before tax a month', netBeforeTaxUsd),
    ),
    headline(
      'net-at-best',
      'Net at the good end',
      'answer.netUsdPerMonthAtBest',
      'usdPerMonth',
      answer.netUsdPerMonthAtBest,
      (of) => others.netMean(others.atBest(of)),
    ),
    perMonth('gross', 'Gross', 'grossUsdPerMonth', figures.grossUsdPerMonth, others.grossUsd),
    ...statementLines.map(({ key, label }) =>
      headline(
        nameOf(key),
        label,
        `${at}.lineUsdPerMonth.${key}`,
        'usdPerMonth',
        figures.lineUsdPerMonth[key],
        (of) => firstYearMean(of, `${label}, a month`, (subject, m) => lineUsd(subject, key, m)),
      ),
    ),
    headline('margin', 'Margin', `${at}.marginRatio`, 'ratio', figures.marginRatio, (of) =>
      over(['Net over gross', 'ratio', 'N1'], others.netMean(of), others.grossUsd(of)),
    ),
    perMonth('value-loss', 'Value lost', 'valueLossUsdPerMonth', figures.valueLossUsdPerMonth, valueLossUsd),
    perMonth('wear', 'Value lost through this use', 'wearUsdPerMonth', figures.wearUsdPerMonth, wearUsd),
    usd('npv', 'Net present value', 'npvUsd', figures.npvUsd, npvUsd),
    headline('irr', 'Return a year (IRR)', `${at}.rateOfReturn`, 'ratioPerYear', rate, (of) =>
      rateOfReturn(of, rate!),
    ),
    headline(
      'payback',
      'Paid back after',
      `${at}.paybackMonths`,
      'months',
      figures.paybackMonths,
      paybackMonths,
    ),
    usd(
      'worst-month',
      'Banked in the worst month',
      'worstMonth.bankedUsd',
      figures.worstMonth.bankedUsd,
      worstMonthUsd,
    ),
    headline(
      'first-cash',
      'First money in the account',
      `${at}.firstCashDate`,
      'days',
      first === null ? null : dayNumber(first) - start,
      firstCashDays,
    ),
    usd('lost', 'Lost on the way', 'lostUsd', figures.lostUsd, others.lostUsd),
    usd('run', 'Run it', 'decision.runUsd', decision?.runUsd ?? null, runUsd),
    usd('sell', 'Sell it now', 'decision.sellUsd', decision?.sellUsd ?? null, sellUsd),
    usd('leave', 'Leave it off', 'decision.leaveUsd', decision?.leaveUsd ?? null, leaveUsd),
    headline(
      'sell-after',
      'Selling is worth most after',
      `${at}.decision.sellAfterMonths`,
      'months',
      decision?.sellAfterMonths ?? null,
      sellAfterMonths,
    ),
    ...others.useHeadlines(figures, headline),
    usd(
      'tax-on-fallen-tokens',
      'Tax on tokens that then fell',
      'taxOnFallenTokensUsd',
      figures.taxOnFallenTokensUsd,
      taxOnFallenTokens,
    ),
    headline(
      'exit-rent',
      'First month pays for itself at a mean rent above',
      `${at}.exitRentUsdPerGpuHour`,
      'usdPerGpuHour',
      figures.exitRentUsdPerGpuHour,
      (of) => exitRent(of, 0),
    ),
    ...others.gateHeadlines(answer, headline),
    ...others.nextCardHeadlines(answer, headline),
  ]
}

function floorHeadlines({ powerFloor: floor }: Evaluated, headline: MakeHeadline): readonly Headline[] {
  const of = (against: 'idle' | 'off', figures: Floor, path: string) =>
    (['cheapest', 'mean', 'dearest'] as const).map((which) =>
      headline(
        `floor-${against}-${which}`,
        `Power floor against ${against}, ${which} hour`,
        `powerFloor.${path}.${which}`,
        'usdPerGpuHour',
        figures[which],
        (subject) => powerFloor(subject, against, which),
      ),
    )
  return [
    ...of('idle', floor.againstIdleUsdPerGpuHour, 'againstIdleUsdPerGpuHour'),
    ...of('off', floor.againstOffUsdPerGpuHour, 'againstOffUsdPerGpuHour'),
    headline(
      'floor-winter',
      'Power floor in heating months',
      'powerFloor.winterUsdPerGpuHour',
      'usdPerGpuHour',
      floor.winterUsdPerGpuHour,
      winterFloor,
    ),
    headline('keep', 'Kept of the listing price', 'powerFloor.keepRatio', 'ratio', floor.keepRatio, keep),
  ]
}

const priceFound = 'the price that was found'
const shareForThis = 'the rented share of this question'

function priceHeadlines(
  at: PricesAtUtilization,
  index: number,
  count: number,
  headline: MakeHeadline,
): readonly Headline[] {
  const { rentalUtilizationRatio, levelized } = at
  const named = (name: string) => nameAtShare(name, rentalUtilizationRatio, count)
  const path = `prices.${index}`
  const unit = 'usdPerGpuHour' as const
  const sharing = (of: Subject) =>
    of.inputs.numbers.rentalUtilizationRatio === rentalUtilizationRatio
      ? of
      : asking(of, { rentalUtilizationRatio }, shareForThis)
  const price = (
    name: string,
    label: string,
    key: string,
    found: BreakEven | null,
    target: Target,
    rule: string,
  ) => {
    const usd = found === null ? null : crossingAt(found)
    return headline(named(name), label, `${path}.${key}`, unit, usd, (of) => {
      const asked = asking(sharing(of), { priceUsdPerGpuHour: usd! }, priceFound)
      return searched(target === 'npv' ? others.bare(asked) : asked, label, unit, rule, usd!, target)
    })
  }
  return [
    price('to-beat-off', 'Price to beat leaving it off', 'toBeatOff', at.toBeatOff, 'net and wear', 'P2'),
    price('cash-break-even', 'Price to cover cash costs', 'cashBreakEven', at.cashBreakEven, 'net', 'P2'),
    price('full-cost', 'Full-cost price', 'fullCost', at.fullCost, 'npv', 'P3'),
    headline(
      named('levelized'),
      'Levelized cost, nominal',
      `${path}.levelized.nominalUsdPerGpuHour`,
      unit,
      levelized?.nominalUsdPerGpuHour ?? null,
      (of) => levelizedUsd(sharing(of), false),
    ),
    headline(
      named('levelized-real'),
      'Levelized cost, real',
      `${path}.levelized.realUsdPerGpuHour`,
      unit,
      levelized?.realUsdPerGpuHour ?? null,
      (of) => levelizedUsd(sharing(of), true),
    ),
    headline(
      named('shutdown-rent'),
      'Shutdown rent',
      `${path}.shutdownUsdPerGpuHour`,
      unit,
      at.shutdownUsdPerGpuHour,
      (of) => shutdownRent(sharing(of), of),
    ),
  ]
}

function shareHeadlines(evaluation: Evaluated, headline: MakeHeadline): readonly Headline[] {
  const share = (name: string, label: string, path: string, found: BreakEven | null, target: Target) => {
    const ratio = found === null ? null : crossingAt(found)
    return headline(name, label, path, 'ratio', ratio, (of) =>
      searched(
        asking(of, { rentalUtilizationRatio: ratio! }, 'the share that was found'),
        label,
        'ratio',
        'P2',
        ratio!,
        target,
      ),
    )
  }
  return [
    share(
      'share-needed',
      'Rented share to beat leaving it off',
      'utilizationNeeded',
      evaluation.utilizationNeeded,
      'net and wear',
    ),
    share(
      'share-break-even',
      'Rented share at which the first year pays',
      'breakEvenUtilization',
      evaluation.breakEvenUtilization,
      'net',
    ),
  ]
}
