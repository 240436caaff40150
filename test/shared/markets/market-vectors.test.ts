/**
 * Worked examples that networks and market sites publish: fees, revenue, service levels, power, cost of capital.
 * The figures are read from the folder beside this repository; what they should come to is theirs, not ours.
 */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { levelizedCostFixedCharge } from '../../../shared/finance/levelized-cost.ts'
import { feeStepOn, type PaidOutIn } from '../../../shared/markets/fee-schedule.ts'
import { marketTerms } from '../../../shared/markets/market-entries.ts'
import type { LineKey } from '../../../shared/economics/statement.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { type Given, statement, worked } from '../economics/given.ts'

const file = fileURLToPath(
  new URL('../../../../shared/vectors/market/fees_revenue_token.json', import.meta.url),
)
const isHere = existsSync(file)
const skipped = isHere ? '' : ' (SKIPPED: ../shared/vectors/market is not beside this repository)'

type Vectors = {
  vast_compute_only: { vectors: [number, number, number, number][] }
  vast_sla: { vectors: [number, number][] }
  clore_host_fee: {
    base_fee_total: { on_demand: number; spot: number }
    host_share: number
    poh_reduction: [number, number][]
    extra_host_fee_non_CLORE: number
    vectors: { order: 'on_demand' | 'spot'; poh: number; host_base_fee: number }[]
  }
  io_net: { fees: Record<'reservation_supplier' | 'payment_fee_usdc' | 'payment_fee_io', number> }
  akash: { provider_share: { AKT: number; USDC: number } }
  nicehash_order_pnl: {
    inputs: Record<'order_cost' | 'buyer_fee_3pct' | 'pool_payout' | 'withdrawal', number>
    expected: Record<'total_cost' | 'net_received' | 'profit', number>
  }
  power_cost: { wall_W: number; usd_per_kwh: number; expected_usd: number }
  capex_per_hour: { price: number; utilization: number; vectors: [number, number][]; tol: number }
}

/** November 2026: 30 days, the 720 hours that such examples count with. */
const firstMonth = (given: Given, line: LineKey): number =>
  statement({ ...worked, ...given }).lines[line].values[0]!
const network = (id: string) => shippedCatalogue.networks.find((each) => each.id === id)!

/** What a host keeps of a dollar after both fees, by the engine, on the network's own terms of that month. */
function kept(id: string, startMonth: string, preferredCurrency: PaidOutIn): number {
  const question = {
    catalogueId: null,
    gpuCount: 1,
    policy: 'pessimistic',
    startMonth,
    preferredCurrency,
    typed: {},
  } as const
  const { platformFeeRatio, paymentFeeRatio } = marketTerms(network(id), question).entries
  const numbers = Object.fromEntries(
    Object.entries({ platformFeeRatio, paymentFeeRatio }).flatMap(([key, entry]) =>
      typeof entry === 'object' ? [[key, entry.value!]] : [],
    ),
  )
  expect(numbers).toHaveProperty('platformFeeRatio')
  const given = { ...numbers, startMonth }
  const fees = firstMonth(given, 'platformFeeUsd') + firstMonth(given, 'paymentFeeUsd')
  return 1 + fees / firstMonth(given, 'usageUsd')
}

/**
 * A premium for a promise, and the price back for what is missed. In the engine: usage is the premium of the hours
 * kept, and a credit of the full price for the hours missed. The premium pays from 1 / (1 + premium) on.
 */
function premiumLessCredits(premium: number, keptShare: number): number {
  const given = {
    priceUsdPerGpuHour: premium,
    rentalUtilizationRatio: 1,
    uptimeRatio: keptShare,
    serviceLevel: 'credits',
    promisedUptimeRatio: 1,
    creditPerPointRatio: 1 / (100 * premium * keptShare),
    creditMaximumRatio: 1,
  }
  return firstMonth(given, 'usageUsd') + firstMonth(given, 'downtimeCreditUsd')
}

const wholeTotal = ({ values }: { readonly values: Float64Array }): number =>
  Math.round(values.reduce((sum, value) => sum + value, 0))

describe.skipIf(!isHere)(`published examples of markets${skipped}`, () => {
  const vectors = isHere ? (JSON.parse(readFileSync(file, 'utf8')) as Vectors) : (null as never)

  test('every example of the file is computed here, or said to be elsewhere', () => {
    const here = [
      'vast_compute_only', 'vast_sla', 'clore_host_fee', 'io_net', 'akash', 'nicehash_order_pnl', 'power_cost',
      'capex_per_hour',
    ] // prettier-ignore
    const elsewhere = {
      render_bme: 'a token’s emission: no fee, revenue or cost of a host',
      reserved_forward_price:
        'the price of later years in longer reservations: no fee, revenue or cost of a host',
      equation_of_exchange: 'a token’s value',
      depin_ninja_metrics: 'a token’s dilution and multiples',
      income_then_gain_FIFO:
        'lots of tokens: test/proof/tables.ts, fifo-gains, and test/shared/economics/lots.test.ts',
    }
    // The emission of io.net, the other half of its example: test/proof/tables.ts, io-net-emission.
    expect(Object.keys(vectors).toSorted()).toEqual([...here, ...Object.keys(elsewhere)].toSorted())
  })

  test('Vast: what a host lists brings price x 720 hours x rented share', () => {
    expect(vectors.vast_compute_only.vectors).toHaveLength(3)
    for (const [gpuCount, price, share, expected] of vectors.vast_compute_only.vectors) {
      const given = {
        gpuCount,
        priceUsdPerGpuHour: price,
        rentalUtilizationRatio: share,
        platformFeeRatio: 0,
      }
      expect(firstMonth(given, 'usageUsd')).toBeCloseTo(expected, 9)
    }
  })

  test('a service level pays from the kept share 1 / (1 + premium) on', () => {
    expect(vectors.vast_sla.vectors).toHaveLength(5)
    for (const [premium, expected] of vectors.vast_sla.vectors) {
      let [low, high] = [0.05, 1]
      while (high - low > 1e-9) {
        const middle = (low + high) / 2
        if (premiumLessCredits(premium, middle) > 1e-9) high = middle
        else low = middle
      }
      const digits = String(expected).split('.')[1]!.length
      expect(Number(high.toFixed(digits)), `premium ${premium}`).toBe(expected)
    }
  })

  test('Clore: the host’s half of the base fee, on demand and on spot, lowered by what is held', () => {
    const {
      base_fee_total: base,
      host_share: half,
      poh_reduction: reductions,
      vectors: cases,
    } = vectors.clore_host_fee
    const { platformFeeRatio, paymentFeeRatio } = feeStepOn(network('clore').fees, '2026-11-20', 'token')!
    expect([platformFeeRatio.value, platformFeeRatio.low]).toEqual([base.on_demand * half, base.spot * half])
    expect(paymentFeeRatio.high).toBe(vectors.clore_host_fee.extra_host_fee_non_CLORE)
    expect(cases).toHaveLength(3)
    for (const { order, poh, host_base_fee: expected } of cases) {
      const fee = order === 'spot' ? platformFeeRatio.low! : platformFeeRatio.value!
      const lowered = reductions.findLast(([held]) => poh >= held)?.[1] ?? 0
      const given = { platformFeeRatio: fee * (1 - lowered) }
      expect(-firstMonth(given, 'platformFeeUsd') / firstMonth(given, 'usageUsd')).toBeCloseTo(expected, 12)
    }
  })

  test('io.net: 0.25 % and, in USDC, 2 % of the rest, on a date before June 2026', () => {
    const { reservation_supplier: fee, payment_fee_usdc: inUsdc, payment_fee_io: inIo } = vectors.io_net.fees
    expect(kept('ionet', '2026-05', 'cash')).toBeCloseTo((1 - fee) * (1 - inUsdc), 12)
    expect(kept('ionet', '2026-05', 'token')).toBeCloseTo((1 - fee) * (1 - inIo), 12)
  })

  test('Akash: the provider keeps 96 % of a lease in AKT and 80 % of one in USDC, on a date before its new model', () => {
    const { AKT, USDC } = vectors.akash.provider_share
    expect(kept('akash', '2026-02', 'token')).toBeCloseTo(AKT, 12)
    const step = feeStepOn(network('akash').fees, '2026-02-01', 'cash')!
    expect(1 - step.platformFeeRatio.value!).toBeCloseTo(USDC, 12)
  })

  test('NiceHash: pool payout less 1 % and the withdrawal, less the order and its 3 %', () => {
    const { inputs, expected } = vectors.nicehash_order_pnl
    // A dollar stands for a millionth of a bitcoin; the source rounds to whole ones.
    const millionth = 1e6
    const given: Given = {
      priceUsdPerGpuHour: (inputs.pool_payout * millionth) / 720,
      rentalUtilizationRatio: 1,
      platformFeeRatio: 0.01,
      withdrawalFeeUsd: inputs.withdrawal * millionth,
      fixedOperatingUsdPerMonth: inputs.order_cost * millionth * 1.03,
      flatTariffPerKwh: 0,
    }
    // One month of work; its only payout, and so the withdrawal, comes on the first of the next.
    const { lines, netUsd } = statement({ ...worked, ...given, horizonMonths: 1 })
    const shown = (bitcoin: number) => Math.round(bitcoin * millionth)
    const received =
      wholeTotal(lines.usageUsd) + wholeTotal(lines.platformFeeUsd) + wholeTotal(lines.withdrawalFeeUsd)
    expect(received).toBe(shown(expected.net_received))
    expect(-wholeTotal(lines.fixedOperatingUsd)).toBe(shown(expected.total_cost))
    expect(wholeTotal(netUsd)).toBe(shown(expected.profit))
  })

  test('power: 600 W for a day at $0.13 a kWh, to the cent', () => {
    const { wall_W: watts, usd_per_kwh: tariff, expected_usd: expected } = vectors.power_cost
    const given = { wallRentedWatts: watts, wallIdleWatts: watts, flatTariffPerKwh: tariff }
    expect(-firstMonth(given, 'electricityUsd') / 30).toBeCloseTo(expected, 2)
  })

  test('capital: a card’s price over its rented hours, within the cent that the file allows', () => {
    const { price, utilization, vectors: cases, tol: within } = vectors.capex_per_hour
    expect(cases).toHaveLength(2)
    for (const [years, expected] of cases) {
      const perHour = levelizedCostFixedCharge({
        capitalCostUsd: price,
        fixedOperatingUsdPerYear: 0,
        variableOperatingUsdPerUnit: 0,
        fixedChargeRate: 1 / years,
        unitsPerYear: 8760 * utilization,
      })
      expect(Math.abs(perHour - expected)).toBeLessThanOrEqual(within)
    }
  })
})
