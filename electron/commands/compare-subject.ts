/** What `idlewatt compare` is asked about: a rig or scenario of the book, a scenario file, or a card of the catalogue. */
import { existsSync } from 'node:fs'
import type { Catalogue } from '../../shared/catalogue.ts'
import { searchGpus } from '../../shared/catalogue-search.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { findOfferGpu } from '../../shared/imports/offer-gpu.ts'
import type { RigCard } from '../../shared/markets/eligibility.ts'
import { rigCards } from '../../shared/markets/rig-cards.ts'
import { cardFromCatalogue, rigBody } from '../../shared/rig-body.ts'
import type { Rig, RigBody, Scenario, ScenarioBody } from '../../shared/scenario.ts'
import { entriesFromRig, patched } from '../../shared/scenario-entries.ts'
import { readScenarioFile } from './scenario-file.ts'

export type ComparedSubject = {
  readonly name: string
  readonly inputs: InputEntries
  readonly cards: readonly RigCard[]
  readonly networkId: string | null
}

export type Library = {
  readonly catalogue: Catalogue
  readonly rigs: readonly Rig[]
  readonly scenarios: readonly Scenario[]
}

/**
 * A scenario file where there is one of that name; else a rig of the book, with the scenario last changed for it;
 * else a scenario of the book; else cards of the catalogue ("2x RTX 4090"). Throws a sentence where nothing fits.
 */
export function subjectOf(asked: string, library: Library): ComparedSubject {
  if (asked === '-' || existsSync(asked)) return scenarioSubject(readScenarioFile(asked), library)
  const isMeant = ({ id, body }: Rig | Scenario) =>
    id === asked || body.name.toLowerCase() === asked.toLowerCase()
  const rig = one(library.rigs.filter(isMeant), asked)
  if (rig !== null) return rigSubject(rig, library)
  const scenario = one(library.scenarios.filter(isMeant), asked)
  if (scenario !== null) return scenarioSubject(scenario.body, library)
  return cardSubject(asked, library)
}

function rigSubject({ id, body }: Rig, library: Library): ComparedSubject {
  const [latest] = library.scenarios
    .filter((scenario) => scenario.body.rigId === id)
    .toSorted((a, b) => b.updatedAtUtcMs - a.updatedAtUtcMs)
  return {
    name: body.name,
    // A scenario has the rig's watts already, or better ones.
    inputs: latest?.body.inputs ?? patched({}, entriesFromRig(body)),
    cards: rigCards(body, library.catalogue),
    networkId: latest?.body.networkId ?? null,
  }
}

function scenarioSubject(
  { name, rigId, networkId, inputs }: ScenarioBody,
  library: Library,
): ComparedSubject {
  const rig = library.rigs.find(({ id }) => id === rigId)
  return { name, inputs, networkId, cards: rig === undefined ? [] : rigCards(rig.body, library.catalogue) }
}

function cardSubject(asked: string, { catalogue, rigs, scenarios }: Library): ComparedSubject {
  const [, counted, card = ''] = /^(?:([1-9]\d{0,3})\s*[x×]\s*)?(.+)$/i.exec(asked.trim()) ?? []
  const gpu = catalogue.gpus.find(({ id }) => id === card) ?? findOfferGpu(catalogue, card)
  if (gpu === null) {
    const similar = card === '' ? [] : searchGpus(catalogue, card)
    if (similar.length > 0)
      throw new Error(
        `“${asked}” may be several cards: say which: ${similar
          .slice(0, 8)
          .map(({ id }) => id)
          .join(', ')}${similar.length > 8 ? ' ...' : ''}.`,
      )
    const known = [...rigs, ...scenarios].map(({ body }) => `“${body.name}”`)
    throw new Error(
      `There is no scenario file, rig, scenario or card “${asked}”. In the book: ${known.join(', ') || 'nothing yet'}.`,
    )
  }
  const body: RigBody = rigBody(asked, [cardFromCatalogue(gpu, Number(counted ?? 1), catalogue)])
  return {
    name: `${counted ?? 1} × ${gpu.name}`,
    inputs: patched({}, entriesFromRig(body)),
    cards: rigCards(body, catalogue),
    networkId: null,
  }
}

function one<Document extends { readonly id: string }>(
  found: readonly Document[],
  asked: string,
): Document | null {
  if (found.length > 1)
    throw new Error(
      `“${asked}” is the name of ${found.length}: say which by its id: ${found.map(({ id }) => id).join(', ')}.`,
    )
  return found[0] ?? null
}
