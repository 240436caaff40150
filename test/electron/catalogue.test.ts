import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readCatalogue } from '../../electron/catalogue.ts'
import { feeStepOn, type PaidOutIn } from '../../shared/markets/fee-schedule.ts'
import { networkFactLabels } from '../../shared/markets/market-profile.ts'
import type { Fact, Figure } from '../../shared/figure.ts'
import { factsOf, figuresOf } from '../catalogue/leaves.ts'
import { shippedCatalogue as catalogue } from '../catalogue/shipped.ts'

const figures: readonly (readonly [string, Figure])[] = [
  ...catalogue.gpus.flatMap((gpu) =>
    [gpu.launchYear, gpu.memoryGigabytes, gpu.boardLimitWatts, gpu.idleBoardWatts].map(
      (figure) => [gpu.id, figure] as const,
    ),
  ),
  ...catalogue.networks.flatMap((network) =>
    figuresOf(network).map(([path, figure]) => [`${network.id}.${path}`, figure] as const),
  ),
  ...catalogue.tariffs.map((tariff) => [tariff.id, tariff.pricePerKwh] as const),
]

const facts: readonly (readonly [string, Fact])[] = catalogue.networks.flatMap((network) =>
  factsOf(network).map(([path, fact]) => [`${network.id}.${path}`, fact] as const),
)

describe('C1 what ships', () => {
  test('is enough: 70 cards, 20 networks, 55 tariffs and every 80 PLUS curve', () => {
    expect(catalogue.gpus.length).toBeGreaterThanOrEqual(70)
    expect(
      catalogue.gpus.filter(({ boardLimitWatts }) => boardLimitWatts.value !== null).length,
    ).toBeGreaterThanOrEqual(70)
    expect(catalogue.networks.length).toBeGreaterThanOrEqual(20)
    expect(catalogue.tariffs.length).toBeGreaterThanOrEqual(55)
    // Six grades on three supplies; plain 80 PLUS has no redundant form.
    expect(catalogue.psuCurves).toHaveLength(17)
  })

  test('has each id once', () => {
    for (const list of [catalogue.gpus, catalogue.networks, catalogue.tariffs, catalogue.psuCurves])
      expect(new Set(list.map(({ id }) => id)).size).toBe(list.length)
  })
})

describe('C2 provenance', () => {
  test('every known figure and fact has its source and date, and none is assumed or typed', () => {
    const known = figures.filter(
      ([, { value, low, high }]) => value !== null || low !== null || high !== null,
    )
    expect(known.length).toBeGreaterThanOrEqual(450)
    for (const [id, { source, asOf, class: evidence }] of [
      ...known,
      ...facts.filter(([, { text }]) => text !== null),
    ]) {
      expect([id, source !== null && source.length > 10]).toEqual([id, true])
      expect(asOf).toMatch(/^20\d\d(-\d\d(-\d\d)?)?$/)
      expect(['project-document', 'third-party', 'weak-third-party', 'cap', 'claim']).toContain(evidence)
    }
  })

  test('an unknown figure or fact claims nothing', () => {
    for (const [, figure] of figures)
      if (figure.value === null && figure.low === null && figure.high === null)
        expect(figure).toMatchObject({ source: null, asOf: null, class: 'assumption' })
    for (const [, fact] of facts) if (fact.text === null) expect(fact.source).toBeNull()
  })

  test('no figure is zero but one that a document names: nobody’s silence became a number', () => {
    // Oracle: io.net's page on its token, read 2026-11-20, says that a payout in IO bears no fee.
    expect(figures.filter(([, { value }]) => value === 0).map(([path]) => path)).toEqual([
      'ionet.fees.0.paymentFeeRatio',
    ])
  })
})

const network = (id: string) => catalogue.networks.find((candidate) => candidate.id === id)!
const feeOf = (id: string, isoDay: string, currency: PaidOutIn) =>
  feeStepOn(network(id).fees, isoDay, currency)?.platformFeeRatio ?? null

describe('C3 C5 networks', () => {
  test('today’s fee is known for four networks only', () => {
    const known = catalogue.networks.flatMap(({ id }) => {
      const fee = feeOf(id, catalogue.compiledAt, 'token')
      return fee === null || fee.value === null ? [] : [[id, fee.value, fee.class]]
    })
    // Oracle: the documents of each, read 2026-11-20; host's half of 10 %, 95 %, 95 % and 90 % kept.
    expect(known).toEqual([
      ['clore', 0.05, 'project-document'],
      ['lium', 0.05, 'project-document'],
      ['octaspace', 0.05, 'project-document'],
      ['hyperbolic', 0.1, 'project-document'],
    ])
  })

  test('a rate that is out of date, or was never named, is said in words and unknown today', () => {
    for (const id of ['akash', 'ionet', 'vast', 'livepeer']) {
      expect(feeOf(id, catalogue.compiledAt, 'token')?.value ?? null).toBeNull()
      expect(network(id).facts['Platform fee'].text).not.toBeNull()
    }
  })

  test('nobody’s minimum payout, fee per payout or hold is known', () => {
    for (const { payout } of catalogue.networks)
      expect([payout.minimumUsd.value, payout.withdrawalFeeUsd.value, payout.holdDays.value]).toEqual([
        null,
        null,
        null,
      ])
  })

  test('RunPod says that home owners cannot join', () => {
    expect(network('runpod').status.text).toContain('Closed to new home hosts')
    expect(network('runpod').whoMayJoin.value).toBe('closed to new hosts')
  })

  test('every network has every entry, in the order of the screen', () => {
    for (const { facts } of catalogue.networks) expect(Object.keys(facts)).toEqual([...networkFactLabels])
  })

  test('a cap or a reference price is never evidence, and other prices are by no means certain', () => {
    const evidenceByBasis = { cap: ['cap'], reference: ['claim'] } as const
    for (const { prices } of catalogue.networks)
      for (const { basis, usdPerGpuHour } of prices)
        expect(
          basis === 'cap' || basis === 'reference'
            ? evidenceByBasis[basis]
            : ['third-party', 'weak-third-party'],
        ).toContain(usdPerGpuHour.class)
  })

  test('every price and every list of accepted cards names cards of the catalogue', () => {
    const ids = new Set(catalogue.gpus.map(({ id }) => id))
    const named = catalogue.networks.flatMap(({ prices, hardware }) => [
      ...prices.flatMap(({ catalogueIds }) => catalogueIds),
      ...(hardware.catalogueIds ?? []),
    ])
    expect(named.length).toBeGreaterThan(60)
    expect(named.filter((id) => !ids.has(id))).toEqual([])
  })

  test('the two captures of Vast for one card stand side by side, with a word that they differ', () => {
    const captures = network('vast').prices.filter(({ gpu }) => gpu === 'RTX 4090')
    expect(captures.map(({ usdPerGpuHour: { low, high } }) => [low, high])).toEqual([
      [0.682, 0.875],
      [0.31, 0.45],
    ])
    for (const { note } of captures) expect(note).toContain('differ')
  })
})

const price = (id: string) => catalogue.tariffs.find((tariff) => tariff.id === id)!

describe('C9 tariffs and PSU curves', () => {
  test('are in currency per kWh, not in cents', () => {
    for (const { pricePerKwh } of catalogue.tariffs) {
      expect(pricePerKwh.value).toBeGreaterThan(0.05)
      expect(pricePerKwh.value).toBeLessThan(0.6)
    }
    // Oracle: EIA 2023, Texas 14.46 cents; copies of 2026 for California 33.75 cents and Eurostat 2025 for Germany EUR 38.35.
    expect(price('us-tx')).toMatchObject({ currency: 'USD', period: '2023', pricePerKwh: { value: 0.1446 } })
    expect(price('us-ca')).toMatchObject({
      currency: 'USD',
      pricePerKwh: { value: 0.3375, asOf: '2026-04-26' },
    })
    expect(price('us-ca').note).toContain('$0.2951')
    expect(price('de')).toMatchObject({
      currency: 'EUR',
      period: '2025, first half',
      pricePerKwh: { value: 0.3835 },
    })
    expect(price('ie')).toMatchObject({ period: '2024, second half', pricePerKwh: { value: 0.3699 } })
  })

  test('a curve runs over its certification points', () => {
    const curve = catalogue.psuCurves.find(({ id }) => id === 'titanium-115v')!
    // Oracle: 80 PLUS Titanium, 115 V: 90 / 92 / 94 / 90 % at 10 / 20 / 50 / 100 % load.
    expect(curve.points).toEqual([
      { loadRatio: 0.1, efficiencyRatio: 0.9 },
      { loadRatio: 0.2, efficiencyRatio: 0.92 },
      { loadRatio: 0.5, efficiencyRatio: 0.94 },
      { loadRatio: 1, efficiencyRatio: 0.9 },
    ])
    expect(catalogue.psuCurves.map(({ id }) => id)).toContain('gold-230v-eu')
  })
})

describe('C10 readCatalogue refuses by name', () => {
  let folder = ''

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'idlewatt-catalogue-'))
    cpSync(fileURLToPath(new URL('../../resources', import.meta.url)), folder, { recursive: true })
  })

  afterEach(() => rmSync(folder, { recursive: true }))

  const change = (file: string, from: string, to: string) => {
    const text = readFileSync(join(folder, file), 'utf8')
    expect(text).toContain(from)
    writeFileSync(join(folder, file), text.replace(from, to))
  }

  test('a copy of what ships is read the same', () => {
    expect(readCatalogue(folder)).toEqual(catalogue)
  })

  test('a missing file', () => {
    rmSync(join(folder, 'tariffs.json'))
    expect(() => readCatalogue(folder)).toThrow(/^Cannot read .*tariffs\.json: ENOENT.*restore it/)
  })

  test('a cut file', () => {
    writeFileSync(join(folder, 'gpus.json'), '{"schema": 1, "gpus": [')
    expect(() => readCatalogue(folder)).toThrow(/gpus\.json is not JSON: .*restore it/)
  })

  test.each([
    [
      'gpus.json',
      '"unit":"gigabytes"',
      '"unit":"watts"',
      'gpus[0].memoryGigabytes.unit: expected "gigabytes"',
    ],
    [
      'gpus.json',
      '"id": "geforce-rtx-2070"',
      '"id": "geforce-rtx-2060"',
      'gpus[2].id: expected each id once',
    ],
    ['gpus.json', '"value":6,', '"value":"6",', 'gpus[0].memoryGigabytes.value: '],
    ['gpus.json', '"asOf":"2026-01-07"', '"asOf":null', 'gpus[0].launchYear: expected a source and a date'],
    [
      'gpus.json',
      '"asOf":"2026-01-07"',
      '"asOf":"7 January"',
      'gpus[0].launchYear: expected a source and a date',
    ],
    ['networks.json', '"basis": "buyer pays"', '"basis": "rumour"', 'networks[0].prices[0].basis: '],
    ['networks.json', '"basis": "buyer pays",', '', 'networks[0].prices[0].basis: '],
    ['networks.json', '"Slashing"', '"Slashed"', 'networks[0].facts'],
    ['tariffs.json', '"currency": "EUR"', '"currency": "GBP"', 'tariffs[0].currency: '],
    [
      'psu-curves.json',
      '"loadRatio":0.5',
      '"loadRatio":0.1',
      'psuCurves[0].points: expected points in ascending order',
    ],
    ['psu-curves.json', '"schema": 1', '"schema": 2', 'schema: '],
  ])('in %s, %s turned into %s', (file, from, to, said) => {
    change(file, from, to)
    expect(() => readCatalogue(folder)).toThrow(`${join(folder, file)} is not a catalogue: ${said}`)
  })
})
