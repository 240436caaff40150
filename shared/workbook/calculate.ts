/** Works a workbook out, so that each formula carries its value for viewers that do not calculate. */
import type { Cell, Sheet, Value, Workbook } from './cells.ts'
import { columnLetters, columnNumber } from './cells.ts'
import type { Node } from './formula.ts'
import { parseFormula } from './formula.ts'
import type { Operand } from './functions.ts'
import { FormulaError, functions, numberOf, truthOf } from './functions.ts'
import { operate, spread } from './operators.ts'

export type Calculated = {
  /** The value of a cell, or the error's own text such as `#DIV/0!`. */
  readonly valueAt: (sheet: string, address: string) => Value
  /** The value of what a name stands for. */
  readonly valueOf: (name: string) => Value
}

type Place = { readonly sheet: Sheet; readonly address: string }
type Area = {
  readonly sheet: Sheet
  readonly column: number
  readonly row: number
  readonly width: number
  readonly height: number
}

/**
 * Every formula's value, as spreadsheets would have it. A cell that rests on itself is an error of ours and thrown.
 * Example: with 2 in A1 and `A1*3` in B1, `valueAt('Sheet', 'B1')` is 6.
 */
export function calculate(workbook: Workbook): Calculated {
  const sheets = new Map(workbook.sheets.map((sheet) => [sheet.name, sheet]))
  const known = new Map<Cell, Value | FormulaError>()
  const busy = new Set<Cell>()
  const values = new Map<string, readonly Value[]>()
  const named = new Map<string, Node>()

  const sheetOf = (name: string | null, here: Sheet): Sheet => {
    const sheet = name === null ? here : sheets.get(name)
    if (sheet === undefined) throw new Error(`There is no sheet ${name}.`)
    return sheet
  }
  /** Column after column. Remembered, since whole columns are asked for again and again. */
  const valuesOf = (key: string, area: Area): readonly Value[] => {
    const found = values.get(key)
    if (found !== undefined) return found
    const worked: Value[] = []
    for (let i = 0; i < area.width * area.height; i += 1) worked.push(cellValue(placeIn(area, i)))
    values.set(key, worked)
    return worked
  }
  const nodeOfName = (name: string): Node => {
    const found = named.get(name)
    if (found !== undefined) return found
    const where = workbook.names.get(name)
    if (where === undefined) throw new Error(`There is no name ${name} in the workbook.`)
    const node = parseFormula(where)
    named.set(name, node)
    return node
  }

  const cellValue = ({ sheet, address }: Place): Value => {
    const cell = sheet.cells.get(address)
    if (cell === undefined) return null
    if (cell.formula === undefined) return cell.value ?? null
    let value = known.get(cell)
    if (value === undefined) {
      if (busy.has(cell)) throw new Error(`${sheet.name}!${address} rests on itself: ${cell.formula}`)
      busy.add(cell)
      value = worked(cell.formula, { sheet, address })
      busy.delete(cell)
      known.set(cell, value)
    }
    if (value instanceof FormulaError) throw value
    return value
  }
  const worked = (formula: string, place: Place): Value | FormulaError => {
    try {
      const result = evaluate(parseFormula(formula), place.sheet)
      if (Array.isArray(result))
        throw new Error(`${place.sheet.name}!${place.address} gives many values: ${formula}`)
      const value = (result as Value) ?? 0
      if (typeof value === 'number' && !Number.isFinite(value)) return new FormulaError('#NUM!')
      // No file can hold a negative zero.
      return value === 0 ? 0 : value
    } catch (error) {
      if (error instanceof FormulaError) return error
      throw error
    }
  }
  /** The cells that a node refers to, without working them out; null where it is no reference. */
  const reference = (node: Node, here: Sheet): Area | null => {
    if (node.kind === 'name') return reference(nodeOfName(node.name), here)
    if (node.kind === 'cell') return areaOf(sheetOf(node.sheet, here), node.address, node.address)
    if (node.kind === 'range') return areaOf(sheetOf(node.sheet, here), node.first, node.last)
    return null
  }
  const evaluate = (node: Node, here: Sheet): Operand => {
    switch (node.kind) {
      case 'number':
      case 'text':
      case 'truth':
        return node.value
      case 'cell':
        return cellValue({ sheet: sheetOf(node.sheet, here), address: node.address })
      case 'name':
        return evaluate(nodeOfName(node.name), here)
      case 'range': {
        const sheet = sheetOf(node.sheet, here)
        return valuesOf(`${sheet.name}!${node.first}:${node.last}`, areaOf(sheet, node.first, node.last))
      }
      case 'negative':
        return spread(evaluate(node.of, here), null, (value) => -numberOf(value))
      case 'operation':
        return operate(node.operator, evaluate(node.left, here), evaluate(node.right, here))
      case 'call':
        return call(node.name, node.given, here)
    }
  }
  const call = (name: string, given: readonly Node[], here: Sheet): Operand => {
    if (name === 'IF') {
      const chosen = truthOf(evaluate(given[0]!, here) as Value) ? given[1] : given[2]
      return chosen === undefined ? false : evaluate(chosen, here)
    }
    if (name === 'IFERROR') {
      try {
        return evaluate(given[0]!, here)
      } catch (error) {
        if (error instanceof FormulaError) return evaluate(given[1]!, here)
        throw error
      }
    }
    if (name === 'INDEX' || (name === 'MATCH' && given.length === 3)) {
      const area = reference(given[name === 'INDEX' ? 0 : 1]!, here)
      if (area === null) throw new Error(`${name} needs a range.`)
      const number = (node: Node) => numberOf(evaluate(node, here) as Value)
      if (name === 'INDEX')
        return indexed(area, number(given[1]!), given[2] === undefined ? 1 : number(given[2]))
      const wanted = evaluate(given[0]!, here) as Value
      return number(given[2]!) === 0 ? firstEqual(area, wanted) : lastUpTo(area, numberOf(wanted))
    }
    const work = functions[name]
    if (work === undefined) throw new Error(`The workbook uses ${name}, which is not known here.`)
    return work(given.map((each) => evaluate(each, here)))
  }

  /** Only the one cell is worked out: the others may rest on it. */
  const indexed = (area: Area, row: number, column: number): Value => {
    const [r, c] = [Math.trunc(row), Math.trunc(column)]
    if (r < 1 || r > area.height || c < 1 || c > area.width) throw new FormulaError('#REF!')
    return cellValue(placeIn(area, (c - 1) * area.height + r - 1))
  }
  const firstEqual = (area: Area, wanted: Value): number => {
    for (let i = 0; i < area.width * area.height; i += 1) {
      if (cellValue(placeIn(area, i)) === wanted) return i + 1
    }
    throw new FormulaError('#N/A')
  }
  /** In an ascending range: the last that is at most the wanted number. */
  const lastUpTo = (area: Area, wanted: number): number => {
    let low = 0
    let high = area.width * area.height
    while (low < high) {
      const middle = (low + high) >> 1
      if (numberOf(cellValue(placeIn(area, middle))) <= wanted) low = middle + 1
      else high = middle
    }
    if (low === 0) throw new FormulaError('#N/A')
    return low
  }

  // The longest sheet first and column by column: a chain from row to row is then never deeper than a few cells.
  for (const sheet of workbook.sheets.toSorted((a, b) => b.rows - a.rows)) {
    for (let column = 1; column <= sheet.columns; column += 1) {
      for (let row = 1; row <= sheet.rows; row += 1)
        shown(() => cellValue({ sheet, address: `${columnLetters(column)}${row}` }))
    }
  }
  return {
    valueAt: (sheet, address) =>
      shown(() => cellValue({ sheet: sheetOf(sheet, workbook.sheets[0]!), address })),
    valueOf: (name) => shown(() => evaluate(nodeOfName(name), workbook.sheets[0]!) as Value),
  }
}

function shown(work: () => Value): Value {
  try {
    return work()
  } catch (error) {
    if (error instanceof FormulaError) return error.message
    throw error
  }
}

function areaOf(sheet: Sheet, first: string, last: string): Area {
  const [, firstColumn, firstRow] = /^([A-Z]+)(\d+)$/.exec(first)!
  const [, lastColumn, lastRow] = /^([A-Z]+)(\d+)$/.exec(last)!
  const column = columnNumber(firstColumn!)
  const row = Number(firstRow)
  return {
    sheet,
    column,
    row,
    width: columnNumber(lastColumn!) - column + 1,
    height: Number(lastRow) - row + 1,
  }
}

/** The cell at a position of an area, column after column. */
function placeIn({ sheet, column, row, height }: Area, i: number): Place {
  return { sheet, address: `${columnLetters(column + Math.floor(i / height))}${row + (i % height)}` }
}
