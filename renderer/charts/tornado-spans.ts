/** Where the bars of a tornado lie on a scale from 0 to 1. */

export type TornadoBar = {
  readonly key: string
  readonly label: string
  /** The input's low and high end, in words. */
  readonly lowWords: string
  readonly highWords: string
  /** On what the ends rest. */
  readonly basis: string
  /** The metric at each end; null where that end is refused. */
  readonly atLowUsd: number | null
  readonly atHighUsd: number | null
}

export type Span = { readonly from: number; readonly to: number }

export type TornadoSpans = {
  readonly baseAt: number
  /** Where zero lies; null outside the picture. */
  readonly zeroAt: number | null
  readonly rows: readonly {
    readonly bar: TornadoBar
    readonly low: Span | null
    readonly high: Span | null
  }[]
}

/** Each end is a span from the base to what the metric is there. */
export function tornadoSpans(bars: readonly TornadoBar[], baseUsd: number): TornadoSpans {
  const known = bars.flatMap(({ atLowUsd, atHighUsd }) => [atLowUsd, atHighUsd]).filter((usd) => usd !== null)
  const lowest = Math.min(baseUsd, ...known)
  const width = Math.max(baseUsd, ...known) - lowest
  const at = (usd: number) => (width === 0 ? 0.5 : (usd - lowest) / width)
  const span = (usd: number | null): Span | null =>
    usd === null ? null : { from: Math.min(at(usd), at(baseUsd)), to: Math.max(at(usd), at(baseUsd)) }
  const zeroAt = at(0)
  return {
    baseAt: at(baseUsd),
    zeroAt: zeroAt >= 0 && zeroAt <= 1 && width > 0 ? zeroAt : null,
    rows: bars.map((bar) => ({ bar, low: span(bar.atLowUsd), high: span(bar.atHighUsd) })),
  }
}
