/**
 * A figure from outside that Idlewatt must reproduce, and what came of it.
 * @see SPEC.md PR1 and PR2
 */

export const proofGroups = [
  'Dated cash flows',
  'Spreadsheet functions',
  'numpy-financial',
  'Project finance',
  'Tax depreciation',
  'Constant-product pools',
  'Concentrated liquidity',
  'Power',
  'Market examples',
] as const

export type ProofGroup = (typeof proofGroups)[number]

export type ProofSource = {
  readonly name: string
  readonly url: string
  readonly licence: string
  /** The day on which the figure was carried over, YYYY-MM-DD. */
  readonly date: string
}

export type ProofArgument = number | string | null | readonly ProofArgument[]

/** A number; a whole number of any size in digits; a list of those; or a refusal by its name. */
export type ProofValue = number | string | readonly (number | string)[] | { readonly error: string }

export type ProofVector = {
  readonly id: string
  readonly title: string
  readonly group: ProofGroup
  readonly source: ProofSource
  /** A key of `proofFunctions`. */
  readonly function: string
  readonly arguments: readonly ProofArgument[]
  readonly expected: ProofValue
  /** A number agrees within tolerance x max(1, |expected|); digits and refusals agree exactly. */
  readonly tolerance: number
}

export type ProofRow = {
  readonly id: string
  readonly title: string
  readonly group: ProofGroup
  readonly source: ProofSource
  readonly tolerance: number
  readonly pass: boolean
  readonly expected: ProofValue
  readonly got: ProofValue
  /** The largest |got - expected| / max(1, |expected|); null where there is nothing to subtract. */
  readonly difference: number | null
}
