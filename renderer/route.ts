/** The place and what is shown in it live in the address's fragment: "#/rig", "#/earnings/3f2a", "#/diligence/card-3f2a/jobs". */
export type Route = { readonly place: string; readonly detail: string | null }

/** Null for a fragment that is not a route, such as the one that carries the bootstrap token. */
export function parseRoute(hash: string): Route | null {
  const match = /^#\/([a-z-]+)(?:\/([0-9A-Za-z-]+(?:\/[0-9A-Za-z-]+)*))?$/.exec(hash)
  return match?.[1] === undefined ? null : { place: match[1], detail: match[2] ?? null }
}

export function formatRoute(route: Route): string {
  return route.detail === null ? `#/${route.place}` : `#/${route.place}/${route.detail}`
}
