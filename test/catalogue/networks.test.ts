/** The shipped networks against the facts they were built from: nothing is added, upgraded or guessed. */
import { describe, expect, test } from 'vitest'
import { trustByClass } from '../../shared/figure.ts'
import { feeStepOn } from '../../shared/markets/fee-schedule.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import { marketProfileSchema } from '../../shared/markets/market-schema.ts'
import { factsAreHere, type MarketFacts, readFacts } from './facts.ts'
import { factsOf, figuresOf } from './leaves.ts'
import { notNetworks } from './networks.ts'
import { shippedCatalogue } from './shipped.ts'

const { networks } = shippedCatalogue
const network = (id: string): MarketProfile => networks.find((each) => each.id === id)!
const skipped = factsAreHere ? '' : ' (SKIPPED: ../shared/facts is not beside this repository)'
const bare = (source: string): string => source.replace(' (undated page)', '')

test('every shipped network is a profile that an import would take', () => {
  for (const profile of networks) expect(marketProfileSchema.parse(profile)).toEqual(profile)
})

describe.skipIf(!factsAreHere)(`the shipped networks are what the facts say${skipped}`, () => {
  const markets = factsAreHere ? readFacts().markets.markets : []
  const market = (id: string): MarketFacts => markets.find((each) => each.id === id)!
  type Statement = { source: string | null; asOf: string | null; confidence: string; said: string }
  const statements = (id: string): readonly Statement[] => [
    ...Object.values(market(id).fields).map(({ value, text, source, asOf, confidence }) => {
      const said = `${JSON.stringify(value)} ${text}`
      return { said, source, asOf, confidence }
    }),
    ...(market(id).prices ?? []).map(({ usdPerGpuHour, usdPerGpuHourHigh, source, asOf, confidence }) => {
      const said = `${usdPerGpuHour} ${usdPerGpuHourHigh}`
      return { said, source, asOf, confidence }
    }),
  ]

  test('every network of the facts is there, but for one that pays no owner and one that could not be found', () => {
    const all = markets.map(({ id }) => id)
    expect(networks.map(({ id }) => id)).toEqual(all.filter((id) => !notNetworks.includes(id)))
    expect(notNetworks).toEqual(['singularitynet', 'runonml'])
    expect(notNetworks.every((id) => all.includes(id))).toBe(true)
    const shipped = JSON.stringify(networks)
    expect(shipped).not.toMatch(/singularity|runonml|AGIX|\bFET\b/i)
    const alien = notNetworks.flatMap((id) => statements(id).map(({ source }) => source))
    expect(alien.filter((source) => source !== null && shipped.includes(source))).toEqual([])
  })

  test('every number stands in a statement of the same source and date', () => {
    /** What the facts say in words or in another unit. */
    const worded: Readonly<Record<string, string>> = {
      'vast.payout.creditDelayDays: 7': 'following Friday',
      'theta.collateral.unbondingDays: 2.5': '60 h',
      'clore.fees.0.paymentFeeRatio: 0': 'extra host fee when the renter pays BTC',
    }
    let checked = 0
    for (const profile of networks)
      for (const [path, { value, low, high, unit, source, asOf }] of figuresOf(profile))
        for (const number of [value, low, high]) {
          if (number === null) continue
          checked += 1
          const same = statements(profile.id).filter(
            (each) => each.source === bare(source!) && each.asOf === asOf,
          )
          const shown = unit === 'ratio' ? String(Number((number * 100).toFixed(6))) : String(number)
          const said = worded[`${profile.id}.${path}: ${number}`] ?? shown
          const stands = new RegExp(
            String.raw`(?<![\d.])${said.replaceAll('.', String.raw`\.`)}(?![\d]|\.\d)`,
          )
          expect(
            same.some((each) => stands.test(each.said)),
            `${profile.id}.${path}: ${said}`,
          ).toBe(true)
        }
    expect(checked).toBeGreaterThanOrEqual(60)
  })

  test('every price is the facts’ own, in order', () => {
    for (const { id, prices } of networks)
      expect(prices.map(({ gpu, usdPerGpuHour: { value, high, asOf } }) => [gpu, value, high, asOf])).toEqual(
        (market(id).prices ?? []).map((price) => [
          price.gpu,
          price.usdPerGpuHour,
          price.usdPerGpuHourHigh ?? null,
          price.asOf,
        ]),
      )
  })

  // Looked up on 2026-11-21: the facts name the change without a page.
  const lookedUp = new Set(['https://docs.taostats.io/docs/tao-emission'])

  test('every source and date is carried over, and nothing is trusted more than the facts trust it', () => {
    const most: Readonly<Record<string, number>> = { high: 0.8, medium: 0.5, low: 0.25, none: 0 }
    for (const profile of networks)
      for (const [path, { source, asOf, class: evidence }] of [...factsOf(profile), ...figuresOf(profile)]) {
        if (source === null || lookedUp.has(bare(source))) continue
        const same = statements(profile.id).filter(
          (each) => each.source === bare(source) && each.asOf === asOf,
        )
        const noted = JSON.stringify(market(profile.id)).includes(bare(source))
        expect([profile.id, path, same.length > 0 || noted]).toEqual([profile.id, path, true])
        const trusted = Math.max(...same.map(({ confidence }) => most[confidence]!), noted ? 0.25 : 0)
        if (same.length > 0)
          expect([profile.id, path, trustByClass[evidence] <= trusted]).toEqual([profile.id, path, true])
      }
  })

  test('a page without a date says so, and its date is the day it was read', () => {
    for (const profile of networks)
      for (const [, { source, asOf }] of [...factsOf(profile), ...figuresOf(profile)])
        if (source?.endsWith('(undated page)')) expect(asOf).toMatch(/^2026-11-2[01]$/)
  })

  test('no text of the facts longer than a few words is carried over as it stands', () => {
    const said = new Set(
      markets.flatMap(({ fields }) => Object.values(fields).flatMap(({ text, value }) => [text, value])),
    )
    const shipped = networks.flatMap((profile) => factsOf(profile).map(([, { text }]) => text))
    const copied = shipped.filter((text) => text !== null && text.split(' ').length > 6 && said.has(text))
    expect(copied).toEqual([])
  })

  test('what nobody found stays unknown, and what was found is said', () => {
    for (const { id, facts } of networks) {
      const { fields } = market(id)
      const labels = {
        slashing: 'Slashing', collateral: 'Collateral', verification: 'Verification', providerFee: 'Platform fee',
        minimumPayout: 'Minimum payout', withdrawalFee: 'Withdrawal fee', payoutLock: 'Lock or hold',
        tokenMaxSupply: 'Token supply cap', acceptedHardware: 'Accepted hardware',
      } as const // prettier-ignore
      for (const [field, label] of Object.entries(labels))
        expect([id, label, facts[label].text === null]).toEqual([
          id,
          label,
          fields[field]?.confidence === 'none',
        ])
    }
  })
})

describe('what facts.md lists as not found is not known', () => {
  const today = shippedCatalogue.compiledAt
  const currencies = ['cash', 'token'] as const

  test.each(['vast', 'salad', 'runpod', 'nosana', 'render', 'aethir', 'flux', 'theta', 'golem'])(
    'a fee of %s',
    (id) => {
      expect(network(id).fees).toEqual([])
    },
  )

  test('Akash’s fee of today, its supply cap and the size of its bid deposit', () => {
    for (const currency of currencies)
      expect(feeStepOn(network('akash').fees, today, currency)!.platformFeeRatio.value).toBeNull()
    expect(network('akash').facts['Token supply cap'].text).toBeNull()
    const { kind, usdPerGpu, tokensPerGpu } = network('akash').collateral
    expect([kind.value, usdPerGpu.value, tokensPerGpu.value]).toEqual([null, null, null])
  })

  test('how Aethir’s rewards vest', () => {
    expect(network('aethir').payout.holdDays.value).toBeNull()
  })

  test('the terms of Fluence for GPUs', () => {
    const { vendors, segments, catalogueIds, minimumMemoryGigabytes } = network('fluence').hardware
    expect([vendors, segments, catalogueIds, minimumMemoryGigabytes.value]).toEqual([null, null, null, null])
  })

  test.each(['lium', 'targon', 'chutes'])('a collateral of %s', (id) => {
    const { kind, usdPerGpu, tokensPerGpu } = network(id).collateral
    expect([kind.value, usdPerGpu.value, tokensPerGpu.value]).toEqual([null, null, null])
  })

  test('nothing that is repeated without a source ships as a number: 388.5 million AKT, FluxNode’s stakes', () => {
    const shipped = JSON.stringify(networks)
    expect(shipped).not.toMatch(/388|12,500|40,000|thorg/i)
    expect(network('flux').facts['Collateral'].text).toBeNull()
  })

  test.each(['aethir', 'render', 'ionet', 'clore', 'flux', 'theta', 'lium', 'chutes', 'targon'])(
    'a price per GPU of %s',
    (id) => {
      expect(network(id).prices).toEqual([])
    },
  )
})

describe('what changed lately shows with its date', () => {
  test.each([
    ['akash', 'status', '23 March 2026'],
    ['akash', 'fees', '23 March 2026'],
    ['ionet', 'status', '11 June 2026'],
    ['ionet', 'fees', '11 June 2026'],
    ['runpod', 'status', 'Closed to new home hosts'],
    ['clore', 'facts', '1.3 billion'],
    ['clore', 'facts', 'ERC-20'],
    ['chutes', 'facts', 'December 2025'],
    ['lium', 'facts', 'November 2025'],
    ['targon', 'facts', 'November 2025'],
  ] as const)('%s in its %s: %s', (id, part, said) => {
    expect(JSON.stringify(network(id)[part])).toContain(said)
  })

  test('as a step of the fee schedule, from that day on', () => {
    expect(network('akash').fees.map(({ from }) => from)).toEqual([null, null, '2026-03-23'])
    expect(network('ionet').fees.map(({ from }) => from)).toEqual([null, null, '2026-06-11'])
  })

  test('an undated change bears the day it was read', () => {
    expect([network('runpod').status.asOf, network('clore').facts['Token supply cap'].asOf]).toEqual([
      '2026-11-20',
      '2026-11-20',
    ])
  })
})
