/** Gate, exposure, next card, professional site: figures beside the net and the prices. @see SPEC.md N2, N8 to N11, V1 */
import type { Answer, Evaluation } from '../economics/evaluate.ts'
import type { Headlines } from '../economics/headlines.ts'
import type { NumberInput } from '../economics/input-definition.ts'
import type { InputEntries, ResolvedInputs } from '../economics/inputs.ts'
import { definitionOf } from '../economics/inputs.ts'
import { noSubsidy } from '../economics/prices.ts'
import { referenceSite } from '../economics/underbid.ts'
import { crossingAt } from '../economics/words.ts'
import { cooling, drawnWatts, onePlusCooling, rigKwh, wallWatts } from './watts.ts'
import type { Expression } from './expression.ts'
import { greatest, meanOf, minus, over, plus, times, zero } from './expression.ts'
import { npvUsd } from './flows.ts'
import type { Headline, MakeHeadline } from './headline.ts'
import { rentedGpuHours } from './hours.ts'
import { contractUsd, usageUsd, workUsd } from './income.ts'
import { firstYearMean, lineUsd, netUsd } from './lines.ts'
import { collateralUsd } from './operating.ts'
import { runOf, sumOrZero } from './payout-run.ts'
import { searched } from './prices.ts'
import type { Subject } from './subject.ts'
import { asking, firstYear, input, month, part, subjectOf, workMonths, worth } from './subject.ts'

const goodEnd = 'nobody knows it: the good end of Idlewatt’s range'

/** The unknown terms at their good end. @see SPEC.md N2 */
export function atBest(subject: Subject): Subject {
  const { ranged } = subject.inputs
  if (ranged.length === 0) return subject
  const good = ranged.map((key) => [key, (definitionOf(key) as NumberInput).range!.good] as const)
  return asking(subject, Object.fromEntries(good), goodEnd)
}

/** With a flat token. @see SPEC.md V5 */
function flat(subject: Subject): Subject {
  return part(subject, 'flat', () =>
    asking(subject, { tokenYearlyChangeRatio: 0 }, 'a flat token, for this question', {
      tokenPriceJumps: '',
    }),
  )
}

/** Flat token and no subsidy. @see SPEC.md V1, P3 */
export function bare(subject: Subject): Subject {
  return part(subject, 'bare', () => asking(flat(subject), noSubsidy, 'no subsidy, for this question'))
}

export function netMean(subject: Subject): Expression {
  return firstYearMean(subject, 'Net a month', netUsd)
}

function rentedMean(subject: Subject): Expression {
  return firstYearMean(subject, 'Rented GPU-hours a month', rentedGpuHours, 'hours')
}

export function grossUsd(subject: Subject): Expression {
  return plus(
    ['Gross a month', 'usdPerMonth', 'N1'],
    firstYearMean(subject, 'Usage a month', (of, m) => lineUsd(of, 'usageUsd', m)),
    firstYearMean(subject, 'Subsidy a month', (of, m) => lineUsd(of, 'subsidyUsd', m)),
  )
}

export function lostUsd(subject: Subject): Expression {
  return sumOrZero(
    runOf(subject).losses.map(({ usd }) => usd),
    'Lost on the way',
  )
}

export function gateHeadlines(
  { gate, tokenChangeNeeded }: Answer,
  headline: MakeHeadline,
): readonly Headline[] {
  const change = tokenChangeNeeded === null ? null : crossingAt(tokenChangeNeeded)
  const label = 'Token change at which the path is worth nothing'
  return [
    headline(
      'usage-alone',
      'Usage alone, token flat',
      'answer.gate.usageOnlyUsd',
      'usd',
      gate.usageOnlyUsd,
      (of) => npvUsd(bare(of)),
    ),
    headline('subsidy-adds', 'Subsidy adds', 'answer.gate.subsidyUsd', 'usd', gate.subsidyUsd, (of) =>
      minus(['Subsidy adds', 'usd', 'V1'], npvUsd(flat(of)), npvUsd(bare(of))),
    ),
    headline(
      'token-path-adds',
      'The token path you expect adds',
      'answer.gate.tokenPathUsd',
      'usd',
      gate.tokenPathUsd,
      (of) => minus(['The token path adds', 'usd', 'V1'], npvUsd(of), npvUsd(flat(of))),
    ),
    headline('token-change-needed', label, 'answer.tokenChangeNeeded', 'ratioPerYear', change, (of) =>
      searched(
        asking(of, { tokenYearlyChangeRatio: change! }, 'the change that was found'),
        label,
        'ratioPerYear',
        'V4',
        change!,
        'npv',
      ),
    ),
  ]
}

/** What the network holds of the owner's at the end of a month. @see SPEC.md N8 */
function exposedUsd(subject: Subject, m: number): Expression {
  const collateral = collateralUsd(subject, m)
  const { inNetworkUsd } = runOf(subject).balances[m]!
  return collateral === null
    ? inNetworkUsd
    : plus([`Exposed at the end of ${month(subject, m).month}`, 'usd', 'N8'], inNetworkUsd, collateral)
}

function meanExposure(subject: Subject): Expression {
  return meanOf(
    ['Mean exposure', 'usd', 'N8'],
    workMonths(subject).map((m) => exposedUsd(subject, m)),
  )
}

function contractedShare(subject: Subject): Expression {
  const shares = firstYear(subject).map((m) => {
    const contracts = contractUsd(subject, m)
    const all = workUsd(subject, m)
    if (contracts === null || worth(subject, all) === 0)
      return zero(`No contract in ${month(subject, m).month}`, 'usd')
    const share = over(['Contracts over usage', 'ratio'], contracts, all)
    return times([`Contracts’ part, ${month(subject, m).month}`, 'usd', 'N8'], usageUsd(subject, m), share)
  })
  return over(
    ['Contracted share', 'ratio', 'N8'],
    meanOf(['Contracts a month', 'usdPerMonth'], shares),
    firstYearMean(subject, 'Usage a month', usageUsd),
  )
}

export function useHeadlines(figures: Headlines, headline: MakeHeadline): readonly Headline[] {
  const at = 'answer.headlines'
  const { exposure } = figures
  return [
    headline(
      'rented',
      'Rented GPU-hours a month',
      `${at}.rentedGpuHoursPerMonth`,
      'hours',
      figures.rentedGpuHoursPerMonth,
      rentedMean,
    ),
    headline(
      'kwh',
      'Electricity of the rig a month',
      `${at}.rigKwhPerMonth`,
      'kilowattHours',
      figures.rigKwhPerMonth,
      (of) => firstYearMean(of, 'Electricity of the rig a month', rigKwh, 'kilowattHours'),
    ),
    headline(
      'contracted-share',
      'Contracted share',
      `${at}.contractedShareRatio`,
      'ratio',
      figures.contractedShareRatio,
      contractedShare,
    ),
    headline('exposure-peak', 'Greatest exposure', `${at}.exposure.peakUsd`, 'usd', exposure.peakUsd, (of) =>
      greatest(
        ['Greatest exposure', 'usd', 'N8'],
        zero('Never below', 'usd'),
        ...workMonths(of).map((m) => exposedUsd(of, m)),
      ),
    ),
    headline('exposure', 'Mean exposure', `${at}.exposure.meanUsd`, 'usd', exposure.meanUsd, meanExposure),
    headline(
      'expected-loss',
      'Expected loss a year',
      `${at}.exposure.expectedLossUsdPerYear`,
      'usd',
      exposure.expectedLossUsdPerYear,
      (of) =>
        times(
          ['Expected loss a year', 'usd', 'N8'],
          meanExposure(of),
          input(of, 'defaultProbabilityPerYear'),
        ),
    ),
    headline(
      'net-per-watt',
      'Net a month per watt at the wall',
      `${at}.netUsdPerMonthPerWallWatt`,
      'usdPerMonth',
      figures.netUsdPerMonthPerWallWatt,
      (of) => over(['Net per wall watt', 'usdPerMonth', 'N9'], netMean(of), wallWatts(of, 'rented')),
    ),
    headline(
      'net-per-teraflop-hour',
      'Net per TFLOP-hour',
      `${at}.netUsdPerTeraflopHour`,
      'usd',
      figures.netUsdPerTeraflopHour,
      (of) =>
        over(
          ['Net per TFLOP-hour', 'usd', 'N9'],
          netMean(of),
          times(['TFLOP-hours a month', 'count'], rentedMean(of), input(of, 'teraflopsPerGpu')),
        ),
    ),
  ]
}

/** One GPU more. @see SPEC.md N10 */
function grown(subject: Subject): Subject {
  return part(subject, 'grown', () =>
    asking(subject, { gpuCount: subject.inputs.numbers.gpuCount! + 1 }, 'one card more, for this question'),
  )
}

export function nextCardHeadlines({ nextCard }: Answer, headline: MakeHeadline): readonly Headline[] {
  if (nextCard === null) return []
  if (nextCard.kind === 'fits') {
    return [
      headline(
        'next-card',
        'The next card adds',
        'answer.nextCard.netUsdPerMonth',
        'usdPerMonth',
        nextCard.netUsdPerMonth,
        (of) =>
          minus(
            ['The next card adds', 'usdPerMonth', 'N10'],
            firstYearMean(grown(of), 'Net a month with one card more', netUsd),
            firstYearMean(of, 'Net a month', netUsd),
          ),
      ),
    ]
  }
  const needed = (of: Subject): Expression => {
    const more = grown(of)
    const wall = wallWatts(more, 'rented')
    if (nextCard.limit === 'room') return wall
    if (nextCard.limit === 'power supply')
      return greatest(
        ['Drawn from the supply', 'watts', 'E3'],
        drawnWatts(more, 'rented'),
        drawnWatts(more, 'idle'),
      )
    const hottest = workMonths(more).reduce(
      (most, m) => (worth(more, cooling(more, m)) > worth(more, cooling(more, most)) ? m : most),
      0,
    )
    return times(['At the wall with cooling', 'watts', 'N10'], wall, onePlusCooling(more, hottest))
  }
  return [
    headline(
      'next-card-needs',
      `The next card needs of the ${nextCard.limit}`,
      'answer.nextCard.needsWatts',
      'watts',
      nextCard.needsWatts,
      needed,
    ),
    headline(
      'next-card-limit',
      `The ${nextCard.limit} carries`,
      'answer.nextCard.limitWatts',
      'watts',
      nextCard.limitWatts,
      (of) =>
        input(
          of,
          (
            {
              'power supply': 'psuRatedWatts',
              circuit: 'circuitWatts',
              room: 'coolingCapacityWatts',
            } as const
          )[nextCard.limit],
        ),
    ),
  ]
}

const ofSite = 'of the professional site'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

export function underbidHeadlines(
  { underbid }: Evaluated,
  inputs: ResolvedInputs,
  entries: InputEntries,
  headline: MakeHeadline,
): readonly Headline[] {
  const found = underbid.referenceFullCost === null ? null : crossingAt(underbid.referenceFullCost)
  const label = 'Full-cost price at the professional site'
  return [
    headline('site-full-cost', label, 'underbid.referenceFullCost', 'usdPerGpuHour', found, () => {
      const site = referenceSite(inputs)
      const changed = Object.keys(site.numbers).filter(
        (key) =>
          site.numbers[key as keyof typeof site.numbers] !== inputs.numbers[key as keyof typeof site.numbers],
      )
      const reasons = Object.fromEntries(changed.map((key) => [key, ofSite]))
      const rented = { rentalUtilizationRatio: underbid.referenceUtilizationRatio }
      const rentedSite = asking(subjectOf(entries, site, reasons), rented, ofSite)
      const asked = asking(rentedSite, { priceUsdPerGpuHour: found! }, 'the price that was found')
      return searched(bare(asked), label, 'usdPerGpuHour', 'N11', found!, 'npv')
    }),
  ]
}
