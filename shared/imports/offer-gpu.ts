/** Which card of the catalogue a market's own name means. @see SPEC.md IM6 */
import type { Catalogue } from '../catalogue.ts'
import type { CatalogueGpu } from '../catalogue-gpu.ts'
import { findGpuByName } from '../catalogue-search.ts'

/** Markets leave the family out: "RTX 4090", "RX 7900 XTX", "T4", "MI210"; and NVIDIA's "Generation" behind Ada. */
const families = ['', 'GeForce ', 'Radeon ', 'Tesla ', 'Instinct '] as const

/**
 * The card that a market's name means, or null: that of its driver's name (C6), with the name of a family put before
 * it or "Generation" behind "Ada" where that leads to exactly one card. Never a guess: "A100" and "H100 SXM" are
 * several cards or name no memory, so they are null.
 * Example: `'RTX 4090'` is `geforce-rtx-4090`; `'A100 80GB'` is null. @see SPEC.md IM6
 */
export function findOfferGpu(catalogue: Pick<Catalogue, 'gpus'>, name: string): CatalogueGpu | null {
  const plain = name.replaceAll('_', ' ').trim()
  if (plain.length > 100) return null
  const written = /\bada$/i.test(plain) ? [plain, `${plain} Generation`] : [plain]
  const found = new Set(
    written
      .flatMap((each) => families.map((family) => `${family}${each}`))
      .flatMap((each) => findGpuByName(catalogue, each, null) ?? []),
  )
  const [only, second] = found
  return second === undefined ? (only ?? null) : null
}
