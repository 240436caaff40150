import { type KeyboardEvent, type PointerEvent, useEffect, useId, useRef, useState } from 'react'
import { ChartFrame } from './ChartFrame.tsx'
import classes from './HeatMap.module.css'
import { useChartColours } from './chart-colours.ts'
import { drawHeatMap } from './draw-heat-map.ts'
import { type HeatCell, heatColour } from './heat-map-colours.ts'

export type { HeatCell } from './heat-map-colours.ts'

export type HeatMapAxisView = {
  readonly label: string
  /** In order; two values may read the same. */
  readonly values: readonly { readonly id: string | number; readonly words: string }[]
}

type HeatMapProps = {
  readonly title: string
  readonly summary: string
  readonly columns: HeatMapAxisView
  readonly rows: HeatMapAxisView
  /** Row by row. */
  readonly cells: readonly HeatCell[]
  readonly words: (value: number) => string
  /** What stands for a cell without a value. */
  readonly emptyWords: string
  /** The first row at the bottom, as an axis has it. */
  readonly upwards: boolean
  /** Draws the line where the sign turns. */
  readonly withTurn: boolean
  /** The cell nearest to the inputs as they are. */
  readonly here: { readonly column: number; readonly row: number } | null
  readonly heightPixels: number
}

/** A grid of values by colour; hover or the arrow keys read a cell. */
export function HeatMap(props: HeatMapProps) {
  const { title, summary, columns, rows, cells, words, emptyWords, upwards, withTurn, here, heightPixels } =
    props
  const colours = useChartColours()
  const id = useId()
  const canvas = useRef<HTMLCanvasElement>(null)
  const [width, setWidth] = useState(0)
  const [chosen, setChosen] = useState(here ?? { column: 0, row: 0 })
  const cursor = {
    column: Math.min(chosen.column, columns.values.length - 1),
    row: Math.min(chosen.row, rows.values.length - 1),
  }
  const known = cells.filter((cell) => typeof cell === 'number')
  const largest = known.reduce((most, cell) => Math.max(most, Math.abs(cell)), 0)
  const heat = { above: colours.accent, below: colours.negative, zero: colours.raised }

  useEffect(() => {
    const target = canvas.current?.parentElement
    if (target === null || target === undefined) return
    const follow = new ResizeObserver(() => setWidth(target.clientWidth))
    follow.observe(target)
    return () => follow.disconnect()
  }, [])
  useEffect(() => {
    if (canvas.current === null || width === 0) return
    drawHeatMap(canvas.current, {
      width,
      height: heightPixels,
      columns: columns.values.length,
      rows: rows.values.length,
      cells,
      upwards,
      withTurn,
      here,
      cursor,
      colourOf: (value) => heatColour(value, largest, heat),
      line: colours.ink,
      faint: colours['line-strong'],
    })
  })

  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, readonly [number, number]>> = {
      ArrowLeft: [-1, 0],
      ArrowRight: [1, 0],
      ArrowUp: [0, upwards ? 1 : -1],
      ArrowDown: [0, upwards ? -1 : 1],
    }
    const step = steps[event.key]
    if (step === undefined) return
    event.preventDefault()
    setChosen({
      column: within(cursor.column + step[0], columns.values.length),
      row: within(cursor.row + step[1], rows.values.length),
    })
  }
  const point = (event: PointerEvent<HTMLElement>) => {
    const box = event.currentTarget.getBoundingClientRect()
    const row = within(
      Math.floor(((event.clientY - box.top) / box.height) * rows.values.length),
      rows.values.length,
    )
    setChosen({
      column: within(
        Math.floor(((event.clientX - box.left) / box.width) * columns.values.length),
        columns.values.length,
      ),
      row: upwards ? rows.values.length - 1 - row : row,
    })
  }
  const cellWords = (cell: HeatCell) => (cell === undefined ? '…' : cell === null ? emptyWords : words(cell))
  const read = `${columns.label} ${columns.values[cursor.column]?.words ?? ''}, ${rows.label} ${rows.values[cursor.row]?.words ?? ''}: `
  return (
    <ChartFrame
      title={title}
      summary={summary}
      interactive
      legend={<Scale largest={largest} words={words} withTurn={withTurn} />}
      table={<HeatTable {...props} cellWords={cellWords} />}
    >
      <div className={classes.plot}>
        <span className={classes.rowLabel} aria-hidden>
          <span>{upwards ? rows.values.at(-1)?.words : rows.values[0]?.words}</span>
          <b>{rows.label}</b>
          <span>{upwards ? rows.values[0]?.words : rows.values.at(-1)?.words}</span>
        </span>
        <button
          type="button"
          className={classes.picture}
          style={{ height: heightPixels }}
          aria-label={`${title}: read a cell with the arrow keys`}
          aria-describedby={`${id}-read`}
          onKeyDown={move}
          onPointerMove={point}
          onPointerDown={point}
        >
          <canvas ref={canvas} className={classes.canvas} />
        </button>
        <span className={classes.columnLabel} aria-hidden>
          <span>{columns.values[0]?.words}</span>
          <b>{columns.label}</b>
          <span>{columns.values.at(-1)?.words}</span>
        </span>
        <output id={`${id}-read`} className={classes.read} aria-live="polite">
          {read}
          <b>{cellWords(cells[cursor.row * columns.values.length + cursor.column])}</b>
        </output>
      </div>
    </ChartFrame>
  )
}

function within(at: number, count: number): number {
  return Math.min(count - 1, Math.max(0, at))
}

type ScaleProps = {
  readonly largest: number
  readonly words: (value: number) => string
  readonly withTurn: boolean
}

/** The colours with their ends and zero in the middle. */
function Scale({ largest, words, withTurn }: ScaleProps) {
  return (
    <span className={classes.scale}>
      {words(-largest)}
      <span className={classes.ramp} aria-hidden />
      {words(largest)}
      {withTurn && <span className={classes.turn}>line: where it turns</span>}
    </span>
  )
}

type HeatTableProps = HeatMapProps & { readonly cellWords: (cell: HeatCell) => string }

function HeatTable({ columns, rows, cells, cellWords }: HeatTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">
            {rows.label} by {columns.label}
          </th>
          {columns.values.map(({ id, words }) => (
            <th key={id} scope="col">
              {words}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.values.map(({ id, words }, row) => (
          <tr key={id}>
            <th scope="row">{words}</th>
            {columns.values.map(({ id }, column) => (
              <td key={id}>{cellWords(cells[row * columns.values.length + column])}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
