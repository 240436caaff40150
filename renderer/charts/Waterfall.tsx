import type { ReactNode } from 'react'
import { figureText } from '../controls/figure-text.ts'
import classes from './Waterfall.module.css'
import { type WaterfallLine, waterfallSpans } from './waterfall-spans.ts'

type WaterfallProps = {
  readonly title: string
  readonly lines: readonly WaterfallLine[]
  /** What the lines lead to: the net. Its amount is the sum of the lines. */
  readonly totalLabel: string
  /** "a month" */
  readonly unitText: string
  /** What stands behind the amount of a row, such as the button that shows how it comes about. */
  readonly howOf?: (key: string, label: string) => ReactNode
}

/** The statement from gross to net: each row of the table carries its own bar, so picture and table are one. */
export function Waterfall({ title, lines, totalLabel, unitText, howOf }: WaterfallProps) {
  const { rows, zeroAt } = waterfallSpans(lines, totalLabel)
  return (
    <table className={classes.waterfall}>
      <caption className={classes.caption}>
        {title} <span className={classes.unit}>in $ {unitText}</span>
      </caption>
      <thead className={classes.hidden}>
        <tr>
          <th scope="col">Line</th>
          <th scope="col">Drawn</th>
          <th scope="col">Dollars {unitText}</th>
          {howOf !== undefined && <th scope="col">How it comes about</th>}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => {
          const { sign, digits } = figureText(row.usd, 'usd', { decimals: 2 })
          return (
            <tr key={row.key} data-kind={row.kind} className={classes.row}>
              <th scope="row" className={classes.label}>
                {row.label}
              </th>
              <td className={classes.track} aria-hidden>
                <span className={classes.zero} style={{ left: `${zeroAt * 100}%` }} />
                <span
                  className={classes.bar}
                  data-kind={row.kind}
                  data-falling={row.usd < 0 || undefined}
                  style={{ left: `${row.from * 100}%`, width: `${(row.to - row.from) * 100}%` }}
                />
              </td>
              <td className={classes.amount} data-value={row.usd} data-negative={sign === '−' || undefined}>
                {sign}
                {digits}
              </td>
              {howOf !== undefined && <td className={classes.how}>{howOf(row.key, row.label)}</td>}
            </tr>
          )
        })}
      </tbody>
    </table>
  )
}
