import {
  CartesianGrid,
  Line,
  LineChart,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts'
import { figureWords } from '../controls/figure-text.ts'
import classes from './CashFlowChart.module.css'
import { ChartFrame, LegendItem } from './ChartFrame.tsx'
import { useChartColours } from './chart-colours.ts'

export type SweepPoint = { readonly at: number; readonly usd: number | null }

type SweepChartProps = {
  readonly title: string
  readonly summary: string
  /** "$ a month" */
  readonly metricLabel: string
  readonly points: readonly SweepPoint[]
  /** Where the line crosses zero. */
  readonly turns: readonly number[]
  /** The value in use. */
  readonly here: number | null
  readonly wordsAt: (value: number) => string
}

/** One input along the bottom, the answer above it; the zero crossings are marked. */
export function SweepChart(props: SweepChartProps) {
  const { title, summary, metricLabel, points, turns, here, wordsAt } = props
  const colours = useChartColours()
  const hoveredPoint = ({ active, payload }: TooltipContentProps) => {
    const point = payload[0]?.payload as SweepPoint | undefined
    return active && point !== undefined ? <PointCard {...point} wordsAt={wordsAt} /> : null
  }
  const tick = { fill: colours['ink-faint'], fontSize: 11 }
  return (
    <ChartFrame
      title={title}
      summary={summary}
      legend={<LegendItem series={1}>{metricLabel}; ○ turns, ● as it is</LegendItem>}
      table={<SweepTable points={points} metricLabel={metricLabel} wordsAt={wordsAt} />}
    >
      <div style={{ height: 240 }}>
        <ResponsiveContainer width="100%" height="100%">
          <LineChart
            data={[...points]}
            margin={{ top: 8, right: 16, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <CartesianGrid stroke={colours.line} vertical={false} />
            <XAxis
              dataKey="at"
              type="number"
              domain={['dataMin', 'dataMax']}
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: colours.line }}
              minTickGap={48}
              tickFormatter={wordsAt}
            />
            <YAxis
              width={72}
              tick={tick}
              tickLine={false}
              axisLine={false}
              tickFormatter={(usd: number) => figureWords(usd, 'usd', { decimals: 0 })}
            />
            <ReferenceLine y={0} stroke={colours['line-strong']} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: colours['line-strong'] }}
              content={hoveredPoint}
            />
            <Line
              dataKey="usd"
              stroke={colours['series-1']}
              strokeWidth={1.8}
              dot={false}
              activeDot={{ r: 3 }}
              connectNulls={false}
              isAnimationActive={false}
            />
            {turns.map((at) => (
              <ReferenceDot key={at} x={at} y={0} r={5} fill={colours.paper} stroke={colours.ink} />
            ))}
            {here !== null && <HereDot here={here} points={points} colour={colours['series-1']} />}
          </LineChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  )
}

type HereDotProps = {
  readonly here: number
  readonly points: readonly SweepPoint[]
  readonly colour: string
}

function HereDot({ here, points, colour }: HereDotProps) {
  const usd = points.find(({ at }) => at === here)?.usd ?? null
  return usd === null ? null : <ReferenceDot x={here} y={usd} r={4} fill={colour} stroke="none" />
}

type PointCardProps = SweepPoint & Pick<SweepChartProps, 'wordsAt'>

function PointCard({ at, usd, wordsAt }: PointCardProps) {
  return (
    <dl className={classes.card}>
      <dt>{wordsAt(at)}</dt>
      <dd>{usd === null ? 'overloads the supply' : figureWords(usd, 'usd')}</dd>
    </dl>
  )
}

type SweepTableProps = Pick<SweepChartProps, 'points' | 'metricLabel' | 'wordsAt'>

function SweepTable({ points, metricLabel, wordsAt }: SweepTableProps) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Input</th>
          <th scope="col">{metricLabel}</th>
        </tr>
      </thead>
      <tbody>
        {points.map(({ at, usd }) => (
          <tr key={at}>
            <th scope="row">{wordsAt(at)}</th>
            <td>{usd === null ? 'overloads the supply' : figureWords(usd, 'usd', { decimals: 2 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
