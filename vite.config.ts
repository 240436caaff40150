/**
 * Builds all that is built: the pages (out/renderer, served by both hosts) and the four Electron files.
 * The server and the command line need no build: Node runs their TypeScript directly.
 */
import { builtinModules } from 'node:module'
import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig, type EnvironmentOptions } from 'vite'

/** Replaced by the host on each load; see electron/pages.ts. */
const noncePlaceholder = 'IDLEWATT_NONCE'

/** Loaded at run time: Electron's own module, and the packages that bring a binary or spawn tools. */
const loadedAtRunTime = ['electron', 'better-sqlite3', 'systeminformation']
const nodeBuiltins = builtinModules.flatMap((name) => [name, `node:${name}`])

const inRepository = (path: string) => fileURLToPath(new URL(path, import.meta.url))

const hostFile = (input: string, folder: string, file: string, format: 'es' | 'cjs'): EnvironmentOptions => ({
  consumer: 'server',
  // pdfmake names it, and an ES module does not have it.
  define: format === 'es' ? { __dirname: 'import.meta.dirname' } : {},
  resolve: { noExternal: true, external: loadedAtRunTime },
  build: {
    outDir: inRepository(`out/${folder}`),
    // Each is one file that replaces itself, and the folder of one of them holds all the others.
    emptyOutDir: false,
    ssr: true,
    minify: false,
    target: 'node24',
    copyPublicDir: false,
    rolldownOptions: {
      input: inRepository(input),
      external: [...loadedAtRunTime, ...nodeBuiltins],
      output: { format, entryFileNames: file, codeSplitting: false },
    },
  },
})

export default defineConfig({
  root: inRepository('renderer'),
  // Relative, so that the same files work below http://127.0.0.1:PORT/ and app://idlewatt/.
  base: './',
  publicDir: false,
  plugins: [react()],
  html: { cspNonce: noncePlaceholder },
  environments: {
    client: {
      build: {
        outDir: inRepository('out/renderer'),
        emptyOutDir: true,
        target: 'es2023',
        modulePreload: { polyfill: false },
        // A data: address is refused by the content security policy for fonts and workers.
        assetsInlineLimit: 0,
      },
    },
    main: hostFile('electron/main.ts', 'main', 'main.mjs', 'es'),
    preload: hostFile('electron/preload.ts', 'preload', 'preload.cjs', 'cjs'),
    backend: hostFile('electron/backend-process.ts', '.', 'backend-process.mjs', 'es'),
    // Beside the backend's, which starts it by its address.
    importWorker: hostFile('electron/imports/import-worker.ts', '.', 'import-worker.mjs', 'es'),
  },
  worker: { format: 'es' },
  builder: {
    async buildApp(builder) {
      // `vite build` names none: IDLEWATT_BUILD=pages is the part that the loopback server needs.
      const names =
        process.env['IDLEWATT_BUILD'] === 'pages'
          ? ['client']
          : ['client', 'main', 'preload', 'backend', 'importWorker']
      for (const name of names) {
        const environment = builder.environments[name]
        if (environment !== undefined) await builder.build(environment)
      }
    },
  },
})
