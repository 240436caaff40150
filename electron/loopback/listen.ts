/** The HTTP server itself: bound to 127.0.0.1, limited so that slow or many callers cannot starve it. */
import { createServer, STATUS_CODES, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Duplex } from 'node:stream'
import { answerSentence, sentenceHeaders, type Answer } from './answer.ts'

export type Listening = { readonly port: number; readonly close: () => Promise<void> }

/** @see SPEC.md L5, L6 */
export async function listenOnLoopback(port: number, answer: Answer): Promise<Listening> {
  const server = createServer({
    // Node's own refusals would go out without our headers: the policy judges the Host itself.
    requireHostHeader: false,
    insecureHTTPParser: false,
    maxHeaderSize: 16_384,
    headersTimeout: 5_000,
    requestTimeout: 20_000,
    keepAliveTimeout: 5_000,
    connectionsCheckingInterval: 1_000,
  })
  server.maxConnections = 1_000
  server.maxRequestsPerSocket = 10_000

  const answering = new WeakSet<Duplex>()
  server.on('request', (request, response) => {
    answering.add(request.socket)
    response.once('close', () => answering.delete(request.socket))
    void answer(request, response)
  })
  server.on('checkContinue', refuseExpectation)
  server.on('checkExpectation', refuseExpectation)
  server.on('clientError', (error, socket) => {
    if (!socket.writable || answering.has(socket)) socket.destroy()
    else socket.end(rawRefusal('code' in error ? String(error.code) : ''))
  })

  await bind(server, port)
  return {
    port: (server.address() as AddressInfo).port,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      server.closeAllConnections()
      await closed
    },
  }
}

const refuseExpectation: RequestListener = (_request, response) =>
  answerSentence(response, 417, 'Send the call without an expectation.')

async function bind(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error) => reject(new Error(whyNotBound(error, port), { cause: error })))
    server.listen({ host: '127.0.0.1', port, exclusive: true }, () => resolve())
  })
}

function whyNotBound(error: Error, port: number): string {
  const code = 'code' in error ? error.code : ''
  if (code === 'EADDRINUSE')
    return `Port ${port} is taken by another program. Name another one with --port, or leave it out for a free one.`
  if (code === 'EACCES')
    return `This account may not listen on port ${port}. Name one above 1023 with --port, or leave it out for a free one.`
  return `No connection could be offered at 127.0.0.1:${port}: ${error.message}`
}

/** The parser gave up before there was a response to write to; its refusal carries the same headers as any other. */
function rawRefusal(code: string): string {
  const status = code === 'HPE_HEADER_OVERFLOW' ? 431 : code === 'ERR_HTTP_REQUEST_TIMEOUT' ? 408 : 400
  const sentence = 'The request could not be read.'
  const headers = Object.entries(sentenceHeaders(sentence)).map(([name, value]) => `${name}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${headers.join('')}\r\n${sentence}`
}
