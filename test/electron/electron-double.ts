/**
 * A recording double of `electron`: every call is written down, every listener kept. It answers nothing but what
 * the hosts need to go on.
 */
export type Call = { readonly path: string; readonly given: readonly unknown[] }
export type Listener = (...given: unknown[]) => unknown

export type ElectronDouble = {
  readonly module: Record<string, unknown>
  readonly calls: Call[]
}

export function createElectronDouble(): ElectronDouble {
  const calls: Call[] = []
  const answers: Readonly<Record<string, unknown>> = {
    'app.requestSingleInstanceLock': true,
    'app.whenReady': Promise.resolve(),
    'screen.getAllDisplays': [{ workArea: { x: 0, y: 0, width: 1920, height: 1080 } }],
    'new MessageChannelMain': { port1: 'port 1', port2: 'port 2' },
    'dialog.showMessageBox': Promise.resolve({ response: 1 }),
  }
  const recorder = (path: string): unknown =>
    new Proxy(function target() {}, {
      get: (_target, key) => (key === 'then' ? undefined : recorder(`${path}.${String(key)}`)),
      apply: (_target, _self, given: unknown[]) => record(path, given),
      construct: (_target, given: unknown[]) => Object(record(`new ${path}`, given)),
    })
  function record(path: string, given: readonly unknown[]): unknown {
    calls.push({ path, given })
    return answers[path] ?? recorder(path)
  }
  const names = [
    'app',
    'BrowserWindow',
    'contextBridge',
    'dialog',
    'ipcMain',
    'ipcRenderer',
    'Menu',
    'MessageChannelMain',
    'protocol',
    'screen',
    'session',
    'shell',
    'utilityProcess',
  ]
  return { module: Object.fromEntries(names.map((name) => [name, recorder(name)])), calls }
}

/** The arguments of the one call at a path; undefined where there was none. */
export function givenTo(calls: readonly Call[], path: string): readonly unknown[] | undefined {
  return calls.find((call) => call.path === path)?.given
}

/** The listener of an event, such as `app.on` of "will-quit". */
export function listenerOf(calls: readonly Call[], path: string, event: string): Listener | undefined {
  return calls.find((call) => call.path === path && call.given[0] === event)?.given[1] as Listener | undefined
}
