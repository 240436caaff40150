/** Cards: what two sources agree on is known, what they dispute is a range, what one says is weak or unknown. */
import type { CatalogueGpu, GpuSegment } from '../../shared/catalogue-gpu.ts'
import { type EvidenceClass, type Figure, type Unit, unknownFigure } from '../../shared/figure.ts'
import type { GpuFacts, GpuField } from './facts.ts'

const databaseSource = 'rightnow-gpu-db'
const wikipediaLists =
  'Wikipedia lists, after https://github.com/voidful/gpu-info-api/blob/03a6b34a8cc7b761a0b70a5956a478c76062e6ec/gpu.json'
const driverCaptures =
  'driver limit read in https://github.com/utkuozdemir/nvidia_gpu_exporter/tree/e656cd81a180e7e0e7862b53c9acd4c2fb0f590b/internal/captures'

/**
 * Second sources for board power, looked up on 2026-11-21, for cards that the Wikipedia lists do not decide:
 * either they lack the card, or the database was corrected there and the correction needs a witness.
 */
const boardPowerWitnesses: Readonly<Record<string, { watts: number; source: string }>> = {
  'tesla-v100-pcie-16-gb': {
    watts: 250,
    source:
      'http://www.hwupgrade.it/news/skvideo/nvidia-tesla-v100-da-fine-anno-anche-su-slot-pci-express_69475.html',
  },
  'tesla-v100-sxm2-16-gb': {
    watts: 300,
    source:
      'http://www.hwupgrade.it/news/skvideo/nvidia-tesla-v100-da-fine-anno-anche-su-slot-pci-express_69475.html',
  },
  'a100-pcie-80-gb': {
    watts: 300,
    source: 'https://www.thundercompute.com/blog/nvidia-a100-specs-full-guide',
  },
  'a100-sxm4-40-gb': { watts: 400, source: 'https://glennklockwood.com/garden/processors/A100' },
  'a100-sxm4-80-gb': { watts: 400, source: 'https://glennklockwood.com/garden/processors/A100' },
  l40s: { watts: 350, source: 'https://www.mullet.se/product.html?product_id=355414' },
  'h100-nvl-94-gb': { watts: 400, source: 'https://onestopsystems.com/pages/one-stop-systems-blog' },
  'h200-nvl': { watts: 600, source: 'https://onestopsystems.com/pages/one-stop-systems-blog' },
  'h200-sxm-141-gb': {
    watts: 700,
    source: 'https://openmetal.io/resources/blog/how-the-h200-is-built-for-memory-bound-ai-workloads/',
  },
  b200: { watts: 1000, source: 'https://glennklockwood.com/garden/processors/B200' },
  a2: { watts: 60, source: 'https://hmc-tech.com/gpu/nvidia-a2-vs-nvidia-a40' },
  'radeon-rx-7900-xt': { watts: 315, source: 'https://www.hardwaredb.net/radeon-rx-7900-xt-benchmark' },
  'instinct-mi325x': { watts: 1000, source: 'https://yobitel.com/knowledge-base/amd-mi325x' },
  'arc-a310': {
    watts: 75,
    source: 'https://technical.city/en/video/Arc-A310-vs-RTX-PRO-5000-72-GB-Blackwell',
  },
  'arc-b580': {
    watts: 190,
    source:
      'https://www.tomshardware.com/pc-components/gpus/intel-arc-b580-review-the-new-usd249-gpu-champion-has-arrived/7',
  },
  'arc-pro-b50': {
    watts: 70,
    source: 'https://hmc-tech.com/gpu/intel-arc-pro-b50-vs-nvidia-rtx-pro-4000-blackwell',
  },
}

/** Where two sources differ: both readings, the second from facts.md, a driver capture or a look-up of 2026-11-21. */
const boardPowerDisputes: Readonly<Record<string, { watts: readonly [number, number]; second: string }>> = {
  'geforce-rtx-3050-8-gb': { watts: [130, 115], second: wikipediaLists },
  'geforce-rtx-4060-ti-16-gb': { watts: [165, 160], second: wikipediaLists },
  'tesla-v100-sxm2-32-gb': { watts: [250, 300], second: wikipediaLists },
  'radeon-rx-6650-xt': { watts: [176, 180], second: wikipediaLists },
  'radeon-rx-9060-xt-16-gb': { watts: [160, 150], second: wikipediaLists },
  a10g: {
    watts: [150, 300],
    second:
      'driver limit read in https://github.com/influxdata/telegraf/tree/b27263146617cefe16c0b300107b58b111a7fa57/plugins/inputs/nvidia_smi/testdata',
  },
}

const memoryDisputes: Readonly<Record<string, { gigabytes: readonly [number, number]; second: string }>> = {
  'instinct-mi50': { gigabytes: [16, 32], second: wikipediaLists },
  'instinct-mi325x': { gigabytes: [288, 256], second: 'https://yobitel.com/knowledge-base/amd-mi325x' },
}

/**
 * The idle readings that are used, each of one card. Left out: T4 and A100 (taken in P0, the latter under MIG)
 * and MI300X (printed by a simulator).
 */
const idleReadings: Readonly<Record<string, { taken: string; class: EvidenceClass }>> = {
  'geforce-rtx-2080-super': { taken: 'on Windows, instantaneous', class: 'weak-third-party' },
  'geforce-rtx-3060-12-gb': { taken: 'in P8', class: 'third-party' },
  'geforce-rtx-3090': { taken: 'in P8, its limit lowered to 200 W', class: 'third-party' },
  'geforce-rtx-4080-super': { taken: 'with a desktop attached', class: 'weak-third-party' },
  a10g: { taken: 'in P8', class: 'third-party' },
  'h100-sxm5-80-gb': { taken: 'as the driver averages it', class: 'third-party' },
  'h200-sxm-141-gb': { taken: 'as a benchmark page gives it', class: 'weak-third-party' },
  'rtx-4000-sff-ada-generation': { taken: 'as the driver averages it', class: 'third-party' },
}

const segments: Readonly<Record<GpuFacts['segment'], GpuSegment>> = {
  consumer: 'consumer',
  workstation: 'workstation',
  datacentre: 'datacentre',
  soc: 'integrated',
}

function databaseCitation(card: GpuFacts): string {
  return `RightNow GPU database v1, after ${card.specPage}`
}

function disputed(unit: Unit, pair: readonly [number, number], source: string, asOf: string): Figure {
  return {
    value: null,
    low: Math.min(...pair),
    high: Math.max(...pair),
    unit,
    source,
    asOf,
    class: 'weak-third-party',
  }
}

function known(unit: Unit, field: GpuField, sources: readonly string[]): Figure {
  return {
    value: field.value,
    low: null,
    high: null,
    unit,
    source: sources.join('; '),
    asOf: field.asOf,
    class: sources.length > 1 ? 'third-party' : 'weak-third-party',
  }
}

function memory(card: GpuFacts): Figure {
  const field = card.vramGb
  if (field === null) return unknownFigure('gigabytes')
  const database = databaseCitation(card)
  const dispute = memoryDisputes[card.id]
  if (dispute) return disputed('gigabytes', dispute.gigabytes, `${database}; ${dispute.second}`, field.asOf)
  if (card.id === 'b200')
    return known('gigabytes', field, [field.source, 'https://glennklockwood.com/garden/processors/B200'])
  if (card.crossCheckWikipedia?.vram === true) return known('gigabytes', field, [database, wikipediaLists])
  return known('gigabytes', field, [database])
}

function boardPower(card: GpuFacts): Figure {
  const field = card.tdpW
  if (field === null) return unknownFigure('watts')
  const database = databaseCitation(card)
  if (card.id === 'a16')
    return {
      ...unknownFigure('watts'),
      high: field.value,
      source: `${database} (all four GPUs of the board together)`,
      asOf: field.asOf,
      class: 'third-party',
    }
  const dispute = boardPowerDisputes[card.id]
  if (dispute) return disputed('watts', dispute.watts, `${database}; ${dispute.second}`, field.asOf)
  if (card.crossCheckWikipedia?.tdp === true) return known('watts', field, [database, wikipediaLists])
  const witness = boardPowerWitnesses[card.id]
  if (!witness) return unknownFigure('watts')
  if (witness.watts !== field.value) throw new Error(`${card.id}: the witness says ${witness.watts} W`)
  const first =
    field.sourceId === databaseSource ? database : card.id === 'l40s' ? driverCaptures : wikipediaLists
  return known('watts', field, [first, witness.source])
}

function idlePower(card: GpuFacts): Figure {
  const reading = idleReadings[card.id]
  if (!reading || !card.idleW) return unknownFigure('watts')
  const source = `${card.idleW.source} (one card, ${reading.taken})`
  return { ...known('watts', card.idleW, [source]), class: reading.class }
}

function launchYear(card: GpuFacts): Figure {
  if (!card.vramGb) return unknownFigure('years')
  const source = `${databaseCitation(card)} (may be the year of the announcement)`
  return {
    value: card.launchYear,
    low: null,
    high: null,
    unit: 'years',
    source,
    asOf: '2026-01-07',
    class: 'weak-third-party',
  }
}

export function catalogueGpu(card: GpuFacts): CatalogueGpu {
  return {
    id: card.id,
    name: card.name,
    vendor: card.vendor,
    segment: segments[card.segment],
    launchYear: launchYear(card),
    memoryGigabytes: memory(card),
    boardLimitWatts: boardPower(card),
    idleBoardWatts: idlePower(card),
  }
}
