/** @see SPEC.md IM7 */
import { describe, expect, it } from 'vitest'
import { offerSummary } from '../../../shared/imports/offer-summary.ts'
import type { Offer } from '../../../shared/imports/offers.ts'

const offer = (askUsdPerGpuHour: number, gpuCount: number, rented: boolean | null = null): Offer => ({
  gpuName: 'T4',
  catalogueId: 'tesla-t4',
  gpuCount,
  askUsdPerGpuHour,
  rented,
  region: null,
  reliabilityRatio: null,
})

describe('IM7 a summary of offers', () => {
  it('gives the examples of its docstrings', () => {
    const offers = [offer(0.5, 1, false), offer(0.2, 3, true)]
    expect(offerSummary(offers, 'tesla-t4')).toMatchObject({
      rentedShareRatio: 0.75,
      askUsdPerGpuHour: { p50: 0.2, p75: 0.2, p90: 0.5 },
    })
  })

  it('counts GPUs, not listings, and the state only where it is known', () => {
    const offers = [offer(0.1, 10, true), offer(0.2, 10, null), offer(0.3, 10, false), offer(0.4, 10, false)]
    const other = { ...offer(9, 99, true), catalogueId: null }
    expect(offerSummary([...offers, other], 'tesla-t4')).toEqual({
      catalogueId: 'tesla-t4',
      listings: 4,
      gpus: 40,
      gpusOfKnownState: 30,
      rentedGpus: 10,
      askUsdPerGpuHour: { p10: 0.1, p25: 0.1, p50: 0.2, p75: 0.3, p90: 0.4 },
      rentedAskUsdPerGpuHour: { p10: 0.1, p25: 0.1, p50: 0.1, p75: 0.1, p90: 0.1 },
      rentedShareRatio: 1 / 3,
      byPriceQuarter: [
        { fromUsdPerGpuHour: 0.1, toUsdPerGpuHour: 0.1, gpus: 10, rentedShareRatio: 1 },
        { fromUsdPerGpuHour: 0.1, toUsdPerGpuHour: 0.2, gpus: 10, rentedShareRatio: null },
        { fromUsdPerGpuHour: 0.2, toUsdPerGpuHour: 0.3, gpus: 10, rentedShareRatio: 0 },
        { fromUsdPerGpuHour: 0.3, toUsdPerGpuHour: 0.4, gpus: 10, rentedShareRatio: 0 },
      ],
    })
  })

  it('keeps equal asks in one quarter', () => {
    const quarters = offerSummary([offer(1, 1, true), offer(1, 1, false)], 'tesla-t4').byPriceQuarter
    expect(quarters.map(({ gpus }) => gpus)).toEqual([2, 0, 0, 0])
    expect(quarters.map((quarter) => quarter.rentedShareRatio)).toEqual([0.5, null, null, null])
  })

  it('says nothing where there is nothing', () => {
    expect(offerSummary([], 'tesla-t4')).toMatchObject({
      listings: 0,
      askUsdPerGpuHour: null,
      rentedAskUsdPerGpuHour: null,
      rentedShareRatio: null,
      byPriceQuarter: [],
    })
    expect(offerSummary([offer(1, 1)], 'tesla-t4').rentedShareRatio).toBeNull()
  })
})
