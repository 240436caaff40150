/** Reads a scenario file, and says in one sentence what in it is wrong, and where. */
import { scenarioBodySchema } from '../../shared/api.ts'
import type { ScenarioBody } from '../../shared/scenario.ts'
import { inputBytes } from './input-bytes.ts'

const longestFileBytes = 1_048_576

/** `-` reads standard input. */
export function readScenarioFile(file: string): ScenarioBody {
  return parseScenario(readText(file), file === '-' ? 'standard input' : file)
}

function readText(file: string): string {
  const bytes = inputBytes(file, longestFileBytes)
  if (bytes.length > longestFileBytes)
    throw new Error(`${file} has more than ${longestFileBytes} bytes; a scenario file has at most so many.`)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    throw new Error(`${file} is not UTF-8 text; save it as UTF-8.`, { cause: error })
  }
}

export function parseScenario(text: string, name: string): ScenarioBody {
  const value = parseJson(text, name)
  const parsed = scenarioBodySchema.safeParse(value)
  if (parsed.success) return parsed.data
  const problems = parsed.error.issues.map(
    ({ path, message }) => `${path.join('.') || 'the file'}: ${message}`,
  )
  throw new Error(`${name} is not a scenario. ${problems.join('; ')}.`)
}

function parseJson(text: string, name: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    const before = text.slice(0, firstWrongCharacter(text))
    const line = before.split('\n').length
    const column = before.length - before.lastIndexOf('\n')
    const what = before.length === text.length ? 'the file ends too early' : 'this is not JSON'
    throw new Error(`${name}, line ${line}, column ${column}: ${what}.`, { cause: error })
  }
}

/**
 * Where JSON breaks. The engine names the place in only some of its messages, so it is found by halving: a text
 * that is broken stays broken when it is continued.
 */
function firstWrongCharacter(text: string): number {
  let intact = 0
  let broken = text.length + 1
  while (broken - intact > 1) {
    const middle = Math.floor((intact + broken) / 2)
    if (breaksBeforeItsEnd(text.slice(0, middle))) broken = middle
    else intact = middle
  }
  return intact
}

function breaksBeforeItsEnd(start: string): boolean {
  try {
    JSON.parse(start)
    return false
  } catch (error) {
    const message = error instanceof Error ? error.message : ''
    const position = / at position (\d+)/.exec(message)?.[1]
    return position === undefined ? !message.startsWith('Unexpected end') : Number(position) < start.length
  }
}
