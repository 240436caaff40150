import { describe, expect, it } from 'vitest'
import { hoursOf } from '../../../shared/economics/hours.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import { cardValueOf, curveAt, repairsUsd } from '../../../shared/economics/wear.ts'
import type { Given } from './given.ts'
import { batch, worked } from './given.ts'

/** A year of 8,760 hours, 4,000 of them rented. */
const year: Given = {
  ...worked,
  startMonth: '2026-01',
  horizonMonths: 12,
  rentalUtilizationRatio: 4000 / 8760,
  resaleTodayUsdPerGpu: 800,
  resaleIn12MonthsUsdPerGpu: 600,
  wearPer1000LoadHoursRatio: 0.01,
}
const cardValue = (given: Given) => {
  const one = batch({ ...year, ...given })
  return cardValueOf(one, hoursOf(one, timelineOf(one)))
}

describe('W1 what a card sells for', () => {
  it('is $576 after 12 months and 4,000 load hours at 1 % per 1,000, from $800 today and $600 then', () => {
    const { resaleUsd, unwornResaleUsd } = cardValue({})!
    expect(cellOf(resaleUsd, 0, 0)).toBe(800)
    expect(cellOf(resaleUsd, 12, 0)).toBeCloseTo(576, 9)
    expect(cellOf(unwornResaleUsd, 12, 0)).toBeCloseTo(600, 9)
    expect(cellOf(unwornResaleUsd, 6, 0)).toBeCloseTo(800 * Math.sqrt(0.75), 9)
  })
  it('counts the load hours of one card, and all cards of the rig', () => {
    expect(cellOf(cardValue({ gpuCount: 3 })!.resaleUsd, 12, 0)).toBeCloseTo(3 * 576, 9)
  })
  it('never falls below the scrap share by wear', () => {
    const { resaleUsd } = cardValue({ wearPer1000LoadHoursRatio: 0.5, scrapRatio: 0.7 })!
    expect(cellOf(resaleUsd, 12, 0)).toBeCloseTo(600 * 0.7, 9)
  })
  it('wears no more once the horizon is over', () => {
    const { resaleUsd, unwornResaleUsd } = cardValue({})!
    const left = seriesOf(resaleUsd, 0).map((usd, t) => usd / cellOf(unwornResaleUsd, t, 0))
    expect(left[13]).toBeCloseTo(left[12]!, 12)
  })
  it('is nothing for a card that is worth nothing today and will be worth nothing', () => {
    const { resaleUsd } = cardValue({ resaleTodayUsdPerGpu: 0, resaleIn12MonthsUsdPerGpu: 0 })!
    expect(Math.max(...seriesOf(resaleUsd, 0))).toBe(0)
  })
})

describe('W2 without both prices there is no card value', () => {
  it('leaves capital out, and counts unknown wear as none', () => {
    const { resaleTodayUsdPerGpu: _, ...withoutToday } = year
    const one = batch(withoutToday)
    expect(cardValueOf(one, hoursOf(one, timelineOf(one)))).toBeNull()
    const { wearPer1000LoadHoursRatio: __, ...withoutWear } = year
    const other = batch(withoutWear)
    expect(cellOf(cardValueOf(other, hoursOf(other, timelineOf(other)))!.resaleUsd, 12, 0)).toBeCloseTo(
      600,
      9,
    )
  })
})

const repairs = (given: Given) => {
  const one = batch({ ...worked, annualFailureRatio: 0.02, ...given })
  return seriesOf(repairsUsd(one, timelineOf(one)), 0)
}

describe('W3 repairs', () => {
  it('are $1.31506... in 30 days for a card of $800 that fails twice in a hundred years', () => {
    expect(repairs({ replacementUsdPerGpu: 800 })[0]).toBeCloseTo((0.02 * 800 * 30) / 365, 12)
    expect(repairs({ replacementUsdPerGpu: 800, gpuCount: 3 })[1]).toBeCloseTo(
      (3 * 0.02 * 800 * 31) / 365,
      12,
    )
    expect(repairs({ replacementUsdPerGpu: 800 }).slice(2)).toEqual([0, 0])
  })
  it('cost what the warranty does not pay, never less than nothing', () => {
    expect(repairs({ replacementUsdPerGpu: 800, warrantyUsdPerGpu: 435 })[0]).toBeCloseTo(0.6, 12)
    expect(repairs({ replacementUsdPerGpu: 800, warrantyUsdPerGpu: 900 })[0]).toBe(0)
  })
  it('take the resale price of today where no replacement is given, and nothing where that is unknown too', () => {
    expect(repairs({ resaleTodayUsdPerGpu: 800 })[0]).toBeCloseTo((0.02 * 800 * 30) / 365, 12)
    expect(repairs({})[0]).toBe(0)
  })
})

const points = [
  [0, 1],
  [12, 0.7],
  [24, 0.5],
]

describe('W5 a resale curve by age', () => {
  it('is linear between its points and held beyond them', () => {
    expect([0, 6, 12, 18, 24].map((age) => curveAt(points, age))).toEqual([1, 0.85, 0.7, 0.6, 0.5])
    expect(curveAt([[6, 0.9], ...points.slice(1)], 3)).toBe(0.9)
    expect(curveAt(points, 480)).toBe(0.5)
  })
  it('takes the price of today down as the card ages', () => {
    // 6 months old, $850: of a new price of $1,000. 6 months on 0.7 of it, 12 months on 0.6.
    const aged = { resaleCurve: '0 1; 12 0.7; 24 0.5', cardAgeMonths: 6, resaleTodayUsdPerGpu: 850 }
    const { unwornResaleUsd, resaleUsd } = cardValue(aged)!
    expect([0, 6, 12].map((t) => cellOf(unwornResaleUsd, t, 0))).toEqual([850, 700, 600])
    expect(cellOf(resaleUsd, 12, 0)).toBeCloseTo(600 * 0.96, 9) // 4,000 hours at 1 % per 1,000
    expect(cellOf(cardValue({ ...aged, gpuCount: 2 })!.unwornResaleUsd, 6, 0)).toBe(1400)
  })
  it('stands instead of the price in 12 months, given or not', () => {
    const curve: Given = { ...year, resaleCurve: '0 1; 12 0.9' }
    const { resaleIn12MonthsUsdPerGpu: _, ...without } = curve
    const one = batch(without)
    const { unwornResaleUsd } = cardValueOf(one, hoursOf(one, timelineOf(one)))!
    expect(cellOf(unwornResaleUsd, 12, 0)).toBeCloseTo(720, 9)
    expect(cellOf(cardValue(curve)!.unwornResaleUsd, 12, 0)).toBeCloseTo(720, 9)
    const { resaleTodayUsdPerGpu: __, ...unpriced } = curve
    expect(cardValueOf(batch(unpriced), hoursOf(one, timelineOf(one)))).toBeNull()
  })
})
