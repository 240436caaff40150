/** Every figure and every fact of a network, each with its path: a test of provenance forgets none. */
import type { Fact, Figure } from '../../shared/figure.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'

type Found<Leaf> = readonly (readonly [path: string, leaf: Leaf])[]

function leaves<Leaf>(value: unknown, key: string, path: readonly string[] = []): Found<Leaf> {
  if (typeof value !== 'object' || value === null) return []
  if (key in value && 'class' in value) return [[path.join('.'), value as Leaf]]
  return Object.entries(value).flatMap(([name, item]) => leaves<Leaf>(item, key, [...path, name]))
}

export const figuresOf = (network: MarketProfile): Found<Figure> => leaves<Figure>(network, 'unit')

/** Terms among them. */
export const factsOf = (network: MarketProfile): Found<Fact> => leaves<Fact>(network, 'text')
