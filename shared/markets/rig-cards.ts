/** The cards of a rig as the catalogue knows them. */
import type { Catalogue } from '../catalogue.ts'
import type { RigBody } from '../scenario.ts'
import type { RigCard } from './eligibility.ts'

/**
 * Cards of one kind counted together, in the order of the rig. Example: two entries of one RTX 4090 each are one of 2.
 * @see SPEC.md MK6, MK9
 */
export function rigCards(
  { gpus }: Pick<RigBody, 'gpus'>,
  catalogue: Pick<Catalogue, 'gpus'>,
): readonly RigCard[] {
  const cards = new Map<string, RigCard>()
  for (const { catalogueId, name, count } of gpus) {
    const key = catalogueId ?? `name: ${name}`
    const gpu = catalogue.gpus.find(({ id }) => id === catalogueId) ?? null
    cards.set(key, { gpu, name: gpu?.name ?? name, count: (cards.get(key)?.count ?? 0) + count })
  }
  return [...cards.values()]
}
