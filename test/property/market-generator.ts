/**
 * Networks with random terms from one whole number: any term may be unknown, fees have dated steps, prices and
 * rented shares are of any class and basis. Money is near what people see.
 */
import type { EvidenceClass, Figure, Unit } from '../../shared/figure.ts'
import { unknownFigure } from '../../shared/figure.ts'
import type { FeeStep, MarketProfile, PricePoint, Term } from '../../shared/markets/market-profile.ts'
import { collateralKinds, payoutCadences, payoutCurrencies } from '../../shared/markets/market-profile.ts'
import { monthAt } from '../../shared/calendar.ts'

export type MarketOptions = {
  /** The card of the rig, by its id. */
  readonly catalogueId: string
  readonly startMonth: string
  /** What such a card is rented for, about. */
  readonly usualUsdPerGpuHour: number
  /** Price and rented share are evidence, so that every network that takes the rig has a net. */
  readonly complete?: boolean
}

const evidence = [
  'own-receipt',
  'on-chain-record',
  'project-document',
  'third-party',
  'weak-third-party',
] as const satisfies readonly EvidenceClass[]

type Random = () => number

const oneOf = <T>(random: Random, values: readonly T[]): T => values[Math.floor(random() * values.length)]!
const integer = (random: Random, most: number): number => Math.floor(random() * (most + 1))
const short = (value: number): number => Number(value.toPrecision(5))

function dayAround(random: Random, startMonth: string): string {
  const month = monthAt(startMonth, integer(random, 14) - 4)
  return `${month}-${oneOf(random, ['01', '01', '02', '15', '28'])}`
}

/** A network of the catalogue, or any, with terms that a seed decides; name, id and words stay. */
export function marketFrom(random: Random, base: MarketProfile, options: MarketOptions): MarketProfile {
  const { startMonth, usualUsdPerGpuHour, catalogueId, complete = false } = options
  const figure = (value: number, unit: Unit, evidenceClass: EvidenceClass): Figure => ({
    value: short(value),
    low: null,
    high: null,
    unit,
    source: 'generated',
    asOf: oneOf(random, ['2025', '2026-03', '2026-09-30', '2026-10-01']),
    class: evidenceClass,
  })
  const known = (share: number, value: () => number, unit: Unit): Figure => {
    const drawn = value()
    return random() < share ? figure(drawn, unit, oneOf(random, evidence)) : unknownFigure(unit)
  }
  const term = <Value extends string>(share: number, values: readonly Value[]): Term<Value> => {
    const value = random() < share ? oneOf(random, values) : null
    const source = value === null ? null : 'generated'
    return { value, text: value, source, asOf: null, class: value === null ? 'assumption' : 'third-party' }
  }

  const point = (basis: PricePoint['basis'], evidenceClass: EvidenceClass): PricePoint => {
    const usd = short(usualUsdPerGpuHour * (0.4 + 1.6 * random()))
    const range = random() < 0.3 ? { low: short(usd * 0.8), high: short(usd * 1.3) } : {}
    return {
      gpu: 'generated',
      catalogueIds: random() < 0.9 || complete ? [catalogueId] : ['another-card'],
      usdPerGpuHour: { ...figure(usd, 'usdPerGpuHour', evidenceClass), ...range },
      basis,
      note: null,
    }
  }
  const countedBasis = () => (random() < 0.7 ? 'buyer pays' : 'host receives')
  const trusted = () => {
    const kind = random()
    if (complete || kind > 0.15) return oneOf(random, evidence)
    return kind < 0.05 ? 'claim' : 'assumption'
  }
  const prices = [
    ...(random() < 0.3 ? [point('ask', 'third-party')] : []),
    ...(complete || random() < 0.85 ? [point(countedBasis(), trusted())] : []),
    ...(random() < 0.4 ? [point(countedBasis(), trusted())] : []),
    ...(random() < 0.2 ? [point('cap', 'cap'), point('reference', 'claim')] : []),
  ]
  const share = () => ({
    catalogueIds: random() < 0.5 ? [] : [catalogueId],
    rentalUtilizationRatio: figure(0.1 + 0.85 * random(), 'ratio', trusted()),
    note: null,
  })

  const fees = new Map<string, FeeStep>()
  for (let left = integer(random, 4); left > 0; left -= 1) {
    const payoutCurrency = oneOf(random, ['any', 'any', 'cash', 'token'] as const)
    const from = random() < 0.4 ? null : dayAround(random, startMonth)
    const platformFeeRatio = known(0.8, () => 0.35 * random(), 'ratio')
    const paymentFeeRatio = known(0.5, () => 0.05 * random(), 'ratio')
    const step = { from, payoutCurrency, platformFeeRatio, paymentFeeRatio, note: null }
    fees.set(`${from} ${payoutCurrency}`, step)
  }

  return {
    ...base,
    whoMayJoin: term(0.5, ['anyone', 'anyone', 'after approval', 'professional sites']),
    hardware: {
      ...base.hardware,
      vendors: random() < 0.2 ? ['NVIDIA'] : null,
      minimumMemoryGigabytes: known(0.2, () => 8 * integer(random, complete ? 3 : 8), 'gigabytes'),
      maximumGpuCount: known(0.1, () => (complete ? 10_000 : 1 + integer(random, 8)), 'count'),
      minimumGpuCount: known(0.1, () => 1 + integer(random, complete ? 0 : 4), 'count'),
    },
    fees: [...fees.values()],
    payout: {
      currencies: term(0.9, payoutCurrencies),
      cadence: term(0.7, payoutCadences),
      creditDelayDays: known(0.5, () => integer(random, 10), 'days'),
      minimumUsd: known(0.6, () => integer(random, 40), 'usd'),
      withdrawalFeeUsd: known(0.6, () => 4 * random(), 'usd'),
      holdDays: known(0.6, () => integer(random, 21), 'days'),
    },
    collateral: {
      kind: term(0.7, collateralKinds),
      usdPerGpu: known(0.5, () => 400 * random(), 'usdPerGpu'),
      tokensPerGpu: known(0.5, () => 300 * random(), 'count'),
      unbondingDays: known(0.6, () => integer(random, 21), 'days'),
    },
    serviceLevel: {
      promisedUptimeRatio: known(0.4, () => 0.95 + 0.049 * random(), 'ratio'),
      creditPerPointRatio: known(0.7, () => 0.1 * random(), 'ratio'),
    },
    subsidy: {
      usdPerRentedGpuHour: known(0.2, () => 0.1 * random(), 'usdPerGpuHour'),
      usdPerUpGpuHour: known(0.2, () => 0.05 * random(), 'usdPerGpuHour'),
      tokensPerRentedGpuHour: known(0.3, () => 0.1 * random(), 'tokensPerGpuHour'),
      tokensPerUpGpuHour: known(0.3, () => 0.05 * random(), 'tokensPerGpuHour'),
    },
    token: { ...base.token, priceUsd: known(0.7, () => 10 ** (2 * random() - 1), 'usdPerToken') },
    prices,
    utilizations: complete || random() < 0.85 ? [share(), ...(random() < 0.3 ? [share()] : [])] : [],
  }
}
