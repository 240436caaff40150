/** Host: the pages and the procedures over HTTP on 127.0.0.1, for headless rigs and for browsers. */
import { fileURLToPath } from 'node:url'
import { createBackend } from './backend.ts'
import { systemClock } from './clock.ts'
import { prepareDataFolder } from './data-folder.ts'
import { startLoopback, type Loopback } from './loopback/loopback.ts'
import { loadPages } from './pages.ts'

export type ServeOptions = {
  readonly dataFolder: string
  /** 0 for a free one. */
  readonly port: number
  readonly replayFile: string | null
}

const pagesFolder = fileURLToPath(new URL('../out/renderer', import.meta.url))

export async function serve({ dataFolder, port, replayFile }: ServeOptions): Promise<Loopback> {
  const pages = loadPages(pagesFolder)
  prepareDataFolder(dataFolder)
  const backend = await createBackend({ dataFolder, host: 'server', replayFile, clock: systemClock })
  try {
    const { router } = backend
    const loopback = await startLoopback({
      router,
      pages,
      dataFolder,
      port,
      monotonicMs: systemClock.monotonicMs,
    })
    return {
      ...loopback,
      async close() {
        await loopback.close()
        await backend.close()
      },
    }
  } catch (error) {
    await backend.close()
    throw error
  }
}
