export type WaterfallLine = {
  readonly key: string
  readonly label: string
  /** What the line adds: costs are negative. */
  readonly usd: number
  /** `subtotal` shows what the lines so far sum to and adds nothing. */
  readonly kind: 'income' | 'cost' | 'subtotal'
}

export type WaterfallRow = {
  readonly key: string
  readonly label: string
  readonly usd: number
  readonly kind: WaterfallLine['kind'] | 'total'
  /** Shares of the width, `from` never right of `to`. */
  readonly from: number
  readonly to: number
}

/** Where each bar of a waterfall begins and ends: every line starts where the one before it ended. */
export function waterfallSpans(
  lines: readonly WaterfallLine[],
  totalLabel: string,
): { readonly rows: readonly WaterfallRow[]; readonly zeroAt: number } {
  let running = 0
  const spans = lines.map((line) => {
    if (line.kind === 'subtotal') return { ...line, usd: running, start: 0, end: running }
    const start = running
    running += line.usd
    return { ...line, start, end: running }
  })
  const all = [
    ...spans,
    { key: 'total', label: totalLabel, usd: running, kind: 'total' as const, start: 0, end: running },
  ]
  const low = Math.min(0, ...all.map(({ start, end }) => Math.min(start, end)))
  const high = Math.max(0, ...all.map(({ start, end }) => Math.max(start, end)))
  const width = high - low
  const at = (usd: number) => (width === 0 ? 0 : (usd - low) / width)
  return {
    zeroAt: at(0),
    rows: all.map(({ key, label, usd, kind, start, end }) => ({
      key,
      label,
      usd,
      kind,
      from: at(Math.min(start, end)),
      to: at(Math.max(start, end)),
    })),
  }
}
