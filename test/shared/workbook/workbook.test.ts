import { read } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { assumed } from '../../../shared/figure.ts'
import { calculate } from '../../../shared/workbook/calculate.ts'
import { workbookOf } from '../../../shared/workbook/workbook.ts'
import { xlsxOf } from '../../../shared/workbook/xlsx-file.ts'
import { forSeeds, isNightly } from '../../property/runs.ts'
import { scenarioFrom } from '../../property/scenario-generator.ts'
import { entriesOf, workedCard, workedTokens } from '../economics/given.ts'
import { edited, readable } from './calculated.ts'
import { differencesOf } from './differences.ts'

const about = { name: 'Example', date: '2026-01-01', version: '1.0.0' }
const short = {
  horizonMonths: 15,
  holdDays: 60,
  saleEveryDays: 40,
  unbondingDays: 60,
  creditDelayDays: 30,
  transferDays: 10,
}
const entries = entriesOf({ ...workedCard, ...workedTokens })
/** The row of an input on the sheet. */
const typedCell = (book: ReturnType<typeof workbookOf>, key: string) =>
  book.names.get(key)!.replace(/.*\$E\$/, 'D')

describe('The workbook', () => {
  it('says what the engine says, to the cent, of any scenario, line by line and month by month', () => {
    forSeeds('Workbook = engine', isNightly ? 1_000 : 12, 1, (seed) => {
      const given = scenarioFrom(seed, { complete: true, atMost: short })
      const evaluation = evaluate(given)
      if (evaluation.kind === 'refused' || evaluation.answer === null) return
      expect(differencesOf(evaluation, readable(workbookOf(given, about)))).toEqual([])
    })
  })

  it('has a formula in at least 95 % of the cells with a number outside the Inputs sheet', () => {
    const file = read(xlsxOf(workbookOf(entries, about)), { cellFormula: true })
    let numbers = 0
    let formulas = 0
    for (const name of file.SheetNames.filter((each) => each !== 'Inputs')) {
      for (const [address, cell] of Object.entries(file.Sheets[name]!)) {
        if (address.startsWith('!') || cell.t !== 'n') continue
        numbers += 1
        if (cell.f !== undefined) formulas += 1
      }
    }
    expect(numbers).toBeGreaterThan(10_000)
    expect(formulas / numbers).toBeGreaterThan(0.95)
  })

  it('keeps the value of each formula for viewers that do not calculate', () => {
    const book = workbookOf(entries, about)
    const calculated = calculate(book)
    const file = read(xlsxOf(book, calculated), { cellFormula: true })
    for (const sheet of book.sheets) {
      for (const [address, { formula }] of sheet.cells) {
        if (formula === undefined) continue
        const value = calculated.valueAt(sheet.name, address)
        if (value === '') continue
        expect([address, file.Sheets[sheet.name]![address].f, file.Sheets[sheet.name]![address].v]).toEqual([
          address,
          formula,
          value,
        ])
      }
    }
  })

  it('never lets a text of a person become a formula', () => {
    const source = '=HYPERLINK("http://example.com","x")'
    const given = { ...entries, uptimeRatio: { ...assumed(0.9, 'ratio'), source, asOf: '+1' } }
    for (const name of ['=1+1', '+1', '-1', '@SUM(A1)']) {
      const file = read(xlsxOf(workbookOf(given, { ...about, name })), { cellFormula: true })
      expect(file.Sheets['ReadMe']!['A2']).toMatchObject({ t: 's', v: name })
      expect(file.Sheets['ReadMe']!['A2'].f).toBeUndefined()
      const typed = Object.values(file.Sheets['Inputs']!).filter(
        (cell) => cell?.v === source || cell?.v === '+1',
      )
      expect(typed.map((cell) => [cell.t, cell.f])).toEqual([
        ['s', undefined],
        ['s', undefined],
      ])
    }
  })

  it('says "export again" where the horizon outgrows its tables', () => {
    const book = workbookOf(entries, about)
    const longer = (value: number) =>
      readable(edited(book, [{ address: typedCell(book, 'horizonMonths'), value }]))
    expect(longer(14).headline('netUsdPerMonth')).toBeTypeOf('number')
    expect(longer(15).headline('netUsdPerMonth')).toBe('export again')
    expect(longer(15).headline('problem')).toBe('export again')
  })

  it.each([
    ['flatTariffPerKwh', null, 'an input is missing'],
    ['uptimeRatio', 1.01, 'an input is out of bounds'],
    ['uptimeRatio', 'much', 'an input is out of bounds'],
    ['priceBasis', 'a guess', 'an input is out of bounds'],
    ['priceBasis', 'cap', 'a cap makes no net'],
  ])('says so instead of a figure where %s becomes %s', (key, value, words) => {
    const book = workbookOf(entries, about)
    const changed = readable(edited(book, [{ address: typedCell(book, key), value }]))
    expect(changed.headline('netUsdPerMonth')).toBe(words)
  })

  it('refuses what the engine refuses, in its words', () => {
    expect(() => workbookOf({ ...entries, gpuCount: assumed(0, 'count') }, about)).toThrow(
      /GPUs \(gpuCount\)/,
    )
  })
})
