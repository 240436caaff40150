import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { ageInDays, isOld, oldWords } from '../../renderer/places/networks/profile/age.ts'
import { blankMarket, marketIdOf } from '../../renderer/places/networks/profile/blank-market.ts'
import { decidingTerms, onlyCardOf } from '../../renderer/places/networks/profile/deciding-terms.ts'
import { priceRows } from '../../renderer/places/networks/profile/price-rows.ts'
import {
  eligibilityWords,
  profileSentence,
  unknownWords,
} from '../../renderer/places/networks/profile/profile-words.ts'
import { termColumns } from '../../renderer/places/networks/profile/sections.ts'
import { draftOf, draftValue } from '../../renderer/places/networks/profile/term-draft.ts'
import {
  boundsOfTerm,
  feeBounds,
  longest,
  priceBounds,
  shareBounds,
  termBounds,
} from '../../renderer/places/networks/profile/term-bounds.ts'
import { type Figure, unknownFigure } from '../../shared/figure.ts'
import { marketBodySchema } from '../../shared/markets/market-body-schema.ts'
import { type MarketBody, type MarketEdits, noEdits } from '../../shared/markets/market-edits.ts'
import { marketTerms } from '../../shared/markets/market-entries.ts'
import { leafAt, marketLeaves, type MarketPath } from '../../shared/markets/market-leaves.ts'
import type { FeeStep, MarketProfile, PricePoint } from '../../shared/markets/market-profile.ts'
import { marketId, marketPackSchema } from '../../shared/markets/market-schema.ts'

const given = { class: 'own-receipt', source: 'a receipt', asOf: '2026-11-01' } as const
const figure = (value: number, unit: Figure['unit'], more: Partial<Figure> = {}): Figure => ({
  value,
  low: null,
  high: null,
  unit,
  ...given,
  ...more,
})
const blank = blankMarket('cellar', 'Cellar', 'https://cellar.example')
const leafOf = (path: MarketPath) => marketLeaves.find((leaf) => leaf.path === path)!
const isTakenIn = (edits: Partial<MarketEdits>) => {
  const body: MarketBody = {
    schema: 1,
    name: 'Cellar',
    profile: null,
    packCompiledAt: null,
    edits: { ...noEdits, ...edits },
  }
  return marketBodySchema.safeParse(body).success
}

describe('The sections of a network’s page', () => {
  it('show every term of a profile once', () => {
    const shown = termColumns.flat().flatMap(({ paths, words }) => paths.concat(words))
    expect(shown.toSorted()).toEqual(marketLeaves.map(({ path }) => path).toSorted())
  })
})

const priceOf = (value: number): PricePoint => ({
  gpu: 'RTX 4090',
  catalogueIds: ['geforce-rtx-4090'],
  usdPerGpuHour: figure(value, 'usdPerGpuHour'),
  basis: 'ask',
  note: null,
})

const feeOf = (value: number): FeeStep => ({
  from: null,
  payoutCurrency: 'any',
  platformFeeRatio: figure(value, 'ratio'),
  paymentFeeRatio: figure(0, 'ratio'),
  note: null,
})

const shareOf = (value: number) => ({
  catalogueIds: [],
  rentalUtilizationRatio: figure(value, 'ratio'),
  note: null,
})

const fact = (letters: number) => ({ 'facts.Activity': { text: 'x'.repeat(letters), ...given } })
const sourced = (letters: number) => ({
  'facts.Activity': { ...given, text: 'x', source: 'y'.repeat(letters) },
})

describe('The bounds of typed terms', () => {
  it('are those of the schema that the book takes edits by: the ends are taken, what lies beyond is refused', () => {
    for (const leaf of marketLeaves) {
      if (leaf.kind !== 'figure') continue
      const { low, high } = boundsOfTerm(leaf)
      const taken = (value: number) => isTakenIn({ terms: { [leaf.path]: figure(value, leaf.unit) } })
      expect([leaf.path, taken(low), taken(high)]).toEqual([leaf.path, true, true])
      expect([leaf.path, taken(low - 1e-10), taken(high * 1.000001)]).toEqual([leaf.path, false, false])
    }
  })

  it('name every figure among the terms and nothing else', () => {
    const figures = marketLeaves.filter(({ kind }) => kind === 'figure').map(({ path }) => path)
    expect(Object.keys(termBounds).toSorted()).toEqual(figures.toSorted())
  })

  it('of prices, rented shares and fees are those of the schema', () => {
    for (const beyond of [0, 1e-6]) {
      const expected = beyond === 0
      expect(isTakenIn({ prices: [priceOf(priceBounds.high + beyond)] })).toBe(expected)
      expect(isTakenIn({ utilizations: [shareOf(shareBounds.high + beyond)] })).toBe(expected)
      expect(isTakenIn({ fees: [feeOf(feeBounds.high + beyond)] })).toBe(expected)
    }
  })

  it('of texts are those of the schema', () => {
    expect(isTakenIn({ terms: fact(longest.fact) })).toBe(true)
    expect(isTakenIn({ terms: fact(longest.fact + 1) })).toBe(false)
    expect(isTakenIn({ terms: sourced(longest.source) })).toBe(true)
    expect(isTakenIn({ terms: sourced(longest.source + 1) })).toBe(false)
  })
})

const problem = (path: MarketPath, text: string) => {
  const made = draftValue(leafOf(path), { text, word: '', list: [] }, given)
  return made.kind === 'problem' ? made.message : null
}

describe('What is typed into a term’s editor', () => {
  it('for every term of every kind becomes a value that the book takes, and begins with what holds', () => {
    for (const leaf of marketLeaves) {
      const typed = {
        text: leaf.kind === 'figure' ? '1' : 'some words',
        word: leaf.kind === 'term' ? leaf.words[0]! : '',
        list: leaf.kind === 'list' ? [leaf.words?.[0] ?? 'geforce-rtx-4090'] : [],
      }
      const made = draftValue(leaf, typed, given)
      if (made.kind === 'problem') throw new Error(made.message)
      expect([leaf.path, isTakenIn({ terms: { [leaf.path]: made.value } })]).toEqual([leaf.path, true])
      expect(draftValue(leaf, draftOf(leaf, made.value), given)).toEqual(made)
    }
  })

  it('reads a share in per cent and keeps what it rests on', () => {
    const made = draftValue(
      leafOf('serviceLevel.promisedUptimeRatio'),
      { text: '99,5 %', word: '', list: [] },
      given,
    )
    expect(made).toEqual({ kind: 'value', value: figure(0.995, 'ratio') })
  })

  it('is refused by the term’s name where nothing is typed, where it is no number, and outside the bounds', () => {
    expect(problem('payout.holdDays', '')).toMatch(/^Days on hold: nothing is typed/)
    expect(problem('payout.holdDays', 'soon')).toMatch(/^Days on hold: "soon" cannot be read/)
    expect(problem('payout.holdDays', '1001')).toMatch(/^Days on hold lies between 0.days and 1,000.days/)
    expect(problem('hardware.minimumGpuCount', '2.5')).toBe('Fewest GPUs is a whole number; 2.5 is not.')
    expect(problem('payout.minimumUsd', '1.234')).toMatch(/^Least payout: “1\.234” means two numbers/)
    expect(problem('payout.minimumUsd', '5 €')).toMatch(/^Least payout: .* takes USD/)
    expect(problem('whoMayJoin', '')).toMatch(/^Who may join: choose one of anyone/)
    expect(problem('hardware.vendors', '')).toMatch(/^Vendors taken: nothing is chosen/)
  })
})

describe('The age of what is known', () => {
  it('counts from the last day that a date can mean', () => {
    // By the calendar: 2026-05-25 is 180 days before 2026-11-21, 2026-05-31 is 174.
    expect(ageInDays('2026-05-25', '2026-11-21')).toBe(180)
    expect(ageInDays('2026-05', '2026-11-21')).toBe(174)
    expect(ageInDays('2025', '2026-01-01')).toBe(1)
    expect(ageInDays('lately', '2026-11-21')).toBeNull()
  })

  it('is said in words from the 181st day on', () => {
    expect(isOld('2026-05-25', '2026-11-21')).toBe(false)
    expect(isOld('2026-05-24', '2026-11-21')).toBe(true)
    expect(isOld(null, '2026-11-21')).toBe(false)
    expect(oldWords('2026-03-23', '2026-11-21')).toBe('old: 7 months')
    expect(oldWords('2023', '2026-11-21')).toBe('old: 2 years')
    expect(oldWords('2026-11-01', '2026-11-21')).toBeNull()
  })
})

const card = (id: string) => ({ gpu: { id } as never, name: id, count: 1 })

const knownLabels = (profile: MarketProfile) =>
  decidingTerms(profile, null, '2026-11-21').flatMap(({ label, isKnown }) => (isKnown ? label : []))

const feesKnown = (profile: MarketProfile) =>
  knownLabels(profile).filter((label) => label === 'Platform fee' || label === 'Payment fee')

const orUnknown = (value: number | null, unit: Figure['unit']) =>
  value === null ? unknownFigure(unit) : figure(value, unit)

describe('The sentence of a network', () => {
  it('says that all is unknown of a network of which nothing is known', () => {
    const terms = decidingTerms(blank, 'geforce-rtx-4090', '2026-11-21')
    expect(terms).toHaveLength(14)
    expect(profileSentence(blank, terms)).toBe(
      'Cellar: what it is was not found. Whether it is alive was not found. 14 of 14 terms that decide a net are unknown.',
    )
    expect(unknownWords(terms)).toMatch(/^Unknown: price, rented share, platform fee, /)
  })

  it('counts what becomes known, and no collateral as known in full', () => {
    const profile: MarketProfile = {
      ...blank,
      kind: { ...given, text: 'GPU market' },
      status: { ...given, text: 'Live' },
      fees: [
        {
          from: null,
          payoutCurrency: 'any',
          platformFeeRatio: figure(0.04, 'ratio'),
          paymentFeeRatio: { ...figure(0, 'ratio'), value: null },
          note: null,
        },
      ],
      collateral: { ...blank.collateral, kind: { ...given, value: 'none', text: null } },
    }
    const terms = decidingTerms(profile, null, '2026-11-21')
    expect(terms.filter(({ isKnown }) => isKnown).map(({ label }) => label)).toEqual([
      'Platform fee',
      'Collateral',
      'Days until collateral is free',
    ])
    expect(profileSentence(profile, terms)).toBe(
      'Cellar: GPU market. Live. 11 of 14 terms that decide a net are unknown.',
    )
  })

  it('knows a fee only where every currency that may be paid in has one', () => {
    const cashOnly: MarketProfile = { ...blank, fees: [{ ...feeOf(0.04), payoutCurrency: 'cash' }] }
    const paying = (value: 'cash' | 'token' | 'cash or token' | null): MarketProfile => ({
      ...cashOnly,
      payout: { ...blank.payout, currencies: { ...given, value, text: null } },
    })
    expect(feesKnown(paying('cash'))).toEqual(['Platform fee', 'Payment fee'])
    expect(feesKnown(paying('cash or token'))).toEqual([])
    expect(feesKnown(paying('token'))).toEqual([])
    expect(feesKnown(paying(null))).toEqual([])
  })

  it.each([
    { kind: null, usd: 500, tokens: null, tokenUsd: null },
    { kind: 'cash', usd: 500, tokens: null, tokenUsd: null },
    { kind: 'cash', usd: null, tokens: null, tokenUsd: null },
    { kind: 'token', usd: null, tokens: 10, tokenUsd: null },
    { kind: 'token', usd: null, tokens: 10, tokenUsd: 2 },
    { kind: 'none', usd: null, tokens: null, tokenUsd: null },
  ] as const)('knows collateral where the comparison counts it: $kind, $usd, $tokens, $tokenUsd', (each) => {
    const profile: MarketProfile = {
      ...blank,
      collateral: {
        kind: { ...given, value: each.kind, text: null },
        usdPerGpu: orUnknown(each.usd, 'usdPerGpu'),
        tokensPerGpu: orUnknown(each.tokens, 'count'),
        unbondingDays: unknownFigure('days'),
      },
      token: { symbol: null, priceUsd: orUnknown(each.tokenUsd, 'usdPerToken') },
    }
    const { unknowns } = marketTerms(profile, {
      catalogueId: null,
      gpuCount: 1,
      startMonth: '2026-11',
      preferredCurrency: 'cash',
      policy: 'pessimistic',
      typed: {},
    })
    const isCounted = unknowns.every(({ key }) => key !== 'collateralKind')
    expect(knownLabels(profile).includes('Collateral')).toBe(isCounted)
  })

  it('is written of every shipped network without a hole', () => {
    for (const network of shippedNetworks()) {
      const sentence = profileSentence(network, decidingTerms(network, null, '2026-11-21'))
      expect(sentence.startsWith(network.name)).toBe(true)
      expect(sentence).not.toMatch(/undefined|null|NaN|\.\.|: \./)
    }
  })

  it('says of a rig whether it is taken, under what, or that nobody says so', () => {
    expect(eligibilityWords({ kind: 'eligible', reason: 'the hardware is taken' }, 'RTX 4090')).toBe(
      'Your rig (RTX 4090) is taken: the hardware is taken.',
    )
    expect(eligibilityWords({ kind: 'not said', reason: 'nothing found' }, 'RTX 4090')).toBe(
      'Whether your rig (RTX 4090) is taken is not said: nothing found.',
    )
  })

  it('knows the one kind of card of a rig, and none of a mixed rig', () => {
    expect(onlyCardOf([card('a')])).toBe('a')
    expect(onlyCardOf([card('a'), card('b')])).toBeNull()
    expect(onlyCardOf([])).toBeNull()
  })
})

const point = (gpu: string, value: number, more: Partial<PricePoint> = {}): PricePoint => ({
  gpu,
  catalogueIds: [gpu],
  usdPerGpuHour: figure(value, 'usdPerGpuHour', { class: 'third-party' }),
  basis: 'buyer pays',
  note: null,
  ...more,
})

describe('The list of prices', () => {
  const dear = point('a', 0.7)
  const cheap = point('a', 0.3)
  const ask = point('a', 0.1, { basis: 'ask' })
  const other = point('b', 2)
  const profile: MarketProfile = { ...blank, prices: [other, ask, cheap, dear] }

  it('marks what counts for my card, and each of two that contradict each other, but never an ask', () => {
    const rows = priceRows(profile, 'a')
    expect(rows.map(({ point: each }) => each.gpu)).toEqual(['a', 'a', 'a', 'b'])
    const rowOf = (wanted: PricePoint) => rows.find(({ point: each }) => each === wanted)!
    expect(rowOf(cheap)).toMatchObject({ counts: true, contradicts: [dear], isMine: true })
    expect(rowOf(dear)).toMatchObject({ counts: false, contradicts: [cheap] })
    expect(rowOf(ask)).toMatchObject({ counts: false, contradicts: [], isMine: true })
    expect(rowOf(other)).toMatchObject({ counts: false, contradicts: [], isMine: false })
  })

  it('counts nothing without a card', () => {
    expect(priceRows(profile, null).some(({ counts, isMine }) => counts || isMine)).toBe(false)
  })
})

describe('A new network', () => {
  it('is a profile that a pack may hold', () => {
    const pack = { schema: 1, kind: 'idlewatt market pack', compiledAt: '2026-11-21', markets: [blank] }
    expect(marketPackSchema.safeParse(pack).error).toBeUndefined()
    for (const leaf of marketLeaves) {
      const value = leafAt(blank, leaf.path)
      expect(value === null || (typeof value === 'object' && 'class' in value && value.source === null)).toBe(
        true,
      )
    }
  })

  it('gets an id of its own from its name', () => {
    expect(marketIdOf('Vast.ai', new Set())).toBe('vast-ai')
    expect(marketIdOf('Vast.ai', new Set(['vast-ai', 'vast-ai-2']))).toBe('vast-ai-3')
    expect(marketIdOf('Größe & Söhne', new Set())).toBe('gro-e-sohne')
    expect(marketIdOf(' … ', new Set())).toBeNull()
    expect(marketIdOf('Import', new Set())).toBe('network-import')
    expect(marketIdOf('Glossary PUE', new Set())).toBe('network-glossary-pue')
    expect(marketIdOf('Modelsmith', new Set())).toBe('modelsmith')
    expect(marketIdOf('Import data', new Set())).toBe('import-data')
  })

  it('is kept from every address that the schema keeps from a network, and from no other', () => {
    const beside = new Set(['import', 'workloads', 'models', 'glossary', 'glossary-pue'])
    for (const id of [...beside, 'import-data', 'models-2', 'workloads-net', 'glossaryx', 'vast']) {
      expect([id, marketIdOf(id, new Set())]).toEqual([id, beside.has(id) ? `network-${id}` : id])
      expect([id, marketId.safeParse(id).success]).toEqual([id, !beside.has(id)])
    }
  })
})

function shippedNetworks(): readonly MarketProfile[] {
  const file = fileURLToPath(new URL('../../resources/networks.json', import.meta.url))
  return (JSON.parse(readFileSync(file, 'utf8')) as { networks: MarketProfile[] }).networks
}
