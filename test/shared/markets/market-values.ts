/** Values for every leaf and list of a network, as a pack or a person may bring them. */
import * as fc from 'fast-check'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { evidenceClasses, type Fact, type Figure, type Unit, unknownFigure } from '../../../shared/figure.ts'
import type { MarketEdits } from '../../../shared/markets/market-edits.ts'
import {
  type LeafValue,
  type MarketLeaf,
  marketLeaves,
  type MarketPath,
  withLeaf,
} from '../../../shared/markets/market-leaves.ts'
import {
  type FeeStep,
  fits,
  type MarketProfile,
  priceBases,
  type PricePoint,
  type UtilizationPoint,
  type WorkloadFit,
  workloads,
} from '../../../shared/markets/market-profile.ts'

/** Most letters of texts that break things: quotes, a line end, other scripts, a lone accent, markup. */
const words = fc
  .string({ minLength: 1, maxLength: 30, unit: 'grapheme' })
  .map((text) => `w${text.replaceAll(/\s+/g, ' ')}w`)

const provenance = {
  source: words,
  asOf: fc.constantFrom('2025', '2026-03', '2026-10-01'),
  class: fc.constantFrom(...evidenceClasses),
}

/** Within the bounds of each unit's leaves: from 1 where a count must be, a share of at most 0.9. */
function figure(unit: Unit): fc.Arbitrary<Figure> {
  const [least, most] = unit === 'ratio' ? [0, 0.9] : [1, 80]
  const number = fc.double({ min: least, max: most, noNaN: true }).map((drawn) => (drawn === 0 ? 0 : drawn))
  const value = fc.option(number)
  const plain = fc.record({ value, low: value, high: value, unit: fc.constant(unit), ...provenance })
  return fc.oneof(fc.constant(unknownFigure(unit)), plain.map(inOrder))
}

/** Low, value and high, as far as they are known, in this order. */
function inOrder(given: Figure): Figure {
  const numbers = [given.low, given.value, given.high]
    .filter((each) => each !== null)
    .toSorted((a, b) => a - b)
  const next = (place: number | null) => (place === null ? null : (numbers.shift() ?? null))
  return { ...given, low: next(given.low), value: next(given.value), high: next(given.high) }
}

const factValue: fc.Arbitrary<Fact> = fc.record({ text: fc.option(words), ...provenance })

function termOf<Value extends string>(values: readonly Value[]) {
  return fc.record({ value: fc.option(fc.constantFrom(...values)), text: fc.option(words), ...provenance })
}

function leafValue(leaf: MarketLeaf): fc.Arbitrary<LeafValue> {
  switch (leaf.kind) {
    case 'figure':
      return figure(leaf.unit)
    case 'fact':
      return factValue
    case 'text':
      return fc.option(fc.constantFrom('AKT', 'x'))
    case 'term':
      return termOf(leaf.words)
    case 'list':
      return fc.option(fc.subarray([...(leaf.words ?? ['h200', 'geforce-rtx-4090'])], { minLength: 1 }))
  }
}

const feeStep: fc.Arbitrary<FeeStep> = fc.record({
  from: fc.option(fc.constantFrom('2026-01-01', '2026-06-01')),
  payoutCurrency: fc.constantFrom('cash', 'token', 'any'),
  platformFeeRatio: figure('ratio'),
  paymentFeeRatio: figure('ratio'),
  note: fc.option(words),
})

const pricePoint: fc.Arbitrary<PricePoint> = fc.record({
  gpu: fc.constantFrom('H100', 'RTX 4090'),
  catalogueIds: fc.subarray(['h200', 'geforce-rtx-4090']),
  usdPerGpuHour: figure('usdPerGpuHour'),
  basis: fc.constantFrom(...priceBases),
  note: fc.option(words),
})

const utilizationPoint: fc.Arbitrary<UtilizationPoint> = fc.record({
  catalogueIds: fc.subarray(['h200', 'geforce-rtx-4090']),
  rentalUtilizationRatio: figure('ratio'),
  note: fc.option(words),
})

const workloadFits: fc.Arbitrary<WorkloadFit[]> = fc.uniqueArray(
  fc.record({ workload: fc.constantFrom(...workloads), fit: termOf(fits) }),
  { maxLength: 4, selector: ({ workload }) => workload },
)

type Lists = Pick<MarketProfile, 'fees' | 'prices' | 'utilizations' | 'workloadFits'>
const lists: fc.Arbitrary<Lists> = fc.record({
  fees: fc.array(feeStep, { maxLength: 3 }),
  prices: fc.array(pricePoint, { maxLength: 4 }),
  utilizations: fc.array(utilizationPoint, { maxLength: 3 }),
  workloadFits,
})

/** Some leaves with a value each. */
const someLeaves: fc.Arbitrary<readonly (readonly [MarketPath, LeafValue])[]> = fc
  .subarray([...marketLeaves], { maxLength: 12 })
  .chain((leaves) =>
    fc.tuple(...leaves.map((leaf) => leafValue(leaf).map((value) => [leaf.path, value] as const))),
  )

/** A shipped network, some of whose terms are others; its lists are its own or others. */
export const profile: fc.Arbitrary<MarketProfile> = fc
  .tuple(fc.constantFrom(...shippedCatalogue.networks), someLeaves, fc.option(lists))
  .map(([base, leaves, others]) =>
    leaves.reduce((changed, [path, value]) => withLeaf(changed, path, value), { ...base, ...others }),
  )

export const edits: fc.Arbitrary<MarketEdits> = fc.record({
  terms: someLeaves.map((leaves) => Object.fromEntries(leaves)),
  fees: fc.option(lists.map(({ fees }) => fees)),
  prices: lists.map(({ prices }) => prices),
  utilizations: lists.map(({ utilizations }) => utilizations),
  workloadFits,
})

/** The same network with other terms: as a newer catalogue or a pack has it. */
export const twoStates: fc.Arbitrary<readonly [MarketProfile, MarketProfile]> = fc
  .tuple(profile, profile, fc.constantFrom(0, 1, 2))
  .map(([one, other, shape]) => {
    if (shape === 0) return [one, one]
    if (shape === 1) return [one, { ...one, prices: one.prices.toReversed(), fees: one.fees.toReversed() }]
    return [one, { ...other, id: one.id }]
  })
