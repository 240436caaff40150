/**
 * Where the engine and the second statement differ, by topic.
 *
 * Equal means to 1e-9 of the larger figure, or of `scale` where that is larger: what the figure is a sum or a
 * difference of. A net of a cent between lines of a thousand dollars carries the rounding of the thousand.
 */
import { dayNumber } from '../../shared/calendar.ts'
import type { Evaluation } from '../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { statementLines } from '../../shared/economics/statement.ts'
import type { OracleAnswer, OracleRow, Probes } from './oracle.ts'

export type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>
export type Answer = NonNullable<Evaluated['answer']>
export type Case = {
  readonly name: string
  readonly entries: InputEntries
  readonly evaluation: Evaluated
  readonly answer: Answer
  readonly oracle: OracleAnswer
}
export type Same = (actual: number | null, expected: number | null, what: string, scale?: number) => void

export const tolerance = 1e-9

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0)
const size = (row: OracleRow) => sum(statementLines.map(({ key }) => Math.abs(row[key])))

/** What passes through the pipeline at most: its rounding stays when it is nearly empty again. */
function turnover({ rows }: OracleAnswer): number {
  return Math.max(...rows.flatMap((row) => [row.usageUsd + row.subsidyUsd, row.pipelineUsd]))
}

/** About what the house without the rig pays in a month where its tariff has tiers: price times kWh at most. */
function houseBill(entries: InputEntries): number {
  const largest = (key: string) => {
    const text = entries[key]
    if (typeof text !== 'string' || text === '') return 0
    return Math.max(...text.split('; ').map((row) => Math.abs(Number(row.split(' ')[1]))))
  }
  return largest('houseKwhByMonth') * largest('tariffTiers')
}

/** All that is ever paid or received. */
function moved({ flows, rows }: OracleAnswer): number {
  return sum(flows.map(([, amount]) => Math.abs(amount))) + sum(rows.map(size))
}

export const topics: Readonly<Record<string, (one: Case, same: Same) => void>> = {
  'S1 S5 H5 E10 R4 TX3 every line of every month': ({ entries, answer, oracle }, same) => {
    const taxed = moved(oracle)
    const bill = houseBill(entries)
    answer.months.forEach((row, m) => {
      const expected = oracle.rows[m]!
      for (const { key } of statementLines) {
        // Differences of larger figures: electricity of two bills of the house, tax of two sums over the year, a sale of its value and its proceeds,
        // idle hours of up and rented ones.
        const scales: Readonly<Record<string, number>> = {
          electricityUsd: bill,
          coolingUsd: bill,
          taxUsd: taxed,
          saleCostUsd: turnover(oracle) * 1e-3,
          alternativeUsd: size(expected) * 1e-3,
        }
        const scale = scales[key] ?? 0
        same(row.lines[key], expected[key], `${row.month} ${key}`, scale)
      }
      same(row.netUsd, expected.netUsd, `${row.month} net`, size(expected) + taxed * 1e-3)
      same(
        row.netBeforeTaxUsd,
        expected.netBeforeTaxUsd,
        `${row.month} net before tax`,
        size(expected) + taxed * 1e-3,
      )
    })
    same(answer.months.length, oracle.rows.length, 'months')
  },
  'B6 B9 B11 S3 banked, pipeline, revaluation and lost of every month': ({ answer, oracle }, same) => {
    const scale = turnover(oracle) * 1e-3
    answer.months.forEach((row, m) => {
      const expected = oracle.rows[m]!
      same(row.bankedUsd, expected.bankedUsd, `${row.month} banked`, size(expected) + moved(oracle) * 1e-3)
      same(row.lostUsd, expected.lostUsd, `${row.month} lost`, scale)
      same(row.pipelineUsd, expected.pipelineUsd, `${row.month} pipeline`, scale)
      same(row.revaluationUsd, expected.revaluationUsd, `${row.month} revaluation`, scale)
    })
  },
  'TX4 K5 K7 tax paid, loan, replacements and collateral of every month': ({ answer, oracle }, same) => {
    answer.months.forEach((row, m) => {
      const expected = oracle.rows[m]!
      same(row.taxPaidUsd, expected.taxPaidUsd, `${row.month} tax paid`, moved(oracle))
      same(row.capitalFlowUsd, expected.capitalUsd, `${row.month} capital flow`)
    })
  },
  'H2 E1 E5 watts at the wall, rented hours and kilowatt-hours': ({ evaluation, answer, oracle }, same) => {
    same(evaluation.wallRentedWatts, oracle.wallRented[0], 'rented watts')
    same(evaluation.wallIdleWatts, oracle.wallIdle[0], 'idle watts')
    const year = oracle.rows.slice(0, Math.min(12, oracle.horizonMonths))
    const mean = (of: (row: OracleRow) => number) => sum(year.map(of)) / year.length
    const { headlines } = answer
    same(
      headlines.rentedGpuHoursPerMonth,
      mean((row) => row.rentedGpuHours),
      'rented hours',
    )
    same(
      headlines.rigKwhPerMonth,
      mean((row) => row.rigKwh),
      'kWh',
    )
  },
  'W1 W5 K1 N6 N7 TX6 card value and the three-way decision': ({ answer, oracle }, same) => {
    const { headlines } = answer
    for (let m = 0; m < oracle.horizonMonths; m += 1)
      same(answer.months[m]!.resaleUsd, oracle.resale?.[m + 1] ?? null, `resale ${m}`)
    same(Number(headlines.npvWithCapital), Number(oracle.outlayUsd !== null), 'capital in')
    const [mine, other] = [headlines.decision, oracle.decision]
    same(mine && 1, other && 1, 'a decision')
    if (mine === null || other === null) return
    const scale = moved(oracle)
    same(mine.runUsd, other.runUsd, 'run', scale)
    same(mine.sellUsd, other.sellUsd, 'sell')
    same(mine.leaveUsd, other.leaveUsd, 'leave')
    const best = Math.max(...other.valueAfterMonths)
    same(other.valueAfterMonths[mine.sellAfterMonths]!, best, 'when to sell', scale)
  },
  'K2 K3 K4 K6 N1 N2 N4 N5 net, NPV, rate of return, payback, worst month, first cash': (one, same) => {
    const { oracle, answer, entries } = one
    const { headlines } = answer
    const scale = moved(oracle)
    same(headlines.netUsdPerMonth, oracle.netUsdPerMonth, 'net', scale)
    same(headlines.netBeforeTaxUsdPerMonth, oracle.netBeforeTaxUsdPerMonth, 'net before tax', scale)
    same(answer.netUsdPerMonthAtBest, oracle.netUsdPerMonthAtBest, 'net at best', scale)
    same(headlines.npvUsd, oracle.npvUsd, 'NPV', scale)
    same(headlines.paybackMonths, oracle.paybackMonths, 'payback', 1)
    same(headlines.worstMonth?.bankedUsd ?? null, oracle.worstMonthUsd, 'worst month', scale)
    const start = dayNumber(`${entries['startMonth'] as string}-01`)
    const { firstCashDate } = headlines
    same(firstCashDate === null ? null : dayNumber(firstCashDate) - start, oracle.firstCashDay, 'first cash')
    if (headlines.rateOfReturn?.kind === 'rate') {
      const { rate } = headlines.rateOfReturn
      same(1, oracle.rates.length, 'number of rates of return')
      // The rounding of a flow moves a root by more than itself where the flows are flat in the rate.
      same(rate, oracle.rates[0] ?? null, 'rate of return', 1000 * (1 + Math.abs(rate)))
    } else if (headlines.rateOfReturn !== null) {
      same(Number(oracle.rates.length === 1), 0, 'no single rate of return')
    }
  },
  'N8 N9 N12 exposure, contracted share, per watt and per TFLOP, tax on fallen tokens': (one, same) => {
    const { oracle, answer } = one
    const { headlines } = answer
    const scale = moved(oracle)
    same(headlines.contractedShareRatio, oracle.contractedShare, 'contracted share')
    same(
      headlines.exposure.peakUsd,
      oracle.exposure.greatestUsd,
      'greatest exposure',
      turnover(oracle) * 1e-3,
    )
    same(headlines.exposure.meanUsd, oracle.exposure.meanUsd, 'mean exposure', turnover(oracle) * 1e-3)
    const expectedLoss = oracle.exposure.expectedLossUsdPerYear
    same(headlines.exposure.expectedLossUsdPerYear, expectedLoss, 'expected loss', turnover(oracle) * 1e-3)
    const [perWatt, perTeraflop] = oracle.performance
    const netIsSmall = scale / Math.max(Math.abs(oracle.netUsdPerMonth), Number.MIN_VALUE)
    const scaled = (value: number | null) => Math.abs(value ?? 0) * netIsSmall
    same(headlines.netUsdPerMonthPerWallWatt, perWatt, 'net per wall watt', scaled(perWatt))
    same(headlines.netUsdPerTeraflopHour, perTeraflop, 'net per TFLOP-hour', scaled(perTeraflop))
    same(headlines.taxOnFallenTokensUsd, oracle.taxOnFallenTokensUsd, 'tax on fallen tokens', scale)
  },
  'N10 the next card': ({ answer, oracle, entries }, same) => {
    // Watts at the wall are of the whole rig as it is: they do not say what one card more draws.
    same(Number(answer.nextCard === null), Number(entries['powerBasis'] === 'wall'), 'no next card')
    if (answer.nextCard === null) return
    const fits = answer.nextCard.kind === 'fits'
    same(Number(fits), Number(oracle.nextCard.limit === undefined), 'the next card fits')
    if (answer.nextCard.kind === 'fits')
      same(answer.nextCard.netUsdPerMonth, oracle.nextCard.netUsd ?? null, 'next card', moved(oracle))
  },
  'V1 V5 the three legs of the gate': ({ answer, oracle }, same) => {
    const scale = moved(oracle)
    const { usageOnlyUsd, subsidyUsd, tokenPathUsd } = answer.gate
    same(usageOnlyUsd, oracle.usageOnlyUsd, 'a', scale)
    same(usageOnlyUsd + subsidyUsd, oracle.withSubsidyUsd, 'b', scale)
    same(usageOnlyUsd + subsidyUsd + tokenPathUsd, oracle.npvUsd, 'c', scale)
  },
  'P1 P4 P5 P7 power floors, levelized cost and shutdown rent': ({ evaluation, oracle }, same) => {
    const { powerFloor, prices } = evaluation
    same(powerFloor.keepRatio, oracle.powerFloor.keepRatio, 'keep')
    for (const end of ['cheapest', 'mean', 'dearest'] as const) {
      same(powerFloor.againstIdleUsdPerGpuHour[end], oracle.powerFloor.againstIdle[end], `idle ${end}`)
      same(powerFloor.againstOffUsdPerGpuHour[end], oracle.powerFloor.againstOff[end], `off ${end}`)
    }
    same(
      powerFloor.winterUsdPerGpuHour,
      oracle.powerFloor.winter,
      'winter floor',
      powerFloor.againstOffUsdPerGpuHour.mean,
    )
    if (prices.length !== 1) return
    const { shutdownUsdPerGpuHour, levelized } = prices[0]!
    same(shutdownUsdPerGpuHour, oracle.shutdownUsdPerGpuHour, 'shutdown')
    const [nominal, real] = oracle.levelized ?? [null, null]
    same(levelized?.nominalUsdPerGpuHour ?? null, nominal, 'levelized', 1)
    same(levelized?.realUsdPerGpuHour ?? null, real, 'real levelized', 1)
  },
  'P6 exit rents': ({ answer, oracle }, same) => {
    const hours = (row: OracleRow) => moved(oracle) / Math.max(row.rentedGpuHours, 1e-3)
    for (let m = 0; m < oracle.horizonMonths; m += 1) {
      const expected = oracle.exitRents?.[m] ?? null
      same(answer.months[m]!.exitRentUsdPerGpuHour, expected, `exit rent ${m}`, hours(oracle.rows[m]!))
    }
  },
  'P2 P3 N11 the prices found meet their targets': ({ evaluation, oracle }, same) => {
    if (evaluation.prices.length > 1) return
    const year = Math.min(12, oracle.horizonMonths)
    const wear = oracle.resale === null ? 0 : (oracle.unwornResale![year]! - oracle.resale[year]!) / year
    const targets: Readonly<Record<string, number>> = { toBeatOff: wear }
    const hours = sum(oracle.rows.map((row) => row.rentedGpuHours))
    // A price is found to 1e-10 of the search's interval, and worth as much more as there are hours.
    const scale = 1e3 * (moved(oracle) + hours * (100 / 64))
    for (const [name, result] of Object.entries(oracle.probes)) same(result, targets[name] ?? 0, name, scale)
  },
}

export function pricesFound({ prices: [at], underbid }: Evaluated): Probes {
  const found: Record<string, number> = {}
  for (const [name, search] of [
    ['toBeatOff', at?.toBeatOff],
    ['cashBreakEven', at?.cashBreakEven],
    ['fullCost', at?.fullCost],
    ['site', underbid?.referenceFullCost],
  ] as const) {
    const crossing = search?.crossings[0]
    if (crossing?.kind === 'root') found[name] = crossing.at
  }
  return found
}

/** Topic -> what differs, in words; every topic is there. */
export function differencesOf(one: Case): ReadonlyMap<string, readonly string[]> {
  return new Map(
    Object.entries(topics).map(([topic, compare]) => {
      const different: string[] = []
      compare(one, (actual, expected, what, scale = 0) => {
        const both = actual !== null && expected !== null
        const most = both ? Math.max(Math.abs(actual), Math.abs(expected), scale) : 0
        if (both ? Math.abs(actual - expected) <= tolerance * most : actual === expected) return
        different.push(`${one.name} ${what}: the engine says ${actual}, the second statement ${expected}`)
      })
      return [topic, different]
    }),
  )
}
