/** Short ways to say what a scenario gives. */
import type { InputEntries, Resolution, ResolvedInputs } from '../../../shared/economics/inputs.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import { definitionOf, resolveInputs } from '../../../shared/economics/inputs.ts'
import type { Batch } from '../../../shared/economics/batch.ts'
import type { NumberInput } from '../../../shared/economics/input-definition.ts'
import type { Statement } from '../../../shared/economics/statement.ts'
import { statementOf } from '../../../shared/economics/statement.ts'
import { assumed } from '../../../shared/figure.ts'

export type Given = Readonly<Record<string, number | string>>

/** Numbers become figures in the unit of their row. */
export function entriesOf(given: Given): InputEntries {
  return Object.fromEntries(
    Object.entries(given).map(([key, value]) => [
      key,
      typeof value === 'string' ? value : assumed(value, (definitionOf(key) as NumberInput).unit),
    ]),
  )
}

/**
 * The rig of the worked example: November and December 2026 (30 and 31 days), one card, 400 W rented and 100 W idle
 * at the wall, always offered and up, half of it rented, $0.20 a kWh, $0.50 an hour paid by the buyer, 10 % platform
 * fee, $10 of fixed costs a month, paid in cash on the first of the month less $2, two days to arrive.
 */
export const worked: Given = {
  startMonth: '2026-11',
  horizonMonths: 2,
  powerBasis: 'wall',
  wallRentedWatts: 400,
  wallIdleWatts: 100,
  uptimeRatio: 1,
  rentalUtilizationRatio: 0.5,
  flatTariffPerKwh: 0.2,
  priceUsdPerGpuHour: 0.5,
  priceBasis: 'buyer pays',
  platformFeeRatio: 0.1,
  fixedOperatingUsdPerMonth: 10,
  payoutCadence: 'monthly',
  payoutMonthDay: 1,
  minimumPayoutUsd: 0,
  withdrawalFeeUsd: 2,
  holdDays: 0,
  transferDays: 2,
}

export const workedTokens: Given = {
  ...worked,
  payoutCurrency: 'token',
  tokenPriceUsd: 2,
  exchangeFeeRatio: 0,
}

export const workedCard: Given = {
  ...worked,
  resaleTodayUsdPerGpu: 600,
  resaleIn12MonthsUsdPerGpu: 480,
  wearPer1000LoadHoursRatio: 0.01,
  annualFailureRatio: 0,
}

export function resolved(given: Given): ResolvedInputs {
  const resolution = resolveInputs(entriesOf(given))
  if (resolution.kind === 'refused') throw new Error(messages(resolution).join(' '))
  return resolution.inputs
}

export function batch(given: Given, size = 1): Batch {
  return batchOf(resolved(given), size)
}

export function statement(given: Given): Statement {
  return statementOf(batch(given))
}

export function messages(resolution: Resolution): readonly string[] {
  return resolution.kind === 'refused' ? resolution.problems.map(({ message }) => message) : []
}
