/** Writes what the second statement answers into golden/*.json: run after a rule of SPEC.md has changed, and read the diff. */
import { writeFileSync } from 'node:fs'
import { entriesOf, goldenScenarios, kept } from './golden.ts'
import { openOracle } from './oracle.ts'

const scenarios = goldenScenarios()
const oracle = openOracle()
const answers = await oracle.ask(scenarios.map((scenario) => ({ entries: entriesOf(scenario) })))
oracle.close()
scenarios.forEach(({ file, name, sentence, inputs }, i) => {
  const content = { name, sentence, inputs, expected: kept(answers[i]!) }
  writeFileSync(new URL(`golden/${file}`, import.meta.url), `${JSON.stringify(content, null, 2)}\n`)
})
