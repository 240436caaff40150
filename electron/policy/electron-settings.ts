/** What a window may do and how the packaged binary is sealed: every key explicit, none left to a default. */

/** @see SPEC.md Z1 */
export const WEB_PREFERENCES = {
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  nodeIntegrationInWorker: false,
  nodeIntegrationInSubFrames: false,
  webSecurity: true,
  allowRunningInsecureContent: false,
  webviewTag: false,
  plugins: false,
  experimentalFeatures: false,
  enableBlinkFeatures: '',
  enableWebSQL: false,
  enableDeprecatedPaste: false,
  navigateOnDragDrop: false,
  devTools: false,
  // The spell checker fetches dictionaries from the network.
  spellcheck: false,
  safeDialogs: true,
  javascript: true,
  images: true,
  webgl: false,
} as const

/** @see SPEC.md Z2 */
export const FUSES = {
  runAsNode: false,
  enableCookieEncryption: true,
  enableNodeOptionsEnvironmentVariable: false,
  enableNodeCliInspectArguments: false,
  enableEmbeddedAsarIntegrityValidation: true,
  onlyLoadAppFromAsar: true,
  loadBrowserProcessSpecificV8Snapshot: false,
  grantFileProtocolExtraPrivileges: false,
} as const
