/** How many cases, from which seed; every property over scenarios says so. */
import * as fc from 'fast-check'

export const isNightly = process.env['IDLEWATT_TIER'] === 'nightly'

const seed = Number(process.env['IDLEWATT_SEED'] ?? Math.floor(performance.timeOrigin) % 2_147_483_647)

/** Runs `check` on `cases / batchSize` random seeds; IDLEWATT_SEED brings a run back. */
export function forSeeds(
  name: string,
  cases: number,
  batchSize: number,
  check: (seed: number) => void,
): void {
  console.log(`${name}: ${cases} cases, IDLEWATT_SEED=${seed}`)
  fc.assert(fc.property(fc.integer(), check), { seed, numRuns: Math.ceil(cases / batchSize) })
}
