/** LibreOffice changes inputs in the exported workbook, recalculates, and says what `evaluate` says. */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { InputDefinition } from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { statementLines } from '../../shared/economics/statement.ts'
import { headlineNames } from '../../shared/workbook/headlines-sheet.ts'
import { workbookOf } from '../../shared/workbook/workbook.ts'
import { xlsxOf } from '../../shared/workbook/xlsx-file.ts'
import { isNightly } from '../property/runs.ts'
import { scenarioFrom } from '../property/scenario-generator.ts'
import type { Change } from '../shared/workbook/changes.ts'
import { changeOf, editsBetween } from '../shared/workbook/changes.ts'
import { differencesOf } from '../shared/workbook/differences.ts'
import type { Job } from './libreoffice.ts'
import { libreOfficeMissing, recalculated } from './libreoffice.ts'

const about = { name: 'Example', date: '2026-01-01', version: '1.0.0' }
const definitions = inputTable as readonly InputDefinition[]
const monthKeys = [
  'month',
  ...statementLines.map(({ key }) => key),
  'netUsd',
  'taxPaidUsd',
  'capitalUsd',
  'bankedUsd',
  'pipelineUsd',
  'revaluationUsd',
  'lostUsd',
  'resaleUsd',
]
const read = [...headlineNames, ...monthKeys.map((key) => `months_${key}`)]
const atMost = {
  horizonMonths: 5,
  holdDays: 10,
  saleEveryDays: 10,
  unbondingDays: 20,
  creditDelayDays: 5,
  transferDays: 5,
}

type Scenario = { readonly seed: number; readonly entries: InputEntries; readonly changes: readonly Change[] }

function entriesFrom(seed: number): InputEntries | null {
  const entries = scenarioFrom(seed, { complete: true, atMost })
  const evaluation = evaluate(entries)
  return evaluation.kind === 'evaluated' && evaluation.answer !== null ? entries : null
}

/** Random scenarios until each input was changed in one of them so that the answer moved. */
function scenarios(
  wanted: ReadonlySet<string>,
  mostSeeds: number,
): { readonly chosen: Scenario[]; readonly covered: Set<string> } {
  const covered = new Set<string>()
  const chosen: Scenario[] = []
  for (let seed = 1; seed <= mostSeeds && covered.size < wanted.size; seed += 1) {
    const entries = entriesFrom(seed)
    if (entries === null) continue
    const before = JSON.stringify(evaluate(entries))
    const changes: Change[] = []
    for (const definition of definitions) {
      if (!wanted.has(definition.key) || covered.has(definition.key)) continue
      const change = changeOf(entries, definition, before)
      if (change === null || !change.changesAnswer) continue
      covered.add(definition.key)
      changes.push(change)
    }
    if (changes.length > 0) chosen.push({ seed, entries, changes })
  }
  return { chosen, covered }
}

const missing = libreOfficeMissing()
/** Read by the selling interval alone, which is neither in the answer nor in the workbook. */
const ofSellingInterval: ReadonlySet<string> = new Set(['tokenYearlySigmaRatio', 'riskWeightRatio'])
/** By night every input of the answer, by day every fourth. */
const wanted = new Set(
  definitions
    .map(({ key }) => key)
    .filter((key, i) => (isNightly || i % 4 === 0) && !ofSellingInterval.has(key)),
)

describe('The workbook is live', () => {
  if (missing !== null) {
    it.skip(`in LibreOffice: skipped, because ${missing}`, () => {})
    return
  }

  it(
    'gives the engine’s figures in LibreOffice after a hard recalculation, and after each input was changed in its sheet',
    { timeout: isNightly ? 3_600_000 : 240_000 },
    () => {
      const { chosen, covered } = scenarios(wanted, isNightly ? 400 : 30)
      const folder = mkdtempSync(join(tmpdir(), 'idlewatt-workbook-'))
      try {
        const jobs = chosen.map(({ seed, entries, changes }): Job => {
          const base = workbookOf(entries, about)
          const file = join(folder, `${seed}.xlsx`)
          writeFileSync(file, xlsxOf(base))
          return {
            file,
            read,
            changes: changes.map((change) => editsBetween(base, workbookOf(change.entries, about))),
          }
        })
        const answers = recalculated(jobs)
        const found: string[] = []
        chosen.forEach(({ seed, entries, changes }, s) => {
          const all = [{ key: 'nothing', entries }, ...changes]
          all.forEach(({ key, entries: given }, i) => {
            const evaluation = evaluate(given)
            if (evaluation.kind === 'refused') throw new Error(`Seed ${seed} with another ${key} is refused.`)
            const [first, ...more] = differencesOf(evaluation, answers[s]![i]!)
            if (first !== undefined)
              found.push(`seed ${seed}, ${key} changed: ${first} (and ${more.length} more)`)
          })
        })
        console.log(
          `LibreOffice: ${chosen.length} workbooks, ${covered.size} of ${wanted.size} inputs changed`,
        )
        console.log(
          `No scenario's answer moved by: ${[...wanted].filter((key) => !covered.has(key)).join(', ') || 'none'}`,
        )
        expect(found).toEqual([])
        expect(covered.size).toBeGreaterThanOrEqual(Math.floor(wanted.size * (isNightly ? 0.98 : 0.9)))
      } finally {
        rmSync(folder, { recursive: true })
      }
    },
  )
})
