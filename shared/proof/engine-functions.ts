/**
 * What the vectors call of the engine itself: a month of 720 hours through the whole statement, and lots of tokens.
 * @see SPEC.md PR1
 */
import { batchOf } from '../economics/batch.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { resolveInputs } from '../economics/inputs.ts'
import { addLot, emptyLots, takeLots } from '../economics/lots.ts'
import type { LineKey } from '../economics/statement.ts'
import { statementOf } from '../economics/statement.ts'
import { cellOf } from '../economics/table.ts'
import { assumed } from '../figure.ts'
import { type Given, list, number, numbers } from './arguments.ts'

/** One line of November 2026, 30 days that are all offered and up; nothing else than what is given. */
function lineOfNovember(line: LineKey, given: InputEntries): number {
  const resolution = resolveInputs({
    startMonth: '2026-11',
    horizonMonths: assumed(1, 'months'),
    powerBasis: 'wall',
    uptimeRatio: assumed(1, 'ratio'),
    wallIdleWatts: assumed(0, 'watts'),
    platformFeeRatio: assumed(0, 'ratio'),
    minimumPayoutUsd: assumed(0, 'usd'),
    withdrawalFeeUsd: assumed(0, 'usd'),
    holdDays: assumed(0, 'days'),
    ...given,
  })
  if (resolution.kind === 'refused') throw new RangeError(resolution.problems[0]!.message)
  return cellOf(statementOf(batchOf(resolution.inputs, 1)).lines[line], 0, 0)
}

const usageOf720Hours = (given: Given) =>
  lineOfNovember('usageUsd', {
    gpuCount: assumed(number(given, 0), 'count'),
    priceUsdPerGpuHour: assumed(number(given, 1), 'usdPerGpuHour'),
    rentalUtilizationRatio: assumed(number(given, 2), 'ratio'),
    wallRentedWatts: assumed(0, 'watts'),
    flatTariffPerKwh: assumed(0, 'currencyUnitsPerKwh'),
  })

/** Always rented: the watts given, all day. */
const electricityOfADay = (given: Given) =>
  lineOfNovember('electricityUsd', {
    wallRentedWatts: assumed(number(given, 0), 'watts'),
    flatTariffPerKwh: assumed(number(given, 1), 'currencyUnitsPerKwh'),
    priceUsdPerGpuHour: assumed(0, 'usdPerGpuHour'),
    rentalUtilizationRatio: assumed(1, 'ratio'),
  }) / -30

/** Receipts of [tokens, price each], then sales of one token at each price: the gain of each sale. */
function gainsOf(given: Given): readonly number[] {
  const lots = emptyLots()
  list(given, 0).forEach((_, at) => {
    const receipt = list(list(given, 0), at)
    addLot(lots, number(receipt, 0), number(receipt, 0) * number(receipt, 1))
  })
  return numbers(given, 1).map((priceUsd) => priceUsd - takeLots(lots, 1))
}

export const engineFunctions: Readonly<Record<string, (given: Given) => number | readonly number[]>> = {
  'statement, usage of 720 hours': usageOf720Hours,
  'statement, electricity of a day': electricityOfADay,
  'lots, gains of sales': gainsOf,
}
