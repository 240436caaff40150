/**
 * One small file per running server, readable by its owner alone: where it listens, and the secret with which
 * `idlewatt open` may ask it for a fresh link.
 */
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

export type Instance = { readonly pid: number; readonly port: number; readonly controlSecret: string }

const folderOf = (dataFolder: string) => join(dataFolder, 'servers')

/** Returns what takes the file away again. */
export function writeInstance(dataFolder: string, instance: Instance): () => void {
  const folder = folderOf(dataFolder)
  const file = join(folder, `${instance.pid}-${instance.port}.json`)
  const half = `${file}.new`
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  rmSync(half, { force: true })
  writeFileSync(half, JSON.stringify(instance), { mode: 0o600, flag: 'wx' })
  renameSync(half, file)
  return () => rmSync(file, { force: true })
}

/** The servers of this data folder, the newest first; files that others could have written are left alone. */
export function readInstances(dataFolder: string): readonly Instance[] {
  return namesIn(folderOf(dataFolder))
    .map((name) => join(folderOf(dataFolder), name))
    .flatMap((file) => {
      const found = readInstance(file)
      return found === null ? [] : [found]
    })
    .sort((one, other) => other.writtenAtMs - one.writtenAtMs)
    .map(({ instance }) => instance)
}

export function forgetInstance(dataFolder: string, instance: Instance): void {
  rmSync(join(folderOf(dataFolder), `${instance.pid}-${instance.port}.json`), { force: true })
}

function namesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder).filter((name) => /^\d+-\d+\.json$/.test(name))
  } catch {
    return []
  }
}

function readInstance(file: string): { instance: Instance; writtenAtMs: number } | null {
  try {
    const { mode, uid, mtimeMs } = statSync(file)
    const mine = process.getuid === undefined || (uid === process.getuid() && (mode & 0o077) === 0)
    const value: unknown = JSON.parse(readFileSync(file, 'utf8'))
    return mine && isInstance(value) ? { instance: value, writtenAtMs: mtimeMs } : null
  } catch {
    return null
  }
}

function isInstance(value: unknown): value is Instance {
  return (
    typeof value === 'object' &&
    value !== null &&
    'pid' in value &&
    Number.isInteger(value.pid) &&
    'port' in value &&
    Number.isInteger(value.port) &&
    'controlSecret' in value &&
    typeof value.controlSecret === 'string'
  )
}
