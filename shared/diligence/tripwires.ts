/** Conditions set beforehand that turn red when a figure comes in, or none does. @see SPEC.md DG16 */
import { dayNumber, isoDate } from '../calendar.ts'
import { isThirdPartyOrBetter } from './certainty.ts'
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
  if (condition.when === 'nothing-new') {
    const figure = newestOf(figuresOf(card, metric, null).filter(isWeighty))
    const since = figure === null ? dayOfInstant(tripwire.recordedAtUtcMs) : dayNumber(figure.seenOn)
    const quietUntil = since + condition.days
    const state = dayNumber(card.on) > quietUntil ? 'red' : 'armed'
    return { tripwire, figure, state, quietUntil: isoDate(quietUntil) }
  }
  const { when, threshold, by } = condition
  const figures = figuresOf(card, metric, by)
  const isBeyond = (figure: SeenFigure | null) =>
    figure !== null && (when === 'below' ? figure.value < threshold : figure.value > threshold)
  // Whoever claims that all is well does not call off an alarm that better evidence raised.
  const candidates = [newestOf(figures), newestOf(figures.filter(isWeighty))]
  const figure = candidates.find(isBeyond) ?? candidates[0] ?? null
  const state = isBeyond(figure) ? 'red' : by !== null && by < card.on ? 'over' : 'armed'
  return { tripwire, figure, state, quietUntil: null }
}

const isWeighty = (figure: SeenFigure) => isThirdPartyOrBetter(figure.class)

/** Of a metric, not seen after `by`. */
function figuresOf(card: StandingCard, metric: string, by: string | null): readonly Standing<SeenFigure>[] {
  return card.figures.filter((figure) => figure.metric === metric && (by === null || figure.seenOn <= by))
}

/** By the day it was seen, then by sequence. */
function newestOf(figures: readonly Standing<SeenFigure>[]): Standing<SeenFigure> | null {
  const [newest] = figures.toSorted((a, b) =>
    a.seenOn === b.seenOn ? b.sequence - a.sequence : a.seenOn < b.seenOn ? 1 : -1,
  )
  return newest ?? null
}
