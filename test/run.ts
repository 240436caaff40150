/**
 * `npm test`: sets up what the tests need, runs every runner, and ends with one line that counts them all.
 * `--nightly` asks for the large counts.
 */
import { spawn } from 'node:child_process'
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { type Count, countPlaywright, countVitest, diedCount, lastLine, sumOf } from './count.ts'
import { setUp } from './set-up.ts'

const repository = fileURLToPath(new URL('..', import.meta.url))
const reports = join(repository, 'test-results', 'reports')

type Runner = {
  readonly name: string
  readonly file: string
  readonly given: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly report: string
  readonly count: (report: unknown) => Count
}

const inPackages = (path: string) => join(repository, 'node_modules', path)

const vitestReport = join(reports, 'vitest.json')
const playwrightReport = join(reports, 'playwright.json')

const runners: readonly Runner[] = [
  {
    name: 'vitest',
    file: inPackages('vitest/vitest.mjs'),
    given: ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${vitestReport}`],
    report: vitestReport,
    count: countVitest,
  },
  {
    name: 'playwright',
    file: inPackages('@playwright/test/cli.js'),
    given: ['test', '--reporter=list,json'],
    environment: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    report: playwrightReport,
    count: countPlaywright,
  },
]

export async function runAll(given: readonly string[]): Promise<void> {
  const { nightly } = parseArgs({
    args: [...given],
    options: { nightly: { type: 'boolean', default: false } },
  }).values
  if (nightly) process.env['IDLEWATT_TIER'] = 'nightly'
  rmSync(reports, { recursive: true, force: true })
  mkdirSync(reports, { recursive: true })

  const counts: Count[] = [setUpCount()]
  for (const runner of runners) {
    const startedAtMs = performance.now()
    counts.push(await countOf(runner))
    console.log(`Tests: ${runner.name} took ${Math.round((performance.now() - startedAtMs) / 1000)} s.`)
  }
  const sum = sumOf(counts)
  if (sum.skipped.length > 0)
    console.log(['\nSkipped:', ...sum.skipped.map((name) => `  ${name}`)].join('\n'))
  if (sum.failed.length > 0) console.log(['\nFailed:', ...sum.failed.map((name) => `  ${name}`)].join('\n'))
  if (sum.failed.length > 0) process.exitCode = 1
  console.log(`\n${lastLine(sum)}`)
}

/** What could not be set up is one failure; the runners still say how far they come without it. */
function setUpCount(): Count {
  try {
    const missing = setUp(repository)
    return missing === null ? sumOf([]) : diedCount(`set-up: ${missing}`)
  } catch (error) {
    return diedCount(`set-up: ${error instanceof Error ? error.message : String(error)}`)
  }
}

async function countOf({ name, file, given, environment = {}, report, count }: Runner): Promise<Count> {
  const ended = await new Promise<string>((resolve) => {
    const child = spawn(process.execPath, [file, ...given], {
      cwd: repository,
      env: { ...process.env, ...environment },
      stdio: ['ignore', 'inherit', 'inherit'],
    })
    child.once('error', (error) => resolve(error.message))
    child.once('close', (code, signal) => resolve(signal ?? String(code)))
  })
  const counted = readReport(report, count)
  if (counted === null) return diedCount(`${name} ended with ${ended} and left no report`)
  if (counted.passed + counted.failed.length === 0) return diedCount(`${name} ran no test`)
  if (ended !== '0' && counted.failed.length === 0)
    return sumOf([counted, diedCount(`${name} ended with ${ended} although no test failed`)])
  return counted
}

function readReport(file: string, count: (report: unknown) => Count): Count | null {
  try {
    return count(JSON.parse(readFileSync(file, 'utf8')))
  } catch {
    return null
  }
}
