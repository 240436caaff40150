import { describe, expect, it } from 'vitest'
import type { CatalogueGpu } from '../../../shared/catalogue-gpu.ts'
import { unknownFigure } from '../../../shared/figure.ts'
import { eligibilityOf } from '../../../shared/markets/eligibility.ts'
import type { HardwareRule } from '../../../shared/markets/market-profile.ts'
import { known, said, silentProfile } from './profiles.ts'

const radeon: CatalogueGpu = {
  id: 'radeon-rx-7900-xt',
  name: 'Radeon RX 7900 XT',
  vendor: 'AMD',
  segment: 'consumer',
  launchYear: known(2022, 'years'),
  memoryGigabytes: known(20, 'gigabytes'),
  boardLimitWatts: known(315, 'watts'),
  idleBoardWatts: unknownFigure('watts'),
}
const rig = [{ gpu: radeon, name: radeon.name, count: 2 }]
const { hardware: nothing } = silentProfile('a')

const withRule = (rule: Partial<HardwareRule>, whoMayJoin = silentProfile('a').whoMayJoin) =>
  eligibilityOf(silentProfile('a', { hardware: { ...nothing, ...rule }, whoMayJoin }), rig)

const kindAt = (gpu: CatalogueGpu, gigabytes: number) =>
  eligibilityOf(
    silentProfile('a', {
      hardware: { ...nothing, minimumMemoryGigabytes: known(gigabytes, 'gigabytes') },
    }),
    [{ gpu, name: gpu.name, count: 1 }],
  ).kind

describe('MK9 whether a network takes the rig', () => {
  it('names the rule that keeps it out', () => {
    expect(withRule({ vendors: ['NVIDIA'] })).toEqual({
      kind: 'ineligible',
      reason: 'takes NVIDIA only; Radeon RX 7900 XT is AMD',
    })
    expect(withRule({ segments: ['datacentre'] }).reason).toBe(
      'takes datacentre cards; Radeon RX 7900 XT is a consumer card',
    )
    expect(withRule({ catalogueIds: ['geforce-rtx-4090'] }).reason).toBe(
      'Radeon RX 7900 XT is not on its list of cards',
    )
    expect(withRule({ minimumMemoryGigabytes: known(24, 'gigabytes') }).reason).toMatch(
      /^wants 24\sGB of memory; Radeon RX 7900 XT has 20\sGB$/,
    )
    expect(withRule({ minimumGpuCount: known(8, 'count') }).reason).toBe(
      'wants at least 8 GPUs; the rig has 2',
    )
    expect(withRule({ maximumGpuCount: known(1, 'count') }).reason).toBe(
      'takes at most 1 GPU a machine; the rig has 2',
    )
    expect(withRule({}, said('closed to new hosts'))).toEqual({
      kind: 'ineligible',
      reason: 'closed to new hosts',
    })
  })

  it('takes what meets every rule, to the last gigabyte', () => {
    const met = { vendors: ['AMD', 'NVIDIA'] as const, minimumMemoryGigabytes: known(20, 'gigabytes') }
    expect(withRule(met, said('anyone')).kind).toBe('eligible')
    expect(withRule({ minimumGpuCount: known(2, 'count'), maximumGpuCount: known(2, 'count') }).kind).toBe(
      'eligible',
    )
  })

  it('says the condition where one is to be met first', () => {
    expect(withRule({}, said('after approval'))).toEqual({
      kind: 'conditions',
      reason: 'joins after approval',
    })
    expect(withRule({}, said('professional sites')).kind).toBe('conditions')
  })

  it('does not take silence for a yes', () => {
    expect(withRule({}).kind).toBe('not said')
    expect(eligibilityOf(silentProfile('a'), []).kind).toBe('not said')
    const stranger = [{ gpu: null, name: 'Card X', count: 1 }]
    expect(
      eligibilityOf(silentProfile('a', { hardware: { ...nothing, vendors: ['NVIDIA'] } }), stranger),
    ).toEqual({
      kind: 'conditions',
      reason: 'Card X is not in the catalogue: compare it with the network’s list',
    })
  })

  it('an unknown memory is judged by its upper end, or left open', () => {
    const vague = { ...radeon, memoryGigabytes: { ...unknownFigure('gigabytes'), low: 12, high: 16 } }
    expect(kindAt(vague, 24)).toBe('ineligible')
    expect(kindAt(vague, 16)).toBe('eligible')
    expect(kindAt({ ...radeon, memoryGigabytes: unknownFigure('gigabytes') }, 16)).toBe('conditions')
  })
})
