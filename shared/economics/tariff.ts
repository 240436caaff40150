/**
 * What a kWh of the rig costs, by month, over the hours in which the rig is offered.
 * @see SPEC.md E7 to E9
 */
import { pow } from '../math.ts'
import type { Batch } from './batch.ts'
import { column, columnOr } from './batch.ts'
import type { Table } from './table.ts'
import { tableOf } from './table.ts'
import { readTiers } from './tiers.ts'
import type { Timeline } from './timeline.ts'

const letters = ['L', 'M', 'H'] as const

export type Tariff = {
  /** Mean over the offered hours of the month. */
  readonly meanUsdPerKwh: Table
  /** One table per tariff class that has offered hours, with the class's share of the month's offered hours. */
  readonly classes: readonly {
    readonly letter: string
    readonly usdPerKwh: Table
    /** Share of offered hours, by month. */
    readonly shareRatio: Float64Array
  }[]
  readonly fixedChargeUsd: Table
  /** Dollars for one unit of the tariff's currency at the tariff's level of that month. */
  readonly usdPerCurrencyUnit: Table
}

/**
 * Rented hours lie evenly over the offered hours, so a month's price is the hour-weighted mean of the tariff
 * over them: `sum(offered hours of class x tariff of class) / offered hours`, times `(1 + change)^(month / 12)`
 * and the exchange rate. Flat and time-of-use tariffs have no tiers: the increment of the bill is exactly this.
 * Example: 0.10 for 10 of 24 offered hours and 0.30 for the other 14: 0.21666... @see SPEC.md E7
 */
export function tariffOf(batch: Batch, timeline: Timeline): Tariff {
  const { months } = timeline
  const change = columnOr(batch, 'tariffYearlyChangeRatio', 0)
  const rate = columnOr(batch, 'tariffCurrencyUsd', 1)
  const fixed = column(batch, 'fixedChargePerMonth')
  const horizonMonths = column(batch, 'horizonMonths')
  const grown = (perKwh: Float64Array) =>
    tableOf(months.length, batch.size, (m, s) => perKwh[s]! * rate[s]! * pow(1 + change[s]!, m / 12))
  const fixedChargeUsd = tableOf(months.length, batch.size, (m, s) =>
    m < horizonMonths[s]! ? fixed[s]! * rate[s]! * pow(1 + change[s]!, m / 12) : 0,
  )

  const usdPerCurrencyUnit = grown(new Float64Array(batch.size).fill(1))
  const { tariffKind } = batch.choices

  if (tariffKind !== 'time-of-use') {
    // What a tier costs depends on the kWh: energy-cost.ts. Here stands its first price.
    const first = () => new Float64Array(batch.size).fill(readTiers(batch.choices.tariffTiers)[0]!.perKwh)
    const usdPerKwh = grown(tariffKind === 'flat' ? column(batch, 'flatTariffPerKwh') : first())
    const shareRatio = new Float64Array(months.length).fill(1)
    const classes = [{ letter: tariffKind, usdPerKwh, shareRatio }]
    return { meanUsdPerKwh: usdPerKwh, classes, fixedChargeUsd, usdPerCurrencyUnit }
  }

  const keys = { L: 'lowTariffPerKwh', M: 'middleTariffPerKwh', H: 'highTariffPerKwh' } as const
  const classes = letters
    .map((letter) => ({
      letter,
      usdPerKwh: grown(column(batch, keys[letter])),
      shareRatio: offeredShare(batch, timeline, letter),
    }))
    .filter(({ shareRatio }) => shareRatio.some((share) => share > 0))
  const meanUsdPerKwh = tableOf(months.length, batch.size, (m, s) => {
    let mean = 0
    for (const each of classes) mean += each.shareRatio[m]! * each.usdPerKwh.values[m * batch.size + s]!
    return mean
  })
  return { meanUsdPerKwh, classes, fixedChargeUsd, usdPerCurrencyUnit }
}

/** Share of the offered hours of each month that lie in one tariff class. @see SPEC.md E8 */
function offeredShare(batch: Batch, timeline: Timeline, letter: string): Float64Array {
  const { offeredWeek, tariffWeek, secondTariffWeek, secondTariffMonths } = batch.choices
  return Float64Array.from(timeline.months, (month) => {
    const week = secondTariffMonths[month.monthOfYear] === '1' ? secondTariffWeek : tariffWeek
    let offered = 0
    let inClass = 0
    for (let hour = 0; hour < 168; hour += 1) {
      if (offeredWeek[hour] !== 'O') continue
      const count = month.weekHourCounts[hour]!
      offered += count
      if (week[hour] === letter) inClass += count
    }
    return inClass / offered
  })
}
