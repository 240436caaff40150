import {
  Bar,
  Cell,
  ComposedChart,
  Line,
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
import { type CashFlowMonth, cashFlowSummary } from './cash-flow-summary.ts'
import { useChartColours } from './chart-colours.ts'

export type { CashFlowMonth } from './cash-flow-summary.ts'

type CashFlowChartProps = {
  readonly title: string
  readonly months: readonly CashFlowMonth[]
  /** YYYY-MM-DD; null where no money ever arrives. */
  readonly firstCashDate: string | null
  readonly heightPixels?: number
}

/** Monthly bars and the cumulative line of what is really banked. */
export function CashFlowChart({ title, months, firstCashDate, heightPixels = 220 }: CashFlowChartProps) {
  const colours = useChartColours()
  const tick = { fill: colours['ink-faint'], fontSize: 11 }
  return (
    <ChartFrame
      title={title}
      summary={cashFlowSummary(months, firstCashDate)}
      legend={
        <>
          <LegendItem series={1}>banked in the month</LegendItem>
          <LegendItem series={2}>all so far</LegendItem>
        </>
      }
      table={<CashFlowTable months={months} />}
    >
      <div style={{ height: heightPixels }}>
        <ResponsiveContainer width="100%" height="100%">
          <ComposedChart
            data={[...months]}
            margin={{ top: 6, right: 4, bottom: 0, left: 0 }}
            accessibilityLayer={false}
          >
            <XAxis
              dataKey="month"
              tick={tick}
              tickLine={false}
              axisLine={{ stroke: colours.line }}
              minTickGap={36}
            />
            <YAxis
              width={66}
              tick={tick}
              tickLine={false}
              axisLine={false}
              tickFormatter={(usd: number) => figureWords(usd, 'usd', { decimals: 0 })}
            />
            <ReferenceLine y={0} stroke={colours['line-strong']} />
            {firstCashDate !== null && (
              <ReferenceLine
                x={firstCashDate.slice(0, 7)}
                stroke={colours['ink-faint']}
                strokeDasharray="2 3"
                label={{
                  value: `first money ${firstCashDate}`,
                  position: 'insideTopLeft',
                  fill: colours['ink-faint'],
                  fontSize: 11,
                }}
              />
            )}
            <Tooltip
              isAnimationActive={false}
              cursor={{ fill: colours.line, fillOpacity: 0.5 }}
              content={HoveredMonth}
            />
            <Bar dataKey="bankedUsd" isAnimationActive={false} maxBarSize={18}>
              {months.map(({ month, bankedUsd }) => (
                <Cell
                  key={month}
                  fill={bankedUsd < 0 ? colours.negative : colours['series-1']}
                  fillOpacity={0.75}
                />
              ))}
            </Bar>
            <Line
              dataKey="cumulativeUsd"
              stroke={colours['series-2']}
              strokeWidth={1.8}
              dot={false}
              activeDot={false}
              isAnimationActive={false}
            />
          </ComposedChart>
        </ResponsiveContainer>
      </div>
    </ChartFrame>
  )
}

function HoveredMonth({ active, payload }: TooltipContentProps) {
  const month = payload[0]?.payload as CashFlowMonth | undefined
  return active && month !== undefined ? <MonthCard {...month} /> : null
}

function MonthCard({ month, bankedUsd, cumulativeUsd }: CashFlowMonth) {
  return (
    <dl className={classes.card}>
      <dt>{month}</dt>
      <dd>{figureWords(bankedUsd, 'usd')}</dd>
      <dt>all so far</dt>
      <dd>{figureWords(cumulativeUsd, 'usd')}</dd>
    </dl>
  )
}

function CashFlowTable({ months }: { readonly months: readonly CashFlowMonth[] }) {
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">Month</th>
          <th scope="col">Banked</th>
          <th scope="col">All so far</th>
        </tr>
      </thead>
      <tbody>
        {months.map(({ month, bankedUsd, cumulativeUsd }) => (
          <tr key={month}>
            <th scope="row">{month}</th>
            <td>{figureWords(bankedUsd, 'usd', { decimals: 2 })}</td>
            <td>{figureWords(cumulativeUsd, 'usd', { decimals: 2 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
