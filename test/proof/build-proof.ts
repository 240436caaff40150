/**
 * Builds resources/proof/*.json from ../shared/vectors, the same bytes every time: figures and their source, no texts.
 * Run: npm exec -- node test/proof/build-proof.ts
 */
import { mkdirSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { ProofVector } from '../../shared/proof/vector.ts'
import { datedVectors } from './dated.ts'
import { projectFinanceVectors } from './project-finance.ts'
import { numpyVectors, spreadsheetVectors } from './spreadsheet.ts'
import { macrsVectors, marketVectors, powerVectors } from './tables.ts'
import { uniswapVectors } from './uniswap.ts'

/** A vector per line: a change of one is a change of one line. */
const file = (vectors: readonly ProofVector[]): string =>
  `{\n  "schema": 1,\n  "vectors": [\n${vectors.map((vector) => `    ${JSON.stringify(vector)}`).join(',\n')}\n  ]\n}\n`

/** Text of each file of resources/proof by its name; the order of the names is the order of the rows. */
export function buildProof(): Readonly<Record<string, string>> {
  return {
    '1-dated.json': file(datedVectors()),
    '2-spreadsheet.json': file([...spreadsheetVectors(), ...numpyVectors()]),
    '3-project-finance.json': file(projectFinanceVectors()),
    '4-tables.json': file([...macrsVectors(), ...powerVectors(), ...marketVectors()]),
    '5-pools.json': file(uniswapVectors()),
  }
}

if (import.meta.main) {
  const folder = fileURLToPath(new URL('../../resources/proof/', import.meta.url))
  mkdirSync(folder, { recursive: true })
  for (const [name, text] of Object.entries(buildProof())) writeFileSync(folder + name, text)
}
