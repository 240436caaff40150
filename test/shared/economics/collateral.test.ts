import { describe, expect, it } from 'vitest'
import { collateralOf } from '../../../shared/economics/collateral.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import { seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, resolved, statement, worked, workedTokens } from './given.ts'

/** $1,000 in cash for two months of work; 2 slashings a year of 5 %. */
const cash: Given = {
  ...worked,
  collateralKind: 'cash',
  collateralUsd: 1000,
  slashingEventsPerYear: 2,
  slashedShareRatio: 0.05,
}
const collateral = (given: Given) => {
  const one = batch({ ...cash, ...given })
  const { lockedUsd, valueUsd, slashingUsd, returnedUsd } = collateralOf(one, timelineOf(one))
  return {
    locked: lockedUsd[0],
    value: seriesOf(valueUsd, 0),
    slashing: seriesOf(slashingUsd, 0),
    returned: seriesOf(returnedUsd, 0),
  }
}
const each = (actual: readonly number[], expected: readonly number[]) => {
  expected.forEach((usd, m) => expect(actual[m], `month ${m}`).toBeCloseTo(usd, 8))
  expect(actual.slice(expected.length).every((usd) => usd === 0)).toBe(true)
}

describe('S5 slashing', () => {
  it('costs $8.219... in 30 days: 2 a year of 5 % of $1,000', () => {
    each(collateral({}).slashing, [(1000 * 2 * 0.05 * 30) / 365, (1000 * 2 * 0.05 * 31) / 365])
  })
  it('is a line of the statement, in months of work only', () => {
    const slashed = seriesOf(statement({ ...cash, unbondingDays: 40 }).lines.slashingUsd, 0)
    each(slashed, [-3000 / 365, -3100 / 365])
  })
  it('ends with the network', () => {
    each(collateral({ networkStopsAfterMonths: 1 }).slashing, [3000 / 365])
  })
})

describe('K5 the collateral comes back', () => {
  it('whole, in the month that holds the last day of work and the unbonding days after it', () => {
    each(collateral({}).returned, [0, 1000])
    each(collateral({ unbondingDays: 31 }).returned, [0, 0, 1000]) // 31 January
    each(collateral({ unbondingDays: 32 }).returned, [0, 0, 0, 1000]) // 1 February
  })
  it('is locked at the ends of the months before', () => {
    each(collateral({ unbondingDays: 31 }).value, [1000, 1000])
    each(collateral({ unbondingDays: 32 }).value, [1000, 1000, 1000])
    expect(collateral({ unbondingDays: 32 }).locked).toBe(1000)
  })
  it('N8 is worth something while it is locked, the month in which the network takes it included', () => {
    each(collateral({}).value, [1000]) // back on the last day of work
    each(collateral({ networkStopsAfterMonths: 1 }).value, [1000])
    each(collateral({ networkStopsAfterMonths: 2, unbondingDays: 90 }).value, [1000, 1000])
  })
  it('not at all where the network stops within the horizon', () => {
    expect(collateral({ networkStopsAfterMonths: 2 }).returned.every((usd) => usd === 0)).toBe(true)
    each(collateral({ networkStopsAfterMonths: 3 }).returned, [0, 1000])
  })
  it('is nothing where nothing was locked', () => {
    const none = collateral({ collateralKind: 'none' })
    expect(none.locked).toBe(0)
    expect([...none.value, ...none.slashing, ...none.returned].every((usd) => usd === 0)).toBe(true)
  })
  it('in each scenario after its own horizon', () => {
    const two = batchOf(resolved({ ...cash, horizonMonths: 3 }), 2, { horizonMonths: [1, 3] })
    const { returnedUsd, slashingUsd } = collateralOf(two, timelineOf(two))
    each(seriesOf(returnedUsd, 0), [1000])
    each(seriesOf(returnedUsd, 1), [0, 0, 1000])
    each(seriesOf(slashingUsd, 0), [3000 / 365])
    each(seriesOf(slashingUsd, 1), [3000 / 365, 3100 / 365, 3100 / 365])
  })
})

/** 500 tokens at $2 that double in a year. */
const worth = (day: number) => 1000 * 2 ** (day / 365)

describe('K5 S5 a collateral in tokens', () => {
  const rising: Given = {
    ...cash,
    ...workedTokens,
    tokenYearlyChangeRatio: 1,
    collateralKind: 'token',
  }
  it('is worth the price of the last day of the month, and slashed by that', () => {
    const { value, slashing } = collateral({ ...rising, unbondingDays: 31 })
    each(value, [worth(29), worth(60)]) // 30 November, 31 December
    each(slashing, [(worth(29) * 0.1 * 30) / 365, (worth(60) * 0.1 * 31) / 365])
  })
  it('comes back at the price of that last day, less the exchange fee', () => {
    each(collateral({ ...rising, exchangeFeeRatio: 0.01, unbondingDays: 31 }).returned, [
      0,
      0,
      worth(91) * 0.99,
    ])
    // Free on 10 January, back on the last day of that month.
    each(collateral({ ...rising, exchangeFeeRatio: 0.01, unbondingDays: 10 }).returned, [
      0,
      0,
      worth(91) * 0.99,
    ])
  })
  it('is not what is locked in cash where the network pays in tokens', () => {
    const inCash = collateral({
      ...rising,
      collateralKind: 'cash',
      exchangeFeeRatio: 0.01,
      unbondingDays: 31,
    })
    each(inCash.value, [1000, 1000])
    each(inCash.returned, [0, 0, 1000])
    each(inCash.slashing, [3000 / 365, 3100 / 365])
  })
  it('follows jumps', () => {
    each(
      collateral({ ...rising, tokenYearlyChangeRatio: 0, tokenPriceJumps: '2026-12 0.5' }).returned,
      [0, 500],
    )
  })
})
