import { createRouterClient } from '@orpc/server'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { createBackend } from '../../electron/backend.ts'
import { systemClock } from '../../electron/clock.ts'
import { openConnection } from '../../electron/database/database.ts'
import { assumed } from '../../shared/figure.ts'
import { defaultSettings, type ScenarioBody } from '../../shared/scenario.ts'
import { temporaryFolder } from './database/temporary-folder.ts'

async function open(dataFolder: string) {
  const backend = await createBackend({ dataFolder, host: 'cli', replayFile: null, clock: systemClock })
  onTestFinished(() => backend.close())
  return { client: createRouterClient(backend.router, { context: {} }), close: backend.close }
}

const body: ScenarioBody = { schema: 1, name: 'Garage', rigId: null, networkId: null, inputs: {} }
const newScenario = (name: string) => ({ id: null, revision: 0, body: { ...body, name, inputs: {} } })

async function versionOf(next: Promise<IteratorResult<{ dataVersion: number }, unknown>>): Promise<number> {
  const result = await next
  if (result.done === true) throw new Error('The stream of changes ended.')
  return result.value.dataVersion
}

async function refusalOf(call: Promise<unknown>): Promise<{ code: string; message: string; data: unknown }> {
  const thrown: unknown = await call.then(
    () => null,
    (error: unknown) => error,
  )
  if (thrown instanceof Error && 'code' in thrown && 'data' in thrown) {
    return { code: String(thrown.code), message: thrown.message, data: thrown.data }
  }
  throw new Error('It was not refused.', { cause: thrown })
}

test('a fresh folder gives an empty book, default settings, the catalogue, and nothing amiss', async () => {
  const dataFolder = temporaryFolder()
  const { client } = await open(dataFolder)
  const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '../../package.json'), 'utf8'))
  expect(await client.about()).toEqual({
    version,
    host: 'cli',
    dataFolder,
    readOnlyReason: null,
    notices: [],
  })
  expect(await client.scenario.list()).toEqual([])
  expect(await client.rig.list()).toEqual([])
  expect(await client.settings.read()).toEqual(defaultSettings)
  expect(await client.journal.state()).toEqual({ undo: null, redo: null })
  expect((await client.catalogue()).gpus.length).toBeGreaterThan(0)
})

test('what was saved is there after a restart, and undo still works', async () => {
  const dataFolder = temporaryFolder()
  const first = await open(dataFolder)
  const saved = await first.client.scenario.save(newScenario('Garage'))
  await first.close()
  const { client } = await open(dataFolder)
  expect(await client.scenario.list()).toEqual([saved])
  expect(await client.journal.undo()).toMatchObject({ undo: null })
  expect(await client.scenario.list()).toEqual([])
})

test('two backends on one folder hear of each other, and of their own changes', async () => {
  const dataFolder = temporaryFolder()
  const [first, second] = [await open(dataFolder), await open(dataFolder)]
  const changes = await second.client.changes()
  const now = await versionOf(changes.next())
  await first.client.scenario.save(newScenario('From the first'))
  const later = await versionOf(changes.next())
  expect(later).not.toBe(now)
  await second.client.scenario.save(newScenario('From the second'))
  const latest = await versionOf(changes.next())
  expect(latest).not.toBe(later)
  expect((await first.client.scenario.list()).map((each) => each.body.name).sort()).toEqual([
    'From the first',
    'From the second',
  ])
  await changes.return()
})

test('closing ends every stream instead of leaving a page waiting', async () => {
  const { client, close } = await open(temporaryFolder())
  const changes = await client.changes()
  await changes.next()
  const next = changes.next()
  await close()
  expect((await next).done).toBe(true)
})

test('D6: with a damaged book the backend starts, says what is the matter, and shows no empty book', async () => {
  const dataFolder = temporaryFolder()
  writeFileSync(join(dataFolder, 'book.db'), 'not a database at all')
  const { client } = await open(dataFolder)
  const { readOnlyReason } = await client.about()
  expect(readOnlyReason).toContain('not a database of Idlewatt, or its beginning is damaged')
  for (const call of [
    client.scenario.list(),
    client.settings.read(),
    client.scenario.save(newScenario('x')),
  ]) {
    expect(await refusalOf(call)).toMatchObject({ code: 'BOOK_UNREADABLE', message: readOnlyReason })
  }
  expect((await client.catalogue()).gpus.length).toBeGreaterThan(0)
  expect(readFileSync(join(dataFolder, 'book.db'), 'utf8')).toBe('not a database at all')
})

test('D4: with a newer book everything is read and every change refused as READ_ONLY', async () => {
  const dataFolder = temporaryFolder()
  const before = await open(dataFolder)
  const saved = await before.client.scenario.save(newScenario('Garage'))
  await before.close()
  const newer = openConnection(join(dataFolder, 'book.db'), 'write')
  newer.pragma('user_version = 99')
  newer.close()
  const { client } = await open(dataFolder)
  expect((await client.about()).readOnlyReason).toContain('newer Idlewatt')
  expect(await client.scenario.list()).toEqual([saved])
  for (const call of [
    client.scenario.save(newScenario('x')),
    client.scenario.duplicate({ id: saved.id }),
    client.scenario.remove({ id: saved.id, revision: 1 }),
    client.settings.write(defaultSettings),
    client.journal.undo(),
  ]) {
    expect(await refusalOf(call)).toMatchObject({ code: 'READ_ONLY' })
  }
})

test('a row that cannot be read is named in about; the others are served', async () => {
  const dataFolder = temporaryFolder()
  const { client } = await open(dataFolder)
  const rotten = await client.scenario.save(newScenario('Rotten'))
  await client.scenario.save(newScenario('Sound'))
  const raw = openConnection(join(dataFolder, 'book.db'), 'write')
  raw.prepare("UPDATE scenarios SET body_json = '[]' WHERE id = ?").run(rotten.id)
  raw.close()
  expect((await client.scenario.list()).map((each) => each.body.name)).toEqual(['Sound'])
  expect((await client.about()).notices).toEqual([expect.stringContaining(rotten.id)])
})

test('a network that cannot be read is named in about, the catalogue’s stands in its place, the others are served', async () => {
  const dataFolder = temporaryFolder()
  const { client } = await open(dataFolder)
  const [first, second] = (await client.market.list()).markets
  const edits = { terms: {}, fees: [], prices: [], utilizations: [], workloadFits: [] }
  for (const { id } of [first!, second!]) await client.market.edit({ id, revision: 0, edits })
  expect((await client.about()).notices).toEqual([])
  const raw = openConnection(join(dataFolder, 'book.db'), 'write')
  raw.prepare(`UPDATE markets SET body_json = '{"schema": 2}' WHERE id = ?`).run(first!.id)
  raw.close()
  expect((await client.about()).notices).toEqual([
    expect.stringContaining(`The network with the id ${first!.id} cannot be read: `),
  ])
  const listed = (await client.market.list()).markets
  expect(listed.slice(0, 2).map(({ id, stored }) => [id, stored === null])).toEqual([
    [first!.id, true],
    [second!.id, false],
  ])
  expect(listed[0]?.profile).toEqual(first!.profile)
})

test('a data folder that cannot be one is explained, and the app starts all the same', async () => {
  const folder = temporaryFolder()
  writeFileSync(join(folder, 'file'), '')
  mkdirSync(join(folder, 'taken', 'book.db'), { recursive: true })
  const inAFile = await open(join(folder, 'file', 'data'))
  expect((await inAFile.client.about()).readOnlyReason).toContain('ENOTDIR')
  expect(await inAFile.client.scenario.list()).toEqual([])
  const taken = await open(join(folder, 'taken'))
  expect((await taken.client.about()).readOnlyReason).toContain(
    'A folder stands where the database file belongs',
  )
  expect(await refusalOf(taken.client.scenario.list())).toMatchObject({ code: 'BOOK_UNREADABLE' })
})

test('an input that the table knows as impossible is refused by name; a missing one may be stored', async () => {
  const { client } = await open(temporaryFolder())
  const withInputs = (inputs: Parameters<typeof client.scenario.save>[0]['body']['inputs']) =>
    client.scenario.save({ id: null, revision: 0, body: { ...body, inputs } })
  const none = await refusalOf(withInputs({ gpuCount: assumed(0, 'count') }))
  expect(none).toMatchObject({ code: 'BAD_REQUEST', data: { problems: [{ key: 'gpuCount', given: '0' }] } })
  expect(none.message).toContain(
    'The scenario “Garage” was not saved. GPUs (gpuCount): expected a whole number',
  )
  expect((await refusalOf(withInputs({ flux: 'high' }))).message).toContain('there is no such input')
  expect(await client.scenario.list()).toEqual([])
  expect((await withInputs({ gpuCount: assumed(2, 'count') })).revision).toBe(1)
})
