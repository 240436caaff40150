/** Reading ../shared/vectors and writing one vector. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ProofGroup, ProofSource, ProofVector } from '../../shared/proof/vector.ts'

const folder = fileURLToPath(new URL('../../../shared/vectors/', import.meta.url))

export const outsidePresent = existsSync(folder)

export const outsideText = (file: string): string => readFileSync(folder + file, 'utf8')

export const outside = (file: string): unknown => JSON.parse(outsideText(file))

/** The day on which the figures were carried over. */
const carriedOver = '2026-11-21'

export const sourceOf = (name: string, url: string, licence: string): ProofSource => ({
  name,
  url,
  licence,
  date: carriedOver,
})

export type Draft = Pick<ProofVector, 'title' | 'function' | 'arguments' | 'expected' | 'tolerance'>

/** Drafts of one source, with ids that count on from 1. */
export const vectorsOf = (
  prefix: string,
  group: ProofGroup,
  source: ProofSource,
  drafts: readonly Draft[],
): readonly ProofVector[] =>
  drafts.map(({ title, ...rest }, at) => ({ id: `${prefix}-${at + 1}`, title, group, source, ...rest }))

export const numError = { error: '#NUM!' } as const

/** A guess near a published rate, for flows that have several: a spreadsheet then answers the nearest. */
export const guessNear = (rate: number): number => Math.round(rate * 1000) / 1000

/** Whether the amounts, in the order of time, turn from costs to returns or back more than once. */
export function mayHaveSeveralRates(amounts: readonly number[]): boolean {
  const signs = amounts.filter((amount) => amount !== 0).map((amount) => amount > 0)
  return signs.filter((sign, at) => at > 0 && sign !== signs[at - 1]).length > 1
}
