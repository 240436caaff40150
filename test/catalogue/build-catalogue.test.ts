import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { buildCatalogue } from './build-catalogue.ts'
import { factsAreHere, readFacts } from './facts.ts'
import { notNetworks } from './networks.ts'
import { shippedCatalogue } from './shipped.ts'

const skipped = factsAreHere ? '' : ' (SKIPPED: ../shared/facts is not beside this repository)'

describe.skipIf(!factsAreHere)(`the shipped catalogue is what the facts say${skipped}`, () => {
  const facts = factsAreHere ? readFacts() : null

  test('building it again gives the same bytes', () => {
    for (const [name, text] of Object.entries(buildCatalogue(facts!)))
      expect(
        readFileSync(fileURLToPath(new URL(`../../resources/${name}`, import.meta.url)), 'utf8'),
        name,
      ).toBe(text)
  })

  test('every card of the facts is there, and each known memory, power and idle reading is the facts’ own', () => {
    expect(shippedCatalogue.gpus.map(({ id }) => id)).toEqual(facts!.gpus.gpus.map(({ id }) => id))
    for (const [at, gpu] of shippedCatalogue.gpus.entries()) {
      const card = facts!.gpus.gpus[at]!
      const pairs = [
        [gpu.memoryGigabytes, card.vramGb],
        [gpu.boardLimitWatts, card.tdpW],
        [gpu.idleBoardWatts, card.idleW],
      ] as const
      for (const [figure, field] of pairs) {
        if (figure.value === null) continue
        expect([gpu.id, figure.value, figure.asOf]).toEqual([gpu.id, field?.value, field?.asOf])
      }
    }
  })

  // Oracle: facts.md names these corrections; each was then found on a second page on 2026-11-21, cited in its source.
  const witnessed = [
    'a100-pcie-80-gb', 'a100-sxm4-40-gb', 'a100-sxm4-80-gb', 'a2', 'arc-a310', 'arc-b580', 'arc-pro-b50', 'b200',
    'h100-nvl-94-gb', 'h200-nvl', 'h200-sxm-141-gb', 'instinct-mi325x', 'l40s', 'radeon-rx-7900-xt',
    'tesla-v100-pcie-16-gb', 'tesla-v100-sxm2-16-gb',
  ] // prettier-ignore

  test('C4 board power ships only where two sources agree', () => {
    const byWitness: string[] = []
    for (const [at, gpu] of shippedCatalogue.gpus.entries()) {
      const card = facts!.gpus.gpus[at]!
      if (gpu.boardLimitWatts.value === null) continue
      expect(gpu.boardLimitWatts.source!.split('; ').length, gpu.id).toBeGreaterThanOrEqual(2)
      if (card.crossCheckWikipedia?.tdp !== true) byWitness.push(gpu.id)
    }
    expect(byWitness.toSorted()).toEqual(witnessed)
  })

  test('C4 where the two sources of facts.md differ and nothing settles it, board power is a range', () => {
    const disputed = facts!.gpus.gpus
      .filter((card) => card.crossCheckWikipedia?.tdp === false && !witnessed.includes(card.id))
      .map((card) => shippedCatalogue.gpus.find(({ id }) => id === card.id)!.boardLimitWatts)
    expect(disputed).toHaveLength(5)
    for (const { value, low, high } of disputed) expect([value, low! < high!]).toEqual([null, true])
  })

  test('every network of the facts is there, but for one that pays no owner and one that could not be found', () => {
    const all = facts!.markets.markets.map(({ id }) => id)
    expect(shippedCatalogue.networks.map(({ id }) => id)).toEqual(
      all.filter((id) => !notNetworks.includes(id)),
    )
    expect(notNetworks.every((id) => all.includes(id))).toBe(true)
  })
})
