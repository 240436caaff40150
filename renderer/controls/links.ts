/** What of a text from data may become a link: https only, nothing before the host but the scheme. */
export function safeUrl(address: string): URL | null {
  if (!URL.canParse(address)) return null
  const url = new URL(address)
  return url.protocol === 'https:' && url.username === '' && url.password === '' ? url : null
}

export type TextPart = { readonly kind: 'text' | 'link'; readonly text: string; readonly start: number }

/** Cuts a text at its https addresses. */
export function splitLinks(text: string): readonly TextPart[] {
  const parts: TextPart[] = []
  let end = 0
  for (const match of text.matchAll(/https:\/\/[^\s<>"'|]+[^\s<>"'|.,;:)\]]/g)) {
    if (match.index > end) parts.push({ kind: 'text', text: text.slice(end, match.index), start: end })
    parts.push({ kind: safeUrl(match[0]) === null ? 'text' : 'link', text: match[0], start: match.index })
    end = match.index + match[0].length
  }
  if (end < text.length) parts.push({ kind: 'text', text: text.slice(end), start: end })
  return parts
}
