import type { Unit } from '../../shared/figure.ts'
import { type FigureTextOptions, figureWords, rangeWords } from './figure-text.ts'
import classes from './RangeBar.module.css'

type RangeBarProps = FigureTextOptions & {
  readonly label: string
  readonly unit: Unit
  readonly low: number
  readonly high: number
  /** The value within the range; null where only the range is known. */
  readonly value: number | null
  /** What the whole width stands for. */
  readonly domain: readonly [number, number]
  /** Draws a line at zero where the domain holds it. */
  readonly withZero?: boolean
}

/** A range drawn: the band, the value in it, and zero where it matters. */
export function RangeBar({
  label,
  unit,
  low,
  high,
  value,
  domain,
  withZero = false,
  ...text
}: RangeBarProps) {
  const at = (amount: number) => {
    const span = domain[1] - domain[0]
    const share = span > 0 ? (amount - domain[0]) / span : 0
    return 100 * Math.min(1, Math.max(0, share))
  }
  const words = `${label}: ${value === null ? '' : `${figureWords(value, unit, text)}, `}between ${rangeWords(low, high, unit)}`
  return (
    <div className={classes.bar} role="img" aria-label={words}>
      {withZero && domain[0] < 0 && domain[1] > 0 && (
        <span className={classes.zero} style={{ left: `${at(0)}%` }} />
      )}
      <span className={classes.band} style={{ left: `${at(low)}%`, width: `${at(high) - at(low)}%` }} />
      {value !== null && <span className={classes.value} style={{ left: `${at(value)}%` }} />}
    </div>
  )
}
