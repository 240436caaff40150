/** A loopback server on a router of two counting procedures, and requests whose every header the test writes. */
import { mkdtempSync, rmSync } from 'node:fs'
import { request, type IncomingHttpHeaders } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { oc, type as outputType } from '@orpc/contract'
import { implement } from '@orpc/server'
import { z } from 'zod'
import { startLoopback, type Loopback } from '../../electron/loopback/loopback.ts'
import type { Pages } from '../../electron/pages.ts'

export const canary = 'canary-figure-4711'

const text = (value: string) => new TextEncoder().encode(value)

const pages: Pages = new Map([
  [
    '/index.html',
    text(
      '<!doctype html><meta property="csp-nonce" nonce="IDLEWATT_NONCE"><style nonce="IDLEWATT_NONCE"></style>',
    ),
  ],
  ['/assets/index-abc123.js', text('export {}')],
  ['/assets/index-abc123.css', text('body{}')],
])

export type Bench = {
  readonly loopback: Loopback
  readonly dataFolder: string
  readonly calls: () => number
  readonly pass: (ms: number) => void
  readonly end: () => Promise<void>
}

export async function startBench(): Promise<Bench> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'idlewatt-loopback-'))
  let calls = 0
  let elapsedMs = 0
  const contract = {
    touch: oc.output(outputType<string>()),
    count: oc.input(z.strictObject({ by: z.int() })).output(outputType<number>()),
    fail: oc.output(outputType<string>()),
  }
  const procedures = implement(contract)
  const router = procedures.router({
    touch: procedures.touch.handler(() => {
      calls += 1
      return canary
    }),
    count: procedures.count.handler(({ input }) => input.by),
    fail: procedures.fail.handler(() => {
      throw new Error('/home/somebody/secret.db went wrong')
    }),
  })
  const loopback = await startLoopback({ router, pages, dataFolder, port: 0, monotonicMs: () => elapsedMs })
  return {
    loopback,
    dataFolder,
    calls: () => calls,
    pass: (ms) => {
      elapsedMs += ms
    },
    async end() {
      await loopback.close()
      rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

export type Sent = {
  readonly method: string
  readonly path: string
  /** Null leaves the header out. */
  readonly headers?: Readonly<Record<string, string | null>>
  readonly body?: string
}

export type Received = {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly body: string
}

export async function send(port: number, { method, path, headers = {}, body }: Sent): Promise<Received> {
  const written = Object.entries({ host: `127.0.0.1:${port}`, ...headers }).flatMap(([name, value]) =>
    value === null ? [] : [[name, value] as const],
  )
  if (body !== undefined && headers['content-length'] === undefined)
    written.push(['content-length', String(Buffer.byteLength(body))])
  return new Promise((resolve, reject) => {
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        method,
        path,
        headers: Object.fromEntries(written),
        setHost: false,
        agent: false,
      },
      (response) => {
        const chunks: Buffer[] = []
        response.on('data', (chunk: Buffer) => chunks.push(chunk))
        response.once('error', reject)
        response.once('end', () =>
          resolve({
            status: response.statusCode ?? 0,
            headers: response.headers,
            body: Buffer.concat(chunks).toString('utf8'),
          }),
        )
      },
    )
    outgoing.once('error', reject)
    outgoing.end(body)
  })
}

/** The headers of a right call from our own page. */
export function rightHeaders(port: number, session: string): Record<string, string> {
  return {
    origin: `http://127.0.0.1:${port}`,
    'sec-fetch-site': 'same-origin',
    'content-type': 'application/json',
    authorization: `Bearer ${session}`,
  }
}

export async function openSession({ loopback }: Bench): Promise<string> {
  const answer = await exchange(loopback.port, tokenOf(loopback.freshLink()))
  const { session } = JSON.parse(answer.body) as { session: string }
  return session
}

export function tokenOf(link: string): string {
  return link.split('#bootstrap=')[1] ?? ''
}

export async function exchange(port: number, token: string): Promise<Received> {
  const { authorization: _none, ...headers } = rightHeaders(port, '')
  return send(port, { method: 'POST', path: '/session', headers, body: JSON.stringify({ bootstrap: token }) })
}
