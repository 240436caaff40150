/** A cell is what evaluate says; the hours sum to the year; a sweep meets the answer at the value in use. */
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../shared/economics/evaluate.ts'
import type { InputDefinition } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { NumberKey } from '../../shared/economics/input-table.ts'
import { batchOf } from '../../shared/economics/batch.ts'
import { resolveInputs } from '../../shared/economics/inputs.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { firstYearMean, statementOf } from '../../shared/economics/statement.ts'
import { cellOf } from '../../shared/economics/table.ts'
import type { Metric } from '../../shared/sensitivity/cases.ts'
import { metrics, withNumbersTyped } from '../../shared/sensitivity/cases.ts'
import { axisOf, caseOfCell, cellCount, cellsOf } from '../../shared/sensitivity/heat-map.ts'
import { hourMeasures, hourTableOf } from '../../shared/sensitivity/hour-table.ts'
import { sweepOf } from '../../shared/sensitivity/sweep.ts'
import { tornadoOf } from '../../shared/sensitivity/tornado.ts'
import { forSeeds, isNightly } from './runs.ts'
import { randomFrom, scenarioFrom } from './scenario-generator.ts'

const cases = isNightly ? 100_000 : 3_000
const atMost = { horizonMonths: 14, holdDays: 20, creditDelayDays: 10, transferDays: 10 }

const numberKeys = (inputTable as readonly InputDefinition[])
  .filter((row) => row.kind === 'number' || row.kind === 'integer')
  .map((row) => row.key as NumberKey)

function resolvedFrom(entries: InputEntries) {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') throw new Error(resolution.problems[0]!.message)
  return resolution.inputs
}

/** What evaluate says, null where it refuses or has no net. */
function evaluated(entries: InputEntries, metric: Metric): number | null {
  const evaluation = evaluate(entries)
  if (evaluation.kind === 'refused' || evaluation.answer === null) return null
  const { headlines } = evaluation.answer
  return metric === 'net' ? headlines.netUsdPerMonth : headlines.npvUsd
}

const twoOf = (keys: readonly NumberKey[], random: () => number): readonly [NumberKey, NumberKey] => {
  const first = Math.floor(random() * keys.length)
  const second = (first + 1 + Math.floor(random() * (keys.length - 1))) % keys.length
  return [keys[first]!, keys[second]!]
}

describe('SN6 a cell of the heat map', () => {
  it('is evaluate with its two inputs, to the last digit', { timeout: 900_000 }, () => {
    const found = { values: 0, refused: 0 }
    forSeeds('heat map', cases, 20, (seed) => {
      const entries = scenarioFrom(seed, { atMost })
      const random = randomFrom(seed)
      const [columnKey, rowKey] = twoOf(
        numberKeys.filter((key) => resolvedFrom(entries).numbers[key] !== null),
        random,
      )
      const metric = metrics[Math.floor(random() * 2)]!
      const spec = { metric, columns: axisOf(entries, columnKey, 5), rows: axisOf(entries, rowKey, 4) }
      const outcomes = cellsOf(entries, spec, 0, cellCount(spec))
      outcomes.forEach((outcome, cell) => {
        const expected = evaluated(withNumbersTyped(entries, caseOfCell(spec, cell)), metric)
        const got = outcome.kind === 'value' ? outcome.usd : null
        if (!Object.is(got, expected)) {
          expect.fail(
            `seed ${seed}, ${columnKey} by ${rowKey}, ${metric}, cell ${cell}: ${got} for ${expected}`,
          )
        }
        found[outcome.kind === 'value' ? 'values' : 'refused'] += 1
      })
    })
    console.log(`heat map: ${JSON.stringify(found)}`)
    expect(found.values).toBeGreaterThan(cases / 3)
    expect(found.refused).toBeGreaterThan(0)
  })
})

describe('SN5 the ends of a tornado', () => {
  it('are what evaluate says with that one input', { timeout: 900_000 }, () => {
    let rows = 0
    forSeeds('tornado', cases / 3, 10, (seed) => {
      const entries = scenarioFrom(seed, { atMost, complete: true })
      const tornado = tornadoOf(entries, 'npv')
      if (tornado.kind === 'unanswered') return
      expect(tornado.baseUsd).toBe(evaluated(entries, 'npv'))
      for (const { key, ends, atLow } of tornado.rows.slice(0, 5)) {
        const expected = evaluated(withNumbersTyped(entries, { [key]: ends.low }), 'npv')
        expect(atLow.kind === 'value' ? atLow.usd : null).toBe(expected)
        rows += 1
      }
    })
    expect(rows).toBeGreaterThan(100)
  })
})

describe('SN4 a sweep', () => {
  it(
    'passes through the answer at the value in use, and turns where it crosses',
    { timeout: 900_000 },
    () => {
      let crossings = 0
      forSeeds('sweep', cases / 3, 5, (seed) => {
        const entries = scenarioFrom(seed, { atMost, complete: true })
        const inputs = resolvedFrom(entries)
        const npv = evaluated(entries, 'npv')
        if (npv === null) return
        const statement = statementOf(batchOf(inputs, 1))
        const base = { net: firstYearMean(statement, statement.netBeforeTaxUsd, 0), npv }
        const key = (['priceUsdPerGpuHour', 'uptimeRatio', 'rentalUtilizationRatio'] as const)[
          Math.abs(seed) % 3
        ]!
        for (const metric of metrics) {
          const sweep = sweepOf(inputs, key, metric)
          const here = sweep.points.find(({ at }) => at === inputs.numbers[key])
          expect(here?.usd).toBe(base[metric])
          for (const crossing of sweep.crossings) {
            const [from, to] =
              crossing.kind === 'root' ? [crossing.at, crossing.at] : [crossing.low, crossing.high]
            const before = sweep.points.findLast(({ at }) => at <= from)?.usd ?? Number.NaN
            const after = sweep.points.find(({ at }) => at >= to)?.usd ?? Number.NaN
            if (!(before * after <= 0)) expect.fail(`seed ${seed}, ${key}, ${metric}: ${before}, ${after}`)
            crossings += 1
          }
        }
      })
      expect(crossings).toBeGreaterThan(50)
    },
  )
})

describe('SN7 the hour x month table', () => {
  it('sums to the lines of each month, to 1e-9', { timeout: 900_000 }, () => {
    forSeeds('hour table', cases, 10, (seed) => {
      const inputs = resolvedFrom(scenarioFrom(seed, { atMost, complete: true, reach: 'wide' }))
      const statement = statementOf(batchOf(inputs, 1))
      const table = hourTableOf(statement, 0)
      const lines = {
        rentedGpuHours: statement.hours.rentedGpuHours,
        electricityUsd: statement.lines.electricityUsd,
        netUsd: statement.netUsd,
      }
      for (const measure of hourMeasures) {
        table.cells[measure].forEach((hours, m) => {
          const total = hours.reduce((sum, each) => sum + each, 0)
          const line = cellOf(lines[measure], m, 0)
          const scale = Math.max(1e-300, ...hours.map(Math.abs), Math.abs(cellOf(statement.netUsd, m, 0)))
          if (!(Math.abs(total - line) <= 1e-9 * scale)) {
            expect.fail(`seed ${seed}, ${measure}, month ${m}: ${total} for ${line}`)
          }
        })
      }
      for (const [m, offered] of table.offeredHours.entries()) {
        offered.forEach((hours, h) => {
          if (hours === 0) expect(table.cells.rentedGpuHours[m]![h]).toBe(0)
        })
      }
    })
  })
})
