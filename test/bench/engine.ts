/**
 * One evaluation of 36 months, all lines, NPV and IRR: here, in the plain-Python oracle, and as a recalculation of
 * the exported workbook in LibreOffice, interleaved in one run. Nothing is asserted: machines are shared and noisy.
 * `npm run bench`
 */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { batchOf } from '../../shared/economics/batch.ts'
import { capitalOf, datedFlows, npvUsd } from '../../shared/economics/cash-flow.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import { resolveInputs } from '../../shared/economics/inputs.ts'
import { statementOf } from '../../shared/economics/statement.ts'
import { xirr } from '../../shared/finance/returns.ts'
import { workbookOf } from '../../shared/workbook/workbook.ts'
import { xlsxOf } from '../../shared/workbook/xlsx-file.ts'
import type { Given } from '../shared/economics/given.ts'
import { entriesOf, workedCard, workedTokens } from '../shared/economics/given.ts'
import { editsBetween } from '../shared/workbook/changes.ts'
import { libreOfficeMissing, recalculated } from '../workbook/libreoffice.ts'

const rounds = 5
const here = 1_000
const inPython = 20
const inLibreOffice = 4

const everything: Given = {
  ...workedCard,
  ...workedTokens,
  horizonMonths: 36,
  resaleTodayUsdPerGpu: 600,
  resaleIn12MonthsUsdPerGpu: 480,
  tokenYearlyChangeRatio: 0.2,
  saleVenue: 'depth',
  depthUsd: 50_000,
  tariffKind: 'tiered',
  tariffTiers: '0 0.2; 400 0.3',
  coolingKind: 'room',
  collateralKind: 'token',
  collateralUsd: 300,
  loanKind: 'annuity',
  loanUsd: 400,
  loanRatePerYear: 0.07,
  loanMonths: 24,
  taxTreatment: 'taxed',
  taxRateRatio: 0.3,
  depreciationMethod: 'double declining',
  taxBookUsdPerGpu: 500,
}
const entries = entriesOf(everything)
const about = { name: 'Bench', date: '2026-01-01', version: '1.0.0' }
const missing = libreOfficeMissing()
const folder = mkdtempSync(join(tmpdir(), 'idlewatt-bench-'))
try {
  const workbook = workbookOf(entries, about)
  const file = join(folder, 'bench.xlsx')
  writeFileSync(file, xlsxOf(workbook))
  const ratios = { python: [] as number[], libreOffice: [] as number[] }
  const own: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    const ownMs = hereMs()
    own.push(ownMs)
    ratios.python.push(pythonMs() / ownMs)
    if (missing === null) ratios.libreOffice.push(libreOfficeMs(file, workbook) / ownMs)
  }
  console.log(
    `One evaluation, 36 months, all lines, NPV and IRR: ${middle(own)} ms; ${rounds} interleaved rounds.`,
  )
  console.log(`The same in the plain-Python oracle: ${middle(ratios.python)} times as long.`)
  if (missing === null) {
    console.log(`A recalculation in LibreOffice: ${middle(ratios.libreOffice)} times as long.`)
  } else console.log(`LibreOffice was not asked: ${missing}.`)
} finally {
  rmSync(folder, { recursive: true, force: true })
}

function hereMs(): number {
  const startedMs = performance.now()
  for (let i = 0; i < here; i += 1) {
    const resolution = resolveInputs(entries)
    if (resolution.kind === 'refused') throw new Error(resolution.problems[0]?.message)
    const statement = statementOf(batchOf(resolution.inputs, 1))
    npvUsd(statement, true)
    xirr(datedFlows(statement, 0, capitalOf(statement, 0)))
  }
  return (performance.now() - startedMs) / here
}

function pythonMs(): number {
  const { status, stdout, stderr } = spawnSync('python3', ['-B', script('speed.py')], {
    input: JSON.stringify({ given: everything, table: inputTable, times: inPython }),
    encoding: 'utf8',
    maxBuffer: 1 << 26,
  })
  if (status !== 0) throw new Error(stderr)
  return Number(stdout)
}

function script(name: string): string {
  return fileURLToPath(new URL(`../oracle/${name}`, import.meta.url))
}

/** What changes cost beyond opening and the first calculation: the same file without and with them. */
function libreOfficeMs(path: string, workbook: ReturnType<typeof workbookOf>): number {
  const prices = Array.from({ length: inLibreOffice }, (_, i) => ({
    ...entries,
    ...entriesOf({ priceUsdPerGpuHour: 0.6 + i / 100 }),
  }))
  const changes = prices.map((changed) => editsBetween(workbook, workbookOf(changed, about)))
  const read = ['npvUsd']
  const withoutMs = timed(() => recalculated([{ file: path, read, changes: [] }]))
  const withMs = timed(() => recalculated([{ file: path, read, changes }]))
  return (withMs - withoutMs) / inLibreOffice
}

function timed(work: () => unknown): number {
  const startedMs = performance.now()
  work()
  return performance.now() - startedMs
}

function middle(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toPrecision(3)
}
