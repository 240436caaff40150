/** Where the book, the telemetry and the host's own small files live. */
import { accessSync, constants, existsSync, mkdirSync, statSync } from 'node:fs'
import { dirname, posix, win32 } from 'node:path'

export type Surroundings = {
  readonly platform: NodeJS.Platform
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly homeFolder: string
}

/** The folder that the operating system keeps for an application's data; the same for every host. */
export function defaultDataFolder({ platform, environment, homeFolder }: Surroundings): string {
  if (platform === 'win32')
    return win32.join(environment['APPDATA'] ?? win32.join(homeFolder, 'AppData', 'Roaming'), 'Idlewatt')
  if (platform === 'darwin') return posix.join(homeFolder, 'Library', 'Application Support', 'Idlewatt')
  const xdg = environment['XDG_DATA_HOME']
  const base = xdg !== undefined && posix.isAbsolute(xdg) ? xdg : posix.join(homeFolder, '.local', 'share')
  return posix.join(base, 'idlewatt')
}

/** Makes the folder, readable by its owner alone, and says in a sentence why it cannot be used. */
export function prepareDataFolder(folder: string): void {
  try {
    makeFolder(folder)
    if (!statSync(folder).isDirectory()) throw new Error('it is not a folder')
    accessSync(folder, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch (error) {
    throw new Error(
      `The data folder ${folder} cannot be used: ${reasonOf(error)}. Make it writable or name another one with --data FOLDER.`,
      { cause: error },
    )
  }
}

/** Not `mkdir` with `recursive`: where the kernel makes no folders (below /proc), Node's own never returns. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  if (dirname(folder) !== folder) makeFolder(dirname(folder))
  mkdirSync(folder, { mode: 0o700 })
}

const reasons: Readonly<Record<string, string>> = {
  EACCES: 'this account may not write there',
  EPERM: 'this account may not write there',
  EROFS: 'its file system is read-only',
  ENOSPC: 'the disk is full',
  EEXIST: 'a file is in its place',
  ENOENT: 'a folder cannot be made there',
  ENOTDIR: 'a part of its path is a file',
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : ''
  return reasons[code] ?? (error instanceof Error ? error.message : String(error))
}
