/** The one window: its preferences come whole from policy.ts, its place from the last time. */
import { BrowserWindow, screen } from 'electron'
import { appOrigin, WEB_PREFERENCES } from './policy.ts'
import { keepPlace, placeWindow, readPlace } from './window-place.ts'

export function openWindow(preload: string, placeFile: string): BrowserWindow {
  const displays = screen.getAllDisplays().map(({ workArea }) => workArea)
  const place = placeWindow(readPlace(placeFile), displays)
  const webPreferences = { ...WEB_PREFERENCES, preload }
  const look = { title: 'Idlewatt', show: false, autoHideMenuBar: true, minWidth: 1024, minHeight: 640 }
  const window = new BrowserWindow({ ...look, ...place.bounds, webPreferences })
  if (place.maximized) window.maximize()
  window.once('ready-to-show', () => window.show())
  window.on('close', () =>
    keepPlace(placeFile, { bounds: window.getNormalBounds(), maximized: window.isMaximized() }),
  )
  void window.loadURL(`${appOrigin}/`)
  return window
}
