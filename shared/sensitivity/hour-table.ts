/**
 * The first year by hour of the day and month, from the arrays of the statement: what sums to the year.
 * @see SPEC.md SN7
 */
import type { Statement } from '../economics/statement.ts'
import { firstYearMonths } from '../economics/statement.ts'
import { cellOf } from '../economics/table.ts'
import { sum } from '../math.ts'

export const hourMeasures = ['rentedGpuHours', 'electricityUsd', 'netUsd'] as const
export type HourMeasure = (typeof hourMeasures)[number]

export type HourTable = {
  /** Months of the first year, YYYY-MM. */
  readonly months: readonly string[]
  /** Offered machine hours, by month and then by hour of the day (24 each). 0: never offered at this hour. */
  readonly offeredHours: readonly Float64Array[]
  /** GPU-hours; electricity as in the statement, a cost below zero; what the hour leaves after every line. */
  readonly cells: Readonly<Record<HourMeasure, readonly Float64Array[]>>
}

/**
 * Rented hours lie evenly over the offered ones. Electricity of an hour: the month's kWh by its share of the offered
 * hours, at the tariff of that hour; cooling follows electricity; all other lines lie evenly over the offered hours.
 * What a month's line holds beyond its hours' own tariff lies evenly too, so the cells of a month sum to its line.
 * Example: November 2026 offered from 20 to 8 h: 12 hours of the day with a twelfth each, the other 12 with nothing.
 * @see SPEC.md SN7
 */
export function hourTableOf(statement: Statement, scenario: number): HourTable {
  const { timeline, hours, lines, netUsd, rigKwh, coolingRatio } = statement
  const months = timeline.months.slice(0, firstYearMonths(statement, scenario))
  const offeredHours: Float64Array[] = []
  const cells: Record<HourMeasure, Float64Array[]> = { rentedGpuHours: [], electricityUsd: [], netUsd: [] }
  months.forEach((_, m) => {
    const offered = offeredByHour(statement, m)
    const total = sum(offered)
    const shares = offered.map((each) => each / total)
    const kwh = cellOf(rigKwh, m, scenario)
    const ownUsd = tariffByHour(statement, m, scenario).map((usdPerKwh) => 0 - (kwh / total) * usdPerKwh)
    const lineUsd = cellOf(lines.electricityUsd, m, scenario)
    const electricityUsd = spread(ownUsd, lineUsd, shares)
    const ratio = cellOf(coolingRatio, m, scenario)
    const coolingUsd = spread(
      electricityUsd.map((usd) => usd * ratio),
      cellOf(lines.coolingUsd, m, scenario),
      shares,
    )
    const otherUsd = cellOf(netUsd, m, scenario) - lineUsd - cellOf(lines.coolingUsd, m, scenario)
    const rented = cellOf(hours.rentedGpuHours, m, scenario)
    offeredHours.push(offered)
    cells.rentedGpuHours.push(shares.map((share) => rented * share))
    cells.electricityUsd.push(electricityUsd)
    cells.netUsd.push(shares.map((share, h) => otherUsd * share + electricityUsd[h]! + coolingUsd[h]!))
  })
  return { months: months.map(({ month }) => month), offeredHours, cells }
}

/** Amounts by hour, and what they leave of the line evenly over the offered hours: they sum to the line. */
function spread(ownUsd: Float64Array, lineUsd: number, shares: Float64Array): Float64Array {
  const restUsd = lineUsd - sum(ownUsd)
  return ownUsd.map((usd, h) => usd + restUsd * shares[h]!)
}

/** Offered machine hours of one month in each hour of the day. */
function offeredByHour({ batch, timeline }: Statement, month: number): Float64Array {
  const { weekHourCounts } = timeline.months[month]!
  const offered = new Float64Array(24)
  for (let hour = 0; hour < 168; hour += 1) {
    if (batch.choices.offeredWeek[hour] === 'O') offered[hour % 24]! += weekHourCounts[hour]!
  }
  return offered
}

/** Sum of the tariff over the offered hours of one month in each hour of the day: offered hours x USD per kWh. */
function tariffByHour({ batch, timeline, tariff }: Statement, month: number, scenario: number): Float64Array {
  const { offeredWeek, tariffKind, tariffWeek, secondTariffWeek, secondTariffMonths } = batch.choices
  const { weekHourCounts, monthOfYear } = timeline.months[month]!
  const week = secondTariffMonths[monthOfYear] === '1' ? secondTariffWeek : tariffWeek
  const meanUsdPerKwh = cellOf(tariff.meanUsdPerKwh, month, scenario)
  const usdPerKwh = new Map(
    tariff.classes.map((each) => [each.letter, cellOf(each.usdPerKwh, month, scenario)]),
  )
  const byHour = new Float64Array(24)
  for (let hour = 0; hour < 168; hour += 1) {
    if (offeredWeek[hour] !== 'O') continue
    const own = tariffKind === 'time-of-use' ? usdPerKwh.get(week[hour]!) : undefined
    byHour[hour % 24]! += weekHourCounts[hour]! * (own ?? meanUsdPerKwh)
  }
  return byHour
}
