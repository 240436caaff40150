/** `idlewatt evaluate`: a scenario file's figures, the same that the screen shows. */
import { Command } from 'commander'
import { evaluate, type Evaluation } from '../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { answerSentence, valueSentence } from '../../shared/economics/words.ts'
import { readScenarioFile } from './scenario-file.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('the figures of a scenario file')
    .argument('<file>', 'a scenario as JSON; - reads standard input')
    .option('--json', 'print JSON only')
    .action((file: string, { json }: { json?: true }) => {
      const scenario = readScenarioFile(file)
      const evaluation = evaluate(scenario.inputs)
      if (evaluation.kind === 'refused')
        throw new Error(`${file}: ${evaluation.problems.map(({ message }) => message).join(' ')}`)
      if (json === true) console.log(JSON.stringify({ name: scenario.name, ...evaluation }, null, 2))
      else for (const sentence of sentencesOf(evaluation, scenario.inputs)) console.log(sentence)
    })
}

function sentencesOf(evaluation: Evaluated, entries: InputEntries): readonly string[] {
  const value = evaluation.answer === null ? null : valueSentence(evaluation.answer)
  return [answerSentence(evaluation, entries), ...(value === null ? [] : [value])]
}
