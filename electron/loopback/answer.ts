/** Turns one HTTP request into a decision and an answer. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { AnyContractRouter } from '@orpc/contract'
import type { Context, Router } from '@orpc/server'
import { RPCHandler } from '@orpc/server/node'
import { answerPage, type Pages } from '../pages.ts'
import { decideRequest, responseHeaders, type Route } from '../policy.ts'
import type { Access } from './access.ts'

export type BackendRouter = Router<AnyContractRouter, Context>

export type AnswerOptions = {
  readonly router: BackendRouter
  readonly pages: Pages
  readonly access: Access
  readonly port: () => number
  readonly linkFor: (token: string) => string
  readonly onSessionOpened: () => void
}

export type Answer = (request: IncomingMessage, response: ServerResponse) => Promise<void>

export function createAnswer(options: AnswerOptions): Answer {
  const handler = new RPCHandler(options.router)
  return async (request, response) => {
    const decision = decideRequest(
      { method: request.method ?? '', target: request.url ?? '', headers: request.headersDistinct },
      options.port(),
      options.access,
    )
    if (!decision.allowed) {
      answerSentence(response, decision.status, decision.reason)
      return
    }
    try {
      await answerRoute(decision.route, request, response)
    } catch {
      // What went wrong stays here: an error's text may hold paths and values.
      if (response.headersSent) response.destroy()
      else answerSentence(response, 500, 'Something went wrong in Idlewatt while it answered.')
    }
  }

  async function answerRoute(route: Route, request: IncomingMessage, response: ServerResponse) {
    switch (route.kind) {
      case 'page': {
        const page = answerPage(options.pages, route.path)
        if (page === null) answerSentence(response, 404, 'There is no such page.')
        else response.writeHead(200, { ...page.headers, 'Content-Length': page.body.length }).end(page.body)
        return
      }
      case 'session':
        await answerSession(request, response)
        return
      case 'link':
        request.resume()
        answerJson(response, { link: options.linkFor(options.access.issueLink()) })
        return
      case 'api': {
        for (const [name, value] of Object.entries(responseHeaders('answer', null)))
          response.setHeader(name, value)
        const { matched } = await handler.handle(request, response, { prefix: '/api', context: {} })
        if (!matched) answerSentence(response, 404, 'There is no such call.')
      }
    }
  }

  async function answerSession(request: IncomingMessage, response: ServerResponse) {
    const token = bootstrapOf(await readBody(request))
    const answer = token === null ? 'wrong' : options.access.exchange(token)
    if (answer === 'locked') answerSentence(response, 429, 'Too many wrong guesses. Wait a minute.')
    else if (answer === 'wrong')
      answerSentence(response, 401, 'This link was used or is too old. Run "idlewatt open" for a fresh one.')
    else {
      answerJson(response, answer)
      options.onSessionOpened()
    }
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = []
  for await (const chunk of request) if (Buffer.isBuffer(chunk)) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}

function bootstrapOf(body: string): string | null {
  try {
    const value: unknown = JSON.parse(body)
    const token = typeof value === 'object' && value !== null && 'bootstrap' in value ? value.bootstrap : null
    return typeof token === 'string' ? token : null
  } catch {
    return null
  }
}

function answerJson(response: ServerResponse, value: unknown): void {
  const body = JSON.stringify(value)
  response
    .writeHead(200, {
      ...responseHeaders('answer', null),
      'Content-Type': 'application/json; charset=utf-8',
      'Content-Length': Buffer.byteLength(body),
    })
    .end(body)
}

/** An answer that is only a sentence; the connection ends with it, so that an unread body is not read either. */
export function answerSentence(response: ServerResponse, status: number, sentence: string): void {
  response.writeHead(status, sentenceHeaders(sentence)).end(sentence)
}

export function sentenceHeaders(sentence: string): Readonly<Record<string, string | number>> {
  return {
    ...responseHeaders('answer', null),
    'Content-Type': 'text/plain; charset=utf-8',
    'Content-Length': Buffer.byteLength(sentence),
    Connection: 'close',
  }
}
