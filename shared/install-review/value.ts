/** What is known of a text before the script runs: its characters as far as they are known, and where it is from. */

/** Stands where a text is only known when the script runs. */
export const unknownText = '\ufffc'

/** Where a text is from; flags add up. */
export const origin = {
  /** From the network. */
  fetched: 1,
  /** Decoded, or altered letter by letter. */
  decoded: 2,
  /** From the environment. */
  environment: 4,
  /** From a file of this machine. */
  file: 8,
  /** From a file that holds keys. */
  keys: 16,
  /** What an interpreter printed that takes its commands as they come. */
  session: 32,
  /** Letter codes that were written out: \x63, \143. */
  codes: 64,
} as const

export type Value = { readonly text: string; readonly flags: number }

/** A variable that doubles itself stays within this. */
const longestText = 65_536

export const nothing: Value = { text: '', flags: 0 }
export const unknown = (flags = 0): Value => ({ text: unknownText, flags })
export const literal = (text: string): Value => ({ text: text.slice(0, longestText), flags: 0 })
export const has = ({ flags }: Value, ...of: readonly number[]): boolean =>
  of.some((flag) => (flags & flag) !== 0)
export const flagged = ({ text, flags }: Value, more: number): Value => ({ text, flags: flags | more })
export const isKnown = ({ text }: Value): boolean => !text.includes(unknownText)

export function joined(values: readonly Value[], between = ''): Value {
  let flags = 0
  for (const value of values) flags |= value.flags
  return {
    text: values
      .map(({ text }) => text)
      .join(between)
      .slice(0, longestText),
    flags,
  }
}

/** `$(...)` drops the line ends at its end. */
export function withoutLastLineEnds({ text, flags }: Value): Value {
  let end = text.length
  while (end > 0 && text[end - 1] === '\n') end -= 1
  return { text: text.slice(0, end), flags }
}

const telling =
  /\b(?:curl|wget|sh|bash|zsh|dash|eval|exec|source|base64|xxd|nc|ncat|netcat|socat|scp|python\d?|perl|https?)\b|\/\/|\.(?:ssh|aws|gnupg|kube|ethereum)\b|wallet|keystore/i

/** Whether a text names a download, a shell or a place of keys. */
export const tells = ({ text }: Value): boolean => telling.test(text)

/**
 * What a variable holds where it was assigned twice and one of the two may not have happened: what tells more is
 * kept, so that no branch that is never taken hides what another one does.
 */
export function eitherOf(before: Value | undefined, after: Value): Value {
  if (before === undefined) return after
  const kept = tells(before) && !tells(after) ? before : after
  return { text: kept.text, flags: before.flags | after.flags }
}
