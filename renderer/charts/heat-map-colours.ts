/** Colours of a heat map: petrol above zero, brick below, paper at zero in the middle; told apart by every eye. */

export type HeatColours = { readonly above: string; readonly below: string; readonly zero: string }

/** The colour of a value on a scale that reaches `largest` to either side of zero. Example: zero is the paper itself. */
export function heatColour(value: number, largest: number, colours: HeatColours): string {
  const share = largest === 0 ? 0 : Math.min(1, Math.abs(value) / largest)
  // The root keeps small values apart from zero, so that the sign shows near the break-even line.
  return mixed(colours.zero, value < 0 ? colours.below : colours.above, 0.92 * Math.sqrt(share))
}

function mixed(from: string, to: string, share: number): string {
  const [first, second] = [channels(from), channels(to)]
  return `rgb(${first.map((channel, i) => Math.round(channel + share * (second[i]! - channel))).join(', ')})`
}

function channels(hex: string): readonly [number, number, number] {
  const at = (position: number) => Number.parseInt(hex.slice(position, position + 2), 16)
  return [at(1), at(3), at(5)]
}

/** A computed value, a cell without one, or one that is not computed yet. */
export type HeatCell = number | null | undefined

export type Edge = {
  readonly column: number
  readonly row: number
  /** The side of the cell on which its neighbour has the other sign. */
  readonly side: 'right' | 'below'
}

/** Where the sign turns from one cell to the next: the break-even line. */
export function turningEdges(cells: readonly HeatCell[], columns: number): Edge[] {
  const edges: Edge[] = []
  const turns = (one: HeatCell, other: HeatCell) =>
    typeof one === 'number' && typeof other === 'number' && one > 0 !== other > 0
  cells.forEach((cell, index) => {
    const column = index % columns
    const row = Math.floor(index / columns)
    if (column + 1 < columns && turns(cell, cells[index + 1])) edges.push({ column, row, side: 'right' })
    if (turns(cell, cells[index + columns])) edges.push({ column, row, side: 'below' })
  })
  return edges
}
