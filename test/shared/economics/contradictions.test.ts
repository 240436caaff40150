import { describe, expect, it } from 'vitest'
import { resolveInputs } from '../../../shared/economics/inputs.ts'
import type { Given } from './given.ts'
import { entriesOf, messages, worked, workedTokens } from './given.ts'

const refusals = (given: Given) => messages(resolveInputs(entriesOf({ ...worked, ...given })))
const tiered = (tariffTiers: string): Given => ({ tariffKind: 'tiered', tariffTiers })
const macrs = (depreciationYears: number): Given => ({
  taxTreatment: 'taxed',
  taxRateRatio: 0.3,
  depreciationMethod: 'macrs',
  depreciationYears,
})

describe('I2 I8 what contradicts itself is refused by name', () => {
  it('an order book without a bid, where tokens are sold into it', () => {
    expect(refusals({ ...workedTokens, saleVenue: 'order book' })).toEqual([
      'Bids (orderBook): expected at least one bid: an empty book buys nothing; given was a book without a bid.',
    ])
    expect(refusals({ ...workedTokens, saleVenue: 'order book', orderBook: '0.01 500' })).toEqual([])
    expect(refusals({ ...workedTokens, saleVenue: 'exchange' })).toEqual([])
  })
  it('a week without an offered hour', () => {
    expect(refusals({ offeredWeek: '-'.repeat(168) })).toEqual([
      'Hours it may run (offeredWeek): expected at least one offered hour; given was a week without an offered hour.',
    ])
    expect(refusals({ offeredWeek: `O${'-'.repeat(167)}` })).toEqual([])
  })
  it('tiers of which the first does not begin at 0, or none at all', () => {
    expect(refusals(tiered('100 0.2; 300 0.3'))).toEqual([
      'Tiers (tariffTiers): expected tiers of which the first begins at 0; given was "100 0.2; 300 0.3".',
    ])
    expect(refusals(tiered(''))).toHaveLength(1)
    expect(refusals(tiered('0 0.2'))).toEqual([])
    expect(refusals({ tariffTiers: '100 0.2' })).toEqual([]) // a flat tariff does not read them
  })
  it('a collateral in tokens where nothing is paid in tokens', () => {
    expect(refusals({ collateralKind: 'token', collateralUsd: 5 })).toEqual([
      'Collateral (collateralKind): expected cash or none, since nothing is paid in tokens; given was "token".',
    ])
    expect(refusals({ collateralKind: 'cash', collateralUsd: 5 })).toEqual([])
    expect(refusals({ ...workedTokens, collateralKind: 'token', collateralUsd: 5 })).toEqual([])
  })
  it('MACRS over other than 3, 5, 7 or 15 years', () => {
    expect(refusals(macrs(4))).toEqual([
      'Over (depreciationYears): expected 3, 5, 7 or 15 years for MACRS; given was 4.',
    ])
    for (const years of [3, 5, 7, 15]) expect(refusals(macrs(years)), String(years)).toEqual([])
    for (const years of [1, 6, 10, 20, 40]) expect(refusals(macrs(years)), String(years)).toHaveLength(1)
    expect(refusals({ ...macrs(4), depreciationMethod: 'straight line' })).toEqual([])
    expect(refusals({ ...macrs(4), taxTreatment: 'before tax' })).toEqual([])
  })
  it('a contract that ends before it begins, by its row', () => {
    expect(refusals({ contracts: '2026-11 2026-12 1 1 0; 2027-02 2027-01 1 1 0' })).toEqual([
      'Contracts (contracts): expected a contract that does not end before it begins; given was row 2.',
    ])
    expect(refusals({ contracts: '2026-11 2026-11 1 1 0' })).toEqual([])
  })
  it('contracts that take more cards in one month than there are', () => {
    const rows = '2026-11 2027-01 1 1 0; 2027-01 2027-03 2 1 0'
    expect(refusals({ gpuCount: 2, contracts: rows })).toEqual([
      'Contracts (contracts): expected at most the 2 cards of the rig; given was 3 cards in one month.',
    ])
    expect(refusals({ gpuCount: 3, contracts: rows })).toEqual([])
    expect(refusals({ gpuCount: 2, contracts: '2026-11 2026-12 1 1 0; 2027-01 2027-03 2 1 0' })).toEqual([])
    expect(refusals({ gpuCount: 2, contracts: '2026-11 2027-06 1 1 0; 2026-11 2026-11 2 1 0' })).toHaveLength(
      1,
    )
  })
  it('jumps of the token that together pass a billion or a billionth', () => {
    const jumps = (tokenPriceJumps: string) => refusals({ ...workedTokens, tokenPriceJumps })
    expect(jumps('2027-01 1000; 2027-02 1000; 2027-03 1000')).toEqual([])
    expect(jumps('2027-01 1000; 2027-02 1000; 2027-03 1000; 2027-04 1.5; 2027-05 0.001')).toEqual([
      'Token jumps you expect (tokenPriceJumps): expected jumps that together stay within 1e-9 and 1000000000; given was x 1500000000 by row 4.',
    ])
    expect(jumps('2027-01 0.001; 2027-02 0.000001')).toEqual([])
    expect(jumps('2027-01 0.000001; 2027-02 0.0005')).toHaveLength(1)
    expect(refusals({ tokenPriceJumps: '2027-01 0.000001; 2027-02 0.0005' })).toEqual([]) // not read in cash
  })
  it('all of them at once', () => {
    const given = {
      ...macrs(4),
      ...tiered(''),
      offeredWeek: 'U'.repeat(168),
      contracts: '2026-11 2026-11 2 1 0',
    }
    expect(
      refusals({ ...given, collateralKind: 'token', collateralUsd: 5 }).map(
        (message) => message.split(' (')[0],
      ),
    ).toEqual(['Hours it may run', 'Tiers', 'Collateral', 'Over', 'Contracts'])
  })
})
