/** Which executable may be run, and with what around it. Nothing is ever looked up in PATH. */
import { realpath, stat } from 'node:fs/promises'
import path from 'node:path'

export type ToolSearch = {
  readonly candidates: readonly string[]
  /** Why a file must not be run, in words; null when it may. */
  readonly refusal: (realPath: string) => Promise<string | null>
}

export type FoundTool =
  | { readonly path: string }
  | { readonly path: null; readonly refused: { readonly path: string; readonly why: string } | null }

const posixCandidates = [
  '/usr/bin/nvidia-smi',
  '/usr/local/bin/nvidia-smi',
  '/usr/lib/wsl/lib/nvidia-smi',
  '/run/current-system/sw/bin/nvidia-smi',
]
const windowsCandidates = [
  String.raw`C:\Windows\System32\nvidia-smi.exe`,
  String.raw`C:\Program Files\NVIDIA Corporation\NVSMI\nvidia-smi.exe`,
]

export function nvidiaSmiSearch(platform: NodeJS.Platform): ToolSearch {
  return platform === 'win32'
    ? { candidates: windowsCandidates, refusal: refusalOutsideWindowsFolders }
    : { candidates: posixCandidates, refusal: refusalUnlessOnlyRootCanChange }
}

/** The first candidate that exists and may be run; else the first that exists and why it may not. */
export async function findTool(search: ToolSearch): Promise<FoundTool> {
  let refused: { path: string; why: string } | null = null
  for (const candidate of search.candidates) {
    const real = await realpath(candidate).catch(() => null)
    if (real === null) continue
    const why = await search.refusal(real).catch((error: unknown) => String(error))
    if (why === null) return { path: real }
    refused ??= { path: candidate, why }
  }
  return { path: null, refused }
}

/** Whoever can change the file, or put another in its place, could run code as this user. */
export async function refusalUnlessOnlyRootCanChange(realPath: string): Promise<string | null> {
  const file = await stat(realPath)
  if (!file.isFile()) return 'is not a file'
  if ((file.mode & 0o111) === 0) return 'is not executable'
  for (let place = realPath; ; place = path.dirname(place)) {
    const found = await stat(place)
    if (found.uid !== 0)
      return `${place === realPath ? 'does' : `lies in ${place}, which does`} not belong to root`
    if ((found.mode & 0o022) !== 0) {
      return `${place === realPath ? 'can' : `lies in ${place}, which can`} be changed by others than root`
    }
    if (place === path.dirname(place)) return null
  }
}

async function refusalOutsideWindowsFolders(realPath: string): Promise<string | null> {
  const folders = [String.raw`c:\windows\system32`, String.raw`c:\program files`]
  const isInside = folders.some((folder) => realPath.toLowerCase().startsWith(`${folder}\\`))
  return isInside ? null : 'lies outside System32 and Program Files'
}

/** The whole environment of a tool: no LD_PRELOAD, no LD_LIBRARY_PATH, no PATH of the user's. */
export function toolEnvironment(platform: NodeJS.Platform): Record<string, string> {
  return platform === 'win32'
    ? { LC_ALL: 'C', PATH: '/usr/bin:/bin', SystemRoot: String.raw`C:\Windows` }
    : { LC_ALL: 'C', PATH: '/usr/bin:/bin' }
}
