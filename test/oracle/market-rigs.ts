/** Three rigs on which networks are compared: one card at home at night, two cards, eight in colocation. */
import type { InputEntries } from '../../shared/economics/inputs.ts'
import type { Unit } from '../../shared/figure.ts'
import { assumed } from '../../shared/figure.ts'
import type { RigCard } from '../../shared/markets/eligibility.ts'
import { readCatalogue } from '../../electron/catalogue.ts'

const catalogue = readCatalogue()

export const shippedMarkets = catalogue.networks

export type MarketRig = {
  readonly name: string
  readonly cards: readonly RigCard[]
  readonly owner: InputEntries
  readonly ownNetworkId: string | null
  readonly catalogueId: string
  readonly usualUsdPerGpuHour: number
}

const usd = (value: number, unit: Unit) => assumed(value, unit)

function cardsOf(id: string, count: number): readonly RigCard[] {
  const gpu = catalogue.gpus.find((each) => each.id === id)
  if (gpu === undefined) throw new Error(`the catalogue has no ${id}`)
  return [{ gpu, name: gpu.name, count }]
}

const atNight = `${'O'.repeat(7)}${'-'.repeat(15)}OO`.repeat(7)

export const marketRigs: readonly MarketRig[] = [
  {
    name: 'one RTX 4090 at home in Germany, at night',
    cards: cardsOf('geforce-rtx-4090', 1),
    catalogueId: 'geforce-rtx-4090',
    usualUsdPerGpuHour: 0.5,
    ownNetworkId: null,
    owner: {
      startMonth: '2026-12',
      gpuCount: usd(1, 'count'),
      gpuBoardLimitWatts: usd(450, 'watts'),
      idleBoardWatts: usd(20, 'watts'),
      offeredWeek: atNight,
      tariffCurrency: 'EUR',
      tariffCurrencyUsd: usd(1.1, 'usdPerCurrencyUnit'),
      flatTariffPerKwh: usd(0.3835, 'currencyUnitsPerKwh'),
      horizonMonths: usd(12, 'months'),
      resaleTodayUsdPerGpu: usd(1800, 'usdPerGpu'),
      resaleIn12MonthsUsdPerGpu: usd(1300, 'usdPerGpu'),
      wearPer1000LoadHoursRatio: usd(0.01, 'ratio'),
      // Typed for a network that the scenario is not about: they count for none.
      priceUsdPerGpuHour: usd(9, 'usdPerGpuHour'),
      platformFeeRatio: usd(0.9, 'ratio'),
    },
  },
  {
    name: 'two RTX 3090 in the US, taxed, about Vast.ai',
    cards: cardsOf('geforce-rtx-3090', 2),
    catalogueId: 'geforce-rtx-3090',
    usualUsdPerGpuHour: 0.25,
    ownNetworkId: 'vast',
    owner: {
      startMonth: '2027-02',
      gpuCount: usd(2, 'count'),
      gpuBoardLimitWatts: usd(350, 'watts'),
      rentedBoardWatts: usd(290, 'watts'),
      idleBoardWatts: usd(25, 'watts'),
      baseline: 'on anyway',
      flatTariffPerKwh: usd(0.17, 'currencyUnitsPerKwh'),
      coolingKind: 'room',
      labourHoursPerMonth: usd(1, 'hoursPerMonth'),
      labourUsdPerHour: usd(20, 'usdPerHour'),
      horizonMonths: usd(9, 'months'),
      taxTreatment: 'taxed',
      taxRateRatio: usd(0.24, 'ratio'),
      discountRatePerYear: usd(0.07, 'ratioPerYear'),
      priceUsdPerGpuHour: { ...usd(0.22, 'usdPerGpuHour'), class: 'own-receipt' },
      priceBasis: 'host receives',
      priceYearlyChangeRatio: usd(-0.2, 'ratioPerYear'),
      rentalUtilizationRatio: { ...usd(0.61, 'ratio'), class: 'own-receipt' },
      platformFeeRatio: usd(0.2, 'ratio'),
      minimumPayoutUsd: usd(5, 'usd'),
    },
  },
  {
    name: 'eight H100 SXM in colocation, bought on a loan',
    cards: cardsOf('h100-sxm5-80-gb', 8),
    catalogueId: 'h100-sxm5-80-gb',
    usualUsdPerGpuHour: 2,
    ownNetworkId: null,
    owner: {
      startMonth: '2026-10',
      gpuCount: usd(8, 'count'),
      powerBasis: 'wall',
      wallRentedWatts: usd(6800, 'watts'),
      wallIdleWatts: usd(1900, 'watts'),
      flatTariffPerKwh: usd(0.09, 'currencyUnitsPerKwh'),
      coolingKind: 'site',
      pueRatio: usd(1.4, 'count'),
      uptimeRatio: usd(0.96, 'ratio'),
      colocationUsdPerMonth: usd(900, 'usdPerMonth'),
      horizonMonths: usd(6, 'months'),
      ownership: 'to buy',
      purchaseUsdPerGpu: usd(24_000, 'usdPerGpu'),
      resaleTodayUsdPerGpu: usd(22_000, 'usdPerGpu'),
      resaleIn12MonthsUsdPerGpu: usd(16_000, 'usdPerGpu'),
      loanKind: 'annuity',
      loanUsd: usd(100_000, 'usd'),
      loanRatePerYear: usd(0.09, 'ratioPerYear'),
      loanMonths: usd(36, 'months'),
      exchangeFeeRatio: usd(0.004, 'ratio'),
      saleEveryDays: usd(7, 'days'),
    },
  },
]
