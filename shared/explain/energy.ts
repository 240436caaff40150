/** What the electricity costs and its heat saves, as expressions. @see SPEC.md E7 to E14 */
import { tierPrice } from '../economics/tiers.ts'
import type { Expression } from './expression.ts'
import { fact, greatest, least, minus, over, plus, times, toThe, zero } from './expression.ts'
import { offeredHours, upHours } from './hours.ts'
import type { Subject } from './subject.ts'
import { amount, cell, choice, input, month, part, rows, worth } from './subject.ts'
import { cooling, onePlusCooling, rigKwh, wallWatts, wattsFactor } from './watts.ts'

/** Dollars per unit of the tariff's currency, at the level of that month. @see SPEC.md E7, E9 */
function scale(subject: Subject, m: number): readonly Expression[] {
  const factors: Expression[] = []
  if (choice(subject, 'tariffCurrency') !== 'USD') factors.push(input(subject, 'tariffCurrencyUsd'))
  if (amount(subject, 'tariffYearlyChangeRatio') !== 0 && m > 0) {
    factors.push(growth(subject, 'tariffYearlyChangeRatio', 'Tariff', m, 'E7'))
  }
  return factors
}

/** `(1 + change)^(m / 12)`. */
export function growth(
  subject: Subject,
  key: Parameters<typeof input>[1],
  what: string,
  m: number,
  rule: string,
): Expression {
  return toThe(
    [`${what}, ${month(subject, m).month} over start`, 'ratio', rule],
    plus(['Growth of a year', 'ratio'], fact('Today', 1, 'ratio'), input(subject, key)),
    over(
      ['Years since the start', 'years'],
      fact('Months since the start', m, 'months'),
      fact('Months of a year', 12),
    ),
  )
}

const tariffKeys = { L: 'lowTariffPerKwh', M: 'middleTariffPerKwh', H: 'highTariffPerKwh' } as const

/** One class of the tariff in one month: its price and its share of the offered hours. */
export type HourClass = { readonly usdPerKwh: Expression; readonly hours: Expression }

/** Classes with offered hours in a month, flat or by time of use. @see SPEC.md E7, E8 */
export function hourClasses(subject: Subject, m: number): readonly HourClass[] {
  return part(subject, `classes ${m}`, () => {
    const name = month(subject, m).month
    const dollars = (key: Parameters<typeof input>[1]) => {
      const price = input(subject, key)
      const factors = scale(subject, m)
      return factors.length === 0
        ? price
        : times([`Price per kWh, ${name}`, 'usdPerKwh', 'E7'], price, ...factors)
    }
    if (choice(subject, 'tariffKind') !== 'time-of-use') {
      return [{ usdPerKwh: dollars('flatTariffPerKwh'), hours: offeredHours(subject, m) }]
    }
    const { offeredWeek, tariffWeek, secondTariffWeek, secondTariffMonths } = subject.inputs.choices
    const { monthOfYear, weekHourCounts } = month(subject, m)
    const week = secondTariffMonths[monthOfYear] === '1' ? secondTariffWeek : tariffWeek
    return (['L', 'M', 'H'] as const).flatMap((letter) => {
      let count = 0
      for (let hour = 0; hour < 168; hour += 1) {
        if (offeredWeek[hour] === 'O' && week[hour] === letter) count += weekHourCounts[hour]!
      }
      if (count === 0) return []
      const label = { L: 'low', M: 'middle', H: 'high' }[letter]
      const hours = fact(`Offered hours of the ${label} tariff, ${name}`, count, 'hours')
      return [{ usdPerKwh: dollars(tariffKeys[letter]), hours }]
    })
  })
}

function meanOfClasses(subject: Subject, m: number): Expression {
  const classes = hourClasses(subject, m)
  if (classes.length === 1) return classes[0]!.usdPerKwh
  return over(
    [`Mean price per kWh over the offered hours, ${month(subject, m).month}`, 'usdPerKwh', 'E7'],
    plus(
      ['Hours times their price', 'count'],
      ...classes.map(({ usdPerKwh, hours }) => times(['Hours times price', 'count'], hours, usdPerKwh)),
    ),
    offeredHours(subject, m),
  )
}

/** A month's bill for so many kWh, in the tariff's currency. @see SPEC.md E12 */
function tierBill(subject: Subject, kwh: Expression, whose: string): Expression {
  const tiers = rows(subject, 'tariffTiers')
  const parts = tiers.map((row, i) => {
    const from = cell(subject, 'tariffTiers', row, 0, `Tier ${i + 1} begins at`)
    const next = tiers[i + 1]
    const upTo =
      next === undefined
        ? kwh
        : least(
            [`kWh up to the end of tier ${i + 1}`, 'kilowattHours'],
            kwh,
            cell(subject, 'tariffTiers', next, 0, `Tier ${i + 2} begins at`),
          )
    return times(
      [`Tier ${i + 1}`, 'count'],
      greatest(
        [`kWh within tier ${i + 1}`, 'kilowattHours'],
        zero('Never below', 'kilowattHours'),
        minus([`kWh beyond its beginning`, 'kilowattHours'], upTo, from),
      ),
      cell(subject, 'tariffTiers', row, 1, `Price of tier ${i + 1}`),
    )
  })
  return plus([whose, 'count', 'E12'], ...parts)
}

function ofMonth(
  subject: Subject,
  key: 'houseKwhByMonth' | 'solarSurplusKwhByMonth',
  m: number,
  label: string,
): Expression {
  const { monthOfYear, month: name } = month(subject, m)
  const row = rows(subject, key).find(([each]) => each === monthOfYear + 1)
  return row === undefined
    ? zero(`${label}, ${name}`, 'kilowattHours')
    : cell(subject, key, row, 1, `${label}, ${name}`)
}

/** The difference of two bills over the kWh, where tiers count. @see SPEC.md E12 */
function tieredUsd(subject: Subject, m: number, kwh: Expression): Expression {
  const house = ofMonth(subject, 'houseKwhByMonth', m, 'The house takes')
  const difference = minus(
    ['Bill with the rig less bill without', 'count', 'E12'],
    tierBill(
      subject,
      plus(['House and rig', 'kilowattHours'], house, kwh),
      'Bill with the rig, in tariff currency',
    ),
    tierBill(subject, house, 'Bill of the house alone, in tariff currency'),
  )
  return times(['Added to the bill', 'usd', 'E12'], difference, ...scale(subject, m))
}

/** What a kWh costs on average in a month. @see SPEC.md E7, E11, E12 */
export function usdPerKwh(subject: Subject, m: number): Expression {
  return part(subject, `price of kWh ${m}`, () => {
    const tiered = choice(subject, 'tariffKind') === 'tiered'
    const solar = choice(subject, 'solarSurplus') === 'used first'
    if (!tiered && !solar) return meanOfClasses(subject, m)
    const name = month(subject, m).month
    const all = times(
      [`kWh with cooling, ${name}`, 'kilowattHours', 'E10'],
      rigKwh(subject, m),
      onePlusCooling(subject, m),
    )
    if (worth(subject, all) === 0) {
      if (!tiered) return meanOfClasses(subject, m)
      const house = ofMonth(subject, 'houseKwhByMonth', m, 'The house takes')
      const tiers = rows(subject, 'tariffTiers').map(([fromKwh, perKwh]) => ({
        fromKwh: fromKwh!,
        perKwh: perKwh!,
      }))
      const price = tierPrice(tiers, worth(subject, house))
      const row = rows(subject, 'tariffTiers').find(([, perKwh]) => perKwh === price)!
      const last = cell(subject, 'tariffTiers', row, 1, 'Price of the tier in which the house ends')
      return times([`Price per kWh, ${name}`, 'usdPerKwh', 'E12'], last, ...scale(subject, m))
    }
    if (!solar) {
      return over([`Mean price per kWh, ${name}`, 'usdPerKwh', 'E12'], tieredUsd(subject, m, all), all)
    }
    const surplus = ofMonth(subject, 'solarSurplusKwhByMonth', m, 'Surplus')
    const sun = greatest(
      [`kWh from the surplus, ${name}`, 'kilowattHours', 'E11'],
      zero('Never below', 'kilowattHours'),
      least(['The smaller of need and surplus', 'kilowattHours'], all, surplus),
    )
    const grid = minus([`kWh from the grid, ${name}`, 'kilowattHours', 'E11'], all, sun)
    const gridUsd = tiered
      ? tieredUsd(subject, m, grid)
      : times(['From the grid', 'usd'], grid, meanOfClasses(subject, m))
    const sunUsd = times(
      ['Feed-in given up', 'usd', 'E11'],
      sun,
      input(subject, 'feedInPerKwh'),
      ...scale(subject, m),
    )
    return over(
      [`Mean price per kWh, ${name}`, 'usdPerKwh', 'E11'],
      plus(['Grid and surplus', 'usd'], gridUsd, sunUsd),
      all,
    )
  })
}

/** @see SPEC.md E10 */
export function electricityUsd(subject: Subject, m: number): Expression {
  return part(subject, `electricity ${m}`, () =>
    times(
      [`Electricity, ${month(subject, m).month}`, 'usd', 'E10'],
      rigKwh(subject, m),
      usdPerKwh(subject, m),
    ),
  )
}

export function coolingUsd(subject: Subject, m: number): Expression {
  return times(
    [`Cooling, ${month(subject, m).month}`, 'usd', 'E6'],
    electricityUsd(subject, m),
    cooling(subject, m),
  )
}

export function fixedChargeUsd(subject: Subject, m: number): Expression {
  return times(
    [`Meter charge, ${month(subject, m).month}`, 'usd', 'E7'],
    input(subject, 'fixedChargePerMonth'),
    ...scale(subject, m),
  )
}

/** The difference of two monthly peaks. @see SPEC.md E13 */
export function peakChargeUsd(subject: Subject, m: number): Expression {
  const name = month(subject, m).month
  if (choice(subject, 'demandCharge') === 'none') return zero('No charge for the peak', 'usd')
  if (worth(subject, upHours(subject, m)) === 0) return zero(`No up hour in ${name}`, 'usd')
  const factor = wattsFactor(subject, m)
  const rented = wallWatts(subject, 'rented')
  const drawn = factor === null ? rented : times(['At the wall after replacements', 'watts'], rented, factor)
  const more =
    choice(subject, 'baseline') === 'on anyway'
      ? minus(['Over idle', 'watts'], drawn, wallWatts(subject, 'idle'))
      : drawn
  const rig = greatest(
    ['Peak of the rig, kW', 'count', 'E13'],
    zero('Never below', 'count'),
    over(
      ['Kilowatts with cooling', 'count'],
      times(['Watts with cooling', 'watts'], more, onePlusCooling(subject, m)),
      fact('Watts of a kilowatt', 1000),
    ),
  )
  const [offered, other] = [input(subject, 'housePeakOfferedKw'), input(subject, 'housePeakOtherKw')]
  const added = minus(
    ['Added to the peak, kW', 'count', 'E13'],
    greatest(
      ['Peak with the rig', 'count'],
      plus(['Offered hours with the rig', 'count'], offered, rig),
      other,
    ),
    greatest(['Peak without', 'count'], offered, other),
  )
  return times(
    [`Peak charge, ${name}`, 'usd', 'E13'],
    input(subject, 'demandChargePerKw'),
    added,
    ...scale(subject, m),
  )
}

/** What a kWh of the rig saves in heating. @see SPEC.md E14 */
export function heatWorth(subject: Subject): Expression {
  return part(subject, 'heat worth', () =>
    over(
      ['Heating saved per kWh', 'usdPerKwh', 'E14'],
      times(
        ['Useful heat times fuel', 'usdPerKwh'],
        input(subject, 'heatUsefulRatio'),
        input(subject, 'fuelUsdPerKwh'),
      ),
      input(subject, 'heaterEfficiencyRatio', 1),
    ),
  )
}

export function heatCreditUsd(subject: Subject, m: number): Expression {
  const { month: name, monthOfYear } = month(subject, m)
  if (choice(subject, 'heatUse') !== 'heats rooms') return zero('Its heat is not used', 'usd')
  if (subject.inputs.choices.heatingMonths[monthOfYear] !== '1') return zero(`No heating in ${name}`, 'usd')
  return times([`Heat credit, ${name}`, 'usd', 'E14'], rigKwh(subject, m), heatWorth(subject))
}
