/** What a running server says to the person at the terminal, and how that person ends it. */
import type { Loopback } from './loopback.ts'

/** Settles when the terminal or the system asks the process to end; a second signal ends it at once. */
export async function askedToEnd(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', () => resolve())
    process.once('SIGTERM', () => resolve())
  })
}

/** What a person without a browser on this screen needs to know, with the link that opens a session. */
export function describeAddress({ port, freshLink }: Loopback, dataOption: string): string {
  return [
    `Open within a minute: ${freshLink()}`,
    `From another machine: ssh -L ${port}:127.0.0.1:${port} THIS-MACHINE, then the same address there.`,
    `A fresh link later: npm run idlewatt -- open${dataOption}`,
  ].join('\n')
}
