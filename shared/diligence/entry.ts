/**
 * What a scorecard is made of: entries that are only ever appended. The newest standing one counts.
 * @see SPEC.md DG4, DG5
 */
import type { EvidenceClass } from '../figure.ts'
import type { ChecklistItem } from './checklist.ts'

export const answerValues = ['yes', 'partly', 'no', 'not-applicable', 'unknown'] as const
export type AnswerValue = (typeof answerValues)[number]

/** An input whose range, from low to high, turns the sign of what was computed. */
export type DecisiveInput = {
  readonly key: string
  readonly label: string
  readonly class: EvidenceClass
  readonly low: number
  readonly high: number
}

/** On what an answer of the engine rests. */
export type ComputedBasis =
  | {
      readonly by: 'net'
      readonly scenarioId: string
      readonly scenarioName: string
      readonly scenarioRevision: number
      /** NPV of usage alone, token flat. */
      readonly usageOnlyUsd: number
      readonly priceClass: EvidenceClass
      readonly utilizationClass: EvidenceClass
      readonly decisive: readonly DecisiveInput[]
    }
  | {
      readonly by: 'exit'
      /** What would be sold. */
      readonly sizeUsd: number
      /** On one side of the pool. */
      readonly depthUsd: number
      readonly depthClass: EvidenceClass
      readonly poolFeeRatio: number
      /** Computed. */
      readonly slippageRatio: number
      readonly slippageLimitRatio: number
    }

export type Answer = {
  readonly kind: 'answer'
  /** Of an item or a circumstance. */
  readonly itemId: string
  readonly value: AnswerValue
  readonly class: EvidenceClass
  /** With "not applicable" the reason. */
  readonly text: string
  readonly link: string | null
  readonly fileSha256: string | null
  readonly seenOn: string
  readonly quote: string | null
  readonly who: string
  readonly computed: ComputedBasis | null
}

/** One small disposable job, from quote to bill. A later entry with the same id replaces it. */
export type TestJob = {
  readonly kind: 'test-job'
  readonly jobId: string
  readonly name: string
  readonly ranOn: string
  readonly quotedUsd: number | null
  /** Of the attempts that succeeded. */
  readonly billedUsd: number | null
  readonly successfulJobs: number
  readonly failedAttempts: number
  readonly failedAttemptsUsd: number | null
  readonly setUpMinutes: number | null
  readonly minutesToStart: number | null
  readonly minutesToFinish: number | null
  readonly outputCheck: 'matched' | 'differed' | 'not-checked'
  readonly interruptions: number | null
  readonly whatFailed: string | null
  readonly supportQuestion: string | null
  readonly supportAnswerHours: number | null
  readonly dataThatLeft: string | null
  readonly cloudName: string | null
  /** The same job there. */
  readonly cloudUsd: number | null
  /** The kept bill. */
  readonly billSha256: string | null
  readonly who: string
}

/** The first payout that arrived. */
export type Payout = {
  readonly kind: 'payout'
  /** As a decimal, exactly: "12.50". */
  readonly amount: string
  readonly currency: string
  readonly receivedOn: string
  /** Where it is in the person's own books: a bank line, a transaction. */
  readonly reference: string
  readonly fileSha256: string | null
  readonly who: string
}

/** Something on a public record that anybody can look up. */
export type OnChainRecord = {
  readonly kind: 'record'
  readonly of: 'paid-usage' | 'holder-revenue'
  readonly usd: number
  readonly from: string
  readonly to: string
  readonly transaction: string
  readonly link: string
  readonly who: string
}

/** What will open the token's gate, announced with a date; it holds until that date only. */
export type DatedPath = {
  readonly kind: 'dated-path'
  readonly text: string
  readonly until: string
  readonly link: string | null
  readonly who: string
}

/** A later entry with the same id replaces it. */
export type Tripwire = {
  readonly kind: 'tripwire'
  readonly tripwireId: string
  readonly words: string
  readonly metric: string
  readonly condition:
    | { readonly when: 'below' | 'above'; readonly threshold: number; readonly by: string | null }
    | { readonly when: 'nothing-new'; readonly days: number }
  readonly who: string
}

export type SeenFigure = {
  readonly kind: 'figure'
  readonly metric: string
  readonly value: number
  readonly class: EvidenceClass
  readonly seenOn: string
  readonly link: string | null
  readonly text: string
  readonly who: string
}

/** What was granted for a test job. A later sheet for the same job replaces it. */
export type PermissionSheet = {
  readonly kind: 'permissions'
  readonly jobId: string
  readonly permissions: readonly {
    readonly permissionId: string
    readonly value: 'granted' | 'refused' | 'unknown'
    readonly note: string
  }[]
  readonly stepsDone: readonly { readonly stepId: string; readonly doneOn: string }[]
  readonly who: string
}

export type EntryBody =
  | Answer
  | TestJob
  | Payout
  | OnChainRecord
  | DatedPath
  | Tripwire
  | SeenFigure
  | PermissionSheet
  | { readonly kind: 'note'; readonly text: string; readonly who: string }
  /** The checklist in force from here on, by the digest of its text. */
  | { readonly kind: 'checklist'; readonly sha256: string; readonly who: string }
  /** An item of the person's own; a later one with the same id replaces it. */
  | { readonly kind: 'own-item'; readonly item: ChecklistItem; readonly who: string }
  /** Takes an earlier entry back; may be taken back itself. */
  | { readonly kind: 'withdrawal'; readonly sequence: number; readonly who: string }

/** Where an entry from somebody else's card, or from another copy of this one, was first written. */
export type Origin = {
  readonly cardId: string
  readonly cardName: string
  readonly sequence: number
  readonly recordedAtUtcMs: number
  readonly digest: string
  /** Kept, but it counts for nothing: somebody else's test, or an answer beside one's own. */
  readonly aside: boolean
}

export type Entry = {
  /** 1, 2, 3 ... within the card. */
  readonly sequence: number
  readonly recordedAtUtcMs: number
  readonly body: EntryBody
  readonly origin: Origin | null
}
