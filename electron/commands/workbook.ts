/** `idlewatt workbook`: a scenario as a spreadsheet with live formulas. */
import { writeFileSync } from 'node:fs'
import { Command } from 'commander'
import { isoDate } from '../../shared/calendar.ts'
import { workbookOf } from '../../shared/workbook/workbook.ts'
import { xlsxOf } from '../../shared/workbook/xlsx-file.ts'
import { systemClock } from '../clock.ts'
import { appVersion } from '../version.ts'
import { addInputFlags, entriesFromFlags } from './input-flags.ts'
import { readScenarioFile } from './scenario-file.ts'
import { nextMonthStart } from './start-month.ts'

const dayMs = 86_400_000

export function workbookCommand(): Command {
  const command = new Command('workbook')
    .description('a scenario as an .xlsx whose every figure is a formula over its inputs')
    .argument('<file>', 'a scenario as JSON; - reads standard input')
    .requiredOption('--output <path>', 'the .xlsx to write; one that is there is replaced')
    .action((file: string, options: Readonly<Record<string, unknown>>) => {
      const output = String(options['output'])
      const { name, inputs } = readScenarioFile(file)
      const entries = { ...nextMonthStart(), ...inputs, ...entriesFromFlags(options) }
      const date = isoDate(Math.floor(systemClock.nowUtcMs() / dayMs))
      write(output, xlsxOf(workbookOf(entries, { name, date, version: appVersion() })))
      console.log(`${output}: the statement of “${name}” with live formulas.`)
    })
  return addInputFlags(command)
}

function write(file: string, bytes: Uint8Array): void {
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${file} cannot be written: ${why}.`, { cause: error })
  }
}
