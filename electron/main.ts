/** Host: the desktop window. It decides nothing itself: policy.ts does, and the backend runs in its own process. */
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  app,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  protocol,
  session,
  shell,
  utilityProcess,
} from 'electron'
import type { Session, UtilityProcess, WebContents } from 'electron'
import { prepareDataFolder } from './data-folder.ts'
import { readHostOptions } from './host-options.ts'
import { answerAppUrl, loadPages } from './pages.ts'
import * as policy from './policy.ts'
import { openWindow } from './window.ts'

const { dataFolder, replayFile } = readHostOptions(process.argv.slice(1))
const built = (path: string) => fileURLToPath(new URL(`../${path}`, import.meta.url))

app.enableSandbox()
const privileges = { standard: true, secure: true, supportFetchAPI: true, codeCache: true }
protocol.registerSchemesAsPrivileged([{ scheme: 'app', privileges }])
const callsHome = ['disable-background-networking', 'disable-component-update', 'disable-domain-reliability']
for (const name of callsHome) app.commandLine.appendSwitch(name)
app.on('web-contents-created', (_event, contents) => guardContents(contents))
app.on('window-all-closed', () => app.quit())
try {
  prepareDataFolder(join(dataFolder, 'desktop'))
  app.setPath('userData', join(dataFolder, 'desktop'))
  // Not awaited: a top-level await of readiness would keep an ES module from ever becoming ready.
  if (app.requestSingleInstanceLock()) void app.whenReady().then(start).catch(giveUp)
  else app.quit()
} catch (error) {
  giveUp(error)
}

function start(): void {
  guardSession(session.defaultSession)
  const pages = loadPages(built('renderer'))
  protocol.handle('app', ({ method, url }) => {
    const { body, ...init } = answerAppUrl(pages, method, url)
    return new Response(body, init)
  })
  handOverPorts(startBackend())
  Menu.setApplicationMenu(Menu.buildFromTemplate([{ role: 'editMenu' }, { role: 'windowMenu' }]))
  const window = openWindow(built('preload/preload.cjs'), join(dataFolder, 'window.json'))
  app.on('second-instance', () => {
    if (window.isMinimized()) window.restore()
    window.focus()
  })
}

function startBackend(): UtilityProcess {
  const given = ['--data', dataFolder, ...(replayFile === null ? [] : ['--replay', replayFile])]
  const backend = utilityProcess.fork(built('backend-process.mjs'), given)
  backend.on('exit', onBackendExit)
  app.on('will-quit', () => backend.off('exit', onBackendExit).kill())
  return backend
}

function onBackendExit(code: number): void {
  giveUp(new Error(`The process that keeps the book has ended (code ${code}).`))
}

function handOverPorts(backend: UtilityProcess): void {
  ipcMain.on('connect', (event, ...payload: unknown[]) => {
    const frame = event.senderFrame
    if (frame === null || frame.parent !== null || !policy.decideIpc(frame.url, 'connect', payload)) return
    const { port1, port2 } = new MessageChannelMain()
    backend.postMessage('connect', [port1])
    frame.postMessage('port', null, [port2])
  })
}

function guardSession(guarded: Session): void {
  guarded.setPermissionRequestHandler((_contents, name, answer) => answer(policy.decidePermission(name)))
  guarded.setPermissionCheckHandler((_contents, name) => policy.decidePermission(name))
  guarded.setDevicePermissionHandler(({ deviceType }) => policy.decidePermission(deviceType))
  guarded.setDisplayMediaRequestHandler((_request, answer) => answer(null))
  guarded.setSpellCheckerEnabled(false)
  guarded.webRequest.onBeforeRequest(({ url }, answer) => answer({ cancel: !policy.decideLoad(url) }))
}

function stay(event: { url: string; preventDefault: () => void }): void {
  if (!policy.decideNavigation(event.url).allowed) event.preventDefault()
}

function guardContents(contents: WebContents): void {
  contents.on('will-navigate', stay)
  contents.on('will-redirect', stay)
  contents.on('will-frame-navigate', stay)
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.setWindowOpenHandler(({ url }) => {
    const { action, external } = policy.decideWindowOpen(url)
    if (external.allowed) void openInBrowser(external).catch(console.error)
    return { action }
  })
}

/** Asked here and not in the page: a page that went wrong could not answer for the person. */
async function openInBrowser(link: policy.Link): Promise<void> {
  const { response } = await dialog.showMessageBox(policy.askBeforeOpening(link))
  if (response === 0) await shell.openExternal(link.url)
}

/** `npm start` reads the reason from the error stream and falls back; a packaged app has only the dialog. */
function giveUp(error: unknown): void {
  const reason = error instanceof Error ? error.message : String(error)
  console.error(`Idlewatt: ${reason}`)
  if (app.isPackaged) dialog.showErrorBox('Idlewatt cannot go on', reason)
  app.exit(1)
}
