/**
 * Networks handed on as one file, and what taking them in would change.
 * @see SPEC.md MB4
 */
import { type MarketChange, marketDiff } from './market-diff.ts'
import { editedPaths, type MarketBody, noEdits, standingProfile } from './market-edits.ts'
import { saysTheSame } from './market-leaves.ts'
import type { MarketPack, MarketProfile } from './market-profile.ts'

/** What the app ships of a network, and what the book keeps of it. */
export type KnownMarket = { readonly shipped: MarketProfile | null; readonly body: MarketBody | null }

/** What an import names of a network, so that it lands on what its preview was made from. @see SPEC.md MB15 */
export type PreviewedMarket = {
  readonly id: string
  /** Of what the book keeps; 0 where it keeps nothing. */
  readonly revision: number
}

export type PackPreviewEntry = PreviewedMarket & {
  readonly name: string
  readonly status: 'new' | 'changed' | 'same'
  /** Against what stands beneath the person's edits; empty where it is the same. */
  readonly changes: readonly MarketChange[]
}

export type PackPreview = { readonly compiledAt: string; readonly markets: readonly PackPreviewEntry[] }

/**
 * What a pack would bring, network by network. Example: a pack that holds what is already there has only `'same'`.
 * @see SPEC.md MB4
 */
export function packPreview(
  pack: MarketPack,
  known: (id: string) => KnownMarket & { readonly revision: number },
): PackPreview {
  return {
    compiledAt: pack.compiledAt,
    markets: pack.markets.map((profile) => {
      const { shipped, body, revision } = known(profile.id)
      const standing = standingProfile(shipped, body)
      const changes = marketDiff(standing, profile, body?.edits ?? null)
      const status = standing === null ? 'new' : changes.length === 0 ? 'same' : 'changed'
      return { id: profile.id, revision, name: profile.name, status, changes }
    }),
  }
}

/**
 * What the book keeps once a profile is taken in: edits stay; a profile that the app ships itself is not kept, so that
 * newer catalogues show again; null where nothing is left to keep. @see SPEC.md MB4
 */
export function bodyWithProfile(
  { shipped, body }: KnownMarket,
  profile: MarketProfile,
  packCompiledAt: string,
): MarketBody | null {
  const edits = body?.edits ?? noEdits
  const isShipped = saysTheSame(shipped, profile)
  if (isShipped)
    return bodyOrNothing({ schema: 1, name: profile.name, profile: null, packCompiledAt: null, edits })
  return { schema: 1, name: profile.name, profile, packCompiledAt, edits }
}

/** A body that says nothing beyond the catalogue is not kept. */
export function bodyOrNothing(body: MarketBody): MarketBody | null {
  return body.profile === null && editedPaths(body.edits).length === 0 ? null : body
}

/** The networks of a pack in the order given. */
export function packOf(markets: readonly MarketProfile[], compiledAt: string): MarketPack {
  return { schema: 1, kind: 'idlewatt market pack', compiledAt, markets }
}

/** A pack as the file that is handed on. */
export function packText(pack: MarketPack): string {
  return `${JSON.stringify(pack, null, 2)}\n`
}

/** Only the person themself can say so of their own book. */
const ownWord: ReadonlySet<unknown> = new Set(['own-measurement', 'own-receipt', 'assumption'])

/**
 * A pack as somebody else's word: what it calls its own measurements, receipts and assumptions are claims here, so
 * that nobody is ranked on a stranger's receipts. What is unknown stays as it is.
 * Example: an own receipt of $0.50 is a claim of $0.50. @see SPEC.md MB16
 */
export function asOthersWord(pack: MarketPack): MarketPack {
  return marked(pack)
}

function marked<Part>(part: Part): Part {
  if (Array.isArray(part)) return part.map(marked) as Part
  if (typeof part !== 'object' || part === null) return part
  const entries = Object.entries(part).map(([key, inner]) => [key, marked(inner)] as const)
  const copy = Object.fromEntries(entries)
  if (ownWord.has(copy['class']) && saysSomething(copy)) copy['class'] = 'claim'
  return copy as Part
}

function saysSomething({ value, low, high, text }: Readonly<Record<string, unknown>>): boolean {
  return [value, low, high, text].some((each) => each !== null && each !== undefined)
}
