/** What an entry names: days on which something was seen, files that are kept. @see SPEC.md DG6, DX3 */
import type { EntryBody } from './entry.ts'

/**
 * The days of an entry that cannot lie after the day on which it is recorded, in words.
 * Example: of an answer its `seenOn`, of a dated path none: that one is to come. @see SPEC.md DG6
 */
export function pastDays(body: EntryBody): readonly { readonly what: string; readonly day: string }[] {
  switch (body.kind) {
    case 'answer':
    case 'figure':
      return [{ what: 'seen on', day: body.seenOn }]
    case 'test-job':
      return [{ what: 'run on', day: body.ranOn }]
    case 'payout':
      return [{ what: 'received on', day: body.receivedOn }]
    case 'record':
      return [
        { what: 'from', day: body.from },
        { what: 'to', day: body.to },
      ]
    case 'permissions':
      return body.stepsDone.map(({ doneOn }) => ({ what: 'done on', day: doneOn }))
    case 'dated-path':
    case 'tripwire':
    case 'note':
    case 'checklist':
    case 'own-item':
    case 'withdrawal':
      return []
  }
}

/** The SHA-256 of each file that an entry names. Example: of a test job its bill's. @see SPEC.md DX3 */
export function namedFiles(body: EntryBody): readonly string[] {
  const sha256 =
    body.kind === 'test-job'
      ? body.billSha256
      : body.kind === 'answer' || body.kind === 'payout'
        ? body.fileSha256
        : null
  return sha256 === null ? [] : [sha256]
}
