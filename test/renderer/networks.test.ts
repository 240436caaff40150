import { describe, expect, it } from 'vitest'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { compareMarkets, type ComparisonQuestion } from '../../shared/markets/compare.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import {
  contradictionWords,
  netNote,
  otherPricesWords,
  provenanceOf,
  unknownWords,
} from '../../renderer/places/networks/compare/cell-words.ts'
import { columns, feeOf, shownOf, usualColumns } from '../../renderer/places/networks/compare/columns.ts'
import { differenceStatus, leadOf } from '../../renderer/places/networks/compare/difference-words.ts'
import { groupedRows, rankedRows } from '../../renderer/places/networks/compare/groups.ts'
import { sideRows } from '../../renderer/places/networks/compare/side-by-side.ts'
import { needCellWords } from '../../shared/markets/needed-words.ts'
import { besideSentence, networksSentence } from '../../renderer/places/networks/networks-words.ts'
import { rigFactsOf } from '../../renderer/places/networks/rig-facts.ts'
import { shippedCatalogue } from '../catalogue/shipped.ts'
import { entriesOf, worked } from '../shared/economics/given.ts'
import { fee, known, knownProfile, priced, rented, said, silentProfile } from '../shared/markets/profiles.ts'

const gpu = shippedCatalogue.gpus.find(({ id }) => id === 'geforce-rtx-4090')!
const cards = [{ gpu, name: gpu.name, count: 2 }]
const rig = '2 × GeForce RTX 4090'

const question: ComparisonQuestion = {
  owner: entriesOf(worked),
  ownNetworkId: null,
  cards,
  policy: 'pessimistic',
  preferredCurrency: 'cash',
}

const ask = (markets: readonly MarketProfile[], change: Partial<ComparisonQuestion> = {}) =>
  compareMarkets({ ...question, ...change }, markets)

const only = (market: MarketProfile, change: Partial<ComparisonQuestion> = {}) => ask([market], change)[0]!

/** Lines and no-break spaces aside. */
const plain = (text: string | null) => text?.replaceAll('\u00A0', ' ') ?? null

describe('The sentence of Networks', () => {
  it('names who nets most on evidence, and how far unknown terms reach', () => {
    const compared = ask([
      knownProfile('fair'),
      knownProfile('dear', { fees: [fee(0.3)] }),
      silentProfile('quiet'),
    ])
    // 117.10: the worked example of SPEC.
    expect(networksSentence(compared, rig)).toBe(
      'On 2 × GeForce RTX 4090, of 3 networks 2 have price and rented share on record; FAIR nets most: $117 a month.',
    )
    const [open] = ask([knownProfile('open', { fees: [] })])
    expect(networksSentence([open!], rig)).toMatch(
      /^On .*, of 1 networks 1 has price and rented share on record; OPEN nets \$\d+ a month \(\$\d+ to \$\d+\)\.$/,
    )
  })

  it('a loss is called one', () => {
    const loss = only(knownProfile('poor', { prices: [priced(0.01)] }))
    expect(networksSentence([loss], rig)).toMatch(/; POOR loses \$[\d.]+ a month\.$/)
  })

  it('a net on what was typed is said to be one, alone or beside those on evidence', () => {
    const typed = knownProfile('mine', { prices: [priced(0.5, 'buyer pays', 'assumption')] })
    expect(networksSentence(ask([typed]), rig)).toBe(
      'On 2 × GeForce RTX 4090, none of 1 networks has both price and rented share on record; on your assumption MINE nets $117 a month.',
    )
    expect(besideSentence(ask([typed]))).toBeNull()
    expect(besideSentence(ask([typed, knownProfile('fair')]))).toBe(
      'On your assumption MINE nets $117 a month. It is not ranked.',
    )
  })

  it('does not say of a network that refuses the rig, though its receipts are on record, that it has none', () => {
    const closed = knownProfile('gone', { whoMayJoin: said('closed to new hosts') })
    expect(plain(networksSentence(ask([closed, silentProfile('quiet')]), rig))).toMatch(
      /^For 2 × GeForce RTX 4090: of the networks that may take it, none has both price and rented share on record\. At 40 % rented /,
    )
    const typed = knownProfile('mine', { prices: [priced(0.5, 'buyer pays', 'assumption')] })
    expect(networksSentence(ask([closed, typed]), rig)).toBe(
      'On 2 × GeForce RTX 4090, of the networks that may take it none has both price and rented share on record; on your assumption MINE nets $117 a month.',
    )
    expect(networksSentence(ask([closed, knownProfile('fair')]), rig)).toBe(
      'On 2 × GeForce RTX 4090, of the networks that may take it 1 has price and rented share on record; FAIR nets $117 a month.',
    )
  })

  it('with prices alone it says what is missing, the price needed, and the least share needed', () => {
    const compared = ask([
      silentProfile('quiet', { fees: [fee(0.2)] }),
      silentProfile('half', { fees: [fee(0)], prices: [priced(0.5)] }),
      silentProfile('cheap', { fees: [fee(0)], prices: [priced(0.2)] }),
    ])
    expect(plain(networksSentence(compared, rig))).toMatch(
      /^For 2 × GeForce RTX 4090 none of 3 networks has both price and rented share on record\. At 40 % rented an hour must bring \$0\.\d+ to \$0\.\d+, by network, to beat leaving it off\.$/,
    )
    expect(plain(besideSentence(compared))).toMatch(
      /^2 networks show a price for this card, and at the \$0\.500 of HALF \(buyer pays\) it must be rented \d+ % of its up hours\.$/,
    )
    expect(besideSentence(ask([silentProfile('quiet')]))).toBe('No network shows a price for this card.')
  })

  it('without a network that takes the rig it says so', () => {
    const closed = silentProfile('gone', { whoMayJoin: said('closed to new hosts') })
    expect(networksSentence(ask([closed]), rig)).toBe('None of 1 networks takes 2 × GeForce RTX 4090.')
  })
})

describe('With the shipped facts alone', () => {
  it.each([
    'geforce-rtx-3060-12-gb',
    'geforce-rtx-3090',
    'geforce-rtx-4090',
    'geforce-rtx-5090',
    'a100-pcie-80-gb',
    'h100-sxm5-80-gb',
    'radeon-rx-7900-xtx',
  ])('%s: every network ends in a net, a price or share needed, or a reason', (id) => {
    const card = shippedCatalogue.gpus.find((each) => each.id === id)
    expect(
      card,
      `the catalogue’s ids of that kind: ${shippedCatalogue.gpus.map((each) => each.id).join(' ')}`,
    ).toBeDefined()
    // Without the worked example's price and share.
    const { priceUsdPerGpuHour: _, rentalUtilizationRatio: __, ...owner } = entriesOf(worked)
    const compared = ask(shippedCatalogue.networks, {
      owner,
      cards: [{ gpu: card!, name: card!.name, count: 1 }],
    })
    expect(compared).toHaveLength(shippedCatalogue.networks.length)
    for (const market of compared) {
      const { outcome, name } = market
      expect(outcome.kind, name).not.toBe('refused')
      if (outcome.kind === 'needed')
        expect(plain(needCellWords(market)), name).toMatch(
          /^(?:needs (?:\$[\d.,]+|over \$100)\/h at \d+ %$|needs [\d.]+ % rented at \$[\d.]+|pays at |never pays at )/,
        )
      if (outcome.kind === 'ineligible') expect(outcome.reason, name).not.toBe('')
    }
    const sentence = networksSentence(compared, card!.name)
    expect(plain(sentence)).toMatch(/an hour must bring \$\d|None of \d+ networks takes|must be rented \d/)
    expect(sentence).not.toMatch(/NaN|undefined|null|unknown/)
  })
})

describe('The table of networks', () => {
  const compared = ask([
    knownProfile('fair'),
    knownProfile('dear', { fees: [fee(0.3)] }),
    knownProfile('mine', { prices: [priced(0.9, 'buyer pays', 'assumption')] }),
    silentProfile('quiet'),
    silentProfile('gone', { whoMayJoin: said('closed to new hosts') }),
  ])
  const idsBy = (by: Parameters<typeof groupedRows>[1]['by'], descending: boolean) =>
    groupedRows(rankedRows(compared), { by, descending }).map(({ id, rows }) => [
      id,
      rows.map(({ market }) => market.id),
    ])

  it('ranks on evidence alone, under headings that no order mixes', () => {
    expect(idsBy('rank', false)).toEqual([
      ['ranked', ['fair', 'dear']],
      ['assumed', ['mine']],
      ['needed', ['quiet']],
      ['ineligible', ['gone']],
    ])
    expect(idsBy('net', false)[0]).toEqual(['ranked', ['dear', 'fair']])
    const ranks = groupedRows(rankedRows(compared), { by: 'net', descending: false })
      .flatMap(({ rows }) => rows)
      .map(({ rank }) => rank)
    expect(ranks).toEqual([2, 1, null, null, null])
  })

  it('what a column does not know stands last, whichever way round', () => {
    const rows = ask([
      silentProfile('a', { prices: [priced(0.5)] }),
      silentProfile('b'),
      silentProfile('c', { prices: [priced(0.4)] }),
    ])
    const ids = (descending: boolean) =>
      groupedRows(rankedRows(rows), { by: 'price', descending }).flatMap(({ rows: each }) =>
        each.map(({ market }) => market.id),
      )
    expect(ids(false)).toEqual(['c', 'a', 'b'])
    expect(ids(true)).toEqual(['a', 'c', 'b'])
  })

  it('an unknown fee has no number, whatever it is counted as', () => {
    expect(feeOf(only(silentProfile('quiet'), { policy: 'leave out' }))).toBeNull()
    expect(feeOf(only(knownProfile('fair')))).toBe(0.1)
  })

  it('shows rank, network and net always, and others as chosen, in one order', () => {
    expect(shownOf([]).map(({ id }) => id)).toEqual(['rank', 'network', 'net'])
    expect(shownOf(['fee', 'paid in']).map(({ id }) => id)).toEqual([
      'rank',
      'network',
      'net',
      'paid in',
      'fee',
    ])
    expect(usualColumns).not.toContain('npv')
    expect(columns.map(({ id }) => id)).toHaveLength(new Set(columns.map(({ id }) => id)).size)
  })
})

describe('Below the table', () => {
  it('it is said whether tax is in the nets, and that the card’s loss of value is not', () => {
    const owner = entriesOf(worked)
    expect(netNote(owner)).toBe(
      'Net: mean month of the first year, before tax, without the card’s loss of value. Ranges: unknown terms at both ends.',
    )
    expect(netNote({ ...owner, taxTreatment: 'taxed' })).toContain('first year, after tax, without')
  })
})

const from = (asOf: string) => provenanceOf(known(0.5, 'usdPerGpuHour', 'third-party', asOf), '2026-11-21')

const read = (asOf: string) =>
  provenanceOf(
    {
      ...known(0.5, 'usdPerGpuHour', 'third-party', asOf),
      source: 'https://example.org/billing (undated page)',
    },
    '2026-11-21',
  )

describe('A price in the table', () => {
  it('carries its class and its age in days, and is old after half a year', () => {
    expect(from('2026-11-20')).toEqual({ text: 'third party', age: '1 day', isOld: false })
    // April, May, June, July, August, September, October and 21 days of November.
    expect(from('2026-03-31')).toEqual({ text: 'third party', age: 'old: 235 days', isOld: true })
    // Half a year is 180 days here.
    expect(from('2026-05-25').isOld).toBe(false)
    expect(from('2026-05-24').isOld).toBe(true)
  })

  it('from a page without a date is as old as nobody knows: it says when it was read', () => {
    expect(read('2026-11-20').age).toBe('undated, read 1 day ago')
    expect(read('2026-11-21').age).toBe('undated, read today')
    expect(read('2026-03-31')).toEqual({
      text: 'third party',
      age: 'old: undated, read 235 days ago',
      isOld: true,
    })
  })

  it('that no net counts is shown as what it is', () => {
    const market = only(silentProfile('a', { prices: [priced(0.5, 'cap', 'cap'), priced(0.175, 'ask')] }))
    expect(market.price).toBeNull()
    expect(otherPricesWords(market)).toBe('cap $0.500; ask $0.175')
  })

  it('that another source contradicts says so; one that was typed contradicts nobody', () => {
    const points = [priced(0.38, 'buyer pays', 'third-party', { low: 0.31, high: 0.45 }), priced(0.8)]
    expect(contradictionWords(only(knownProfile('a', { prices: points })))).toBe(
      'Another source says $0.800 (2026-10-01).',
    )
    const typed = priced(0.9, 'buyer pays', 'assumption')
    expect(contradictionWords(only(knownProfile('a', { prices: [typed, ...points] })))).toBeNull()
  })

  it('unknown terms say what stands in their place', () => {
    const { unknowns } = only(silentProfile('quiet'))
    expect(unknowns.map((each) => plain(unknownWords(each)))).toEqual(
      expect.arrayContaining([
        'Payout currency: counted as cash',
        expect.stringMatching(/^Platform fee: [\d.]+ % to [\d.]+ %$/),
      ]),
    )
  })
})

const row = (rows: ReturnType<typeof sideRows>, label: string) => rows.find((each) => each.label === label)

describe('Two networks side by side', () => {
  const [fair, dear] = ask([knownProfile('fair'), knownProfile('dear', { fees: [fee(0.3)] })]) as [
    ReturnType<typeof only>,
    ReturnType<typeof only>,
  ]
  const explained = (first: typeof fair, second: typeof fair) => {
    const difference = differenceBetween(first, second, 'pessimistic')
    if (difference.kind !== 'explained') throw new Error(difference.reason)
    return difference
  }

  it('the parts stand as the better one has them, in whichever order the two were taken', () => {
    const [one, other] = [explained(fair, dear), explained(dear, fair)]
    expect(leadOf('FAIR', 'DEAR', one)).toEqual(leadOf('DEAR', 'FAIR', other))
    const { better, worse, lines } = leadOf('FAIR', 'DEAR', one)
    expect([better, worse]).toEqual(['FAIR', 'DEAR'])
    const fees = lines.find(({ key }) => key === 'fees')!
    expect(fees.kind).toBe('income')
    // Nothing but the fee differs, so it is the whole gap.
    expect(fees.usd).toBeCloseTo(Math.abs(one.gapUsdPerMonth), 9)
  })

  it('say what to do with one, nothing while it is computed, then the sentence or why there is none', () => {
    expect(differenceStatus([], null)).toBe('')
    expect(differenceStatus([fair], null)).toBe('FAIR. Take a second network to see why one nets more.')
    expect(differenceStatus([fair, dear], null)).toBe('')
    const difference = explained(fair, dear)
    expect(differenceStatus([fair, dear], difference)).toBe(difference.sentence)
    expect(differenceStatus([fair, dear], { kind: 'refused', reason: 'DEAR: no price.' })).toBe(
      'There is no difference to explain yet. DEAR: no price.',
    )
  })

  it('what is the same is marked, what is unknown stays unknown', () => {
    const rows = sideRows([fair, only(silentProfile('quiet'))])
    const words = (label: string) => rows.find((row) => row.label === label)
    expect(words('Platform fee')?.words.map((each) => plain(each))).toEqual(['10 %', null])
    expect(words('Collateral')?.words).toEqual(['none', null])
    expect(sideRows([fair, dear]).find(({ label }) => label === 'Paid in')).toEqual({
      label: 'Paid in',
      mark: null,
      words: ['cash', 'cash'],
      isSame: true,
    })
    expect(rows.find(({ label }) => label === 'Rented share')?.isSame).toBe(false)
  })

  it('a fee that is not taken from the price says so, and prices of two kinds are marked', () => {
    const after = only(knownProfile('after', { prices: [priced(0.5, 'host receives')] }))
    const rows = sideRows([fair, after])
    expect(row(rows, 'Platform fee')?.words.map((each) => plain(each))).toEqual([
      '10 %',
      '10 %, not on this price',
    ])
    expect(row(rows, 'Price an hour')?.mark).toBe('not the same kind of price')
    expect(row(sideRows([fair, dear]), 'Price an hour')?.mark).toBeNull()
    // A price that nobody knows is of no kind.
    expect(row(sideRows([after, only(silentProfile('quiet'))]), 'Price an hour')?.mark).toBeNull()
  })
})

describe('What is known of a rig for kinds of work', () => {
  const entries: InputEntries = entriesOf({ ...worked, uptimeRatio: 0.9 })

  it('counts cards and offered hours, and takes the smallest memory', () => {
    const small = { ...gpu, id: 'small', memoryGigabytes: known(12, 'gigabytes') }
    expect(rigFactsOf([...cards, { gpu: small, name: 'Small', count: 1 }], entries)).toEqual({
      memoryGigabytesPerGpu: 12,
      gpuCount: 3,
      segment: 'consumer',
      offeredHoursPerWeek: 168,
      uptimeRatio: 0.9,
    })
  })

  it('one card that the catalogue does not know leaves memory and kind open', () => {
    const facts = rigFactsOf([...cards, { gpu: null, name: 'Odd card', count: 1 }], entries)
    expect([facts.memoryGigabytesPerGpu, facts.segment, facts.gpuCount]).toEqual([null, null, 3])
    expect(rigFactsOf([], entries).gpuCount).toBeNull()
  })
})

describe('rented shares', () => {
  it('are needed cell by cell: a known share asks for a price at it', () => {
    const market = only(silentProfile('a', { utilizations: [rented(0.25)] }))
    expect(plain(needCellWords(market))).toMatch(/^needs \$0\.\d+\/h at 25 %$/)
  })
})
