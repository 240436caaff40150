import { Command } from 'commander'
import { describe, expect, it } from 'vitest'
import { addInputFlags, entriesFromFlags, flagOf } from '../../../electron/commands/input-flags.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'

function parsed(...words: readonly string[]) {
  const command = addInputFlags(new Command('probe')).exitOverride()
  return entriesFromFlags(command.parse([...words], { from: 'user' }).opts())
}

describe('I1 flags of the command line', () => {
  it('give every input of the table under its own key', () => {
    for (const { key, kind } of inputTable) {
      if (kind === 'number' || kind === 'integer') continue
      expect(parsed(`--${flagOf(key)}`, 'word')).toEqual({ [key]: 'word' })
    }
    const numbers = inputTable.filter(({ kind }) => kind === 'number' || kind === 'integer')
    expect(numbers.length).toBeGreaterThan(50)
    for (const { key } of numbers) expect(Object.keys(parsed(`--${flagOf(key)}`, '2'))).toEqual([key])
  })

  it('read units and currencies as a field on screen does', () => {
    const entries = parsed('--flat-tariff-per-kwh', '0,31 €/kWh', '--rental-utilization-ratio', '41 %')
    expect(entries['tariffCurrency']).toBe('EUR')
    expect(entries['flatTariffPerKwh']).toMatchObject({ value: 0.31, class: 'assumption' })
    expect(entries['rentalUtilizationRatio']).toMatchObject({ value: 0.41, unit: 'ratio' })
  })

  it('refuse what cannot be read, naming the flag', () => {
    expect(() => parsed('--gpu-count', 'many')).toThrow(/^--gpu-count: "many" cannot be read/)
    expect(() => parsed('--minimum-payout-usd', '1.234')).toThrow(/1\.234 or 1234/)
  })
})
