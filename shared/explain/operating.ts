/** Costs of running beside electricity, as expressions. @see SPEC.md S5, R9, W3 */
import type { Expression } from './expression.ts'
import { fact, greatest, minus, over, plus, times, zero } from './expression.ts'
import { rentedGpuHours } from './hours.ts'
import type { Subject } from './subject.ts'
import { amount, begun, cell, choice, horizon, input, month, monthOfRow, part } from './subject.ts'
import { sumOrZero } from './payout-run.ts'
import { tokenPrice } from './income.ts'

const daysOfYear = fact('Days of a year', 365, 'days')

export function consumablesUsd(subject: Subject, m: number): Expression {
  return times(
    [`Consumables, ${month(subject, m).month}`, 'usd', 'S5'],
    rentedGpuHours(subject, m),
    input(subject, 'consumablesUsdPerRentedGpuHour'),
  )
}

export function trafficUsd(subject: Subject, m: number): Expression {
  const beyond = greatest(
    ['Gigabytes beyond those included', 'gigabytes', 'S5'],
    zero('Never below', 'gigabytes'),
    minus(
      ['Gigabytes less those included', 'gigabytes'],
      times(
        ['Gigabytes', 'gigabytes'],
        rentedGpuHours(subject, m),
        input(subject, 'trafficGigabytesPerRentedGpuHour'),
      ),
      input(subject, 'trafficIncludedGigabytesPerMonth'),
    ),
  )
  return times(
    [`Traffic, ${month(subject, m).month}`, 'usd', 'S5'],
    beyond,
    input(subject, 'trafficUsdPerGigabyte'),
  )
}

export function fixedOperatingUsd(subject: Subject, m: number): Expression {
  return plus(
    [`Line, rent and insurance, ${month(subject, m).month}`, 'usd', 'S5'],
    input(subject, 'fixedOperatingUsdPerMonth'),
    input(subject, 'colocationUsdPerMonth'),
    input(subject, 'insuranceUsdPerMonth'),
  )
}

export function labourUsd(subject: Subject, m: number): Expression {
  return times(
    [`Own time, ${month(subject, m).month}`, 'usd', 'S1'],
    input(subject, 'labourHoursPerMonth'),
    input(subject, 'labourUsdPerHour'),
  )
}

/** @see SPEC.md W3 */
export function repairsUsd(subject: Subject, m: number): Expression {
  const { days, month: name } = month(subject, m)
  const each = greatest(
    ['What a failure costs', 'usdPerGpu', 'W3'],
    zero('Never below', 'usdPerGpu'),
    minus(
      ['Replacement less warranty', 'usdPerGpu'],
      input(subject, 'replacementUsdPerGpu'),
      input(subject, 'warrantyUsdPerGpu'),
    ),
  )
  const failures = times(
    [`Failures expected in ${name}`, 'count', 'W3'],
    input(subject, 'gpuCount'),
    input(subject, 'annualFailureRatio'),
    over(['Share of the year', 'ratio'], fact(`Days of ${name}`, days, 'days'), daysOfYear),
  )
  return times([`Repairs, ${name}`, 'usd', 'W3'], failures, each)
}

/** Months, from 1, after which the network is gone; 0 where it stays. */
function stopsAfter(subject: Subject): number {
  const months = amount(subject, 'networkStopsAfterMonths')
  return months <= horizon(subject) ? months : 0
}

/** The collateral's value on a day since the start. @see SPEC.md S5, K5 */
function collateralOn(subject: Subject, day: number): Expression {
  const locked = input(subject, 'collateralUsd')
  if (choice(subject, 'collateralKind') !== 'token') return locked
  return times(
    ['Collateral at the token’s price', 'usd', 'S5'],
    locked,
    over(['Token price over start', 'ratio'], tokenPrice(subject, day), input(subject, 'tokenPriceUsd')),
  )
}

function hasCollateral(subject: Subject): boolean {
  return choice(subject, 'collateralKind') !== 'none'
}

function lastDayOf(subject: Subject, m: number): number {
  return month(subject, m).lastDay - subject.timeline.firstDay
}

export function slashingUsd(subject: Subject, m: number): Expression {
  const stop = stopsAfter(subject)
  const name = month(subject, m).month
  if (!hasCollateral(subject)) return zero('No collateral', 'usd')
  if (stop > 0 && m >= stop) return zero('The network has stopped', 'usd')
  return times(
    [`Slashing, ${name}`, 'usd', 'S5'],
    collateralOn(subject, lastDayOf(subject, m)),
    input(subject, 'slashingEventsPerYear'),
    input(subject, 'slashedShareRatio'),
    over(['Share of the year', 'ratio'], fact(`Days of ${name}`, month(subject, m).days, 'days'), daysOfYear),
  )
}

/** Locked on the first day. @see SPEC.md K6 */
export function lockedUsd(subject: Subject): Expression {
  return hasCollateral(subject) ? input(subject, 'collateralUsd') : zero('No collateral', 'usd')
}

function freeDay(subject: Subject): number {
  return lastDayOf(subject, horizon(subject) - 1) + amount(subject, 'unbondingDays')
}

/** What comes back in a month; null in all others. @see SPEC.md K5 */
export function returnedUsd(subject: Subject, m: number): Expression | null {
  if (!hasCollateral(subject) || stopsAfter(subject) > 0) return null
  if (subject.timeline.monthOfDay[freeDay(subject)] !== m) return null
  const value = collateralOn(subject, lastDayOf(subject, m))
  if (choice(subject, 'collateralKind') !== 'token') return value
  const after = minus(
    ['After the exchange fee', 'ratio'],
    fact('All of it', 1, 'ratio'),
    input(subject, 'exchangeFeeRatio'),
  )
  return times(['Collateral back', 'usd', 'K5'], value, after)
}

/** The collateral at the end of a month; null where none is locked. @see SPEC.md N8 */
export function collateralUsd(subject: Subject, m: number): Expression | null {
  if (!hasCollateral(subject)) return null
  const stop = stopsAfter(subject)
  const until = stop > 0 ? stop : subject.timeline.monthOfDay[freeDay(subject)]!
  return m < until ? collateralOn(subject, lastDayOf(subject, m)) : null
}

/** @see SPEC.md R9, B11 */
export function penaltyUsd(subject: Subject, m: number): Expression {
  return part(subject, `penalty ${m}`, () => {
    const last = horizon(subject) - 1
    const parts =
      m === last
        ? begun(subject, 'contracts', m)
            .filter(([, to]) => monthOfRow(subject, [to!]) > last)
            .map((row) => cell(subject, 'contracts', row, 4, 'Penalty of a contract that lasts longer'))
        : []
    if (stopsAfter(subject) === m + 1) parts.push(input(subject, 'switchingCostUsd'))
    return sumOrZero(parts, `Penalties and moving, ${month(subject, m).month}`)
  })
}
