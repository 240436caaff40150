/** Asks a running server for a fresh link, as whoever can read its data folder may. */
import { forgetInstance, readInstances, type Instance } from './instance-file.ts'

export async function askForLink(dataFolder: string): Promise<string> {
  for (const instance of readInstances(dataFolder)) {
    const link = await askOne(instance)
    if (link !== null) return link
    if (!isRunning(instance.pid)) forgetInstance(dataFolder, instance)
  }
  throw new Error(
    `No Idlewatt server runs on the data folder ${dataFolder}. Start one with "npm start" or "npm run idlewatt -- server".`,
  )
}

async function askOne({ port, controlSecret }: Instance): Promise<string | null> {
  const address = `http://127.0.0.1:${port}`
  try {
    const response = await fetch(`${address}/link`, {
      method: 'POST',
      headers: {
        origin: address,
        'content-type': 'application/json',
        authorization: `Bearer ${controlSecret}`,
      },
      body: '{}',
      signal: AbortSignal.timeout(5_000),
      redirect: 'error',
    })
    if (!response.ok) return null
    const answer: unknown = await response.json()
    const link = typeof answer === 'object' && answer !== null && 'link' in answer ? answer.link : null
    return typeof link === 'string' && link.startsWith(`${address}/#`) ? link : null
  } catch {
    return null
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
