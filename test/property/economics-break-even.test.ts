/** At each break-even the target is zero or turns its sign, for random inputs of random scenarios. */
import { describe, expect, it } from 'vitest'
import type { BreakEven } from '../../shared/economics/break-even.ts'
import {
  breakEvenOf,
  breakEvenTargets,
  statementAt,
  targetValues,
} from '../../shared/economics/break-even.ts'
import type { InputDefinition, NumberInput } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { NumberKey } from '../../shared/economics/input-table.ts'
import type { ResolvedInputs } from '../../shared/economics/inputs.ts'
import { definitionOf, resolveInputs } from '../../shared/economics/inputs.ts'
import { forSeeds, isNightly } from './runs.ts'
import { randomFrom, scenarioFrom } from './scenario-generator.ts'

/** 100,000 take minutes: by night. */
const cases = isNightly ? 100_000 : 20_000
/** Several questions are asked of each scenario. */
const perScenario = 5

const numberKeys = (inputTable as readonly InputDefinition[])
  .filter((row): row is NumberInput => row.kind === 'number' || row.kind === 'integer')
  .map((row) => row.key as NumberKey)

const atMost = { horizonMonths: 2, holdDays: 5, creditDelayDays: 5, transferDays: 5 }
/** Over these keys the calendar of the 65 points is long: fewer cases of them. */
const slowKeys: ReadonlySet<string> = new Set([
  'horizonMonths',
  'holdDays',
  'creditDelayDays',
  'transferDays',
])
/** These turn the answer more often than others: asked half of the time. */
const turningKeys: readonly NumberKey[] = [
  'priceUsdPerGpuHour',
  'rentalUtilizationRatio',
  'uptimeRatio',
  'labourUsdPerHour',
]

function heightsAt(inputs: ResolvedInputs, asked: BreakEven, values: readonly number[]): (number | null)[] {
  return targetValues(statementAt(inputs, asked.key, values, asked.target === 'npv'), asked.target)
}

/** What is wrong with one answer, or null. */
function faultOf(inputs: ResolvedInputs, asked: BreakEven): string | null {
  const { low, high, kind } = definitionOf(asked.key) as NumberInput
  const ends = heightsAt(inputs, asked, [low, high])
  const scale = Math.max(...ends.map((height) => Math.abs(height ?? 0)))
  if (asked.crossings.length === 0) {
    for (const height of ends) {
      if (height === null || asked.everywhere === null) continue
      const sign = height > 0 ? 'above' : height < 0 ? 'below' : 'zero'
      if (sign !== asked.everywhere && sign !== 'zero')
        return `${asked.everywhere} everywhere, yet ${height} at an end`
    }
  }
  for (const crossing of asked.crossings) {
    const [from, to] = crossing.kind === 'root' ? [crossing.at, crossing.at] : [crossing.low, crossing.high]
    if (!(from >= low && to <= high)) return `${from} to ${to} lies outside of ${low} to ${high}`
    const step = kind === 'integer' ? 1 : 2e-10 * (high - low)
    const sides = [Math.max(low, from - step), from, to, Math.min(high, to + step)]
    const [before, here, there, after] = heightsAt(inputs, asked, sides)
    const turns = [here, there, after].some((height) => (height ?? 0) * (before ?? 0) <= 0)
    const isZero = Math.abs(here ?? Infinity) <= 1e-9 * scale
    if (!turns && !isZero) return `at ${from} it is ${here}, between ${before} and ${after}`
  }
  const current = inputs.numbers[asked.key]
  const distances = asked.crossings.map((crossing) =>
    crossing.kind === 'root' ? Math.abs(crossing.at - (current ?? 0)) : null,
  )
  if (current === null || distances.includes(null)) return null
  const isSorted = distances.every((distance, i) => i === 0 || distance! >= distances[i - 1]!)
  return isSorted ? null : `nearest first to ${current}: ${distances.join(', ')}`
}

describe('X1 the break-even of any input', () => {
  it('is where the target is zero or turns its sign', { timeout: 1_800_000 }, () => {
    const found = { crossings: 0, jumps: 0, none: 0 }
    forSeeds('break-even', cases, perScenario, (seed) => {
      const resolution = resolveInputs(scenarioFrom(seed, { complete: true, atMost }))
      if (resolution.kind === 'refused') throw new Error(resolution.problems[0]!.message)
      const { inputs } = resolution
      const applying = numberKeys.filter((key) => inputs.numbers[key] !== null)
      const random = randomFrom(seed)
      const oneOf = <T>(values: readonly T[]) => values[Math.floor(random() * values.length)]!
      for (let question = 0; question < perScenario; question += 1) {
        const drawn = oneOf(applying)
        const rather = random() < 0.5 || (slowKeys.has(drawn) && random() < 0.9)
        const key = rather ? oneOf(turningKeys) : drawn
        const asked = breakEvenOf(inputs, key, oneOf(breakEvenTargets))
        const fault = faultOf(inputs, asked)
        if (fault !== null) expect.fail(`seed ${seed}, ${key}, ${asked.target}: ${fault}`)
        found.crossings += asked.crossings.length
        found.jumps += asked.crossings.filter(({ kind }) => kind === 'jump').length
        found.none += asked.crossings.length === 0 ? 1 : 0
      }
    })
    console.log(`break-even: ${JSON.stringify(found)}`)
    expect(found.crossings).toBeGreaterThan(cases / 10)
    expect(found.none).toBeGreaterThan(cases / 10)
    expect(found.jumps).toBeGreaterThan(0)
  })
})
