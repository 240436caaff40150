/**
 * A scorecard as the book keeps it and as it travels: who it is about, for whom, and its chain of entries.
 * @see SPEC.md DG6 to DG9, DX1 to DX4
 */
import type { Checklist, PermissionSheetForm, Role } from './checklist.ts'
import type { Answer, Entry } from './entry.ts'

export type ScorecardBody = {
  readonly schema: 1
  readonly name: string
  /** Null: a market that the catalogue does not have. */
  readonly networkId: string | null
  /** One or two. */
  readonly roles: readonly Role[]
}

/** What was found damaged; the card is then only read. */
export type Damage = {
  /** Of the entry; null: the end of the chain is missing, or the whole cannot be read. */
  readonly sequence: number | null
  readonly message: string
}

export type Scorecard = {
  readonly id: string
  readonly revision: number
  readonly updatedAtUtcMs: number
  readonly body: ScorecardBody
  /** The intact ones, in order. */
  readonly entries: readonly Entry[]
  /** Of the newest entry: SHA-256 over its content and the digest before it. */
  readonly headDigest: string | null
  readonly damage: readonly Damage[]
}

/** What the facts that ship say of a network, before anybody looked: answers and nothing else. */
export type StarterCard = {
  readonly networkId: string
  readonly answers: readonly Answer[]
}

export type KeptAttachment = {
  readonly sha256: string
  readonly fileName: string
  readonly bytes: number
  readonly addedAtUtcMs: number
}

/** A file from somebody else's card may be known by name alone. */
export type ListedAttachment = KeptAttachment & { readonly isHere: boolean }

export type OwnChecklist = {
  readonly id: string
  readonly revision: number
  readonly body: Checklist
}

export type DiligenceListing = {
  readonly scorecards: readonly Scorecard[]
  /** Every checklist that a card was ever answered by, by the digest of its text. */
  readonly keptChecklists: Readonly<Record<string, Checklist>>
  /** The one that ships, and the person's own. */
  readonly shippedChecklist: Checklist
  readonly shippedSha256: string
  readonly ownChecklists: readonly OwnChecklist[]
  readonly starters: readonly StarterCard[]
  readonly permissionSheet: PermissionSheetForm
  readonly attachments: readonly ListedAttachment[]
}

/** One card in a file, with its whole history. Attached files are named by digest, their content stays at home. */
export type ScorecardFile = {
  readonly kind: 'idlewatt-scorecard'
  readonly schema: 1
  readonly card: { readonly id: string } & ScorecardBody
  readonly checklists: Readonly<Record<string, Checklist>>
  readonly entries: readonly (Entry & { readonly previousDigest: string | null; readonly digest: string })[]
  readonly attachments: readonly Omit<KeptAttachment, 'addedAtUtcMs'>[]
}

/** How a card from a file stands to the one in the book. */
export type ImportRelation =
  /** There is no card of that id here. */
  | 'new'
  /** All of it is here already. */
  | 'known'
  /** It goes on where the one here ends. */
  | 'continues'
  /** Both went on from a common past, or have none. */
  | 'diverged'

export type ItemDifference = {
  readonly itemId: string
  readonly question: string
  readonly ours: Answer | null
  readonly theirs: Answer
}

export type ImportPreview = {
  readonly relation: ImportRelation
  readonly card: ScorecardFile['card']
  /** Into which card of the book it would go; null: a new one. */
  readonly intoId: string | null
  /** Of that card, when this was made; an import names it. */
  readonly headDigest: string | null
  readonly newEntries: number
  readonly knownEntries: number
  readonly differences: readonly ItemDifference[]
  /** Where the file's own chain does not hold. */
  readonly damage: readonly Damage[]
  /** What becomes of somebody else's own tests and receipts, in sentences. */
  readonly notes: readonly string[]
}
