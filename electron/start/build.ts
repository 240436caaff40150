/** Builds what is missing or older than its sources. */
import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'

const wholeBuild = [
  'out/renderer/index.html',
  'out/main/main.mjs',
  'out/preload/preload.cjs',
  'out/backend-process.mjs',
]
const pagesBuild = wholeBuild.slice(0, 1)
const sourceFolders = ['renderer', 'shared']
const sourceFiles = ['vite.config.ts', 'package-lock.json']

export type BuildScope = 'pages' | 'all'

export function isStale(repository: string, scope: BuildScope): boolean {
  const targets = (scope === 'pages' ? pagesBuild : wholeBuild).map((path) => join(repository, path))
  if (!targets.every((target) => existsSync(target))) return true
  const oldestTargetMs = Math.min(...targets.map((target) => statSync(target).mtimeMs))
  const folders = scope === 'pages' ? sourceFolders : [...sourceFolders, 'electron']
  return (
    sourceFiles.some((file) => isNewer(join(repository, file), oldestTargetMs)) ||
    folders.some((folder) => holdsNewer(join(repository, folder), oldestTargetMs))
  )
}

function isNewer(path: string, thanMs: number): boolean {
  return existsSync(path) && statSync(path).mtimeMs > thanMs
}

function holdsNewer(folder: string, thanMs: number): boolean {
  if (!existsSync(folder)) return false
  return readdirSync(folder, { recursive: true, withFileTypes: true }).some(
    (entry) => entry.isFile() && isNewer(join(entry.parentPath, entry.name), thanMs),
  )
}

export function buildIfStale(repository: string, scope: BuildScope): void {
  if (!isStale(repository, scope)) return
  const vite = join(repository, 'node_modules', 'vite', 'bin', 'vite.js')
  if (!existsSync(vite))
    throw new Error(`The pages must be built and the builder is not installed. Run "npm ci" first.`)
  console.log(
    `Idlewatt: building ${scope === 'pages' ? 'the pages' : 'the app'}, once until its sources change.`,
  )
  const { status, stdout, stderr } = spawnSync(process.execPath, [vite, 'build', '--logLevel', 'warn'], {
    cwd: repository,
    env: { ...process.env, IDLEWATT_BUILD: scope },
    encoding: 'utf8',
  })
  if (status !== 0) throw new Error(`The pages could not be built.\n${stderr.trim() || stdout.trim()}`)
}
