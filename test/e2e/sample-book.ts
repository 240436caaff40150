/**
 * A book as three people might have it, put into a data folder through the real backend: an owner's card at night,
 * a card paid in tokens with a subsidy, eight cards to buy; and a card whose price is still open. Of three networks
 * somebody has receipts, so that there are nets to rank.
 * Prices, shares, receipts, token figures and the exchange rate are invented, all but the receipts marked as
 * assumptions; cards, tariffs and terms come from the catalogue.
 */
import type { Catalogue } from '../../shared/catalogue.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { definitionOf } from '../../shared/economics/inputs.ts'
import { assumed } from '../../shared/figure.ts'
import type { InputEntry, ScenarioBody } from '../../shared/scenario.ts'
import { entriesFromRig, entriesFromTariff, patched } from '../../shared/scenario-entries.ts'
import { type MarketEdits, noEdits } from '../../shared/markets/market-edits.ts'
import type { PriceBasis } from '../../shared/markets/market-profile.ts'
import { entriesFromNetwork } from '../../shared/markets/market-entries.ts'
import { offeredWeekPresets } from '../../renderer/controls/week-pattern.ts'
import { cardFromCatalogue, rigBody } from '../../shared/rig-body.ts'
import { type BackendClient, withBackend } from './real-backend.ts'

export const sampleNames = {
  owner: 'RTX 4090 at night',
  token: 'RTX 3090, paid in tokens',
  operator: '8 × H100 to buy',
  priceOpen: 'RTX 4090, price still open',
} as const

type Sample = {
  readonly name: string
  readonly rigName: string
  readonly gpuId: string
  readonly count: number
  readonly tariffId: string
  readonly networkId: string | null
  readonly given: Readonly<Record<string, number | string>>
}

const samples: readonly Sample[] = [
  {
    name: sampleNames.priceOpen,
    rigName: 'The second desk',
    gpuId: 'geforce-rtx-4090',
    count: 1,
    tariffId: 'de',
    networkId: null,
    given: { tariffCurrencyUsd: 1.16, offeredWeek: weekNamed('Always') },
  },
  {
    name: sampleNames.operator,
    rigName: 'A rack in Texas',
    gpuId: 'h100-sxm5-80-gb',
    count: 8,
    tariffId: 'us-tx',
    networkId: 'runpod',
    given: {
      ownership: 'to buy',
      purchaseUsdPerGpu: 31_000,
      resaleTodayUsdPerGpu: 24_000,
      resaleIn12MonthsUsdPerGpu: 19_000,
      wearPer1000LoadHoursRatio: 0.004,
      priceUsdPerGpuHour: 2.45,
      rentalUtilizationRatio: 0.72,
      priceYearlyChangeRatio: -0.1,
      coolingKind: 'site',
      pueRatio: 1.3,
      hostRentedWatts: 1_900,
      hostIdleWatts: 1_100,
      fixedOperatingUsdPerMonth: 1_450,
      horizonMonths: 48,
      rampUpMonths: 3,
    },
  },
  {
    name: sampleNames.token,
    rigName: 'The cellar',
    gpuId: 'geforce-rtx-3090',
    count: 1,
    tariffId: 'us-tx',
    networkId: 'nosana',
    given: {
      priceUsdPerGpuHour: 0.15,
      rentalUtilizationRatio: 0.35,
      subsidyTokensPerUpGpuHour: 0.12,
      subsidyYearlyDecayRatio: 0.5,
      tokenPriceUsd: 0.4,
      tokenYearlyChangeRatio: 0.3,
      saleVenue: 'pool',
      poolQuoteReserveUsd: 650_000,
      resaleTodayUsdPerGpu: 780,
      resaleIn12MonthsUsdPerGpu: 640,
    },
  },
  {
    name: sampleNames.owner,
    rigName: 'The desk',
    gpuId: 'geforce-rtx-4090',
    count: 1,
    tariffId: 'de',
    networkId: 'vast',
    given: {
      tariffCurrencyUsd: 1.16,
      offeredWeek: weekNamed('Nights'),
      priceUsdPerGpuHour: 0.62,
      rentalUtilizationRatio: 0.62,
      minimumPayoutUsd: 5,
      withdrawalFeeUsd: 0,
      holdDays: 0,
      platformFeeRatio: 0.25,
      resaleTodayUsdPerGpu: 1_650,
      resaleIn12MonthsUsdPerGpu: 1_350,
      wearPer1000LoadHoursRatio: 0.01,
    },
  },
]

type Receipt = {
  readonly networkId: string
  readonly gpuId: string
  readonly basis: PriceBasis
  readonly usdPerGpuHour: number
  readonly rentalUtilizationRatio: number
  readonly asOf: string
}

/** Clore.ai's is older than half a year on the day of the pictures, and later for ever. */
const receipts: readonly Receipt[] = [
  {
    networkId: 'nosana',
    gpuId: 'geforce-rtx-4090',
    basis: 'buyer pays',
    usdPerGpuHour: 0.61,
    rentalUtilizationRatio: 0.58,
    asOf: '2026-10-31',
  },
  {
    networkId: 'salad',
    gpuId: 'geforce-rtx-4090',
    basis: 'host receives',
    usdPerGpuHour: 0.47,
    rentalUtilizationRatio: 0.66,
    asOf: '2026-09-30',
  },
  {
    networkId: 'clore',
    gpuId: 'geforce-rtx-4090',
    basis: 'buyer pays',
    usdPerGpuHour: 0.43,
    rentalUtilizationRatio: 0.71,
    asOf: '2026-03-31',
  },
]

/** Fills an empty book. Afterwards the owner's scenario is the open one. */
export async function fillWithSampleBook(dataFolder: string): Promise<void> {
  await withBackend(dataFolder, async (client) => {
    const catalogue = await client.catalogue()
    for (const receipt of receipts) await saveReceipt(client, catalogue, receipt)
    let openScenarioId: string | null = null
    for (const sample of samples) {
      const { id } = await saveSample(client, catalogue, sample)
      openScenarioId = id
    }
    const settings = await client.settings.read()
    await client.settings.write({ ...settings, role: 'owner', firstRunDone: true, openScenarioId })
  })
}

async function saveReceipt(client: BackendClient, catalogue: Catalogue, receipt: Receipt): Promise<void> {
  const { networkId, gpuId, basis, asOf } = receipt
  const own = { low: null, high: null, source: 'sample book', asOf, class: 'own-receipt' } as const
  const price = { ...own, value: receipt.usdPerGpuHour, unit: 'usdPerGpuHour' as const }
  const share = { ...own, value: receipt.rentalUtilizationRatio, unit: 'ratio' as const }
  const catalogueIds = [gpuId]
  const { name } = byId(catalogue.gpus, gpuId)
  const edits: MarketEdits = {
    ...noEdits,
    prices: [{ gpu: name, catalogueIds, usdPerGpuHour: price, basis, note: null }],
    utilizations: [{ catalogueIds, rentalUtilizationRatio: share, note: null }],
  }
  await client.market.edit({ id: networkId, revision: 0, edits: copyOf(edits) })
}

async function saveSample(client: BackendClient, catalogue: Catalogue, sample: Sample) {
  const { name, rigName, gpuId, count, tariffId, networkId, given } = sample
  const card = cardFromCatalogue(byId(catalogue.gpus, gpuId), count, catalogue)
  const rig = await client.rig.save({ id: null, revision: 0, body: copyOf(rigBody(rigName, [card])) })
  const fromNetwork =
    networkId === null ? {} : entriesFromNetwork(byId(catalogue.networks, networkId), '2026-12')
  const inputs: InputEntries = patched(
    { startMonth: '2026-12' },
    {
      ...entriesFromRig(rig.body),
      ...entriesFromTariff(byId(catalogue.tariffs, tariffId)),
      ...fromNetwork,
      ...Object.fromEntries(Object.entries(given).map(([key, value]) => [key, entryOf(key, value)])),
    },
  )
  const body: ScenarioBody = { schema: 1, name, rigId: rig.id, networkId, inputs }
  return client.scenario.save({ id: null, revision: 0, body: copyOf(body) })
}

function entryOf(key: string, value: number | string): InputEntry {
  const definition = definitionOf(key)
  if (typeof value === 'string') return value
  if (!('unit' in definition)) throw new Error(`The sample book gives a number for ${key}, which is a word.`)
  return assumed(value, definition.unit, 'sample book')
}

function byId<Item extends { readonly id: string }>(items: readonly Item[], id: string): Item {
  const found = items.find((item) => item.id === id)
  if (found === undefined) throw new Error(`The catalogue has no "${id}" for the sample book.`)
  return found
}

function weekNamed(label: string): string {
  const preset = offeredWeekPresets.find((each) => each.label === label)
  if (preset === undefined) throw new Error(`There is no week pattern "${label}".`)
  return preset.pattern
}

/** The contract's inputs are mutable types; ours are not. */
type Mutable<T> = { -readonly [Key in keyof T]: Mutable<T[Key]> }
function copyOf<T>(body: T): Mutable<T> {
  return structuredClone<Mutable<T>>(body)
}
