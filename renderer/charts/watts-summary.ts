import type { WattsHistory } from '../telemetry/watts-history.ts'

/** The picture in a sentence for each card. */
export function wattsSummary(history: WattsHistory): string {
  if (history.rows.length === 0) return 'No readings yet.'
  return history.cards
    .map(({ uuid, label }) => {
      const known = history.rows.flatMap((row) => row.watts.get(uuid) ?? [])
      const newest = known.at(-1)
      if (newest === undefined) return `${label}: no watts told.`
      return `${label}: between ${Math.round(Math.min(...known))} and ${Math.round(Math.max(...known))} W, newest ${Math.round(newest)} W.`
    })
    .join(' ')
}
