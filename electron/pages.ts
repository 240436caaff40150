/**
 * The built pages, read once at the start: a host can then only answer what was in the folder, so no address can
 * reach another file, and a rebuild cannot change a running app under its user.
 */
import { randomBytes } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import { resolveAppUrl, responseHeaders } from './policy.ts'

export type Pages = ReadonlyMap<string, Uint8Array<ArrayBuffer>>

/** Written by the build where this load's nonce belongs; see vite.config.ts. */
const noncePlaceholder = 'IDLEWATT_NONCE'

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
}

export function loadPages(folder: string): Pages {
  if (!existsSync(join(folder, 'index.html')))
    throw new Error(`The pages are not built: ${folder} holds no index.html. Run "npm run build" once.`)
  const pages = new Map<string, Uint8Array<ArrayBuffer>>()
  collect(folder, '', pages)
  return pages
}

function collect(folder: string, below: string, pages: Map<string, Uint8Array<ArrayBuffer>>): void {
  for (const entry of readdirSync(join(folder, below), { withFileTypes: true })) {
    const path = `${below}/${entry.name}`
    if (entry.isDirectory()) collect(folder, path, pages)
    // A symbolic link is neither: it could lead out of the folder.
    else if (entry.isFile()) pages.set(path, readFileSync(join(folder, path)))
  }
}

export type PageAnswer = {
  readonly body: Uint8Array<ArrayBuffer>
  readonly headers: Readonly<Record<string, string>>
}

/** The file at a path with its headers, the shell with a fresh nonce written into it; null where there is none. */
export function answerPage(pages: Pages, path: string): PageAnswer | null {
  const file = pages.get(path)
  const contentType = contentTypes[extname(path)]
  if (file === undefined || contentType === undefined) return null
  const isShell = path === '/index.html'
  const nonce = randomBytes(18).toString('base64')
  return {
    body: isShell ? Buffer.from(new TextDecoder().decode(file).replaceAll(noncePlaceholder, nonce)) : file,
    headers: { ...responseHeaders(isShell ? 'shell' : 'asset', nonce), 'Content-Type': contentType },
  }
}

/** The same for a request to app://, where every refusal is an empty 404. */
export function answerAppUrl(pages: Pages, method: string, url: string) {
  const path = method === 'GET' ? resolveAppUrl(url) : null
  const page = path === null ? null : answerPage(pages, path)
  return page === null
    ? { status: 404, body: null, headers: { ...responseHeaders('answer', null) } }
    : { status: 200, body: page.body, headers: { ...page.headers } }
}
