/** Conditions set beforehand that turn red when a figure comes in, or none does. @see SPEC.md DG16 */
import { dayNumber, isoDate } from '../calendar.ts'
import type { SeenFigure, Tripwire } from './entry.ts'
import { dayOfInstant, type Standing, type StandingCard } from './standing.ts'

export type TripwireState = {
  readonly tripwire: Standing<Tripwire>
  readonly state: 'red' | 'armed' | 'over'
  /** That it was held against; null while there is none. */
  readonly figure: Standing<SeenFigure> | null
  /** For "nothing new": the last day without it turning red. */
  readonly quietUntil: string | null
}

/**
 * How every tripwire of a card stands on its day.
 * Example: "coverage below 0.3" with a newest figure of 0.25: red. @see SPEC.md DG16
 */
export function tripwireStates(card: StandingCard): readonly TripwireState[] {
  return card.tripwires.map((tripwire) => stateOf(card, tripwire))
}

function stateOf(card: StandingCard, tripwire: Standing<Tripwire>): TripwireState {
  const { condition, metric } = tripwire
  const by = condition.when === 'nothing-new' ? null : condition.by
  const figure = newestFigure(card, metric, by)
  if (condition.when === 'nothing-new') {
    const since = figure === null ? dayOfInstant(tripwire.recordedAtUtcMs) : dayNumber(figure.seenOn)
    const quietUntil = since + condition.days
    return {
      tripwire,
      figure,
      state: dayNumber(card.on) > quietUntil ? 'red' : 'armed',
      quietUntil: isoDate(quietUntil),
    }
  }
  const { when, threshold } = condition
  const isRed = figure !== null && (when === 'below' ? figure.value < threshold : figure.value > threshold)
  const state = isRed ? 'red' : by !== null && by < card.on ? 'over' : 'armed'
  return { tripwire, figure, state, quietUntil: null }
}

/** By the day it was seen, then by sequence; not after `by`. */
function newestFigure(card: StandingCard, metric: string, by: string | null): Standing<SeenFigure> | null {
  const [newest] = card.figures
    .filter((figure) => figure.metric === metric && (by === null || figure.seenOn <= by))
    .toSorted((a, b) => (a.seenOn === b.seenOn ? b.sequence - a.sequence : a.seenOn < b.seenOn ? 1 : -1))
  return newest ?? null
}
