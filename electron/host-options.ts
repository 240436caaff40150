/** What a host is told on its command line: where the data are, and a recording to read instead of a live card. */
import { homedir } from 'node:os'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { defaultDataFolder } from './data-folder.ts'

export type HostOptions = { readonly dataFolder: string; readonly replayFile: string | null }

/** Not strict: Electron and Chromium put switches of their own among the arguments. */
export function readHostOptions(given: readonly string[]): HostOptions {
  const { data, replay } = parseArgs({
    args: [...given],
    options: { data: { type: 'string' }, replay: { type: 'string' } },
    strict: false,
    allowPositionals: true,
  }).values
  return {
    dataFolder: dataFolderFor(typeof data === 'string' ? data : undefined),
    replayFile: typeof replay === 'string' ? resolve(replay) : null,
  }
}

export function dataFolderFor(named: string | undefined): string {
  if (named !== undefined) return resolve(named)
  return defaultDataFolder({ platform: process.platform, environment: process.env, homeFolder: homedir() })
}

/** The part of a command line that names the same data folder again; nothing for the usual one. */
export function dataOptionFor(dataFolder: string): string {
  return dataFolder === dataFolderFor(undefined) ? '' : ` --data ${JSON.stringify(dataFolder)}`
}

export function readPort(text: string): number {
  const port = /^\d{1,5}$/.test(text) ? Number(text) : Number.NaN
  if (!(port <= 65_535))
    throw new Error(
      `--port ${text} is not a port: a whole number from 0 (any free one) to 65535 was expected.`,
    )
  return port
}
