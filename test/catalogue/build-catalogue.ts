/**
 * Builds resources/*.json from ../shared/facts, the same bytes every time.
 * Run: npm exec -- node test/catalogue/build-catalogue.ts
 */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Facts, readFacts } from './facts.ts'
import { catalogueGpu } from './gpus.ts'
import { catalogueNetwork, notNetworks } from './networks.ts'
import { cataloguePsuCurves } from './psu-curves.ts'
import { starterCard } from './starter-cards.ts'
import { catalogueTariffs } from './tariffs.ts'

/** JSON with one figure or fact per line: a change of one figure is a change of one line. */
function lines(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const isLeaf = Object.values(value).every((item) => typeof item !== 'object' || item === null)
  if (isLeaf) return JSON.stringify(value)
  const inner = `${indent}  `
  if (Array.isArray(value))
    return `[\n${value.map((item) => inner + lines(item, inner)).join(',\n')}\n${indent}]`
  const entries = Object.entries(value).map(
    ([key, item]) => `${inner}${JSON.stringify(key)}: ${lines(item, inner)}`,
  )
  return `{\n${entries.join(',\n')}\n${indent}}`
}

export function buildCatalogue(facts: Facts): Record<string, string> {
  const { compiledAt } = facts.gpus
  const file = (content: Record<string, unknown>): string =>
    `${lines({ schema: 1, compiledAt, ...content })}\n`
  const networks = facts.markets.markets.filter(({ id }) => !notNetworks.includes(id))
  return {
    'gpus.json': file({ gpus: facts.gpus.gpus.map(catalogueGpu) }),
    'networks.json': file({ networks: networks.map(catalogueNetwork) }),
    'starter-cards.json': file({ cards: networks.map(starterCard) }),
    'tariffs.json': file({ tariffs: catalogueTariffs(facts.reference) }),
    'psu-curves.json': file({ psuCurves: cataloguePsuCurves(facts.reference) }),
  }
}

if (import.meta.main) {
  const resources = fileURLToPath(new URL('../../resources/', import.meta.url))
  for (const [name, text] of Object.entries(buildCatalogue(readFacts())))
    writeFileSync(resources + name, text)
}
