/** Where a window may go, what it may open, load and ask for. */
import { appOrigin } from './page-path.ts'

const shellUrls: ReadonlySet<string> = new Set([`${appOrigin}/`, `${appOrigin}/index.html`])

export type Decision = { readonly allowed: boolean; readonly reason: string }
export type Link = { readonly url: string; readonly host: string }
export type ExternalDecision =
  | ({ readonly allowed: true } & Link)
  | { readonly allowed: false; readonly reason: string }

const refused = (reason: string) => ({ allowed: false as const, reason })

/** The window shows one page for all its life; only loading that page again is a navigation we want. */
export function decideNavigation(url: string): Decision {
  const withoutFragment = url.split('#', 1)[0] ?? ''
  return shellUrls.has(withoutFragment)
    ? { allowed: true, reason: 'the shell itself' }
    : refused('the window never leaves its own page')
}

/** No second window, ever; a link may go to the person's browser when decideExternal agrees. */
export function decideWindowOpen(url: string): {
  readonly action: 'deny'
  readonly external: ExternalDecision
} {
  return { action: 'deny', external: decideExternal(url) }
}

/** The question put to the person before a link leaves the app; the first button opens it, all else does not. */
export function askBeforeOpening({ url, host }: Link) {
  return {
    type: 'question' as const,
    message: `Open ${host} in your browser?`,
    detail: url,
    buttons: ['Open', 'Cancel'],
    defaultId: 1,
    cancelId: 1,
  }
}

/** Camera, location, notifications, devices, clipboard reads: the app needs none of them. */
export function decidePermission(_permission: string): boolean {
  return false
}

/** What the page itself may load: its own files and what it made itself. Nothing reaches a network. */
export function decideLoad(url: string): boolean {
  return ['app://idlewatt/', 'blob:app://idlewatt/', 'data:'].some((start) => url.startsWith(start))
}

/** The one message a page may send to the main process: "give me the backend's port", from the shell itself. */
export function decideIpc(senderUrl: string, channel: string, payload: readonly unknown[]): boolean {
  return channel === 'connect' && payload.length === 0 && decideNavigation(senderUrl).allowed
}

/**
 * Only https to a named host, in plain ASCII, without user name, password or port. The answer carries the address
 * as a URL parser writes it, and only that one may be opened: what is checked is what is opened.
 */
export function decideExternal(raw: string): ExternalDecision {
  if (raw.length > 2048) return refused('the address is longer than 2048 characters')
  if (!/^https:\/\/[a-z0-9][\x21-\x7e]*$/i.test(raw))
    return refused('only https addresses in printable ASCII are opened')
  if (/[\\"'`<>{}|^]/.test(raw))
    return refused('the address holds a character that programs read differently')
  const url = URL.parse(raw)
  if (url === null || url.protocol !== 'https:') return refused('it is not an https address')
  if (url.username !== '' || url.password !== '' || /^https:\/\/[^/?#]*@/i.test(raw))
    return refused('the address holds a user name or password')
  if (url.port !== '') return refused('the address names a port')
  if (!/^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z](?:[a-z0-9-]*[a-z0-9])$/.test(url.hostname))
    return refused('the host is not a domain name')
  return { allowed: true, url: url.href, host: url.hostname }
}
