import { createRouterClient } from '@orpc/server'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../../electron/backend.ts'
import { systemClock } from '../../../electron/clock.ts'
import { asDatabaseError } from '../../../electron/database/database-error.ts'
import { asProcedureError } from '../../../electron/procedures/implementer.ts'
import { unknownFigure } from '../../../shared/figure.ts'
import { temporaryFolder } from '../database/temporary-folder.ts'

async function open() {
  const backend = await createBackend({
    dataFolder: temporaryFolder(),
    host: 'cli',
    replayFile: null,
    clock: systemClock,
  })
  onTestFinished(() => backend.close())
  return createRouterClient(backend.router, { context: {} })
}

const refused = (call: Promise<unknown>) => expect(call).rejects
const codeOf = (systemCode: string) =>
  asProcedureError(asDatabaseError(Object.assign(new Error('x'), { code: systemCode }), 'book.db'))

const watts = unknownFigure('watts')
const rigBody = (name: string) => ({
  schema: 1 as const,
  name,
  gpus: [{ uuid: null, catalogueId: null, name: 'RTX 4090', count: 2 }],
  boardLimitWatts: watts,
  rentedBoardWatts: watts,
  idleBoardWatts: watts,
})

test('D12: a rig changed elsewhere is refused as CONFLICT with the current one', async () => {
  const client = await open()
  const first = await client.rig.save({ id: null, revision: 0, body: rigBody('Shelf') })
  const current = await client.rig.save({ id: first.id, revision: 1, body: rigBody('Rack') })
  await refused(client.rig.save({ id: first.id, revision: 1, body: rigBody('Floor') })).toMatchObject({
    code: 'CONFLICT',
    status: 409,
    data: { current },
  })
  await refused(client.rig.remove({ id: first.id, revision: 1 })).toMatchObject({ code: 'CONFLICT' })
  expect(await client.rig.list()).toEqual([current])
})

test('D12: rigs and scenarios share one journal, in the order of the changes', async () => {
  const client = await open()
  const rig = await client.rig.save({ id: null, revision: 0, body: rigBody('Shelf') })
  await client.scenario.save({
    id: null,
    revision: 0,
    body: { schema: 1, name: 'Shed', rigId: rig.id, networkId: null, inputs: {} },
  })
  await client.rig.remove({ id: rig.id, revision: rig.revision })
  expect(await client.journal.undo()).toEqual({
    undo: 'Remove the scenario “Shed”',
    redo: 'The removal of the rig “Shelf”',
  })
  expect((await client.rig.list())[0]?.body).toEqual(rig.body)
  expect(await client.journal.redo()).toEqual({ undo: 'Bring back the rig “Shelf”', redo: null })
})

test('D12: what does not exist is NOT_FOUND, and nothing to undo or redo is said so', async () => {
  const client = await open()
  await refused(client.scenario.duplicate({ id: 'nobody' })).toMatchObject({ code: 'NOT_FOUND', status: 404 })
  await refused(client.scenario.remove({ id: 'nobody', revision: 1 })).toMatchObject({ code: 'NOT_FOUND' })
  await refused(client.rig.save({ id: 'nobody', revision: 1, body: rigBody('x') })).toMatchObject({
    code: 'NOT_FOUND',
  })
  await refused(client.journal.undo()).toMatchObject({
    code: 'NOT_FOUND',
    message: 'There is nothing to undo.',
  })
  await refused(client.journal.redo()).toMatchObject({
    code: 'NOT_FOUND',
    message: 'There is nothing to redo.',
  })
})

test('D12: an input of another shape is BAD_REQUEST with the place of each fault, and stores nothing', async () => {
  const client = await open()
  const bodies = [
    { ...rigBody('x'), name: ' ' },
    { ...rigBody('x'), gpus: [] },
    { ...rigBody('x'), gpus: [{ uuid: null, catalogueId: null, name: 'a', count: 0 }] },
    { ...rigBody('x'), idleBoardWatts: { ...watts, value: Number.NaN } },
    { ...rigBody('x'), idleBoardWatts: { ...watts, value: Infinity } },
    { ...rigBody('x'), surprise: 1 },
  ]
  const places = [
    'body.name',
    'body.gpus',
    'body.gpus.0.count',
    'body.idleBoardWatts.value',
    'body.idleBoardWatts.value',
    'body',
  ]
  for (const [index, body] of bodies.entries()) {
    await refused(client.rig.save({ id: null, revision: 0, body })).toMatchObject({
      code: 'BAD_REQUEST',
      status: 400,
      message: expect.stringContaining('This was not accepted, nothing was changed.'),
      data: { problems: [{ path: places[index] }] },
    })
  }
  expect(await client.rig.list()).toEqual([])
})

test('D12: each way a disk fails becomes one code that a page can act on', () => {
  expect(codeOf('SQLITE_FULL')).toMatchObject({ code: 'DISK_FULL', status: 507 })
  expect(codeOf('SQLITE_BUSY')).toMatchObject({ code: 'BUSY', status: 503 })
  expect(codeOf('SQLITE_READONLY')).toMatchObject({ code: 'READ_ONLY', status: 409 })
  expect(codeOf('SQLITE_CORRUPT')).toMatchObject({ code: 'BOOK_UNREADABLE', status: 503 })
  expect(codeOf('SQLITE_IOERR_WRITE')).toMatchObject({ code: 'DISK_FAILED', status: 503 })
})
