/** How the answer follows its inputs: each test changes something in many scenarios and compares the two statements. */
import { describe, expect, it } from 'vitest'
import { capitalOf, npvUsd } from '../../shared/economics/cash-flow.ts'
import { evaluate } from '../../shared/economics/evaluate.ts'
import type {
  InputDefinition,
  ListColumn,
  ListInput,
  NumberInput,
} from '../../shared/economics/input-definition.ts'
import { inputTable } from '../../shared/economics/input-table.ts'
import type { NumberKey } from '../../shared/economics/input-table.ts'
import type { Batch } from '../../shared/economics/batch.ts'
import type { Statement } from '../../shared/economics/statement.ts'
import { statementLines, statementOf } from '../../shared/economics/statement.ts'
import { assumed } from '../../shared/figure.ts'
import { forSeeds, isNightly } from './runs.ts'
import type { GeneratorOptions } from './scenario-generator.ts'
import { batchFrom, scenarioFrom } from './scenario-generator.ts'

const cases = isNightly ? 1_000_000 : 100_000
const casesOfIdentities = isNightly ? 100_000 : 20_000
const answers = isNightly ? 3_000 : 100
const batchSize = 100
/** Short, so that many fit into seconds; economics.test.ts takes long ones. */
const short: GeneratorOptions = {
  atMost: { horizonMonths: 3, holdDays: 10, creditDelayDays: 5, transferDays: 5 },
}
const time = 1_800_000

/** All tests draw the same seeds, so each batch is made once. */
const made = new Map<number, Batch>()
function batchOfSeed(seed: number): Batch {
  const batch = made.get(seed) ?? batchFrom(seed, batchSize, short)
  made.set(seed, batch)
  return batch
}

/** The same batch with some columns changed; a column that does not apply stays so. */
function changed(
  batch: Batch,
  keys: readonly NumberKey[],
  change: (value: number, key: NumberKey) => number,
): Batch {
  const columns = { ...batch.columns }
  for (const key of keys) columns[key] = batch.columns[key]?.map((value) => change(value, key)) ?? null
  return { ...batch, columns }
}

/** The same batch with cells of its lists doubled: those for which `isDoubled` says so. */
function withLists(batch: Batch, isDoubled: (list: ListInput, column: number) => boolean): Batch {
  const choices: Record<string, string> = { ...batch.choices }
  for (const list of lists) {
    const text = choices[list.key] ?? ''
    if (text === '') continue
    const rows = text.split('; ').map((row) => row.split(' '))
    choices[list.key] = rows
      .map((cells) =>
        cells.map((cell, c) => (isDoubled(list, c) ? String(2 * Number(cell)) : cell)).join(' '),
      )
      .join('; ')
  }
  return { ...batch, choices: choices as Batch['choices'] }
}

const lists = (inputTable as readonly InputDefinition[]).filter((row) => row.kind === 'list')

/** Fails with the place where two rows of numbers stop being equal, to the last bit. */
function expectSame(actual: ArrayLike<number>, expected: ArrayLike<number>, where: string): void {
  for (let i = 0; i < expected.length; i += 1) {
    if (actual[i] !== expected[i]) expect.fail(`${where}, cell ${i}: ${actual[i]} is not ${expected[i]}`)
  }
}

/** All amounts of money of a statement, each under its name. */
function moneyOf(statement: Statement): readonly (readonly [string, Float64Array])[] {
  const { lines, netUsd, bankedUsd, payouts, cardValue } = statement
  const capital = Array.from(
    { length: statement.batch.size },
    (_, s) => capitalOf(statement, s)?.outlayUsd ?? 0,
  )
  return [
    ...statementLines.map(({ key }) => [key, lines[key].values] as const),
    ['net', netUsd.values],
    ['banked', bankedUsd.values],
    ['pipeline', payouts.pipelineUsd.values],
    ['revaluation', payouts.revaluationUsd.values],
    ['lost', payouts.lostUsd.values],
    ['resale', cardValue?.resaleUsd.values ?? new Float64Array()],
    ['outlay', Float64Array.from(capital)],
    ['NPV', npvUsd(statement, true)],
  ]
}

const tariffs = ['flatTariffPerKwh', 'lowTariffPerKwh', 'middleTariffPerKwh', 'highTariffPerKwh'] as const

describe('E7 when the tariff rises', () => {
  it('no net rises, and every net with consumption falls', { timeout: time }, () => {
    let fell = 0
    forSeeds('tariff', cases, batchSize, (seed) => {
      const drawn = batchOfSeed(seed)
      // Tiers have prices of their own, and surplus from the roof costs what it would have been fed in for.
      const choices = { ...drawn.choices, solarSurplus: 'none' }
      const batch = { ...drawn, choices }
      if (choices.tariffKind === 'tiered') return
      const before = statementOf(batch)
      const after = statementOf(changed(batch, tariffs, (perKwh) => perKwh + 0.05))
      before.netBeforeTaxUsd.values.forEach((net, i) => {
        const kwh = before.rigKwh.values[i]!
        const size = statementLines.reduce(
          (total, { key }) => total + Math.abs(before.lines[key].values[i]!),
          net,
        )
        const dust = 1e-12 * Math.abs(size)
        if (kwh < 0) return // a rig that draws more idle than rented, on anyway: renting it saves power
        const rise = after.netBeforeTaxUsd.values[i]! - net
        if (kwh === 0 ? rise !== 0 : rise > dust)
          expect.fail(`seed ${seed}, cell ${i}: ${kwh} kWh, net rises by ${rise}`)
        if (kwh * 0.005 > dust && rise >= 0) expect.fail(`seed ${seed}, cell ${i}: ${kwh} kWh, net stays`)
        if (kwh > 0) fell += 1
      })
    })
    expect(fell).toBeGreaterThan(cases / 2)
  })
})

describe('H2 R1 at a rented share of 0', () => {
  it('there is no usage and nothing but costs, beside what is paid for being up', { timeout: time }, () => {
    forSeeds('nothing rented', cases, batchSize, (seed) => {
      const drawn = changed(batchOfSeed(seed), ['rentalUtilizationRatio', 'storageTerabytes'], () => 0)
      const batch = { ...drawn, choices: { ...drawn.choices, contracts: '' } }
      const { lines, netBeforeTaxUsd: netUsd, hours } = statementOf(batch)
      expectSame(hours.rentedGpuHours.values, new Float64Array(netUsd.values.length), `seed ${seed} rented`)
      for (const key of [
        'usageUsd',
        'platformFeeUsd',
        'paymentFeeUsd',
        'consumablesUsd',
        'trafficUsd',
      ] as const) {
        const none = lines[key].values.every((usd) => usd === 0)
        if (!none) expect.fail(`seed ${seed}: ${key} without a rented hour`)
      }
      netUsd.values.forEach((net, i) => {
        // A negative tariff may earn: it is no cost, and is looked at by itself.
        const power = Math.max(0, lines.electricityUsd.values[i]! + lines.coolingUsd.values[i]!)
        const elsewhere = lines.alternativeUsd.values[i]! + lines.heatCreditUsd.values[i]!
        const most = lines.subsidyUsd.values[i]! + power + elsewhere
        if (net > most + 1e-9 * (1 + most)) expect.fail(`seed ${seed}, cell ${i}: net ${net} over ${most}`)
      })
    })
  })
})

const isMoney = ({ key, ...row }: InputDefinition) =>
  (row.kind === 'number' || row.kind === 'integer') &&
  ((row.unit.startsWith('usd') && row.unit !== 'usdPerCurrencyUnit') ||
    row.unit === 'currencyUnitsPerKwh' ||
    key === 'fixedChargePerMonth' ||
    key === 'demandChargePerKw')
const isMoneyUnit = (column: ListColumn) =>
  column.kind !== 'month' && (column.unit.startsWith('usd') || column.unit === 'currencyUnitsPerKwh')
const isAmount = ({ columns }: ListInput, c: number) => isMoneyUnit(columns[c]!)
const moneyKeys = (inputTable as readonly InputDefinition[])
  .filter((row) => isMoney(row))
  .map((row) => row.key as NumberKey)

describe('S1 the unit of money does not matter', () => {
  it('twice all money in is twice all money out, to the last bit', { timeout: time }, () => {
    forSeeds('scaling', casesOfIdentities, batchSize, (seed) => {
      const batch = batchOfSeed(seed)
      const once = moneyOf(statementOf(batch))
      const doubledLists = withLists(batch, isAmount)
      const twice = moneyOf(statementOf(changed(doubledLists, moneyKeys, (usd) => 2 * usd)))
      once.forEach(([name, values], i) =>
        expectSame(
          twice[i]![1],
          values.map((usd) => 2 * usd),
          `seed ${seed} ${name}`,
        ),
      )
    })
    expect(moneyKeys).toHaveLength(36)
  })
})

/** What a rig has once, however many cards are in it. */
const perRig: readonly NumberKey[] = [
  'hostRentedWatts',
  'hostIdleWatts',
  'calibrationOffsetWatts',
  'fixedChargePerMonth',
  'fixedOperatingUsdPerMonth',
  'labourHoursPerMonth',
  'minimumPayoutUsd',
  'withdrawalFeeUsd',
  'colocationUsdPerMonth',
  'insuranceUsdPerMonth',
  'switchingCostUsd',
]
const doubled: readonly NumberKey[] = [
  'gpuCount',
  'psuRatedWatts',
  'wallRentedWatts',
  'wallIdleWatts',
  'poolQuoteReserveUsd',
  'depthUsd',
  'dailyVolumeUsd',
  'emissionTokensPerMonth',
  'networkGpuHoursPerMonth',
  'storageTerabytes',
  'trafficIncludedGigabytesPerMonth',
  'housePeakOfferedKw',
  'housePeakOtherKw',
  'collateralUsd',
  'loanUsd',
]
/** Cells of lists that grow with the rig: cards, kWh, amounts that are not per card. */
const doubledCells: Readonly<Record<string, readonly number[]>> = {
  contracts: [2, 4],
  tariffTiers: [0],
  houseKwhByMonth: [1],
  solarSurplusKwhByMonth: [1],
  orderBook: [1],
  replacements: [1],
}

describe('H2 E1 W1 two cards', () => {
  it('are twice one card where nothing is there once for the rig, to the last bit', { timeout: time }, () => {
    forSeeds('two cards', casesOfIdentities, batchSize, (seed) => {
      const one = changed(batchOfSeed(seed), perRig, () => 0)
      const single = moneyOf(statementOf(one))
      const two = withLists(one, ({ key }, c) => doubledCells[key]?.includes(c) ?? false)
      const pair = moneyOf(statementOf(changed(two, doubled, (value) => 2 * value)))
      single.forEach(([name, values], i) =>
        expectSame(
          pair[i]![1],
          values.map((usd) => 2 * usd),
          `seed ${seed} ${name}`,
        ),
      )
    })
  })
})

describe('S4 a batch', () => {
  it('of 100 is 100 batches of one, to the last bit', { timeout: time }, () => {
    forSeeds('batches', casesOfIdentities / 2, batchSize, (seed) => {
      const batch = batchOfSeed(seed)
      const together = moneyOf(statementOf(batch))
      for (let s = 0; s < batchSize; s += 1) {
        const columns = { ...batch.columns }
        for (const [key, values] of Object.entries(batch.columns)) {
          columns[key as NumberKey] = values?.slice(s, s + 1) ?? null
        }
        const alone = moneyOf(statementOf({ ...batch, size: 1, columns }))
        alone.forEach(([name, values], i) => {
          const [, all] = together[i]!
          // The longest calendar of a batch may go on after this scenario has ended; card value ages on with it.
          const own = values.map((_, m) => all[m * batchSize + s]!)
          expectSame(values, own, `seed ${seed}, scenario ${s}, ${name}`)
          if (name === 'resale') return
          for (let m = values.length; m * batchSize + s < all.length; m += 1) {
            const later = all[m * batchSize + s]!
            if (Math.abs(later) > 1e-9)
              expect.fail(`seed ${seed}, scenario ${s}, ${name}: ${later} after its end`)
          }
        })
      }
    })
  })
})

describe('A4 evaluate', () => {
  it('says the same twice, and leaves its inputs as they were', { timeout: time }, () => {
    forSeeds('determinism', answers, 1, (seed) => {
      const entries = scenarioFrom(seed, { atMost: { horizonMonths: 6 } })
      const given = JSON.stringify(entries)
      const first = JSON.stringify(evaluate(entries))
      evaluate(scenarioFrom(seed + 1, { atMost: { horizonMonths: 3 } }))
      expect(JSON.stringify(evaluate(structuredClone(entries)))).toBe(first)
      expect(JSON.stringify(entries)).toBe(given)
    })
  })
  it('does not read what does not apply', { timeout: time }, () => {
    const rows = (inputTable as readonly InputDefinition[]).filter(
      (row): row is NumberInput => row.kind === 'number' || row.kind === 'integer',
    )
    forSeeds('not applying', answers, 1, (seed) => {
      const entries = scenarioFrom(seed, { atMost: { horizonMonths: 3 } })
      const idle = rows.filter((row) => entries[row.key] === undefined && row.appliesWhen !== undefined)
      const withMore = { ...entries }
      for (const row of idle) {
        const ignored = row.appliesWhen!.some(({ key, is }) => !is.includes(wordAt(entries, key)))
        if (ignored) withMore[row.key] = assumed(row.high, row.unit)
      }
      expect(JSON.stringify(evaluate(withMore))).toBe(JSON.stringify(evaluate(entries)))
    })
  })
})

function wordAt(entries: ReturnType<typeof scenarioFrom>, key: string): string {
  const entry = entries[key]
  return typeof entry === 'string' ? entry : ''
}
