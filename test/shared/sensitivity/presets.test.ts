import { describe, expect, it } from 'vitest'
import { definitions } from '../../../shared/economics/inputs.ts'
import { assumed } from '../../../shared/figure.ts'
import { applyPreset } from '../../../shared/sensitivity/apply-preset.ts'
import { compareScenarios } from '../../../shared/sensitivity/compare-scenarios.ts'
import { pendingKeys, presets } from '../../../shared/sensitivity/presets.ts'
import type { Preset, PresetChange } from '../../../shared/sensitivity/presets.ts'
import { entriesOf, worked, workedCard, workedTokens } from '../economics/given.ts'

const presetOf = (id: string): Preset => presets.find((each) => each.id === id)!
const applied = (id: string, given = worked) => applyPreset(entriesOf(given), presetOf(id))
const only = (...changes: PresetChange[]): Preset => ({ id: 'own', label: 'Own', why: '', changes })

describe('SN8 named scenarios', () => {
  it('each has an id of its own and finite changes', () => {
    expect(new Set(presets.map(({ id }) => id)).size).toBe(presets.length)
    for (const { changes } of presets) expect(changes.every(({ value }) => Number.isFinite(value))).toBe(true)
  })
  it('every key is an input of the table', () => {
    expect(presets.flatMap(pendingKeys)).toEqual([])
  })
  it('an input that the engine does not know leaves it pending, and the scenario as it is', () => {
    const preset = only({ key: 'moonPhase', kind: 'set', value: 1 })
    expect(pendingKeys(preset)).toEqual(['moonPhase'])
    expect(applyPreset(entriesOf(worked), preset)).toMatchObject({
      patch: {},
      changes: [{ outcome: 'pending' }],
    })
  })
  it('the base is the scenario itself', () => {
    expect(applied('base').entries).toEqual(entriesOf(worked))
  })
  it('tariff +30 % means every tariff that applies', () => {
    expect(applied('tariff').patch['flatTariffPerKwh']?.value).toBeCloseTo(0.26, 12)
    expect(Object.keys(applied('tariff').patch)).toEqual(['flatTariffPerKwh'])
    const outcomes = applied('tariff').changes.filter(({ change }) => change.key === 'highTariffPerKwh')
    expect(outcomes).toMatchObject([{ outcome: 'does not apply' }])
  })
})

describe('SN9 laying a preset over a scenario', () => {
  it('marks what it changed as Idlewatt’s assumption, with the name of the preset', () => {
    const figure = applied('rent-crash').patch['priceUsdPerGpuHour']
    expect(figure).toMatchObject({ value: 0.25, class: 'assumption' })
    expect(figure?.source).toBe('what if “Rent crash”, assumed by Idlewatt')
  })
  it('adds to what the table assumes where nothing was given', () => {
    expect(applied('rent-crash').patch['priceYearlyChangeRatio']?.value).toBe(-0.2)
  })
  it('never multiplies what nobody knows', () => {
    const { patch, changes } = applied('demand-spike')
    expect(patch['resaleIn12MonthsUsdPerGpu']).toBeUndefined()
    const resale = changes.find(({ change }) => change.key === 'resaleIn12MonthsUsdPerGpu')
    expect(resale?.outcome).toBe('unknown')
    const { minimumPayoutUsd: _, ...open } = worked
    const doubled = only({ key: 'minimumPayoutUsd', kind: 'multiply', value: 2 })
    expect(applyPreset(entriesOf(open), doubled)).toMatchObject({
      patch: {},
      changes: [{ outcome: 'unknown' }],
    })
  })
  it('stays within the bounds and says so', () => {
    const { entries, changes } = applyPreset(
      entriesOf(worked),
      only({ key: 'rentalUtilizationRatio', kind: 'multiply', value: 3 }),
    )
    expect(entries['rentalUtilizationRatio']).toMatchObject({ value: 1 })
    expect(changes[0]).toMatchObject({ outcome: 'clamped', from: 0.5, to: 1 })
    expect(changes[0]?.words).toBe('Rented share of up hours: 50\u00a0% to 100\u00a0%, the most it can be.')
  })
  it('the only card cannot die: it says that it stays', () => {
    const { patch, changes } = applied('gpu-dies')
    expect(patch).toEqual({})
    expect(changes[0]?.words).toBe('GPUs: stays 1, since it is at least 1.')
    expect(applied('gpu-dies', { ...worked, gpuCount: 8 }).patch['gpuCount']?.value).toBe(7)
  })
  it('keeps whole what is counted', () => {
    const half = only({ key: 'gpuCount', kind: 'multiply', value: 0.5 })
    expect(applyPreset(entriesOf({ ...worked, gpuCount: 5 }), half).patch['gpuCount']?.value).toBe(3)
  })
  it('refuses a change that is no number', () => {
    const broken = only({ key: 'gpuCount', kind: 'set', value: Number.NaN })
    expect(() => applyPreset(entriesOf(worked), broken)).toThrow(/no number/)
  })
  it('of a token scenario both the token and its pool move', () => {
    const { patch } = applied('token-halves', {
      ...workedTokens,
      saleVenue: 'pool',
      poolQuoteReserveUsd: 10_000,
    })
    expect(patch['tokenPriceUsd']?.value).toBe(1)
    expect(patch['poolQuoteReserveUsd']?.value).toBeCloseTo(7100, 6)
  })
  it('a network that stops is the input of that name, where the engine has it', () => {
    expect(definitions.has('networkStopsAfterMonths')).toBe(true)
    expect(applied('network-stops').patch['networkStopsAfterMonths']?.value).toBe(12)
  })
})

const poor = (price: number) => ({
  name: `At ${price}`,
  entries: entriesOf({ ...workedCard, priceUsdPerGpuHour: price }),
})

describe('SN10 scenarios side by side', () => {
  const base = { name: 'Base', entries: entriesOf(workedCard) }
  const dearer = { name: 'Dearer', entries: entriesOf({ ...workedCard, priceUsdPerGpuHour: 0.6 }) }

  it('each beside the first: $117.10 and $150.04 are $32.94 apart', () => {
    const [first, second] = compareScenarios([base, dearer]).columns
    expect(first).toMatchObject({ differences: { netUsdPerMonth: null } })
    expect(second).toMatchObject({
      figures: { netUsdPerMonth: expect.closeTo(150.04, 9) as number },
      differences: { netUsdPerMonth: expect.closeTo(32.94, 9) as number },
      firstCashLaterDays: 0,
    })
  })
  it('later cash is counted in days', () => {
    const held = { name: 'Held', entries: entriesOf({ ...workedCard, holdDays: 20 }) }
    expect(compareScenarios([base, held]).columns[1]).toMatchObject({ firstCashLaterDays: 20 })
  })
  it('says which has the higher NPV and by how much', () => {
    // 360 h and 372 h x $0.10 x 0.9, paid on the first of the next month, discounted at 10 %: $65.01.
    expect(compareScenarios([base, dearer]).verdict).toBe(
      '“Dearer” has the higher NPV: $65 more than “Base”.',
    )
    expect(compareScenarios([base, { ...base, name: 'Same' }]).verdict).toBe(
      '“Base” and “Same” have the same NPV.',
    )
  })
  it('what cannot be compared says why', () => {
    const { priceUsdPerGpuHour: _, ...open } = workedCard
    const { columns, verdict } = compareScenarios([base, { name: 'Open', entries: entriesOf(open) }])
    expect(columns[1]).toEqual({ kind: 'unanswered', name: 'Open', reason: 'Price is not given.' })
    expect(verdict).toBe(
      'There are not two scenarios with an NPV to compare. “Open” is not compared: Price is not given.',
    )
    const broken = { name: 'Broken', entries: { ...base.entries, uptimeRatio: assumed(7, 'ratio') } }
    expect(compareScenarios([base, dearer, broken]).verdict).toContain('“Broken” is not compared: Uptime')
  })
  it('does not weigh an NPV with the card against one without', () => {
    const bare = { name: 'Bare', entries: entriesOf(worked) }
    expect(compareScenarios([base, bare]).verdict).toContain('cannot be compared')
    expect(
      compareScenarios([
        bare,
        { ...bare, name: 'Poor', entries: entriesOf({ ...worked, priceUsdPerGpuHour: 0.4 }) },
      ]).verdict,
    ).toContain('of the running flows alone')
  })
  it('names different yardsticks, and a winner that loses all the same', () => {
    const longer = { name: 'Longer', entries: entriesOf({ ...workedCard, horizonMonths: 4 }) }
    expect(compareScenarios([base, longer]).verdict).toMatch(/Their horizons differ\.$/)
    expect(compareScenarios([poor(0.1), poor(0.05)]).verdict).toMatch(
      /“At 0\.1” has .*, and loses all the same\.$/,
    )
  })
})
