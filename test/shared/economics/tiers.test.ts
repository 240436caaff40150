import { describe, expect, it } from 'vitest'
import { readTiers, tierBill, tierPrice } from '../../../shared/economics/tiers.ts'

const tiers = readTiers('0 0.2; 300 0.3')
const three = readTiers('0 0.1; 100 0.2; 200 0.4')

describe('E12 a price that depends on the kWh of the month', () => {
  it('is read as it was given', () => {
    expect(tiers).toEqual([
      { fromKwh: 0, perKwh: 0.2 },
      { fromKwh: 300, perKwh: 0.3 },
    ])
  })
  it('costs $90 for 400 kWh at $0.20 up to 300 and $0.30 above', () => {
    expect(tierBill(tiers, 400)).toBeCloseTo(300 * 0.2 + 100 * 0.3, 12)
  })
  it('charges each kWh at the price of its own tier', () => {
    expect(tierBill(three, 250)).toBeCloseTo(10 + 20 + 20, 12)
    expect(tierBill(three, 200)).toBeCloseTo(30, 12)
    expect(tierBill(three, 100)).toBeCloseTo(10, 12)
    expect(tierBill(three, 50)).toBeCloseTo(5, 12)
    expect(tierBill(three, 0)).toBe(0)
  })
  it('is never less than nothing where a machine that rests saves more than the house takes', () => {
    expect(tierBill(three, -50)).toBe(0)
  })
  it('ends in the tier that begins at or below the kWh: $0.30 at 400, and at exactly 300', () => {
    expect([0, 299.9, 300, 400].map((kwh) => tierPrice(tiers, kwh))).toEqual([0.2, 0.2, 0.3, 0.3])
    expect(tierPrice(tiers, -1)).toBe(0.2)
  })
})
