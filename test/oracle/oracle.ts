/** Asks the plain-Python statement (answer.py) about scenarios, in one child process, a line at a time. */
import { execFileSync, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { InputDefinition } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import type { LineKey } from '../../shared/economics/statement.ts'

export type OracleRow = Readonly<Record<LineKey, number>> & {
  readonly month: string
  readonly netUsd: number
  readonly netBeforeTaxUsd: number
  readonly bankedUsd: number
  readonly bankedIncomeUsd: number
  readonly taxPaidUsd: number
  readonly capitalUsd: number
  readonly loanUsd: number
  readonly replacementUsd: number
  readonly collateralBackUsd: number
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
  readonly rates: readonly number[]
  readonly npvUsd: number
  readonly usageOnlyUsd: number
  readonly withSubsidyUsd: number
  readonly netUsdPerMonth: number
  readonly netBeforeTaxUsdPerMonth: number
  readonly netUsdPerMonthAtBest: number
  readonly paybackMonths: number | null
  readonly worstMonthUsd: number
  readonly decision: {
    readonly runUsd: number
    readonly sellUsd: number
    readonly leaveUsd: number
    readonly valueAfterMonths: readonly number[]
  } | null
  readonly contractedShare: number | null
  readonly exposure: {
    readonly greatestUsd: number
    readonly meanUsd: number
    readonly expectedLossUsdPerYear: number | null
  }
  readonly performance: readonly [number | null, number | null]
  readonly nextCard: { readonly netUsd?: number; readonly limit?: string }
  readonly taxOnFallenTokensUsd: number | null
  readonly powerFloor: {
    readonly keepRatio: number
    readonly againstIdle: Floor
    readonly againstOff: Floor
    readonly winter: number | null
  }
  readonly exitRents: readonly (number | null)[] | null
  readonly levelized?: readonly [number | null, number | null]
  readonly shutdownUsdPerGpuHour: number | null
  readonly probes: Readonly<Record<string, number>>
}

/** The price that the engine found for a target; the oracle says what the target then is. */
export type Probes = Partial<Record<'toBeatOff' | 'cashBreakEven' | 'fullCost' | 'site', number>>

export type Question = { readonly entries: InputEntries; readonly probes?: Probes }

export type Oracle = {
  /** In the order asked; the process ends when `questions` is over. */
  readonly ask: (questions: readonly Question[]) => Promise<readonly OracleAnswer[]>
  readonly close: () => void
}

/** Null where python3 is absent. */
export function pythonVersion(): string | null {
  try {
    return execFileSync('python3', ['--version'], { encoding: 'utf8' }).trim()
  } catch {
    return null
  }
}

export function openOracle(): Oracle {
  const statement = openStatement<OracleAnswer>('answer.py')
  return {
    ask: (questions) =>
      statement.ask(questions.map(({ entries, probes }) => ({ ...plain(entries), probes: probes ?? {} }))),
    close: statement.close,
  }
}

/** A Python file beside this one that knows the input table and answers a line of JSON with one, in order. */
export function openStatement<Answer>(file: string) {
  const script = fileURLToPath(new URL(file, import.meta.url))
  const child = spawn('python3', ['-B', script], { stdio: ['pipe', 'pipe', 'inherit'] })
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
  child.stdin.write(`${JSON.stringify({ table: inputTable as readonly InputDefinition[] })}\n`)
  const ask = async (questions: readonly unknown[]): Promise<readonly Answer[]> => {
    for (const question of questions) child.stdin.write(`${JSON.stringify(question)}\n`)
    const answers: Answer[] = []
    while (answers.length < questions.length) {
      // oxlint-disable-next-line no-await-in-loop -- one process answers in order
      const line = await lines.next()
      if (line.done === true) throw new Error('the second statement ended before it had answered')
      answers.push(JSON.parse(line.value) as Answer)
    }
    return answers
  }
  return { ask, close: () => child.stdin.end() }
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
