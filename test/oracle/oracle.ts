/** Asks the plain-Python statement (answer.py) about scenarios, in one child process. */
import { execFileSync } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import type { InputDefinition } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import type { LineKey } from '../../shared/economics/statement.ts'

export type OracleRow = Readonly<Record<LineKey, number>> & {
  readonly month: string
  readonly netUsd: number
  readonly bankedUsd: number
  readonly pipelineUsd: number
  readonly revaluationUsd: number
  readonly lostUsd: number
  readonly lastDay: number
  readonly rentedGpuHours: number
  readonly rigKwh: number
}

export type Floor = { readonly cheapest: number; readonly mean: number; readonly dearest: number }

export type OracleAnswer = {
  readonly rows: readonly OracleRow[]
  readonly horizonMonths: number
  readonly firstCashDay: number | null
  readonly tokens: Readonly<Record<'accrued' | 'sold' | 'forFees' | 'lost', number>>
  readonly wallRented: readonly [number, boolean]
  readonly wallIdle: readonly [number, boolean]
  readonly resale: readonly number[] | null
  readonly unwornResale: readonly number[] | null
  readonly outlayUsd: number | null
  readonly flows: readonly (readonly [number, number])[]
  readonly npvUsd: number
  readonly usageOnlyUsd: number
  readonly withSubsidyUsd: number
  readonly netUsdPerMonth: number
  readonly netUsdPerMonthAtBest: number
  readonly paybackMonths: number | null
  readonly decision: {
    readonly runUsd: number
    readonly sellUsd: number
    readonly leaveUsd: number
    readonly valueAfterMonths: readonly number[]
  } | null
  readonly powerFloor: {
    readonly keepRatio: number
    readonly againstIdle: Floor
    readonly againstOff: Floor
  }
  readonly levelized?: readonly [number | null, number | null]
  readonly shutdownUsdPerGpuHour: number | null
  readonly probes: Readonly<Record<string, number>>
}

/** The price that the engine found for a target; the oracle says what the target then is. */
export type Probes = Partial<Record<'toBeatOff' | 'cashBreakEven' | 'fullCost', number>>

/** Null where python3 is absent. */
export function pythonVersion(): string | null {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

export function askOracle(
  scenarios: readonly { readonly entries: InputEntries; readonly probes?: Probes }[],
): readonly OracleAnswer[] {
  const assumed = Object.fromEntries(
    (inputTable as readonly InputDefinition[]).map((row) => [row.key, row.assumed]),
  )
  const request = {
    assumed,
    scenarios: scenarios.map(({ entries, probes }) => ({ ...plain(entries), probes: probes ?? {} })),
  }
  const script = fileURLToPath(new URL('answer.py', import.meta.url))
  const answer = execFileSync('python3', ['-B', script], {
    input: JSON.stringify(request),
    encoding: 'utf8',
    maxBuffer: 1 << 30,
  })
  return JSON.parse(answer) as OracleAnswer[]
}

/** Figures as bare numbers; an unknown one is left out. */
function plain(entries: InputEntries): Record<string, number | string> {
  const values: Record<string, number | string> = {}
  for (const [key, entry] of Object.entries(entries)) {
    const value = typeof entry === 'string' ? entry : entry.value
    if (value !== null) values[key] = value
  }
  return values
}
