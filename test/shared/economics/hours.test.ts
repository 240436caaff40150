import { describe, expect, it } from 'vitest'
import { hoursMarked, hoursOf, rampOf } from '../../../shared/economics/hours.ts'
import { cellOf, seriesOf } from '../../../shared/economics/table.ts'
import { timelineOf } from '../../../shared/economics/timeline.ts'
import type { Given } from './given.ts'
import { batch, worked } from './given.ts'

const hours = (given: Given) => {
  const one = batch({ ...worked, ...given })
  return hoursOf(one, timelineOf(one))
}

describe('H1 calendar = offered + own use + off', () => {
  it('counts the hours of a month weekday by weekday', () => {
    // November 2026: 30 days from a Sunday, so five Sundays and five Mondays. Monday 0-8 own use, Sunday off.
    const offeredWeek = `${'U'.repeat(8)}${'O'.repeat(136)}${'-'.repeat(24)}`
    const { calendarHours, offeredHours, ownUseHours } = hours({ offeredWeek })
    expect(calendarHours[0]).toBe(720)
    expect(ownUseHours[0]).toBe(5 * 8)
    expect(offeredHours[0]).toBe(720 - 5 * 8 - 5 * 24)
  })
  it('counts the four Mondays of February 2026 as 96 hours', () => {
    const timeline = timelineOf(batch({ ...worked, startMonth: '2026-02' }))
    expect(hoursMarked(`${'O'.repeat(24)}${'-'.repeat(144)}`, 'O', timeline)[0]).toBe(96)
  })
  it('splits offered hours into up and down', () => {
    const { upHours, downHours } = hours({ uptimeRatio: 0.75 })
    expect(cellOf(upHours, 0, 0)).toBe(540)
    expect(cellOf(downHours, 0, 0)).toBe(180)
  })
})

describe('H2 rented = up x rented share x ramp, for each GPU', () => {
  it('rents 578.592 GPU-hours of two cards in November at 98 % uptime and 41 %', () => {
    const { rentedGpuHours, upGpuHours } = hours({
      gpuCount: 2,
      uptimeRatio: 0.98,
      rentalUtilizationRatio: 0.41,
    })
    expect(cellOf(rentedGpuHours, 0, 0)).toBeCloseTo(578.592, 9) // 720 x 0.98 x 0.41 x 2
    expect(cellOf(upGpuHours, 0, 0)).toBeCloseTo(1411.2, 9)
  })
  it('ends with the horizon', () => {
    const { upHours, rentedGpuHours, downHours } = hours({ uptimeRatio: 0.5 })
    for (const table of [upHours, rentedGpuHours, downHours]) {
      expect(seriesOf(table, 0).slice(2)).toEqual([0, 0])
      expect(seriesOf(table, 0)[1]).toBeGreaterThan(0)
    }
  })
})

describe('H3 the ramp', () => {
  it('grows in equal steps to 1', () => {
    expect([1, 2, 3, 4, 5].map((month) => rampOf(month, 4))).toEqual([0.25, 0.5, 0.75, 1, 1])
    expect(rampOf(1, 0)).toBe(1)
    expect(rampOf(1, 2.5)).toBe(0.4)
  })
  it('scales the rented share', () => {
    expect(seriesOf(hours({ rampUpMonths: 2 }).rentedShareRatio, 0)).toEqual([0.25, 0.5, 0, 0])
  })
})

describe('H4 own-use, off and down hours neither earn nor cost', () => {
  it('makes a rig that is offered half of each day earn and burn half', () => {
    const half = hours({ offeredWeek: `${'O'.repeat(12)}${'U'.repeat(6)}${'-'.repeat(6)}`.repeat(7) })
    expect(cellOf(half.upHours, 0, 0)).toBe(360)
    expect(cellOf(half.rentedGpuHours, 0, 0)).toBe(180)
  })
})
