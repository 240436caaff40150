/** A table of months x scenarios, stored flat: one number per month and scenario. */

export type Table = {
  readonly months: number
  readonly scenarios: number
  readonly values: Float64Array
}

/** A table of zeros. Example: `emptyTable(2, 3).values.length` is 6. */
export function emptyTable(months: number, scenarios: number): Table {
  return { months, scenarios, values: new Float64Array(months * scenarios) }
}

/** A table whose cells are computed one by one. Example: `tableOf(1, 2, (m, s) => s).values` is 0, 1. */
export function tableOf(
  months: number,
  scenarios: number,
  cell: (month: number, scenario: number) => number,
): Table {
  const table = emptyTable(months, scenarios)
  for (let month = 0; month < months; month += 1) {
    for (let scenario = 0; scenario < scenarios; scenario += 1) {
      table.values[month * scenarios + scenario] = cell(month, scenario)
    }
  }
  return table
}

/** One cell. Throws a RangeError outside the table. */
export function cellOf(table: Table, month: number, scenario: number): number {
  const value = table.values[month * table.scenarios + scenario]
  if (value === undefined || scenario >= table.scenarios) {
    throw new RangeError(`No cell at month ${month}, scenario ${scenario}.`)
  }
  return value
}

/** All months of one scenario, in order. */
export function seriesOf(table: Table, scenario: number): number[] {
  return Array.from({ length: table.months }, (_, month) => cellOf(table, month, scenario))
}
