/**
 * The engine against a second statement of the same rules: plain Python, written from SPEC.md alone, one scenario
 * and one day after the other. Whatever only one of the two understands differently shows here.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { dayNumber } from '../../shared/calendar.ts'
import type { Evaluation } from '../../shared/economics/evaluate.ts'
import { evaluate } from '../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { statementLines } from '../../shared/economics/statement.ts'
import { scenarioFrom } from '../property/scenario-generator.ts'
import type { OracleAnswer, Probes } from './oracle.ts'
import { askOracle, pythonVersion } from './oracle.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>
type Case = {
  readonly seed: number
  readonly entries: InputEntries
  readonly evaluation: Evaluated
  readonly oracle: OracleAnswer
}

const python = pythonVersion()
const scenarios = 200
const firstSeed = 20_261_101

function cases(): Case[] {
  const given: { seed: number; entries: InputEntries; evaluation: Evaluated; probes: Probes }[] = []
  for (let seed = firstSeed; given.length < scenarios; seed += 1) {
    const entries = scenarioFrom(seed, { atMost: { horizonMonths: 40 } })
    const evaluation = evaluate(entries)
    if (evaluation.kind === 'refused') throw new Error(`${seed}: ${evaluation.problems[0]?.message}`)
    if (evaluation.answer === null) continue
    given.push({ seed, entries, evaluation, probes: pricesFound(evaluation) })
  }
  const answers = askOracle(given)
  return given.map(({ seed, entries, evaluation }, i) => ({ seed, entries, evaluation, oracle: answers[i]! }))
}

function pricesFound({ prices: [at] }: Evaluated): Probes {
  const found: Record<string, number> = {}
  for (const name of ['toBeatOff', 'cashBreakEven', 'fullCost'] as const) {
    const crossing = at?.[name]?.crossings[0]
    if (crossing?.kind === 'root') found[name] = crossing.at
  }
  return found
}

/** Equal to 1e-9 of `scale`, which is at least the larger of the two. */
function same(actual: number | null, expected: number | null, what: string, scale = 0): void {
  if (actual === null || expected === null) {
    expect(actual, what).toBe(expected)
    return
  }
  const size = Math.max(Math.abs(actual), Math.abs(expected), scale)
  if (!(Math.abs(actual - expected) <= 1e-9 * size)) {
    expect.fail(`${what}: the engine says ${actual}, the second statement ${expected}`)
  }
}

describe.skipIf(python === null)(
  python === null ? 'the second statement (SKIPPED: no python3 here)' : 'the second statement',
  () => {
    let all: readonly Case[] = []
    beforeAll(() => {
      all = cases()
    }, 300_000)
    const each = (check: (one: Case, answer: NonNullable<Evaluated['answer']>, at: string) => void) => {
      for (const one of all) check(one, one.evaluation.answer!, `seed ${one.seed}`)
    }

    it(`S1 B6 agrees on every line of every month of ${scenarios} scenarios`, () => {
      each(({ oracle }, { months }, at) => {
        expect(
          months.map((row) => row.month),
          at,
        ).toEqual(oracle.rows.map((row) => row.month))
        const turnover = Math.max(
          ...oracle.rows.flatMap((row) => [row.usageUsd + row.subsidyUsd, row.pipelineUsd]),
        )
        months.forEach((row, m) => {
          const expected = oracle.rows[m]!
          const where = `${at} ${row.month}`
          for (const { key } of statementLines) same(row.lines[key], expected[key], `${where} ${key}`)
          const size = statementLines.reduce((total, { key }) => total + Math.abs(expected[key]), 0)
          same(row.netUsd, expected.netUsd, `${where} net`, size)
          same(row.bankedUsd, expected.bankedUsd, `${where} banked`, size + turnover * 1e-3)
          same(row.lostUsd, expected.lostUsd, `${where} lost`)
          same(row.pipelineUsd, expected.pipelineUsd, `${where} pipeline`, turnover * 1e-3)
          same(row.revaluationUsd, expected.revaluationUsd, `${where} revaluation`, turnover * 1e-3)
        })
      })
    })
    it('H2 E1 E5 agrees on watts at the wall, rented hours and kilowatt-hours', () => {
      each(({ oracle, evaluation }, { headlines }, at) => {
        same(evaluation.wallRentedWatts, oracle.wallRented[0], `${at} rented watts`)
        same(evaluation.wallIdleWatts, oracle.wallIdle[0], `${at} idle watts`)
        const year = oracle.rows.slice(0, Math.min(12, oracle.horizonMonths))
        const mean = (of: (row: OracleAnswer['rows'][number]) => number) =>
          year.reduce((total, row) => total + of(row), 0) / year.length
        same(
          headlines.rentedGpuHoursPerMonth,
          mean((row) => row.rentedGpuHours),
          `${at} rented hours`,
        )
        same(
          headlines.rigKwhPerMonth,
          mean((row) => row.rigKwh),
          `${at} kWh`,
        )
      })
    })
    it('W1 K1 N6 agrees on card value, outlay and the three-way decision', () => {
      each(({ oracle }, { months, headlines }, at) => {
        const horizon = (oracle.resale?.length ?? 1) - 1
        for (let m = 0; m < horizon; m += 1)
          same(months[m]!.resaleUsd, oracle.resale![m + 1]!, `${at} resale ${m}`)
        expect(headlines.npvWithCapital, at).toBe(oracle.outlayUsd !== null)
        if (headlines.decision === null) return
        const { decision } = oracle
        const size = oracle.flows.reduce((total, [, amount]) => total + Math.abs(amount), 0)
        same(headlines.decision.runUsd, decision!.runUsd, `${at} run`, size)
        same(headlines.decision.sellUsd, decision!.sellUsd, `${at} sell`)
        same(headlines.decision.leaveUsd, decision!.leaveUsd, `${at} leave`)
        const best = Math.max(...decision!.valueAfterMonths)
        same(
          decision!.valueAfterMonths[headlines.decision.sellAfterMonths]!,
          best,
          `${at} when to sell`,
          size,
        )
      })
    })
    it('K2 K3 K4 N1 N2 N4 agrees on net, net at best, NPV, payback and first cash', () => {
      each(({ oracle, entries }, { headlines, netUsdPerMonthAtBest }, at) => {
        const size = oracle.flows.reduce((total, [, amount]) => total + Math.abs(amount), 0)
        const gross = oracle.rows.reduce((total, row) => total + Math.abs(row.netUsd) + row.usageUsd, 0)
        same(headlines.netUsdPerMonth, oracle.netUsdPerMonth, `${at} net`, gross)
        same(netUsdPerMonthAtBest, oracle.netUsdPerMonthAtBest, `${at} net at best`, gross)
        same(headlines.npvUsd, oracle.npvUsd, `${at} NPV`, size)
        same(headlines.paybackMonths, oracle.paybackMonths, `${at} payback`, 1)
        const start = dayNumber(`${entries['startMonth'] as string}-01`)
        const firstCash = headlines.firstCashDate === null ? null : dayNumber(headlines.firstCashDate) - start
        expect(firstCash, `${at} first cash`).toBe(oracle.firstCashDay)
      })
    })
    it('V1 agrees on the three legs of the gate', () => {
      each(({ oracle }, { gate }, at) => {
        const size = oracle.flows.reduce((total, [, amount]) => total + Math.abs(amount), 0)
        same(gate.usageOnlyUsd, oracle.usageOnlyUsd, `${at} a`, size)
        same(gate.usageOnlyUsd + gate.subsidyUsd, oracle.withSubsidyUsd, `${at} b`, size)
        same(gate.usageOnlyUsd + gate.subsidyUsd + gate.tokenPathUsd, oracle.npvUsd, `${at} c`, size)
      })
    })
    it('P1 P4 P5 agrees on the power floor, levelized cost and shutdown rent', () => {
      each(({ oracle, evaluation }, _, at) => {
        const { powerFloor } = evaluation
        same(powerFloor.keepRatio, oracle.powerFloor.keepRatio, `${at} keep`)
        for (const end of ['cheapest', 'mean', 'dearest'] as const) {
          same(
            powerFloor.againstIdleUsdPerGpuHour[end],
            oracle.powerFloor.againstIdle[end],
            `${at} idle ${end}`,
          )
          same(powerFloor.againstOffUsdPerGpuHour[end], oracle.powerFloor.againstOff[end], `${at} off ${end}`)
        }
        const price = evaluation.prices[0]!
        if (evaluation.prices.length > 1) return
        same(price.shutdownUsdPerGpuHour, oracle.shutdownUsdPerGpuHour, `${at} shutdown`)
        same(
          price.levelized?.nominalUsdPerGpuHour ?? null,
          oracle.levelized?.[0] ?? null,
          `${at} levelized`,
          1,
        )
        same(price.levelized?.realUsdPerGpuHour ?? null, oracle.levelized?.[1] ?? null, `${at} real`, 1)
      })
    })

    it('P2 P3 agrees that the prices found meet their targets', () => {
      each(({ oracle, evaluation }, _, at) => {
        if (evaluation.prices.length > 1) return
        const year = Math.min(12, oracle.horizonMonths)
        const size = turnoverOf(oracle)
        const wear = oracle.resale === null ? 0 : (oracle.unwornResale![year]! - oracle.resale[year]!) / year
        const targets = { cashBreakEven: 0, toBeatOff: wear, fullCost: 0 }
        for (const [name, result] of Object.entries(oracle.probes)) {
          const missed = Math.abs(result - targets[name as keyof typeof targets])
          expect(missed, `${at} ${name}`).toBeLessThanOrEqual(1e-6 * size)
        }
      })
      const found = all.reduce((total, { oracle }) => total + Object.keys(oracle.probes).length, 0)
      expect(found).toBeGreaterThan(scenarios / 2)
    })
  },
)

/** What moves through all lines of all months, and as much again per rented hour at the price grid's step. */
function turnoverOf({ rows, flows }: OracleAnswer): number {
  const lines = rows.reduce(
    (total, row) => statementLines.reduce((sum, { key }) => sum + Math.abs(row[key]), total),
    0,
  )
  const hours = rows.reduce((total, row) => total + row.rentedGpuHours, 0)
  return lines + hours * (100 / 64) + Math.abs(flows[0]?.[1] ?? 0)
}
