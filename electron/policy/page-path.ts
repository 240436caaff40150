/** Which file of the built pages an address names, decided on its text alone. */

export const appOrigin = 'app://idlewatt'

/** Letters, digits, dot, hyphen, underscore; no segment starts with a dot, so there is no way up and no hidden file. */
const pagePathPattern = /^\/(?:[A-Za-z0-9_-][A-Za-z0-9._-]*\/)*[A-Za-z0-9_-][A-Za-z0-9._-]*$/

/** The page file that a path names ("/" is the shell), or null: percent signs, backslashes and dots-up name none. */
export function resolvePagePath(target: string): string | null {
  const path = target.split('?', 1)[0] ?? ''
  if (path === '/') return '/index.html'
  return pagePathPattern.test(path) ? path : null
}

/** The page file that an app:// address names, or null. Read as text: no parser may tidy "..", "%2e" or "\" first. */
export function resolveAppUrl(url: string): string | null {
  if (!url.startsWith(`${appOrigin}/`)) return null
  return resolvePagePath(url.slice(appOrigin.length).split('#', 1)[0] ?? '')
}
