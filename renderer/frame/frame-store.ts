import { create } from 'zustand'
import { formatRoute, parseRoute, type Route } from '../route.ts'
import { bootstrapTokenIn } from '../session.ts'

type FrameState = {
  readonly route: Route
  /** What each place showed when it was left, and how far it was scrolled. */
  readonly remembered: Readonly<
    Record<string, { readonly detail: string | null; readonly scrollTop: number }>
  >
  readonly helpShown: boolean
}

export const useFrame = create<FrameState>()(() => ({
  route: { place: '', detail: null },
  remembered: {},
  helpShown: false,
}))

/** Goes to a place; without a detail, to what it showed when it was left. */
export function goTo(place: string, detail?: string | null): void {
  const shown = detail === undefined ? (useFrame.getState().remembered[place]?.detail ?? null) : detail
  window.location.hash = formatRoute({ place, detail: shown })
}

/** Follows the address. A fragment that is no route, or names no place of ours, leads to the home place. */
export function followAddress(placeIds: readonly string[], homePlace: string, signal: AbortSignal): void {
  const arrive = () => {
    // A fresh link pasted into this tab: only a new start can trade its token.
    if (bootstrapTokenIn(window.location.hash) !== null) return window.location.reload()
    const asked = parseRoute(window.location.hash)
    const route =
      asked !== null && placeIds.includes(asked.place) ? asked : { place: homePlace, detail: null }
    if (asked !== route) window.history.replaceState(null, '', formatRoute(route))
    const before = useFrame.getState()
    const left = { detail: before.route.detail, scrollTop: window.scrollY }
    useFrame.setState({
      route,
      remembered:
        before.route.place === '' || before.route.place === route.place
          ? before.remembered
          : { ...before.remembered, [before.route.place]: left },
    })
  }
  arrive()
  window.addEventListener('hashchange', arrive, { signal })
}
