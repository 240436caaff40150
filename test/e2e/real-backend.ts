/** The real backend on a data folder, in this process, beside whatever server runs on the same folder. */
import { createRouterClient, type RouterClient } from '@orpc/server'
import { createBackend, type Router } from '../../electron/backend.ts'
import { systemClock } from '../../electron/clock.ts'
import { prepareDataFolder } from '../../electron/data-folder.ts'

export type BackendClient = RouterClient<Router>

export async function withBackend<T>(
  dataFolder: string,
  work: (client: BackendClient) => Promise<T>,
): Promise<T> {
  prepareDataFolder(dataFolder)
  const backend = await createBackend({ dataFolder, host: 'cli', replayFile: null, clock: systemClock })
  try {
    return await work(createRouterClient(backend.router, { context: {} }))
  } finally {
    await backend.close()
  }
}
