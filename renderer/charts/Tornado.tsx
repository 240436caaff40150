import { figureWords } from '../controls/figure-text.ts'
import classes from './Tornado.module.css'
import { type TornadoBar, tornadoSpans } from './tornado-spans.ts'

export type { TornadoBar } from './tornado-spans.ts'

type TornadoProps = {
  readonly title: string
  readonly unitText: string
  readonly baseUsd: number
  readonly bars: readonly TornadoBar[]
}

/** What moves the answer, the widest first: each row of the table carries its own bar, so picture and table are one. */
export function Tornado({ title, unitText, baseUsd, bars }: TornadoProps) {
  const { rows, baseAt, zeroAt } = tornadoSpans(bars, baseUsd)
  return (
    <div className={classes.scroller}>
      <table className={classes.tornado}>
        <caption className={classes.caption}>
          {title}{' '}
          <span className={classes.unit}>
            in $ {unitText}; as it is {figureWords(baseUsd, 'usd', { decimals: decimalsOf(baseUsd) })}
          </span>
        </caption>
        <thead>
          <tr>
            <th scope="col">Input</th>
            <th scope="col" className={classes.number}>
              At its low end
            </th>
            <th scope="col" className={classes.legend}>
              <span className={classes.swatch} data-end="low" /> low end
              <span className={classes.swatch} data-end="high" /> high end
              {zeroAt !== null && <span className={classes.zeroWord}>dashed: zero</span>}
            </th>
            <th scope="col" className={classes.number}>
              At its high end
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ bar, low, high }) => (
            <tr key={bar.key}>
              <th scope="row" className={classes.label}>
                {bar.label}
                <span className={classes.basis}>{bar.basis}</span>
              </th>
              <td className={classes.number}>
                <End words={bar.lowWords} usd={bar.atLowUsd} />
              </td>
              <td className={classes.track} aria-hidden>
                {zeroAt !== null && <span className={classes.zero} style={{ left: `${zeroAt * 100}%` }} />}
                {low !== null && <Bar end="low" from={low.from} to={low.to} />}
                {high !== null && <Bar end="high" from={high.from} to={high.to} />}
                <span className={classes.base} style={{ left: `${baseAt * 100}%` }} />
              </td>
              <td className={classes.number}>
                <End words={bar.highWords} usd={bar.atHighUsd} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

type BarProps = { readonly end: 'low' | 'high'; readonly from: number; readonly to: number }

function Bar({ end, from, to }: BarProps) {
  if (from === to) return null
  return (
    <span
      className={classes.bar}
      data-end={end}
      style={{ left: `${from * 100}%`, width: `${(to - from) * 100}%` }}
    />
  )
}

function End({ words, usd }: { readonly words: string; readonly usd: number | null }) {
  return (
    <>
      <span className={classes.amount} data-negative={(usd !== null && usd < 0) || undefined}>
        {usd === null ? 'refused' : figureWords(usd, 'usd', { decimals: decimalsOf(usd) })}
      </span>
      <span className={classes.basis}>at {words}</span>
    </>
  )
}

/** Cents below a thousand dollars. */
function decimalsOf(usd: number): number {
  return Math.abs(usd) >= 1000 ? 0 : 2
}
