/** Which host `npm start` opens, and why: a pure function of what was found. */

export type HostFacts = {
  readonly display: boolean
  readonly electron: 'present' | 'absent' | { readonly failed: string }
  /** `may-ask`: a person sits at a terminal and has not been asked before. */
  readonly fetching: 'asked-for' | 'may-ask' | 'declined' | { readonly failed: string }
  readonly portNamed: boolean
  /** The name of an installed browser that can open an app window. */
  readonly appBrowser: string | null | { readonly failed: string }
  readonly defaultBrowser: 'untried' | { readonly failed: string }
}

export type HostChoice = {
  readonly host: 'server' | 'electron' | 'ask-to-fetch' | 'fetch-electron' | 'app-window' | 'browser'
  readonly reason: string
}

/** @see SPEC.md O1 */
export function decideHost(facts: HostFacts): HostChoice {
  if (!facts.display) return { host: 'server', reason: 'no display was found' }
  if (!facts.portNamed) {
    if (facts.electron === 'present') return { host: 'electron', reason: "Electron's runtime is here" }
    if (facts.electron === 'absent' && facts.fetching === 'asked-for')
      return { host: 'fetch-electron', reason: '--fetch-electron asks for it' }
    if (facts.electron === 'absent' && facts.fetching === 'may-ask')
      return { host: 'ask-to-fetch', reason: "Electron's runtime is not here" }
  }
  const noElectron = whyNotElectron(facts)
  if (typeof facts.appBrowser === 'string') return { host: 'app-window', reason: noElectron }
  const noAppWindow =
    facts.appBrowser === null
      ? 'no Chromium, Chrome or Edge was found'
      : `the app window ended at once (${facts.appBrowser.failed})`
  if (facts.defaultBrowser === 'untried')
    return { host: 'browser', reason: `${noElectron} and ${noAppWindow}` }
  const noBrowser = `no default browser could be opened (${facts.defaultBrowser.failed})`
  return { host: 'server', reason: `${noElectron}, ${noAppWindow} and ${noBrowser}` }
}

function whyNotElectron({ electron, fetching, portNamed }: HostFacts): string {
  if (portNamed) return 'a port was named'
  if (typeof electron === 'object') return `Electron ended at once (${electron.failed})`
  if (typeof fetching === 'object') return `Electron's runtime could not be fetched (${fetching.failed})`
  return "Electron's runtime is not here"
}
