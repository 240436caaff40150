/** Realistic scenarios as data: a name, a sentence, what is given, and what the second statement answered. */
import { readFileSync, readdirSync } from 'node:fs'
import { assumed } from '../../shared/figure.ts'
import type { InputDefinition } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import type { OracleAnswer } from './oracle.ts'

export type Expected = Readonly<Record<string, number | null>>

export type Golden = {
  readonly file: string
  readonly name: string
  readonly sentence: string
  readonly inputs: Readonly<Record<string, number | string>>
  readonly expected?: Expected
}

const folder = new URL('golden/', import.meta.url)
const rows = new Map((inputTable as readonly InputDefinition[]).map((row) => [row.key, row]))

export function goldenScenarios(): readonly Golden[] {
  return readdirSync(folder)
    .toSorted()
    .map((file) => {
      const content = JSON.parse(readFileSync(new URL(file, folder), 'utf8')) as Omit<Golden, 'file'>
      return Object.assign(content, { file })
    })
}

export function entriesOf({ file, inputs }: Golden): InputEntries {
  return Object.fromEntries(
    Object.entries(inputs).map(([key, value]) => {
      const row = rows.get(key)
      if (row === undefined) throw new Error(`${file}: there is no input ${key}`)
      return [key, typeof value === 'number' && 'unit' in row ? assumed(value, row.unit) : String(value)]
    }),
  )
}

/** What a golden scenario keeps of an answer. */
export function kept({ rows: months, ...answer }: OracleAnswer): Expected {
  const total = (of: (row: OracleAnswer['rows'][number]) => number) =>
    months.reduce((all, row) => all + of(row), 0)
  return {
    netUsdPerMonth: answer.netUsdPerMonth,
    netBeforeTaxUsdPerMonth: answer.netBeforeTaxUsdPerMonth,
    npvUsd: answer.npvUsd,
    rateOfReturn: answer.rates.length === 1 ? answer.rates[0]! : null,
    paybackMonths: answer.paybackMonths,
    firstCashDay: answer.firstCashDay,
    bankedUsd: total((row) => row.bankedUsd),
    lostUsd: total((row) => row.lostUsd),
    taxPaidUsd: total((row) => row.taxPaidUsd),
    powerFloorUsdPerGpuHour: answer.powerFloor.againstOff.mean,
    winterFloorUsdPerGpuHour: answer.powerFloor.winter,
    greatestExposureUsd: answer.exposure.greatestUsd,
    infrastructureNpvUsd: answer.usageOnlyUsd,
    runUsd: answer.decision?.runUsd ?? null,
    sellUsd: answer.decision?.sellUsd ?? null,
    leaveUsd: answer.decision?.leaveUsd ?? null,
  }
}
