/** A rig to store, from the cards that were detected or picked. Its watts are per GPU, the mean over its cards. */
import type { CatalogueGpu } from './catalogue-gpu.ts'
import type { Catalogue } from './catalogue.ts'
import { isoDate } from './calendar.ts'
import { findGpuByName, medianIdleBoardWatts } from './catalogue-search.ts'
import { evidenceClasses, type Figure, unknownFigure } from './figure.ts'
import type { RigBody } from './scenario.ts'
import type { GpuSample, RigSample } from './telemetry/gpu-sample.ts'

export type RigCard = {
  readonly uuid: string | null
  readonly catalogueId: string | null
  readonly name: string
  readonly count: number
  readonly boardLimitWatts: Figure
  readonly idleBoardWatts: Figure
}

export function cardFromCatalogue(gpu: CatalogueGpu, count: number, catalogue: Catalogue): RigCard {
  const { id, name, segment, boardLimitWatts, idleBoardWatts } = gpu
  return {
    uuid: null,
    catalogueId: id,
    name,
    count,
    boardLimitWatts,
    idleBoardWatts: idleBoardWatts.value === null ? medianIdleBoardWatts(catalogue, segment) : idleBoardWatts,
  }
}

export function cardsFromSample(sample: RigSample, catalogue: Catalogue): readonly RigCard[] {
  return sample.gpus.map((gpu) => {
    const known = findGpuByName(catalogue, gpu.name, gpu.memoryTotalMebibytes.value)
    const asListed = known === null ? null : cardFromCatalogue(known, 1, catalogue)
    return {
      uuid: gpu.uuid,
      catalogueId: known?.id ?? null,
      name: gpu.name,
      count: 1,
      boardLimitWatts: limitOf(gpu, sample.atUtcMs) ?? asListed?.boardLimitWatts ?? unknownFigure('watts'),
      idleBoardWatts: asListed?.idleBoardWatts ?? unknownFigure('watts'),
    }
  })
}

export function rigBody(name: string, cards: readonly RigCard[]): RigBody {
  return {
    schema: 1,
    name,
    gpus: cards.map(({ uuid, catalogueId, name: cardName, count }) => ({
      uuid,
      catalogueId,
      name: cardName,
      count,
    })),
    boardLimitWatts: meanPerGpu(cards, 'boardLimitWatts'),
    rentedBoardWatts: unknownFigure('watts'),
    idleBoardWatts: meanPerGpu(cards, 'idleBoardWatts'),
  }
}

/** "2 × GeForce RTX 4090, GeForce RTX 3060": cards of the same name counted together. */
export function cardsInWords(cards: readonly Pick<RigCard, 'name' | 'count'>[]): string {
  const counts = new Map<string, number>()
  for (const { name, count } of cards) counts.set(name, (counts.get(name) ?? 0) + count)
  return [...counts].map(([name, count]) => (count === 1 ? name : `${count} × ${name}`)).join(', ')
}

export function gpuCount(cards: readonly Pick<RigCard, 'count'>[]): number {
  return cards.reduce((sum, { count }) => sum + count, 0)
}

function limitOf(gpu: GpuSample, atUtcMs: number): Figure | null {
  const { value } = gpu.boardLimitWatts
  if (value === null) return null
  return {
    value,
    low: null,
    high: null,
    unit: 'watts',
    source: 'power limit that the driver reports',
    asOf: isoDate(Math.floor(atUtcMs / 86_400_000)),
    class: 'own-measurement',
  }
}

/** Unknown as soon as one card's watts are: a mean over some cards would pass for the rig's. */
function meanPerGpu(cards: readonly RigCard[], key: 'boardLimitWatts' | 'idleBoardWatts'): Figure {
  const figures = cards.map((card) => card[key])
  const [first] = figures
  if (first === undefined) return unknownFigure('watts')
  if (figures.every((figure) => figure.value === first.value && figure.source === first.source)) return first
  const mean = (end: 'value' | 'low' | 'high') => {
    let sum = 0
    for (const card of cards) {
      const watts = card[key][end] ?? card[key].value
      if (watts === null) return null
      sum += watts * card.count
    }
    return sum / gpuCount(cards)
  }
  const isRange = figures.some(({ low, high }) => low !== null || high !== null)
  const value = figures.some((figure) => figure.value === null) ? null : mean('value')
  return {
    value,
    low: isRange ? mean('low') : null,
    high: isRange ? mean('high') : null,
    unit: 'watts',
    source:
      `mean over ${gpuCount(cards)} GPUs: ${distinct(figures.flatMap(({ source }) => source ?? [])).join('; ')}`.slice(
        0,
        500,
      ),
    asOf: figures.flatMap(({ asOf }) => asOf ?? []).sort()[0] ?? null,
    class: figures.reduce(
      (weakest, figure) =>
        evidenceClasses.indexOf(figure.class) > evidenceClasses.indexOf(weakest) ? figure.class : weakest,
      first.class,
    ),
  }
}

function distinct(texts: readonly string[]): readonly string[] {
  return [...new Set(texts)]
}
