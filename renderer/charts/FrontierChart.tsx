import {
  ComposedChart,
  Line,
  ReferenceArea,
  ReferenceDot,
  ReferenceLine,
  ResponsiveContainer,
  Tooltip,
  type TooltipContentProps,
  XAxis,
  YAxis,
} from 'recharts'
import type { FrontierPoint } from '../../shared/markets/frontier.ts'
import { figureWords } from '../controls/figure-text.ts'
import classes from './CashFlowChart.module.css'
import { ChartFrame, LegendItem } from './ChartFrame.tsx'
import { seriesDash, useChartColours } from './chart-colours.ts'
import { type Drawn, frontierSpan, standoutWords } from './frontier-summary.ts'

type FrontierChartProps = {
  readonly title: string
  readonly frontier: Drawn
  /** The price that is counted with now. */
  readonly hereUsdPerGpuHour: number | null
  readonly heightPixels?: number
}

const hourWords = (usd: number) => figureWords(usd, 'usd', { decimals: usd < 1 ? 3 : 2 })

/** Net against the own price, and what that price leaves of the rented hours; floor, full cost and the best, where there is one, marked. */
export function FrontierChart(props: FrontierChartProps) {
  const { title, frontier, hereUsdPerGpuHour, heightPixels = 210 } = props
  const { points, best, bestAtEnd, flatFromUsdPerGpuHour, flatToUsdPerGpuHour } = frontier
  const { powerFloorUsdPerGpuHour, fullCostUsdPerGpuHour } = frontier
  const colours = useChartColours()
  const tick = { fill: colours['ink-faint'], fontSize: 11 }
  const [low, high] = [points[0]!.priceUsdPerGpuHour, points.at(-1)!.priceUsdPerGpuHour]
  const isDrawn = (usd: number | null): usd is number => usd !== null && usd >= low && usd <= high
  const here = points.find(({ priceUsdPerGpuHour }) => priceUsdPerGpuHour === hereUsdPerGpuHour)
  const label = (value: string) => ({
    value,
    position: 'insideTopLeft' as const,
    fill: colours['ink-soft'],
    fontSize: 11,
  })
  return (
    <ChartFrame
      title={title}
      summary={frontierSpan(frontier)}
      legend={
        <>
          <LegendItem series={1}>net a month; {bestAtEnd === null && '● best, '}○ now</LegendItem>
          <LegendItem series={2} dash={seriesDash(1)}>
            rented share
          </LegendItem>
        </>
      }
      table={<FrontierTable frontier={frontier} />}
    >
      <div style={{ height: heightPixels }}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...points]}
            margin={{ top: 8, right: 0, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="priceUsdPerGpuHour"
              type="number"
              scale="log"
              domain={[low, high]}
              ticks={priceTicks(low, high)}
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: colours.line }}
              tickFormatter={hourWords}
              minTickGap={24}
            />
            <YAxis
              yAxisId="net"
              width={62}
              tick={tick}
              tickLine={false}
              axisLine={false}
              tickFormatter={(usd: number) => figureWords(usd, 'usd', { decimals: 0 })}
            />
            <YAxis
              yAxisId="share"
              orientation="right"
              width={44}
              domain={[0, 1]}
              ticks={[0, 0.5, 1]}
              tick={tick}
              tickLine={false}
              axisLine={false}
              tickFormatter={(ratio: number) => figureWords(ratio, 'ratio')}
            />
            {bestAtEnd === null && (
              <ReferenceArea
                yAxisId="net"
                x1={flatFromUsdPerGpuHour}
                x2={flatToUsdPerGpuHour}
                fill={colours.line}
                fillOpacity={0.6}
              />
            )}
            <ReferenceLine yAxisId="net" y={0} stroke={colours['line-strong']} />
            {isDrawn(powerFloorUsdPerGpuHour) && (
              <ReferenceLine
                yAxisId="net"
                x={powerFloorUsdPerGpuHour}
                stroke={colours.negative}
                strokeDasharray="2 3"
                label={label('power floor')}
              />
            )}
            {isDrawn(fullCostUsdPerGpuHour) && (
              <ReferenceLine
                yAxisId="net"
                x={fullCostUsdPerGpuHour}
                stroke={colours['ink-soft']}
                strokeDasharray="6 3"
                label={label('full cost')}
              />
            )}
            <Tooltip
              isAnimationActive={false}
              cursor={{ stroke: colours['line-strong'] }}
              content={HoveredPrice}
            />
            <Line
              yAxisId="share"
              dataKey="rentalUtilizationRatio"
              stroke={colours['series-2']}
              strokeWidth={1.4}
              strokeDasharray={seriesDash(1).join(' ')}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
            <Line
              yAxisId="net"
              dataKey="netUsdPerMonth"
              stroke={colours['series-1']}
              strokeWidth={2.2}
              dot={false}
              activeDot={{ r: 3 }}
              isAnimationActive={false}
            />
            {here !== undefined && (
              <ReferenceDot
                yAxisId="net"
                x={here.priceUsdPerGpuHour}
                y={here.netUsdPerMonth}
                r={5}
                fill={colours.paper}
                stroke={colours.ink}
              />
            )}
            {bestAtEnd === null && (
              <ReferenceDot
                yAxisId="net"
                x={best.priceUsdPerGpuHour}
                y={best.netUsdPerMonth}
                r={5}
                fill={colours['series-1']}
                stroke="none"
              />
            )}
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  )
}

/** A quarter of the price, half of it, the price, twice, four times. */
function priceTicks(low: number, high: number): number[] {
  return [0, 0.25, 0.5, 0.75, 1].map((share) => low * (high / low) ** share)
}

function HoveredPrice({ active, payload }: TooltipContentProps) {
  const point = payload[0]?.payload as FrontierPoint | undefined
  return active && point !== undefined ? <PriceCard {...point} /> : null
}

function PriceCard({ priceUsdPerGpuHour, rentalUtilizationRatio, netUsdPerMonth }: FrontierPoint) {
  return (
    <dl className={classes.card}>
      <dt>price</dt>
      <dd>{hourWords(priceUsdPerGpuHour)} an hour</dd>
      <dt>rented</dt>
      <dd>{figureWords(rentalUtilizationRatio, 'ratio')}</dd>
      <dt>net</dt>
      <dd>{figureWords(netUsdPerMonth, 'usd', { decimals: 2 })} a month</dd>
    </dl>
  )
}

/** Every eighth price looked at, and the one that nets most. */
function FrontierTable({ frontier }: { readonly frontier: Drawn }) {
  const { points, best } = frontier
  const standout = standoutWords(frontier)
  const told = [...new Set([...points.filter((_, at) => at % 8 === 0), best])].toSorted(
    (one, other) => one.priceUsdPerGpuHour - other.priceUsdPerGpuHour,
  )
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Price an hour</th>
          <th scope="col">Rented share</th>
          <th scope="col">Net a month</th>
        </tr>
      </thead>
      <tbody>
        {told.map((point) => (
          <tr key={point.priceUsdPerGpuHour}>
            <th scope="row">
              {hourWords(point.priceUsdPerGpuHour)}
              {point === best ? `, ${standout}` : ''}
            </th>
            <td>{figureWords(point.rentalUtilizationRatio, 'ratio')}</td>
            <td>{figureWords(point.netUsdPerMonth, 'usd', { decimals: 2 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
