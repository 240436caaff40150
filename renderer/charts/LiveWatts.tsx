import { useEffect, useEffectEvent, useRef } from 'react'
import uPlot from 'uplot'
import 'uplot/dist/uPlot.min.css'
import { type WattsHistory } from '../telemetry/watts-history.ts'
import { ChartFrame, LegendItem } from './ChartFrame.tsx'
import { type Palette, systemFonts } from '../theme/theme.ts'
import { seriesDash, useChartColours } from './chart-colours.ts'
import { wattsSummary } from './watts-summary.ts'

const heightPixels = 190

type LiveWattsProps = {
  readonly history: WattsHistory
  /** Of all cards together; null where one of them does not tell. Sets the height of the scale. */
  readonly highestLimitWatts: number | null
}

/** Board power of each card over the last minutes, as it arrives. */
export function LiveWatts({ history, highestLimitWatts }: LiveWattsProps) {
  const colours = useChartColours()
  const place = useRef<HTMLDivElement>(null)
  const plot = useRef<uPlot>(null)
  const cards = history.cards
  const currentData = useEffectEvent(() => alignedData(history))

  useEffect(() => {
    const target = place.current
    if (target === null) return
    const made = new uPlot(
      options(cards, colours, target.clientWidth, highestLimitWatts),
      currentData(),
      target,
    )
    plot.current = made
    const follow = new ResizeObserver(() => made.setSize({ width: target.clientWidth, height: heightPixels }))
    follow.observe(target)
    return () => {
      follow.disconnect()
      made.destroy()
      plot.current = null
    }
  }, [cards, colours, highestLimitWatts])

  useEffect(() => plot.current?.setData(alignedData(history)), [history])

  return (
    <ChartFrame
      title="Board power, last minutes"
      summary={wattsSummary(history)}
      legend={
        cards.length > 1 &&
        cards.map(({ uuid, label }, position) => (
          <LegendItem key={uuid} series={seriesNumber(position)} dash={seriesDash(position)}>
            {label}
          </LegendItem>
        ))
      }
      table={<WattsTable history={history} />}
    >
      <div ref={place} style={{ height: heightPixels }} />
    </ChartFrame>
  )
}

/** Seconds before the newest reading, by the clock that nobody sets. */
function alignedData({ cards, rows }: WattsHistory): uPlot.AlignedData {
  const newest = rows.at(-1)?.monotonicMs ?? 0
  return [
    rows.map((row) => (row.monotonicMs - newest) / 1000),
    ...cards.map(({ uuid }) => rows.map((row) => row.watts.get(uuid) ?? null)),
  ]
}

function seriesNumber(position: number): 1 | 2 | 3 | 4 {
  return ([1, 2, 3, 4] as const)[position % 4] ?? 1
}

function options(
  cards: WattsHistory['cards'],
  colours: Palette,
  width: number,
  highestLimitWatts: number | null,
): uPlot.Options {
  const axis = {
    stroke: colours['ink-faint'],
    font: `11px ${systemFonts}`,
    ticks: { show: false },
    grid: { stroke: colours.line, width: 1 },
  }
  return {
    width,
    height: heightPixels,
    legend: { show: false },
    cursor: { show: false },
    scales: {
      x: { time: false, range: (_plot, low) => [Math.min(low, -60), 0] },
      y: { range: (_plot, _low, high) => [0, Math.max(highestLimitWatts ?? 0, (high ?? 0) * 1.15, 50)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 26,
        gap: 8,
        space: 90,
        values: (_plot, seconds) => seconds.map(secondsInWords),
      },
      { ...axis, size: 52, space: 36, values: (_plot, watts) => watts.map((each) => `${each} W`) },
    ],
    series: [
      {},
      ...cards.map((_card, position) => ({
        stroke: colours[`series-${seriesNumber(position)}`],
        width: 1.6,
        dash: [...seriesDash(position)],
        spanGaps: false,
        points: { show: false },
      })),
    ],
  }
}

function secondsInWords(seconds: number): string {
  if (seconds === 0) return 'now'
  return seconds % 60 === 0 ? `${-seconds / 60} min ago` : `${-seconds} s ago`
}

const tableRows = 60

function WattsTable({ history: { cards, rows } }: { readonly history: WattsHistory }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Time</th>
          {cards.map(({ uuid, label }) => (
            <th key={uuid} scope="col">
              {label}, W
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows
          .slice(-tableRows)
          .toReversed()
          .map((row) => (
            <tr key={row.monotonicMs}>
              <th scope="row">{new Date(row.atUtcMs).toLocaleTimeString('en-GB')}</th>
              {cards.map(({ uuid }) => (
                <td key={uuid}>{row.watts.get(uuid)?.toFixed(1) ?? 'unknown'}</td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  )
}
