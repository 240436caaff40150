/** Electron's twenty checks (electronjs.org/docs/latest/tutorial/security), asked of what the double wrote down. */
import { setImmediate as nextTurn } from 'node:timers/promises'
import { createElectronDouble, givenTo, listenerOf, type Call, type Listener } from './electron-double.ts'

export type Observed = {
  readonly main: readonly Call[]
  readonly preload: readonly Call[]
  readonly posted: readonly (readonly unknown[])[]
  readonly fuses: unknown
}

const shell = 'app://idlewatt/'
const elsewhere = 'https://example.com/'

const handlerOf = (calls: readonly Call[], path: string) => givenTo(calls, path)?.[0] as Listener | undefined
const webPreferences = ({ main }: Observed) =>
  Object((givenTo(main, 'new BrowserWindow')?.[0] as { webPreferences?: object } | undefined)?.webPreferences)

const preference =
  (name: string, expected: unknown) =>
  (observed: Observed): boolean =>
    webPreferences(observed)[name] === expected

/** What a callback-style handler answers. */
function answered(handler: Listener | undefined, ...given: unknown[]): unknown {
  let answer: unknown = 'no answer'
  handler?.(...given, (value: unknown) => {
    answer = value
  })
  return answer
}

/** The guards that a page gets when it is made. */
function guardsOf({ main }: Observed): readonly Call[] {
  const contents = createElectronDouble()
  listenerOf(main, 'app.on', 'web-contents-created')?.({}, contents.module['app'])
  return contents.calls
}

function stays(observed: Observed, event: string): boolean {
  const prevented = (url: string) => {
    let done = false
    const details = { url, preventDefault: () => (done = true) }
    listenerOf(guardsOf(observed), 'app.on', event)?.(details)
    return done
  }
  return prevented(elsewhere) && !prevented(shell)
}

async function portsHandedTo(frame: { url: string; parent: unknown }, { main }: Observed): Promise<number> {
  let posted = 0
  const senderFrame = { ...frame, postMessage: () => (posted += 1) }
  await listenerOf(main, 'ipcMain.on', 'connect')?.({ senderFrame })
  return posted
}

export const checks: Readonly<Record<string, (observed: Observed) => boolean | Promise<boolean>>> = {
  '1 loads only its own page': ({ main }) => {
    const refuses = (url: string) =>
      Object(answered(handlerOf(main, 'session.defaultSession.webRequest.onBeforeRequest'), { url })).cancel
    const loaded = main.find(({ path }) => path.endsWith('BrowserWindow.loadURL'))?.given[0]
    return loaded === shell && refuses(elsewhere) === true && refuses(shell) === false
  },
  '2 no Node in pages': preference('nodeIntegration', false),
  '2 no Node in workers': preference('nodeIntegrationInWorker', false),
  '2 no Node in frames': preference('nodeIntegrationInSubFrames', false),
  '3 context isolation': preference('contextIsolation', true),
  '4 sandboxed window': preference('sandbox', true),
  '4 sandbox for all, before ready': ({ main }) => {
    const places = ['app.enableSandbox', 'app.whenReady'].map((path) =>
      main.findIndex((call) => call.path === path),
    )
    return places[0] !== -1 && Number(places[0]) < Number(places[1])
  },
  '5 permission requests refused': ({ main }) =>
    answered(handlerOf(main, 'session.defaultSession.setPermissionRequestHandler'), {}, 'media') === false,
  '5 permission checks refused': ({ main }) =>
    handlerOf(main, 'session.defaultSession.setPermissionCheckHandler')?.(null, 'media') === false,
  '5 devices refused': ({ main }) =>
    handlerOf(main, 'session.defaultSession.setDevicePermissionHandler')?.({ deviceType: 'usb' }) === false,
  '5 screen capture refused': ({ main }) =>
    answered(handlerOf(main, 'session.defaultSession.setDisplayMediaRequestHandler'), {}) === null,
  '6 web security': preference('webSecurity', true),
  '7 content security policy': async ({ main }) => {
    const answer = (await (givenTo(main, 'protocol.handle')?.[1] as Listener | undefined)?.(
      new Request(shell),
    )) as Response | undefined
    return (
      answer?.status === 200 &&
      (answer.headers.get('content-security-policy') ?? '').startsWith("default-src 'none'; ")
    )
  },
  '8 no insecure content': preference('allowRunningInsecureContent', false),
  '9 no experiments': preference('experimentalFeatures', false),
  '10 no Blink features': preference('enableBlinkFeatures', ''),
  '11 no webview tag': preference('webviewTag', false),
  '12 no webview attached': (observed) => {
    let prevented = false
    listenerOf(
      guardsOf(observed),
      'app.on',
      'will-attach-webview',
    )?.({ preventDefault: () => (prevented = true) })
    return prevented
  },
  '13 no navigation': (observed) => stays(observed, 'will-navigate'),
  '13 no redirect': (observed) => stays(observed, 'will-redirect'),
  '13 no navigation of a frame': (observed) => stays(observed, 'will-frame-navigate'),
  '14 no second window': (observed) => {
    const handler = handlerOf(guardsOf(observed), 'app.setWindowOpenHandler')
    return [elsewhere, shell].every((url) => Object(handler?.({ url })).action === 'deny')
  },
  '15 a link opens only when the person agrees, and only https': async (observed) => {
    const handler = handlerOf(guardsOf(observed), 'app.setWindowOpenHandler')
    const asked = () => observed.main.filter(({ path }) => path === 'dialog.showMessageBox').length
    const before = asked()
    handler?.({ url: 'file:///etc/passwd' })
    await nextTurn()
    const afterFile = asked()
    handler?.({ url: elsewhere })
    await nextTurn()
    const opened = observed.main.some(({ path }) => path === 'shell.openExternal')
    return afterFile === before && asked() === before + 1 && !opened
  },
  '17 the port goes to our own page alone': async (observed) =>
    (await portsHandedTo({ url: shell, parent: null }, observed)) === 1 &&
    (await portsHandedTo({ url: elsewhere, parent: null }, observed)) === 0 &&
    (await portsHandedTo({ url: shell, parent: {} }, observed)) === 0,
  '17 one channel': ({ main }) => main.filter(({ path }) => path.startsWith('ipcMain.')).length === 1,
  '18 pages through a scheme of our own': ({ main }) =>
    givenTo(main, 'protocol.handle')?.[0] === 'app' &&
    JSON.stringify(givenTo(main, 'protocol.registerSchemesAsPrivileged')) ===
      '[[{"scheme":"app","privileges":{"standard":true,"secure":true,"supportFetchAPI":true,"codeCache":true}}]]',
  '19 fuses': ({ fuses }) =>
    JSON.stringify(fuses) ===
    '{"0":false,"1":true,"2":false,"3":false,"4":true,"5":true,"6":false,"7":false,"version":"1","strictlyRequireAllFuses":true,"resetAdHocDarwinSignature":false}',
  '20 the preload hands over the port and exposes nothing': ({ preload, posted }) =>
    preload.map(({ path }) => path).join() === 'ipcRenderer.on,ipcRenderer.send' &&
    JSON.stringify(givenTo(preload, 'ipcRenderer.send')) === '["connect"]' &&
    JSON.stringify(posted) === '[["idlewatt-port","*",["port 2"]]]',
  'one instance': ({ main }) => main.some(({ path }) => path === 'app.requestSingleInstanceLock'),
  'the spell checker fetches no dictionary': ({ main }) =>
    givenTo(main, 'session.defaultSession.setSpellCheckerEnabled')?.[0] === false,
}
