/** The drawing itself: a canvas, since thousands of elements would be slow. */
import { type HeatCell, turningEdges } from './heat-map-colours.ts'

type Drawing = {
  readonly width: number
  readonly height: number
  readonly columns: number
  readonly rows: number
  readonly cells: readonly HeatCell[]
  readonly upwards: boolean
  readonly withTurn: boolean
  readonly here: { readonly column: number; readonly row: number } | null
  readonly cursor: { readonly column: number; readonly row: number }
  readonly colourOf: (value: number) => string
  readonly line: string
  readonly faint: string
}

/** Draws all cells; hatched where there is no value, blank where it is not computed yet. */
export function drawHeatMap(canvas: HTMLCanvasElement, drawing: Drawing): void {
  const { width, height, columns, rows, cells, upwards } = drawing
  const ratio = globalThis.devicePixelRatio
  canvas.width = Math.round(width * ratio)
  canvas.height = Math.round(height * ratio)
  const context = canvas.getContext('2d')
  if (context === null) return
  context.scale(ratio, ratio)
  const x = (column: number) => Math.round((column / columns) * width)
  const y = (row: number) => Math.round(((upwards ? rows - row : row) / rows) * height)
  const box = (column: number, row: number) => {
    const top = Math.min(y(row), y(row + 1))
    return [x(column), top, x(column + 1) - x(column), Math.abs(y(row + 1) - y(row))] as const
  }

  cells.forEach((cell, index) => {
    if (cell === undefined) return
    const [left, top, wide, high] = box(index % columns, Math.floor(index / columns))
    if (cell === null) return hatch(context, left, top, wide, high, drawing.faint)
    context.fillStyle = drawing.colourOf(cell)
    context.fillRect(left, top, wide, high)
  })

  if (drawing.withTurn) {
    context.strokeStyle = drawing.line
    context.lineWidth = 1.5
    context.beginPath()
    for (const { column, row, side } of turningEdges(cells, columns)) {
      if (side === 'right') {
        context.moveTo(x(column + 1), y(row))
        context.lineTo(x(column + 1), y(row + 1))
      } else {
        context.moveTo(x(column), y(row + 1))
        context.lineTo(x(column + 1), y(row + 1))
      }
    }
    context.stroke()
  }
  if (drawing.here !== null) {
    const [left, top, wide, high] = box(drawing.here.column, drawing.here.row)
    context.fillStyle = drawing.line
    context.beginPath()
    context.arc(left + wide / 2, top + high / 2, 3, 0, 2 * Math.PI)
    context.fill()
  }
  const [left, top, wide, high] = box(drawing.cursor.column, drawing.cursor.row)
  context.strokeStyle = drawing.line
  context.lineWidth = 1
  context.strokeRect(left + 0.5, top + 0.5, wide - 1, high - 1)
}

function hatch(
  context: CanvasRenderingContext2D,
  left: number,
  top: number,
  wide: number,
  high: number,
  colour: string,
): void {
  context.save()
  context.beginPath()
  context.rect(left, top, wide, high)
  context.clip()
  context.strokeStyle = colour
  context.lineWidth = 0.6
  context.beginPath()
  for (let offset = -high; offset < wide; offset += 5) {
    context.moveTo(left + offset, top + high)
    context.lineTo(left + offset + high, top)
  }
  context.stroke()
  context.restore()
}
