/** What commands on the book share: the backend for the time of one command, a day, a file of text. */
import { writeFileSync } from 'node:fs'
import { createRouterClient, type RouterClient } from '@orpc/server'
import { InvalidArgumentError } from 'commander'
import { isoDate } from '../../shared/calendar.ts'
import { importLimits } from '../../shared/imports/import-limits.ts'
import { isoDay } from '../../shared/markets/market-schema.ts'
import type { Router } from '../backend.ts'
import { systemClock } from '../clock.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { dataFolderFor } from '../host-options.ts'
import { textOfBytes } from '../imports/import-bytes.ts'
import { inputBytes } from './input-bytes.ts'

export type Client = RouterClient<Router>

const dayMs = 86_400_000

/** In UTC. */
export function today(): string {
  return isoDate(Math.floor(systemClock.nowUtcMs() / dayMs))
}

/** An option's day, checked. */
export function day(given: string): string {
  const { success, error } = isoDay.safeParse(given)
  if (!success) throw new InvalidArgumentError(error.issues[0]!.message)
  return given
}

export async function withClient<Answer>(
  data: string | undefined,
  work: (client: Client) => Promise<Answer>,
): Promise<Answer> {
  const dataFolder = dataFolderFor(data)
  prepareDataFolder(dataFolder)
  const { createBackend } = await import('../backend.ts')
  const backend = await createBackend({ dataFolder, host: 'cli', replayFile: null, clock: systemClock })
  try {
    return await work(createRouterClient(backend.router))
  } finally {
    await backend.close()
  }
}

/** Which file it is about, in front of what is wrong with it. */
export async function named<Answer>(file: string, work: Promise<Answer>): Promise<Answer> {
  try {
    return await work
  } catch (error) {
    throw new Error(`${file}: ${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

/** `-` reads standard input. */
export function readTextFile(file: string): string {
  const reading = textOfBytes(inputBytes(file, importLimits.bytes))
  if (reading.kind === 'refused') throw new Error(`${file}: ${reading.message} Nothing was changed.`)
  return reading.value
}

export function writeTextFile(file: string, text: string): void {
  try {
    writeFileSync(file, text)
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    throw new Error(`${file} cannot be written: ${why}.`, { cause: error })
  }
}
