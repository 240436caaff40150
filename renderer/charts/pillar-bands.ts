/** Ranges over time as paths and as a sentence. */
import { outward } from '../../shared/diligence/report/words.ts'

export type BandPoint = { readonly day: string; readonly low: number; readonly high: number }

export type PillarBand = { readonly label: string; readonly points: readonly BandPoint[] }

/**
 * The area between lows and highs of 0 to 100.
 * Example: one point alone is a band over the whole width.
 */
export function bandPath(points: readonly BandPoint[], width: number, height: number): string {
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined) return ''
  const start = Date.parse(first.day)
  const span = Date.parse(last.day) - start
  const x = (day: string) => (span === 0 ? 0 : ((Date.parse(day) - start) / span) * width)
  const y = (score: number) => height * (1 - score / 100)
  const ends =
    span === 0
      ? [
          { ...first, at: 0 },
          { ...first, at: width },
        ]
      : points.map((point) => ({ ...point, at: x(point.day) }))
  const corner = (at: number, score: number) => `${round(at)} ${round(y(score))}`
  const upper = ends.map(({ at, high }) => corner(at, high))
  const lower = ends.toReversed().map(({ at, low }) => corner(at, low))
  return `M${[...upper, ...lower].join('L')}Z`
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

/** Example: "Service from 0 to 100 on 2026-03-01 to 20 to 80 on 2026-11-21." */
export function bandsSummary(bands: readonly PillarBand[]): string {
  return bands
    .map(({ label, points }) => {
      const [first] = points
      const last = points.at(-1)
      if (first === undefined || last === undefined) return `${label}: nothing yet.`
      return first.day === last.day
        ? `${label} lies ${ends(last)} on ${last.day}.`
        : `${label} lay ${ends(first)} on ${first.day} and lies ${ends(last)} on ${last.day}.`
    })
    .join(' ')
}

function ends(point: BandPoint): string {
  return `between ${wholePoints(point).replace(' to ', ' and ')}`
}

/** Both ends as whole numbers, rounded outward. Example: 12.2 to 87.1 is "12 to 88". */
export function wholePoints(point: Pick<BandPoint, 'low' | 'high'>): string {
  const { low, high } = outward(point, 1)
  return `${low} to ${high}`
}
