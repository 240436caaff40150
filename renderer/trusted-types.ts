/** The one Trusted Types policy: no markup from strings, no scripts from elsewhere. */
type PolicyRules = {
  readonly createHTML: (markup: string) => string
  readonly createScriptURL: (address: string) => string
}

type PolicyFactory = { readonly createPolicy: (name: string, rules: PolicyRules) => unknown }

export function refuseMarkup(markup: string): string {
  if (markup.includes('<')) throw new TypeError('Markup from a string is refused: it holds "<".')
  return markup
}

export function sameOriginScriptUrl(address: string, origin: string): string {
  const url = new URL(address, origin)
  if (url.origin !== new URL(origin).origin)
    throw new TypeError(`A script from ${url.origin} is refused: only ${origin} is allowed.`)
  return url.href
}

export function installDefaultPolicy(host: typeof globalThis & { trustedTypes?: PolicyFactory }): void {
  host.trustedTypes?.createPolicy('default', {
    createHTML: refuseMarkup,
    createScriptURL: (address) => sameOriginScriptUrl(address, host.location.href),
  })
}
