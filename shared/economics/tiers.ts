/** Tariffs whose price depends on the month's kWh. @see SPEC.md E12 */
import { listRows } from './lists.ts'

export type Tier = { readonly fromKwh: number; readonly perKwh: number }

/** Tiers as they were given. Example: `readTiers('0 0.2; 300 0.3')[1]` is `{ fromKwh: 300, perKwh: 0.3 }`. */
export function readTiers(text: string): readonly Tier[] {
  return listRows(text).map(([fromKwh, perKwh]) => ({ fromKwh: fromKwh!, perKwh: perKwh! }))
}

/**
 * What a month's kWh cost, in the tariff's currency. Example: tiers 0.20 from 0 and 0.30 from 300, 400 kWh: 90.
 * @see SPEC.md E12
 */
export function tierBill(tiers: readonly Tier[], kwh: number): number {
  let bill = 0
  tiers.forEach(({ fromKwh, perKwh }, i) => {
    const within = Math.min(kwh, tiers[i + 1]?.fromKwh ?? Infinity) - fromKwh
    if (within > 0) bill += within * perKwh
  })
  return bill
}

/** The price of the tier in which a month's kWh end. Example: the same tiers at 400 kWh: 0.30. @see SPEC.md E12 */
export function tierPrice(tiers: readonly Tier[], kwh: number): number {
  return tiers.findLast(({ fromKwh }) => fromKwh <= kwh)?.perKwh ?? tiers[0]!.perKwh
}
