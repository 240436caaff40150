import {
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts'
import type { CadencePoint, SellingCadence } from '../../shared/liquidity/selling-cadence.ts'
import { figureWords } from '../controls/figure-text.ts'
import { cadenceRows, cadenceSummary, highestDrawnUsd } from './cadence-summary.ts'
import classes from './CashFlowChart.module.css'
import { ChartFrame, LegendItem } from './ChartFrame.tsx'
import { seriesDash, useChartColours } from './chart-colours.ts'

type CadenceChartProps = {
  readonly title: string
  readonly cadence: SellingCadence
  readonly heightPixels?: number
}

const series = [
  { name: 'all together', usd: (point: CadencePoint) => point.totalUsd },
  { name: 'fees per sale', usd: (point: CadencePoint) => point.fixedFeesUsd },
  { name: 'slippage', usd: (point: CadencePoint) => point.slippageUsd },
  { name: 'risk and waiting', usd: (point: CadencePoint) => point.riskUsd + point.discountUsd },
] as const
const seriesNumbers = [1, 2, 3, 4] as const

/** What selling costs a year against the days between two sales; the best interval and those about as good marked. */
export function CadenceChart({ title, cadence, heightPixels = 220 }: CadenceChartProps) {
  const { curve, best, flatFromDays, flatToDays } = cadence
  const colours = useChartColours()
  const tick = { fill: colours['ink-faint'], fontSize: 11 }
  return (
    <ChartFrame
      title={title}
      summary={cadenceSummary(cadence)}
      legend={seriesNumbers.map((number) => (
        <LegendItem key={number} series={number} dash={seriesDash(number - 1)}>
          {series[number - 1]!.name}
        </LegendItem>
      ))}
      table={<CadenceTable cadence={cadence} />}
    >
      <div style={{ height: heightPixels }}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...curve]}
            margin={{ top: 6, right: 12, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="days"
              type="number"
              scale="log"
              domain={[1, 365]}
              ticks={[1, 2, 7, 14, 30, 91, 182, 365]}
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: colours.line }}
              tickFormatter={(days: number) => figureWords(days, 'days')}
              minTickGap={12}
            />
            <YAxis
              width={66}
              domain={[0, highestDrawnUsd(cadence)]}
              allowDataOverflow
              tick={tick}
              tickLine={false}
              axisLine={false}
              tickFormatter={(usd: number) => figureWords(usd, 'usd', { decimals: 0 })}
            />
            <ReferenceArea x1={flatFromDays} x2={flatToDays} fill={colours.line} fillOpacity={0.6} />
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: colours['line-strong'] }}
              content={HoveredInterval}
            />
            {seriesNumbers.toReversed().map((number) => (
              <Line
                key={number}
                dataKey={series[number - 1]!.usd}
                stroke={colours[`series-${number}`]}
                strokeWidth={number === 1 ? 2.2 : 1.4}
                strokeDasharray={seriesDash(number - 1).join(' ')}
                dot={false}
                activeDot={false}
                isAnimationActive={false}
              />
            ))}
            <ReferenceDot x={best.days} y={best.totalUsd} r={5} fill={colours['series-1']} stroke="none" />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  )
}

function HoveredInterval({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as CadencePoint | undefined
  return active && point !== undefined ? <IntervalCard point={point} /> : null
}

function IntervalCard({ point }: { readonly point: CadencePoint }) {
  return (
    <dl className={classes.card}>
      <dt>every</dt>
      <dd>{figureWords(point.days, 'days')}</dd>
      {series.map(({ name, usd }) => (
        <CostRow key={name} name={name} usd={usd(point)} />
      ))}
    </dl>
  )
}

function CostRow({ name, usd }: { readonly name: string; readonly usd: number }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{figureWords(usd, 'usd')}</dd>
    </>
  )
}

function CadenceTable({ cadence }: { readonly cadence: SellingCadence }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Days between two sales</th>
          {series.map(({ name }) => (
            <th key={name} scope="col">
              A year: {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {cadenceRows(cadence).map((point) => (
          <tr key={point.days}>
            <th scope="row">
              {point.days}
              {point.days === cadence.best.days ? ', the best' : ''}
            </th>
            {series.map(({ name, usd }) => (
              <td key={name}>{figureWords(usd(point), 'usd', { decimals: 2 })}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  )
}
