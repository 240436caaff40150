import { describe, expect, it } from 'vitest'
import { readCatalogue } from '../../electron/catalogue.ts'
import { checkInputs } from '../../shared/economics/inputs.ts'
import { assumed, unknownFigure } from '../../shared/figure.ts'
import {
  entriesFromPsuCurve,
  entriesFromRig,
  entriesFromTariff,
  patched,
} from '../../shared/scenario-entries.ts'
import { entriesFromNetwork } from '../../shared/markets/market-entries.ts'

const catalogue = readCatalogue()

describe('I6 filling several inputs at once', () => {
  it('sets entries and takes back those that a patch makes null', () => {
    expect(patched({ baseline: 'off', coolingKind: 'room' }, { baseline: null, tariffKind: 'flat' })).toEqual(
      {
        coolingKind: 'room',
        tariffKind: 'flat',
      },
    )
  })

  it('takes a tariff in its own currency, without a rate', () => {
    const germany = catalogue.tariffs.find(({ place }) => place === 'Germany')!
    const patch = entriesFromTariff(germany)
    expect(patch['tariffCurrency']).toBe('EUR')
    expect(patch['flatTariffPerKwh']).toMatchObject({
      value: germany.pricePerKwh.value,
      source: germany.pricePerKwh.source,
    })
    expect(patch).not.toHaveProperty('tariffCurrencyUsd')
  })

  it('takes the points that a certificate has, and takes back the one it lacks', () => {
    const gold = catalogue.psuCurves.find(({ id }) => id === 'gold-115v')!
    expect(entriesFromPsuCurve(gold)).toMatchObject({
      psuEfficiencyAt10Ratio: null,
      psuEfficiencyAt20Ratio: { value: 0.87 },
      psuEfficiencyAt50Ratio: { value: 0.9 },
    })
  })

  it('counts a rig’s cards and takes its watts', () => {
    const card = { uuid: null, catalogueId: null, name: 'Card', count: 2 }
    const patch = entriesFromRig({
      schema: 1,
      name: 'Rig',
      gpus: [card, { ...card, count: 3 }],
      boardLimitWatts: assumed(300, 'watts'),
      rentedBoardWatts: unknownFigure('watts'),
      idleBoardWatts: assumed(20, 'watts'),
    })
    expect(patch).toMatchObject({
      gpuCount: { value: 5 },
      gpuBoardLimitWatts: { value: 300 },
      rentedBoardWatts: null,
    })
  })

  it('gives only entries that the input table allows, for everything in the catalogue', () => {
    const patches = [
      ...catalogue.networks.map((network) => entriesFromNetwork(network, '2026-12')),
      ...catalogue.tariffs.map(entriesFromTariff),
      ...catalogue.psuCurves.map(entriesFromPsuCurve),
    ]
    expect(patches.length).toBeGreaterThan(90)
    for (const patch of patches) expect(checkInputs(patched({}, patch))).toEqual([])
  })
})
