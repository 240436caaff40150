/** `idlewatt evaluate`: the figures of a scenario file, of flags, or of a file with flags over it; as on screen. */
import { Command } from 'commander'
import { evaluate, type Evaluation } from '../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { answerSentence, valueSentence } from '../../shared/economics/words.ts'
import { addInputFlags, entriesFromFlags } from './input-flags.ts'
import { readScenarioFile } from './scenario-file.ts'
import { nextMonthStart } from './start-month.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

export function evaluateCommand(): Command {
  const command = new Command('evaluate')
    .description('the figures of a scenario file; flags go over what the file says')
    .argument('[file]', 'a scenario as JSON; - reads standard input')
    .option('--json', 'print JSON only')
    .action((file: string | undefined, options: Readonly<Record<string, unknown>>) => {
      const scenario = file === undefined ? { name: 'flags', inputs: {} } : readScenarioFile(file)
      const entries = { ...nextMonthStart(), ...scenario.inputs, ...entriesFromFlags(options) }
      const evaluation = evaluate(entries)
      if (evaluation.kind === 'refused') {
        const problems = evaluation.problems.map(({ message }) => message).join(' ')
        throw new Error(file === undefined ? problems : `${file}: ${problems}`)
      }
      if (options['json'] === true)
        console.log(JSON.stringify({ name: scenario.name, ...evaluation }, null, 2))
      else for (const sentence of sentencesOf(evaluation, entries)) console.log(sentence)
    })
  return addInputFlags(command)
}

function sentencesOf(evaluation: Evaluated, entries: InputEntries): readonly string[] {
  const value = evaluation.answer === null ? null : valueSentence(evaluation.answer)
  return [answerSentence(evaluation, entries), ...(value === null ? [] : [value])]
}
