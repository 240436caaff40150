/**
 * What a checklist is: the questions that one asks of a market before money goes there, as data.
 * @see SPEC.md DG1 to DG3
 */

/** In this order: without a service there is nothing to earn from, without earnings a token stands on nothing. */
export const pillars = ['service', 'economics', 'token'] as const
export type Pillar = (typeof pillars)[number]

/** Items about real demand count in all three pillars. */
export const parts = [...pillars, 'demand'] as const
export type Part = (typeof parts)[number]

export const roles = ['buyer', 'provider', 'investor'] as const
export type Role = (typeof roles)[number]

export const roleWeights = [0, 0.5, 1, 2] as const
export type RoleWeight = (typeof roleWeights)[number]

export const importances = ['critical', 'high', 'medium', 'low'] as const
export type Importance = (typeof importances)[number]

/** @see SPEC.md DG2 */
export const weightByImportance: Readonly<Record<Importance, number>> = {
  critical: 10,
  high: 7.5,
  medium: 5,
  low: 2.5,
}

/** Which answer the engine can compute: usage alone nets more than zero; the own size sells within the limit. */
export const computations = ['net', 'exit'] as const
export type Computation = (typeof computations)[number]

/** The item does not apply where the circumstance stands as said, on evidence of a third party or better. */
export type Exemption = {
  readonly words: string
  readonly circumstanceId: string
  readonly holdsWhen: 'yes' | 'no'
}

export type ChecklistItem = {
  readonly id: string
  readonly part: Part
  /** The heading that it stands under. */
  readonly topic: string
  /** Yes is good, for every item. */
  readonly question: string
  readonly why: string
  readonly howToCheck: string
  readonly evidenceThatCounts: string
  readonly importance: Importance
  /** In so many days what was seen is worth half. */
  readonly halfLifeDays: number
  /** A "no" caps the pillar. */
  readonly redFlag: boolean
  /** Null: it always applies. */
  readonly exemption: Exemption | null
  readonly roleWeights: Readonly<Record<Role, RoleWeight>>
  readonly computation: Computation | null
}

/** What a market is, without a score: whether items apply hangs on it. Answered like an item, by yes or no. */
export type Circumstance = {
  readonly id: string
  readonly question: string
  readonly howToCheck: string
}

export type Checklist = {
  readonly schema: 1
  readonly id: string
  readonly version: number
  readonly name: string
  readonly compiledAt: string
  readonly circumstances: readonly Circumstance[]
  readonly items: readonly ChecklistItem[]
}

/** What a provider's software may ask for, and the steps that keep a wallet and a domain apart. */
export type PermissionSheetForm = {
  readonly schema: 1
  readonly permissions: readonly {
    readonly id: string
    readonly question: string
    readonly why: string
    readonly ifGranted: string
  }[]
  readonly steps: readonly {
    readonly id: string
    readonly group: 'wallet' | 'domain'
    readonly step: string
    readonly why: string
  }[]
}
