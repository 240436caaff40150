/** Hands the backend's message port to the page, and nothing else: no function, no event, no ipcRenderer. */
import { ipcRenderer } from 'electron'

declare const window: {
  readonly addEventListener: (name: 'load', listener: () => void) => void
  readonly postMessage: (message: string, targetOrigin: string, transfer: readonly object[]) => void
}

// After the page's scripts have run, so that its listener is there when the port comes; again after each reload.
window.addEventListener('load', () => ipcRenderer.send('connect'))
// To this same window only, whatever it shows: the main process gives the port to our own page alone.
ipcRenderer.on('port', (event) => window.postMessage('idlewatt-port', '*', event.ports))
