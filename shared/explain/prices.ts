/** Prices to type, as expressions. @see SPEC.md P1 to P7 */
import type { LineKey } from '../economics/statement.ts'
import { levelizedLines } from '../economics/prices.ts'
import { noSubsidy } from '../economics/prices.ts'
import { afterSaleCost, hasCardValue, resaleAtHorizon, resaleUsd, unwornUsd } from './capital.ts'
import { electricityUsd, heatWorth, hourClasses, usdPerKwh } from './energy.ts'
import type { Expression, Root } from './expression.ts'
import { fact, greatest, least, minus, negative, over, plus, times, toThe } from './expression.ts'
import { npvUsd, outlayUsd, present, presentReal } from './flows.ts'
import { offeredHours, rentedGpuHours } from './hours.ts'
import { afterPlatform, one } from './income.ts'
import { firstYearMean, lineUsd, netBeforeTaxUsd } from './lines.ts'
import { onePlusCooling, rigKwh, wallWatts } from './watts.ts'
import type { Subject } from './subject.ts'
import { asking, firstYear, input, month, part, workMonths, worth } from './subject.ts'

function afterFee(
  subject: Subject,
  key: 'platformFeeRatio' | 'paymentFeeRatio' | 'exchangeFeeRatio' | 'poolFeeRatio',
): Expression {
  return minus(['After that fee', 'ratio'], one, input(subject, key))
}

/** What is left of a dollar of the listing price. @see SPEC.md R3 */
export function keep(subject: Subject): Expression {
  return part(subject, 'keep', () => {
    return times(
      ['Kept of the listing price', 'ratio', 'R3'],
      afterFee(subject, 'platformFeeRatio'),
      afterFee(subject, 'paymentFeeRatio'),
      afterFee(subject, 'exchangeFeeRatio'),
      afterFee(subject, 'poolFeeRatio'),
    )
  })
}

/** Price per kWh with cooling, of each class of hours in the first year. */
type PricedHours = { readonly usd: Expression; readonly hours: Expression }

function pricedHours(subject: Subject): readonly PricedHours[] {
  return part(subject, 'priced hours', () => {
    const isTiered = subject.inputs.choices.tariffKind === 'tiered'
    const full = isTiered
      ? asking(
          subject,
          { rentalUtilizationRatio: 1, priceUsdPerGpuHour: 0, rampUpMonths: 0 },
          'rented in all up hours, for this question',
          { utilizationByMonth: '', solarSurplus: 'none', solarSurplusKwhByMonth: '' },
        )
      : subject
    return firstYear(subject).flatMap((m) => {
      const cooled = (price: Expression) =>
        times(
          [`Price per kWh with cooling, ${month(subject, m).month}`, 'usdPerKwh', 'P1'],
          price,
          onePlusCooling(subject, m),
        )
      if (isTiered) return [{ usd: cooled(tieredPrice(full, m)), hours: offeredHours(subject, m) }]
      return hourClasses(subject, m).map(({ usdPerKwh: price, hours }) => ({ usd: cooled(price), hours }))
    })
  })
}

function tieredPrice(full: Subject, m: number): Expression {
  if (worth(full, rigKwh(full, m)) === 0) return usdPerKwh(full, m)
  return over(
    [`Mean price per kWh when always rented, ${month(full, m).month}`, 'usdPerKwh', 'P1'],
    electricityUsd(full, m),
    rigKwh(full, m),
  )
}

export type HourClass = 'cheapest' | 'mean' | 'dearest'

function floorPrice(subject: Subject, which: HourClass): Expression {
  return part(subject, `floor price ${which}`, () => {
    const all = pricedHours(subject)
    if (which === 'mean') {
      return over(
        ['Mean price per kWh, hour by hour', 'usdPerKwh', 'P1'],
        plus(
          ['Hours times their price', 'count'],
          ...all.map(({ usd, hours }) => times(['Hours times price', 'count'], hours, usd)),
        ),
        plus(['Offered hours of the first year', 'hours'], ...all.map(({ hours }) => hours)),
      )
    }
    const prices = all.map(({ usd }) => usd)
    return which === 'cheapest'
      ? least(['Cheapest offered hour, per kWh', 'usdPerKwh', 'P1'], ...prices)
      : greatest(['Dearest offered hour, per kWh', 'usdPerKwh', 'P1'], ...prices)
  })
}

function besidePower(subject: Subject): Expression {
  return plus(
    ['Beside power, per hour', 'usdPerGpuHour', 'P1'],
    input(subject, 'consumablesUsdPerRentedGpuHour'),
    times(
      ['Traffic per hour', 'usdPerGpuHour'],
      input(subject, 'trafficGigabytesPerRentedGpuHour'),
      input(subject, 'trafficUsdPerGigabyte'),
    ),
  )
}

function kilowattsPerGpu(subject: Subject, watts: Expression): Expression {
  return over(
    ['Kilowatts of a GPU at the wall', 'count', 'P1'],
    watts,
    fact('Watts of a kilowatt', 1000),
    input(subject, 'gpuCount'),
  )
}

/** @see SPEC.md P1 */
export function powerFloor(subject: Subject, against: 'idle' | 'off', which: HourClass): Expression {
  return part(subject, `floor ${against} ${which}`, () => {
    const rented = wallWatts(subject, 'rented')
    const isIdle = against === 'idle'
    const watts = isIdle ? minus(['Over idle', 'watts'], rented, wallWatts(subject, 'idle')) : rented
    const power = times(
      ['Power of an hour', 'usdPerGpuHour', 'P1'],
      kilowattsPerGpu(subject, watts),
      floorPrice(subject, which),
    )
    const beside = besidePower(subject)
    const cost = isIdle
      ? plus(
          ['Cost of an hour', 'usdPerGpuHour'],
          power,
          beside,
          input(subject, 'alternativeUsdPerIdleGpuHour'),
        )
      : plus(['Cost of an hour', 'usdPerGpuHour'], power, beside)
    return over([`Power floor against ${against}, ${which}`, 'usdPerGpuHour', 'P1'], cost, keep(subject))
  })
}

export function winterFloor(subject: Subject): Expression {
  return minus(
    ['Power floor in heating months', 'usdPerGpuHour', 'P1'],
    powerFloor(subject, 'off', 'mean'),
    over(
      ['Heating saved in an hour', 'usdPerGpuHour', 'P1'],
      times(
        ['Heating saved', 'usdPerGpuHour'],
        kilowattsPerGpu(subject, wallWatts(subject, 'rented')),
        heatWorth(subject),
      ),
      keep(subject),
    ),
  )
}

/** What an hour costs before tax, whatever it earns: without price and subsidy. @see SPEC.md P4, TX6 */
function costing(subject: Subject): Subject {
  return part(subject, 'costing', () =>
    asking(
      subject,
      { priceUsdPerGpuHour: 0, ...noSubsidy, taxRateRatio: null },
      'left out of the cost of an hour',
      { taxTreatment: 'before tax' },
    ),
  )
}

/** @see SPEC.md P4, P7 */
export function levelizedUsd(subject: Subject, isReal: boolean): Expression {
  const cost = costing(subject)
  const months = workMonths(cost)
  const last = months.length - 1
  const running = months.map((m) => {
    const name = month(cost, m).month
    const lines = plus(
      [`Running lines, ${name}`, 'usd', 'P7'],
      ...levelizedLines.map((key) => lineUsd(cost, key, m)),
    )
    return present(cost, negative([`Costs of running, ${name}`, 'usd', 'P7'], lines), m, `Costs of ${name}`)
  })
  const resale = present(cost, resaleAtHorizon(cost), last, 'Resale')
  const hours = months.map((m) => {
    const rented = rentedGpuHours(cost, m)
    const label = `Rented GPU-hours, ${month(cost, m).month}`
    return isReal ? presentReal(cost, rented, m, label) : present(cost, rented, m, label)
  })
  return over(
    [`Levelized cost, ${isReal ? 'real' : 'nominal'}`, 'usdPerGpuHour', 'P4'],
    minus(
      ['Outlay and costs less resale, today', 'usd', 'P4'],
      plus(['Outlay and costs, today', 'usd'], outlayUsd(cost), ...running),
      resale,
    ),
    plus([`Rented GPU-hours, today${isReal ? ', real' : ''}`, 'hours', 'P4'], ...hours),
  )
}

const avoidableLines = [
  'fixedChargeUsd',
  'peakChargeUsd',
  'fixedOperatingUsd',
  'labourUsd',
  'repairsUsd',
] as const satisfies readonly LineKey[]

/** @see SPEC.md P5 */
export function shutdownRent(subject: Subject, atFloor: Subject): Expression {
  const cost = costing(subject)
  const months = workMonths(cost)
  const avoidable = avoidableLines.map((key) =>
    negative(
      ['Over the horizon', 'usd'],
      plus([`Line ${key}`, 'usd'], ...months.map((m) => lineUsd(cost, key, m))),
    ),
  )
  const perHour = over(
    ['Other avoidable costs of a rented hour', 'usdPerGpuHour', 'P5'],
    plus(['Other avoidable costs', 'usd', 'P7'], ...avoidable),
    plus(['Rented GPU-hours', 'hours'], ...months.map((m) => rentedGpuHours(cost, m))),
  )
  return plus(
    ['Shutdown rent', 'usdPerGpuHour', 'P5'],
    powerFloor(atFloor, 'off', 'mean'),
    over(['Avoidable costs as a listing price', 'usdPerGpuHour'], perHour, keep(atFloor)),
  )
}

/** Value lost through load, a month. @see SPEC.md N3 */
export function wearUsd(subject: Subject): Expression {
  const t = firstYear(subject).length
  return over(
    ['Value lost through this use', 'usdPerMonth', 'N3'],
    minus(['Unworn less worn', 'usd'], unwornUsd(subject, t), resaleUsd(subject, t)),
    fact('Months', t, 'months'),
  )
}

export function valueLossUsd(subject: Subject): Expression {
  const t = firstYear(subject).length
  return over(
    ['Value lost a month', 'usdPerMonth', 'N3'],
    minus(['Today less then', 'usd'], resaleUsd(subject, 0), resaleUsd(subject, t)),
    fact('Months', t, 'months'),
  )
}

export type Target = 'net and wear' | 'net' | 'npv'

/** A value that was searched for, and what it makes nothing. @see SPEC.md X1, P2, P3, V4 */
export function searched(
  at: Subject,
  label: string,
  unit: Root['unit'],
  rule: string,
  found: number,
  target: Target,
): Root {
  const net = () => firstYearMean(at, 'Net before tax, mean of the first year', netBeforeTaxUsd)
  const hasWear = hasCardValue(at) && at.inputs.numbers.wearPer1000LoadHoursRatio !== null
  const residual =
    target === 'npv'
      ? npvUsd(at)
      : target === 'net' || !hasWear
        ? net()
        : minus(['Net less wear: must be nothing', 'usdPerMonth', rule], net(), wearUsd(at))
  return { kind: 'root', label, unit, rule, found, residual }
}

/** The listing price at which a month more of running equals selling; null without a rented hour. @see SPEC.md P6 */
export function exitRent(subject: Subject, m: number): Expression | null {
  const rented = rentedGpuHours(subject, m)
  const perPrice = times(
    ['What a dollar of the price brings', 'hours', 'P6'],
    rented,
    afterPlatform(subject, m),
    minus(['After the payment fee', 'ratio'], one, input(subject, 'paymentFeeRatio')),
  )
  if (worth(subject, perPrice) === 0) return null
  const others = plus(
    ['Net before tax without usage and its fees', 'usd', 'P6'],
    netBeforeTaxUsd(subject, m),
    ...(['usageUsd', 'platformFeeUsd', 'paymentFeeUsd'] as const).map((key) =>
      negative(['Taken out', 'usd'], lineUsd(subject, key, m)),
    ),
  )
  const nextMonth = over(
    ['Sold a month later, today', 'usd', 'P6'],
    afterSaleCost(subject, resaleUsd(subject, m + 1), 'Sold a month later'),
    toThe(
      ['Discount of a month', 'ratio'],
      plus(['Growth of a year', 'ratio'], fact('Today', 1, 'ratio'), input(subject, 'discountRatePerYear')),
      over(['A month', 'years'], fact('One month', 1, 'months'), fact('Months of a year', 12)),
    ),
  )
  return over(
    [`Exit rent, ${month(subject, m).month}`, 'usdPerGpuHour', 'P6'],
    minus(
      ['Value lost less other income', 'usd', 'P6'],
      afterSaleCost(subject, resaleUsd(subject, m), 'Sold now'),
      nextMonth,
      others,
    ),
    perPrice,
  )
}
