/**
 * Scenario entries from what the catalogue or a rig knows. A patch sets entries, or takes them back with null.
 * @see SPEC.md I6
 */
import type { CatalogueTariff, PsuCurve } from './catalogue.ts'
import type { InputEntries } from './economics/inputs.ts'
import type { Figure, Unit } from './figure.ts'
import type { InputEntry, RigBody } from './scenario.ts'

export type EntriesPatch = Readonly<Record<string, InputEntry | null>>

/** Entries with a patch applied. Example: `patched({ a: 'x' }, { a: null, b: 'y' })` is `{ b: 'y' }`. */
export function patched(entries: InputEntries, patch: EntriesPatch): InputEntries {
  const merged: Record<string, InputEntry | null> = { ...entries, ...patch }
  return Object.fromEntries(
    Object.entries(merged).filter((each): each is [string, InputEntry] => each[1] !== null),
  )
}

/** A known figure in the input's unit, or null where unknown: then the table's own rule for unknowns holds. */
function known(figure: Figure, unit: Unit): Figure | null {
  return figure.value === null ? null : { ...figure, low: null, high: null, unit }
}

/** A flat tariff of a place in its currency. The exchange rate stays to be given. @see SPEC.md I6, E9 */
export function entriesFromTariff(tariff: CatalogueTariff): EntriesPatch {
  return {
    tariffKind: 'flat',
    tariffCurrency: tariff.currency,
    flatTariffPerKwh: known(tariff.pricePerKwh, 'currencyUnitsPerKwh'),
  }
}

/** Efficiency points of a certified supply; a point that the certificate lacks is taken back. @see SPEC.md I6, E2 */
export function entriesFromPsuCurve(curve: PsuCurve): EntriesPatch {
  const at = (loadRatio: number): Figure | null => {
    const point = curve.points.find((each) => each.loadRatio === loadRatio)
    if (point === undefined) return null
    const { source, asOf } = curve
    return {
      value: point.efficiencyRatio,
      low: null,
      high: null,
      unit: 'ratio',
      source,
      asOf,
      class: 'third-party',
    }
  }
  return {
    psuEfficiencyAt10Ratio: at(0.1),
    psuEfficiencyAt20Ratio: at(0.2),
    psuEfficiencyAt50Ratio: at(0.5),
    psuEfficiencyAt100Ratio: at(1),
  }
}

/** Cards and watts of a rig: board figures, from the sensor or the catalogue. @see SPEC.md I6 */
export function entriesFromRig(rig: RigBody): EntriesPatch {
  const count = rig.gpus.reduce((total, gpu) => total + gpu.count, 0)
  return {
    powerBasis: 'board',
    gpuCount: {
      value: count,
      low: null,
      high: null,
      unit: 'count',
      source: `rig “${rig.name}”`,
      asOf: null,
      class: 'own-measurement',
    },
    gpuBoardLimitWatts: known(rig.boardLimitWatts, 'watts'),
    rentedBoardWatts: known(rig.rentedBoardWatts, 'watts'),
    idleBoardWatts: known(rig.idleBoardWatts, 'watts'),
  }
}
