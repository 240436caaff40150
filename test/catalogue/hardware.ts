/** What a machine must be, where a document states it as a rule; what it merely mentions stays words. */
import type { GpuSegment, GpuVendor } from '../../shared/catalogue-gpu.ts'
import type { HardwareRule } from '../../shared/markets/market-profile.ts'
import type { MarketFacts } from './facts.ts'
import { foundFigure } from './found.ts'

type HardwareChoice = {
  readonly vendors: readonly GpuVendor[]
  readonly segments?: readonly GpuSegment[]
  readonly catalogueIds?: readonly string[]
  readonly minimumMemoryGigabytes?: number
  readonly maximumGpuCount?: number
}

/** RTX 3060 to 3090 Ti, 4060 to 4090, 5070 to 5090, A4000 to A6500, A40, A100, H100; the D cards are not named. */
const nosanaCards = [
  'geforce-rtx-3060-12-gb', 'geforce-rtx-3060-ti', 'geforce-rtx-3070', 'geforce-rtx-3070-ti', 'geforce-rtx-3080',
  'geforce-rtx-3080-12-gb', 'geforce-rtx-3080-ti', 'geforce-rtx-3090', 'geforce-rtx-3090-ti',
  'geforce-rtx-4060', 'geforce-rtx-4060-ti-8-gb', 'geforce-rtx-4060-ti-16-gb', 'geforce-rtx-4070',
  'geforce-rtx-4070-super', 'geforce-rtx-4070-ti', 'geforce-rtx-4070-ti-super', 'geforce-rtx-4080',
  'geforce-rtx-4080-super', 'geforce-rtx-4090',
  'geforce-rtx-5070', 'geforce-rtx-5070-ti', 'geforce-rtx-5080', 'geforce-rtx-5090',
  'rtx-a4000', 'rtx-a4500', 'rtx-a5000', 'rtx-a5500', 'rtx-a6000', 'a40',
  'a100-pcie-40-gb', 'a100-pcie-80-gb', 'a100-sxm4-40-gb', 'a100-sxm4-80-gb',
  'h100-pcie-80-gb', 'h100-sxm5-80-gb', 'h100-nvl-94-gb',
] // prettier-ignore

/**
 * Not here: Akash (its GPU support began with NVIDIA, which is no rule), io.net (a third party's advice), Fluence
 * (the terms read are for CPUs) and Hyperbolic (a price list, not a list of what is taken).
 */
const hardwareChoices: Readonly<Record<string, HardwareChoice>> = {
  render: { vendors: ['NVIDIA'], minimumMemoryGigabytes: 8 },
  nosana: { vendors: ['NVIDIA'], catalogueIds: nosanaCards, maximumGpuCount: 1 },
  /** "More than 7 GB": no card lies between 7 and 8. */
  vast: { vendors: ['NVIDIA'], minimumMemoryGigabytes: 7 },
  salad: { vendors: ['NVIDIA'] },
  runpod: { vendors: ['NVIDIA'] },
  clore: { vendors: ['NVIDIA'] },
  /** Apple's chips are taken as CPUs. */
  spheron: { vendors: ['NVIDIA', 'Apple'] },
  theta: { vendors: ['NVIDIA'], minimumMemoryGigabytes: 8 },
  targon: { vendors: ['NVIDIA'], segments: ['datacentre'] },
}

export function hardwareRule(market: MarketFacts): HardwareRule {
  const choice = hardwareChoices[market.id]
  const figure = (unit: 'gigabytes' | 'count', value: number | undefined) =>
    foundFigure(market, unit, value === undefined ? undefined : { value, field: 'acceptedHardware' })
  return {
    vendors: choice?.vendors ?? null,
    segments: choice?.segments ?? null,
    catalogueIds: choice?.catalogueIds ?? null,
    minimumMemoryGigabytes: figure('gigabytes', choice?.minimumMemoryGigabytes),
    minimumGpuCount: figure('count', undefined),
    maximumGpuCount: figure('count', choice?.maximumGpuCount),
  }
}
