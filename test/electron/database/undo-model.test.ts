import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ReadHandle } from '../../../electron/database/handles.ts'
import { journalState } from '../../../electron/database/journal.ts'
import { scenarios } from '../../../electron/database/scenarios.ts'
import { packImportInWords } from '../../../electron/database/document-words.ts'
import { markets } from '../../../electron/database/markets.ts'
import { openStore, type Store } from '../../../electron/database/store.ts'
import { redo, undo } from '../../../electron/database/undo.ts'
import { type MarketBody, noEdits } from '../../../shared/markets/market-edits.ts'
import type { ScenarioBody } from '../../../shared/scenario.ts'
import { bookOptions, nowUtcMs } from './book-options.ts'
import { scenarioBody, stamp } from './sample-book.ts'
import { temporaryFolder } from './temporary-folder.ts'

// The model: undo is a list of whole pictures of the book and a place in it.
type Picture = Readonly<Record<string, ScenarioBody | MarketBody>>
type Model = { pictures: Picture[]; at: number; contentByRevision: Map<string, string> }
type Real = { book: Store; reopen: () => void }

const documentsOf = (read: ReadHandle) => [...scenarios.list(read).documents, ...markets.list(read).documents]
const pictureOf = (read: ReadHandle): Picture =>
  Object.fromEntries(documentsOf(read).map((each) => [each.id, each.body]))
const revisionsOf = (read: ReadHandle) => documentsOf(read).map((each) => [each.id, each.revision] as const)

function check(model: Model, real: Real): void {
  expect(real.book.read(pictureOf)).toEqual(model.pictures[model.at])
  const state = real.book.read(journalState)
  expect([state.undo !== null, state.redo !== null]).toEqual([
    model.at > 0,
    model.at < model.pictures.length - 1,
  ])
  // A revision never stands for two contents: a page that holds one is never wrong about it.
  for (const { id, revision, body } of real.book.read(documentsOf)) {
    const content = JSON.stringify(body)
    const key = `${id} ${revision}`
    expect(content).toBe(model.contentByRevision.get(key) ?? content)
    model.contentByRevision.set(key, content)
  }
}

const isNetwork = (id: string) => networkIds.includes(id)
const ids = (model: Model) =>
  Object.keys(model.pictures[model.at] ?? {})
    .filter((id) => !isNetwork(id))
    .sort()
const revisionOf = (real: Real, id: string) => new Map(real.book.read(revisionsOf)).get(id) ?? -1

function edit(model: Model, picture: Picture): void {
  model.pictures = [...model.pictures.slice(0, model.at + 1), picture]
  model.at += 1
}

type Step = fc.Command<Model, Real>
const step = (
  name: string,
  can: (model: Model) => boolean,
  work: (model: Model, real: Real) => void,
): Step => ({
  check: can,
  run: (model, real) => {
    work(model, real)
    check(model, real)
  },
  toString: () => name,
})

const create = (body: ScenarioBody) =>
  step(
    `create ${body.name}`,
    () => true,
    (model, real) => {
      const { id } = real.book.write((write) => scenarios.save(write, { id: null, revision: 0, body }, stamp))
      edit(model, { ...model.pictures[model.at], [id]: body })
    },
  )
const change = (which: number, body: ScenarioBody) =>
  step(
    `change ${which} to ${body.name}`,
    (model) => ids(model).length > 0,
    (model, real) => {
      const id = ids(model)[which % ids(model).length] ?? ''
      const revision = revisionOf(real, id)
      const before = model.pictures[model.at] ?? {}
      real.book.write((write) => scenarios.save(write, { id, revision, body }, stamp))
      if (JSON.stringify(before[id]) !== JSON.stringify(body)) edit(model, { ...before, [id]: body })
    },
  )
const remove = (which: number) =>
  step(
    `remove ${which}`,
    (model) => ids(model).length > 0,
    (model, real) => {
      const id = ids(model)[which % ids(model).length] ?? ''
      const revision = revisionOf(real, id)
      real.book.write((write) => scenarios.remove(write, id, revision, stamp))
      const { [id]: _, ...others } = model.pictures[model.at] ?? {}
      edit(model, others)
    },
  )
/** As an import of a pack does it: several networks made, changed and removed at once. */
const keep = (requests: ReadonlyMap<string, MarketBody | null>) =>
  step(
    `keep ${[...requests].map(([id, body]) => `${id} ${body?.name ?? 'nothing'}`).join(', ')}`,
    () => true,
    (model, real) => {
      const before = model.pictures[model.at] ?? {}
      const after = { ...before, ...Object.fromEntries(requests) }
      const picture = Object.fromEntries(
        Object.entries(after).filter((each): each is [string, MarketBody] => each[1] !== null),
      )
      const given = [...requests].map(([id, body]) => ({
        id,
        body,
        revision: id in before ? revisionOf(real, id) : 0,
      }))
      real.book.write((write) => markets.keep(write, given, packImportInWords(['some']), nowUtcMs))
      if (JSON.stringify(sorted(picture)) !== JSON.stringify(sorted(before))) edit(model, picture)
    },
  )
const sorted = (picture: Picture) => Object.entries(picture).toSorted(([a], [b]) => (a < b ? -1 : 1))
const undoStep = step(
  'undo',
  (model) => model.at > 0,
  (model, real) => {
    real.book.write((write) => undo(write, nowUtcMs))
    model.at -= 1
  },
)
const redoStep = step(
  'redo',
  (model) => model.at < model.pictures.length - 1,
  (model, real) => {
    real.book.write((write) => redo(write, nowUtcMs))
    model.at += 1
  },
)
const restart = step(
  'restart',
  () => true,
  (_, real) => real.reopen(),
)

const bodies = fc
  .record({
    name: fc.string({ minLength: 1, maxLength: 20, unit: 'binary' }),
    price: fc.double({ noNaN: true, noDefaultInfinity: true }),
  })
  .map(({ name, price }) => scenarioBody(`n${name}n`, price === 0 ? 0 : price))

const networkIds = ['akash', 'vast', 'render']
const marketBodies = fc.constantFrom('One', 'Two', 'Three').map((name): MarketBody => ({
  schema: 1,
  name,
  profile: null,
  packCompiledAt: null,
  edits: { ...noEdits, terms: { 'token.symbol': name } },
}))
const networks = fc
  .uniqueArray(fc.tuple(fc.constantFrom(...networkIds), fc.option(marketBodies)), {
    minLength: 1,
    selector: ([id]) => id,
  })
  .map((entries) => new Map(entries))

test('D11: through any edits, undos, redos and restarts the book is what a list of pictures says', () => {
  const folder = temporaryFolder()
  let count = 0
  fc.assert(
    fc.property(
      fc.commands(
        [
          bodies.map(create),
          fc.tuple(fc.nat(20), bodies).map(([which, body]) => change(which, body)),
          fc.nat(20).map(remove),
          networks.map(keep),
          fc.constant(undoStep),
          fc.constant(undoStep),
          fc.constant(redoStep),
          fc.constant(restart),
        ],
        { maxCommands: 40, size: 'max' },
      ),
      (commands) => {
        const options = bookOptions(`${folder}/${(count += 1)}`)
        const real: Real = {
          book: openStore(options),
          reopen: () => {
            real.book.close()
            real.book = openStore(options)
          },
        }
        try {
          fc.modelRun(
            () => ({ model: { pictures: [{}], at: 0, contentByRevision: new Map() }, real }),
            commands,
          )
        } finally {
          real.book.close()
        }
      },
    ),
    { numRuns: 30 },
  )
})
