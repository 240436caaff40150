import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { noEdits } from '../../../shared/markets/market-edits.ts'
import { marketDiff, takenOver } from '../../../shared/markets/market-diff.ts'
import { saysTheSame } from '../../../shared/markets/market-leaves.ts'
import type { MarketProfile } from '../../../shared/markets/market-profile.ts'
import { amountWords, feeStepWords } from '../../../shared/markets/market-words.ts'
import { twoStates } from './market-values.ts'
import { fee, knownProfile, known, priced, silentProfile } from './profiles.ts'

const before = knownProfile('example')

const pathsOfNew = (network: MarketProfile) => marketDiff(null, network).map(({ path }) => path)

describe('MB3 what differs, in words', () => {
  test('names path, both values with unit, source and date, and what the person’s own word lies on', () => {
    const after = {
      ...before,
      name: 'Renamed',
      payout: { ...before.payout, holdDays: known(7, 'days', 'third-party', '2026-11-01') },
    }
    const edits = { ...noEdits, terms: { 'payout.holdDays': known(3, 'days') } }
    expect(marketDiff(before, after, edits)).toEqual([
      { path: 'name', label: 'Name', before: 'EXAMPLE', after: 'Renamed', isEdited: false },
      {
        path: 'payout.holdDays',
        label: 'Days on hold',
        before: '0\u00a0days, https://example.org/terms, 2026-10-01, project document',
        after: '7\u00a0days, https://example.org/terms, 2026-11-01, third party',
        isEdited: true,
      },
    ])
  })

  test('pairs what goes with what comes under one name, and tells the rest apart', () => {
    const after = {
      ...before,
      fees: [...before.fees, fee(0.2, { from: '2026-06-01' })],
      prices: [priced(0.6), priced(0.4, 'ask')],
      utilizations: [],
    }
    const rows = marketDiff(before, after).map((change) => [
      change.path,
      change.before !== null,
      change.after !== null,
    ])
    expect(rows).toEqual([
      ['fees', false, true],
      ['prices', true, true],
      ['prices', false, true],
      ['utilizations', true, false],
    ])
  })

  test('counts what is said twice', () => {
    const twice = { ...before, prices: [priced(0.5), priced(0.5)] }
    expect(marketDiff(twice, { ...before, prices: [priced(0.5)] })).toMatchObject([
      { path: 'prices', before: expect.stringContaining('$0.50'), after: null },
    ])
  })

  test('tells an order that changed, and a difference that words round away', () => {
    const two = { ...before, prices: [priced(0.5), priced(0.6)] }
    expect(marketDiff(two, { ...two, prices: two.prices.toReversed() })).toMatchObject([
      { path: 'prices', after: 'in a new order' },
    ])
    const close = { ...before, payout: { ...before.payout, minimumUsd: known(0.00001, 'usd') } }
    const closer = { ...before, payout: { ...before.payout, minimumUsd: known(0.0000100001, 'usd') } }
    const [change] = marketDiff(close, closer)
    expect(change?.before).not.toBe(change?.after)
  })

  test('tells a new network in full, but for what is unknown of it', () => {
    expect(pathsOfNew(silentProfile('example'))).toEqual(['name', 'homepage'])
    expect(pathsOfNew(before)).toContain('payout.withdrawalFeeUsd')
    expect(pathsOfNew(before)).toContain('fees')
    expect(pathsOfNew(before)).not.toContain('collateral.usdPerGpu')
  })

  test('of each shipped network and itself is empty', () => {
    for (const network of shippedCatalogue.networks)
      expect(marketDiff(network, structuredClone(network))).toEqual([])
  })

  test('is complete and says nothing that is not so: with its paths taken over, the one is the other', () => {
    let differing = 0
    fc.assert(
      fc.property(twoStates, ([one, other]) => {
        const changes = marketDiff(one, other)
        const paths = [...new Set(changes.map(({ path }) => path))]
        expect(takenOver(one, other, paths)).toEqual(other)
        for (const { before: was, after: is } of changes) expect(was).not.toBe(is)
        // Each path is needed: without it the two still differ.
        for (const path of paths) {
          const rest = takenOver(
            one,
            other,
            paths.filter((each) => each !== path),
          )
          expect(saysTheSame(rest, other)).toBe(false)
        }
        differing += paths.length
      }),
      { numRuns: 200 },
    )
    expect(differing).toBeGreaterThan(200)
  })

  test('shows ranges, and an unknown as unknown', () => {
    expect(amountWords({ ...known(0.04, 'ratio'), low: 0.03, high: 0.05 })).toBe(
      '4\u00a0% (3\u00a0% to 5\u00a0%)',
    )
    expect(amountWords({ ...known(0, 'days'), value: null, low: 5, high: null })).toMatch(
      /^unknown, from 5.days to \?$/,
    )
    expect(
      feeStepWords(fee(0.2, { from: '2026-06-01', payoutCurrency: 'token', note: 'new hosts' })),
    ).toMatch(
      /^from 2026-06-01, paid in token: platform 20.%, payment 0.%; https:\S+, 2026-10-01, project document; new hosts$/,
    )
  })
})
