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

const two = { gpuCount: 2, contracts: '2026-11 2026-11 1 0.4 0' }

const share = (given: Given) => seriesOf(hours(given).spotShareRatio, 0).slice(0, 2)

describe('H5 contracts and a share by month', () => {
  it('rents contracted cards in all their up hours, the others by their share', () => {
    const { rentedGpuHours, rentedShareRatio, spotShareRatio, contracts } = hours(two)
    expect(seriesOf(rentedGpuHours, 0)).toEqual([720 * 1.5, 744, 0, 0])
    expect(seriesOf(rentedShareRatio, 0)).toEqual([0.75, 0.5, 0, 0])
    expect(seriesOf(spotShareRatio, 0)).toEqual([0.5, 0.5, 0, 0])
    expect(seriesOf(contracts.gpus, 0)).toEqual([1, 0, 0, 0])
  })
  it('knows no ramp for a contract, and no downtime beside that of the rig', () => {
    expect(cellOf(hours({ ...two, rampUpMonths: 2 }).rentedGpuHours, 0, 0)).toBe(720 * 1.25)
    expect(cellOf(hours({ ...two, uptimeRatio: 0.5 }).rentedGpuHours, 0, 0)).toBe(360 * 1.5)
  })
  it('multiplies the share from a month on, never above all up hours, before the ramp', () => {
    expect(share({ utilizationByMonth: '2026-12 1.5' })).toEqual([0.5, 0.75])
    expect(share({ utilizationByMonth: '2026-11 0.5; 2026-12 4' })).toEqual([0.25, 1])
    expect(share({ utilizationByMonth: '2026-11 4', rampUpMonths: 4 })).toEqual([0.25, 0.5])
    expect(share({ utilizationByMonth: '2026-12 0' })).toEqual([0.5, 0])
  })
})

const up = (given: Given) => seriesOf(hours(given).upHours, 0).slice(0, 2)

describe('H6 downtime of failures and replacements', () => {
  const failing = { failureDowntime: 'separate', annualFailureRatio: 0.5, repairDays: 73 }
  it('takes a tenth where half a failure a year takes 73 days', () => {
    expect(up(failing)[0]).toBeCloseTo(648, 9)
    expect(up({ ...failing, uptimeRatio: 0.5 })[0]).toBeCloseTo(324, 9)
    expect(up({ ...failing, failureDowntime: 'in uptime' })).toEqual([720, 744])
  })
  it('is never more than all hours', () => {
    expect(up({ ...failing, annualFailureRatio: 5, repairDays: 365 })).toEqual([0, 0])
  })
  it('takes the hours of a replacement from its month, at most all of them', () => {
    expect(up({ replacements: '2026-12 0 44 1' })).toEqual([720, 700])
    expect(up({ replacements: '2026-12 0 400 1', uptimeRatio: 0.5 })).toEqual([360, 0])
    expect(seriesOf(hours({ replacements: '2026-12 0 44 1' }).downHours, 0)).toEqual([0, 44, 0, 0])
    expect(seriesOf(hours({ replacements: '2027-01 0 44 1' }).upHours, 0)).toEqual([720, 744, 0, 0])
  })
})

describe('H7 a network that stops', () => {
  it('changes nothing for the hours', () => {
    expect(hours({ networkStopsAfterMonths: 1 })).toEqual(hours({}))
  })
})
