/**
 * The headless backend: wires the book, the telemetry and the procedures behind one router.
 * Hosts (Electron, server, command line, tests) only carry messages to it.
 */
import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { readCatalogue } from './catalogue.ts'
import { readChecklists, type ShippedDiligence } from './checklists.ts'
import type { RigSample } from '../shared/telemetry/gpu-sample.ts'
import { bookApplicationId, bookMigrations } from './database/book.ts'

import { asDatabaseError } from './database/database-error.ts'
import { markets } from './database/markets.ts'
import { offerSnapshots } from './database/offer-snapshots.ts'
import { priceSeries } from './database/price-series.ts'
import { rigs } from './database/rigs.ts'
import { scenarios } from './database/scenarios.ts'
import { openStore, unavailableStore, type Store, type StoreOptions } from './database/store.ts'
import { telemetryStore } from './database/telemetry-store.ts'
import { aboutProcedures } from './procedures/about.ts'
import { guideProcedures } from './procedures/guide.ts'
import { implementer } from './procedures/implementer.ts'
import { journalProcedures } from './procedures/journal.ts'
import { marketProcedures } from './procedures/market.ts'
import type { Parts } from './procedures/parts.ts'
import { proofProcedures } from './procedures/proof.ts'
import { rigProcedures } from './procedures/rig.ts'
import { scenarioProcedures } from './procedures/scenario.ts'
import { scorecardNotices } from './procedures/scorecard-known.ts'
import { scorecardProcedures } from './procedures/scorecard.ts'
import { settingsProcedures } from './procedures/settings.ts'
import { createSampler } from './telemetry/sampler.ts'
import { appVersion } from './version.ts'

export type BackendOptions = {
  readonly dataFolder: string
  readonly host: 'electron' | 'server' | 'cli'
  /** A recorded nvidia-smi output to read instead of a live card. */
  readonly replayFile: string | null
  readonly clock: Clock
}

export type Clock = { readonly nowUtcMs: () => number; readonly monotonicMs: () => number }

const sampleIntervalMs = 1_000

export type Router = ReturnType<typeof createRouter>

export type Backend = {
  readonly router: Router
  /** Ends every stream, stops the sampler, and closes the databases. */
  readonly close: () => Promise<void>
}

export async function createBackend(options: BackendOptions): Promise<Backend> {
  const { dataFolder, host, replayFile, clock } = options
  const catalogue = readCatalogue()
  const diligence = readChecklists()
  const book = openOrExplain({
    file: join(dataFolder, 'book.db'),
    applicationId: bookApplicationId,
    migrations: bookMigrations,
    nowUtcMs: clock.nowUtcMs,
    soundness: 'always',
  })
  const closing = new AbortController()
  const telemetry = telemetryStore({
    file: join(dataFolder, 'telemetry.db'),
    nowUtcMs: clock.nowUtcMs,
    intervalMs: sampleIntervalMs,
  })
  let telemetryProblem: string | null = null
  const storeSamples = (samples: readonly RigSample[]): void => {
    try {
      telemetry.append(samples)
      telemetryProblem = null
    } catch (thrown) {
      telemetryProblem = `Telemetry is not stored: ${asDatabaseError(thrown, 'telemetry.db').message}`
      throw thrown
    }
  }
  const sampler = createSampler({
    clock,
    replayFile,
    intervalMs: sampleIntervalMs,
    // A recording is not a measurement of this rig.
    ...(replayFile === null ? { onBatch: storeSamples } : {}),
  })
  const version = appVersion()
  const router = createRouter({
    book,
    sampler,
    catalogue,
    diligence,
    about: () => ({
      version,
      host,
      dataFolder,
      readOnlyReason: book.readOnlyReason(),
      notices: [...noticesOf(book, diligence), ...(telemetryProblem === null ? [] : [telemetryProblem])],
    }),
    stamp: () => ({ nowUtcMs: clock.nowUtcMs(), newId: randomUUID }),
    closing: closing.signal,
  })
  return {
    router,
    close: async () => {
      closing.abort()
      await sampler.close()
      telemetry.close()
      book.close()
    },
  }
}

/** A procedure of the contract without a handler does not compile here. */
function createRouter(parts: Parts) {
  return implementer.router({
    ...aboutProcedures(implementer, parts),
    ...proofProcedures(implementer),
    ...guideProcedures(implementer),
    rig: rigProcedures(implementer, parts),
    scenario: scenarioProcedures(implementer, parts),
    market: marketProcedures(implementer, parts),
    scorecard: scorecardProcedures(implementer, parts),
    settings: settingsProcedures(implementer, parts),
    journal: journalProcedures(implementer, parts),
  })
}

/** Rows that cannot be read, named; a book that cannot be read at all says so elsewhere. */
function noticesOf(book: Store, { shippedChecklist }: ShippedDiligence): readonly string[] {
  try {
    return book.read((read) => [
      ...[scenarios, rigs, markets, offerSnapshots, priceSeries]
        .flatMap((table) => table.list(read).unreadable)
        .map((row) => row.message),
      ...scorecardNotices(read, shippedChecklist),
    ])
  } catch {
    return []
  }
}

/** The app starts whatever the book's state is: it then says what is the matter instead of saving. */
function openOrExplain(options: StoreOptions): Store {
  try {
    return openStore(options)
  } catch (thrown) {
    return unavailableStore(options.file, asDatabaseError(thrown, options.file))
  }
}
