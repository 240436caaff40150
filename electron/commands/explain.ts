/** `idlewatt explain`: how a figure of a scenario comes about, down to its inputs; without a name, the names. */
import { Command } from 'commander'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { asData } from '../../shared/explain/data.ts'
import type { Headline } from '../../shared/explain/headline.ts'
import { headlines } from '../../shared/explain/headlines.ts'
import { treeText, usualLevels } from '../../shared/explain/words.ts'
import { formatFigure } from '../../shared/units.ts'
import { addInputFlags, entriesFromFlags } from './input-flags.ts'
import { readScenarioFile } from './scenario-file.ts'
import { nextMonthStart } from './start-month.ts'

type Options = Readonly<Record<string, unknown>>

export function explainCommand(): Command {
  const command = new Command('explain')
    .description('how a figure comes about: formula, your numbers, their sources; without a name, the names')
    .argument('<file>', 'a scenario as JSON; - reads standard input')
    .argument('[headline]', 'such as net, electricity, npv, full-cost; net@2027-03 for one month')
    .option('--json', 'print JSON only')
    .option('--levels <count>', `how deep the text goes (${usualLevels})`)
    .action((file: string, name: string | undefined, options: Options) => {
      const { name: scenario, inputs } = readScenarioFile(file)
      const entries = { ...nextMonthStart(), ...inputs, ...entriesFromFlags(options) }
      const evaluation = evaluate(entries)
      if (evaluation.kind === 'refused')
        throw new Error(`${file}: ${evaluation.problems.map(({ message }) => message).join(' ')}`)
      const all = headlines(entries, evaluation)
      if (name === undefined) printNames(scenario, all, options)
      else printTree(scenario, headlineCalled(name, all), options)
    })
  return addInputFlags(command)
}

const isOfMonth = ({ name }: Headline) => /@\d{4}-\d{2}$/.test(name)

/** Months are not listed one by one: the same names, with the month behind them. */
function printNames(scenario: string, all: readonly Headline[], options: Options): void {
  const listed = all.filter((each) => !isOfMonth(each))
  const months = [...new Set(all.filter(isOfMonth).map(({ name }) => name.slice(-7)))]
  const ofMonth = [...new Set(all.filter(isOfMonth).map(({ name }) => name.slice(0, -8)))]
  if (options['json'] === true) {
    const rows = listed.map(({ name, label, unit, figure }) => ({ name, label, unit, figure }))
    console.log(JSON.stringify({ name: scenario, headlines: rows, ofMonth, months }, null, 2))
    return
  }
  const width = Math.max(...listed.map(({ name }) => name.length))
  for (const { name, label, unit, figure } of listed)
    console.log(`${name.padEnd(width)}  ${label}: ${formatFigure(figure, unit)}`)
  if (months.length > 0)
    console.log(`With a month behind it, such as ${ofMonth[0]}@${months[0]}: ${ofMonth.join(', ')}`)
}

function headlineCalled(name: string, all: readonly Headline[]): Headline {
  const found = all.find((each) => each.name === name)
  if (found !== undefined) return found
  const near = all.filter((each) => !isOfMonth(each) && each.name.startsWith(name.slice(0, 3)))
  const hint = near.length === 0 ? 'without a name, all are listed' : near.map((each) => each.name).join(', ')
  throw new Error(`There is no figure "${name}" in this scenario; did you mean: ${hint}?`)
}

function printTree(scenario: string, headline: Headline, options: Options): void {
  const { name, label, unit, figure } = headline
  const expression = headline.derive()
  if (options['json'] === true) {
    const tree = expression === null ? null : asData(expression)
    console.log(
      JSON.stringify({ name: scenario, headline: name, label, unit, figure, expression: tree }, null, 2),
    )
  } else if (expression === null) console.log(`${label}: unknown, or not meaningful, in this scenario.`)
  else console.log(treeText(expression, new Map(), { levels: levelsFrom(options['levels']) }))
}

function levelsFrom(given: unknown): number {
  if (typeof given !== 'string') return usualLevels
  const levels = /^\d{1,4}$/.test(given) ? Number(given) : 0
  if (levels < 1) throw new Error(`--levels: expected a whole number from 1 to 9999; given was ${given}.`)
  return levels
}
