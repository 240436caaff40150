/** The chain of a card's entries: each digest covers an entry and the digest before it. @see SPEC.md DX1, DX2 */
import { canonicalJson } from './canonical-json.ts'
import type { Entry } from './entry.ts'
import type { Damage } from './scorecard.ts'

/** An entry with its place in the chain. */
export type Link = Entry & { readonly previousDigest: string | null; readonly digest: string }

/** As it was found: what the body and the origin are is not known before the digest holds. */
export type FoundLink = Omit<Link, 'body' | 'origin'> & { readonly body: unknown; readonly origin: unknown }

export type ChainHead = { readonly sequence: number; readonly digest: string }

const beforeTheFirst = '0'.repeat(64)

/**
 * The text whose SHA-256 is the digest of an entry. Example: of the first entry of a card it begins with 64 zeros and
 * a line feed. @see SPEC.md DX1
 */
export function digestedText(
  card: string,
  { sequence, recordedAtUtcMs, body, origin, previousDigest }: Omit<FoundLink, 'digest'>,
): string {
  return `${previousDigest ?? beforeTheFirst}\n${canonicalJson({ body, card, origin, recordedAtUtcMs, sequence })}`
}

/** The digest in hexadecimal; Node's own, handed in. */
export type Sha256 = (text: string) => string

/**
 * The entries that match their digests, and what is wrong with the chain: an entry that does not match, a gap, a broken
 * link, a missing end. `head` is null where none was kept, `'unknown'` where none is ever kept, as in a file;
 * `after` is an entry whose chain was checked before, and on which the first of these is to follow.
 * Example: with one letter of entry 2 changed, 1 and 3 are intact and 2 is named. @see SPEC.md DX2
 */
export function checkedChain(
  card: string,
  links: readonly FoundLink[],
  head: ChainHead | null | 'unknown',
  sha256: Sha256,
  after: ChainHead | null = null,
): { readonly intact: readonly FoundLink[]; readonly damage: readonly Damage[] } {
  const damage: Damage[] = []
  const name = (sequence: number | null, message: string) => damage.push({ sequence, message })
  const intact: FoundLink[] = []
  let before = after
  for (const link of links) {
    const { sequence, previousDigest } = link
    const expected: number = (before?.sequence ?? 0) + 1
    if (sequence > expected)
      name(
        expected,
        sequence === expected + 1
          ? `Entry ${expected} is missing.`
          : `Entries ${expected} to ${sequence - 1} are missing.`,
      )
    const matches = sequence >= expected && sha256(digestedText(card, link)) === link.digest
    if (!matches) name(sequence, `Entry ${sequence} does not match its digest: it is left out.`)
    else {
      intact.push(link)
      if (sequence === expected && previousDigest !== (before?.digest ?? null))
        name(sequence, `Entry ${sequence} does not follow on the entry before it.`)
    }
    before = { sequence: Math.max(sequence, expected - 1), digest: link.digest }
  }
  if (head !== 'unknown') nameMissingEnd(before, head, name)
  return { intact, damage }
}

function nameMissingEnd(
  last: ChainHead | null,
  head: ChainHead | null,
  name: (sequence: null, message: string) => void,
): void {
  if (head === null) name(null, 'Where the chain of entries ends is not kept any more.')
  else if (last === null || last.sequence < head.sequence)
    name(
      null,
      `The end is missing: entry ${head.sequence} was the last, ${last === null ? 'none is there' : `entry ${last.sequence} is`}.`,
    )
  else if (last.sequence !== head.sequence || last.digest !== head.digest)
    name(null, 'The chain of entries does not end as it was kept.')
}
