/** Electron as npm installs it: its package, and its runtime, which npm does not bring along. */
import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline/promises'

/** A window that ends with an error within this time never really opened. */
export const earlyEndMs = 10_000

/** The runtime's program file, or null where only the package is. */
export function findElectron(repository: string): string | null {
  const folder = join(repository, 'node_modules', 'electron')
  try {
    const program = join(folder, 'dist', readFileSync(join(folder, 'path.txt'), 'utf8').trim())
    return existsSync(program) ? program : null
  } catch {
    return null
  }
}

/** Runs Electron's own install script, which checks what it fetches against checksums; null or why it failed. */
export async function fetchElectron(repository: string): Promise<string | null> {
  const script = join(repository, 'node_modules', 'electron', 'install.js')
  if (!existsSync(script)) return 'the electron package is not installed'
  const { code, lastWords } = await run(process.execPath, [script], repository)
  if (code !== 0) return lastWords
  return findElectron(repository) === null ? 'its install script left no program' : null
}

export async function askToFetch(): Promise<boolean> {
  const terminal = createInterface({ input: process.stdin, output: process.stdout })
  try {
    const answer = await terminal.question(
      "Electron's runtime (about 120 MB, from github.com) is not here. Fetch it for a desktop window? Without it Idlewatt opens in a browser. [y/N] ",
    )
    return /^y(?:es)?$/i.test(answer.trim())
  } finally {
    terminal.close()
  }
}

/** Runs until the window is closed; a reason when it ended early with an error. Never with --no-sandbox. */
export async function runElectron(
  program: string,
  repository: string,
  given: readonly string[],
): Promise<{ readonly endedEarly: string | null }> {
  const startedAtMs = performance.now()
  const { code, lastWords } = await run(program, [repository, ...given], repository)
  const early = performance.now() - startedAtMs < earlyEndMs
  return { endedEarly: code !== 0 && early ? lastWords : null }
}

type Ended = { readonly code: number | null; readonly lastWords: string }

async function run(program: string, given: readonly string[], folder: string): Promise<Ended> {
  return new Promise((resolve) => {
    const { ELECTRON_RUN_AS_NODE: _asNode, ...environment } = process.env
    const child = spawn(program, given, {
      cwd: folder,
      env: environment,
      stdio: ['ignore', 'inherit', 'pipe'],
    })
    const passOn = (signal: NodeJS.Signals) => child.kill(signal)
    process.on('SIGINT', passOn).on('SIGTERM', passOn)
    let errors = ''
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      errors = (errors + text).slice(-4_000)
    })
    const end = (code: number | null, fallback: string) => {
      process.off('SIGINT', passOn).off('SIGTERM', passOn)
      resolve({ code, lastWords: lastLine(errors) ?? fallback })
    }
    child.once('error', (error) => end(null, error.message))
    child.once('close', (code, signal) =>
      end(code, signal === null ? `exit code ${code}` : `signal ${signal}`),
    )
  })
}

function lastLine(text: string): string | null {
  const line = text
    .split('\n')
    .map((each) => each.trim())
    .findLast((each) => each !== '' && !each.startsWith('at '))
  return line === undefined ? null : line.slice(0, 240)
}
