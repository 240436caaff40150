/** What `npm start` finds on this machine: a display, a browser. */
import { existsSync } from 'node:fs'
import { posix, win32 } from 'node:path'
import type { Surroundings } from '../data-folder.ts'

export function hasDisplay({ platform, environment }: Surroundings): boolean {
  const named = (name: string) => (environment[name] ?? '') !== ''
  if (platform === 'win32') return true
  if (platform === 'darwin') return !named('SSH_CONNECTION')
  return named('DISPLAY') || named('WAYLAND_DISPLAY')
}

export type InstalledBrowser = {
  readonly name: string
  readonly path: string
  /** A snap sees no hidden folder of the home folder. */
  readonly isSnap: boolean
}

/** The first browser that can open an app window, at the fixed places where systems install them: never by PATH. */
export function findAppBrowser(
  surroundings: Surroundings,
  exists: (path: string) => boolean = existsSync,
): InstalledBrowser | null {
  const found = candidates(surroundings).find(([, path]) => exists(path))
  return found === undefined
    ? null
    : { name: found[0], path: found[1], isSnap: found[1].startsWith('/snap/') }
}

type Candidate = readonly [name: string, path: string]

function candidates({ platform, environment, homeFolder }: Surroundings): readonly Candidate[] {
  if (platform === 'win32') {
    const roots = ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap(
      (name) => environment[name] ?? [],
    )
    return roots.flatMap((root): Candidate[] => [
      ['Chrome', win32.join(root, 'Google', 'Chrome', 'Application', 'chrome.exe')],
      ['Edge', win32.join(root, 'Microsoft', 'Edge', 'Application', 'msedge.exe')],
      ['Chromium', win32.join(root, 'Chromium', 'Application', 'chrome.exe')],
    ])
  }
  if (platform === 'darwin')
    return ['/Applications', posix.join(homeFolder, 'Applications')].flatMap((folder): Candidate[] =>
      ['Google Chrome', 'Chromium', 'Microsoft Edge'].map((name) => [
        name,
        posix.join(folder, `${name}.app`, 'Contents', 'MacOS', name),
      ]),
    )
  return [
    ['Chrome', '/usr/bin/google-chrome-stable'],
    ['Chrome', '/opt/google/chrome/chrome'],
    // Before Debian's path: on Ubuntu a script of nearly that name only starts the snap.
    ['Chromium', '/snap/bin/chromium'],
    ['Chromium', '/usr/bin/chromium'],
    ['Chromium', '/usr/bin/chromium-browser'],
    ['Edge', '/usr/bin/microsoft-edge-stable'],
  ]
}
