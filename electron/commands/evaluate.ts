/** `idlewatt evaluate`: a scenario file's figures, the same that the screen shows. */
import { Command } from 'commander'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { readScenarioFile } from './scenario-file.ts'

export function evaluateCommand(): Command {
  return new Command('evaluate')
    .description('the figures of a scenario file')
    .argument('<file>', 'a scenario as JSON; - reads standard input')
    .option('--json', 'print JSON only')
    .action((file: string) => {
      const scenario = readScenarioFile(file)
      const evaluation = evaluate(scenario.inputs)
      if (evaluation.kind === 'refused')
        throw new Error(`${file}: ${evaluation.problems.map(({ message }) => message).join(' ')}`)
      console.log(JSON.stringify({ name: scenario.name, ...evaluation }, null, 2))
    })
}
