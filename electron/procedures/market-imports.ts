/** Listings of offers and series of prices: what a file would bring, taken in, read again, removed. */
import { ORPCError } from '@orpc/server'
import type { Preview, ReadingOrQuestion } from '../../shared/imports/import-limits.ts'
import type { OfferMapping } from '../../shared/imports/offer-mapping.ts'
import type { Offer } from '../../shared/imports/offers.ts'
import type { PricePoint } from '../../shared/imports/price-series.ts'
import type {
  ImportAnswer,
  OfferSnapshotBody,
  PriceSeriesBody,
  Some,
} from '../../shared/markets/market-book.ts'
import { isoDay } from '../../shared/markets/market-schema.ts'
import { bookError } from '../database/book-error.ts'
import type { DocumentTable } from '../database/document-table.ts'
import type { ReadHandle } from '../database/handles.ts'
import { dropUnnamedRows, putRows, rowsOf } from '../database/imported-rows.ts'
import { offerSnapshots } from '../database/offer-snapshots.ts'
import { priceSeries } from '../database/price-series.ts'
import type { ImportRequest, ImportResult } from '../imports/import-messages.ts'
import { readInWorker } from '../imports/read-in-worker.ts'
import type { Implementer } from './implementer.ts'
import { existingMarket, marketListing } from './market-known.ts'
import type { Parts } from './parts.ts'

export function importProcedures({ market }: Implementer, { book, catalogue, stamp }: Parts) {
  const readOffers = (text: string, mapping: OfferMapping | null, signal: AbortSignal | undefined) =>
    readAs('offers', { kind: 'offers', text, mapping, catalogue: { gpus: catalogue.gpus } }, signal)
  const remembered = (networkId: string) =>
    book.read((read) => {
      existingMarket(read, catalogue, networkId)
      const newest = marketListing(read, catalogue).snapshots.find(({ body }) => body.networkId === networkId)
      return newest?.body.mapping ?? null
    })

  return {
    offersPreview: market.offersPreview.handler(async ({ input, signal }) => {
      const known = remembered(input.networkId)
      let result = await readOffers(input.text, input.mapping ?? known, signal)
      // A market may have renamed its columns since.
      if (input.mapping === null && known !== null && !fits(known, result.table.header))
        result = await readOffers(input.text, null, signal)
      return answerOf(result.table, result.mapping, result.reading)
    }),
    offersImport: market.offersImport.handler(async ({ input, signal }) => {
      const { networkId, seenOn, fileName, mapping } = input
      const offers = acceptedOf((await readOffers(input.text, mapping, signal)).reading)
      return book.write((write) => {
        const { name } = existingMarket(write, catalogue, networkId)
        const body: OfferSnapshotBody = {
          schema: 1,
          name: `${name}, ${seenOn}`,
          networkId,
          seenOn,
          fileName,
          mapping,
          offers: offers.length,
          rowsSha256: putRows(write, offers),
        }
        const saved = offerSnapshots.save(write, { id: null, revision: 0, body }, stamp())
        dropUnnamedRows(write)
        return saved
      })
    }),
    offers: market.offers.handler(({ input }) =>
      book.read((read) => storedRows(read, offerSnapshots, input.id, 'offer snapshot') as Offer[]),
    ),
    offersRemove: market.offersRemove.handler(({ input }) => {
      book.write((write) => {
        offerSnapshots.remove(write, input.id, input.revision, stamp())
        dropUnnamedRows(write)
      })
      return { id: input.id }
    }),

    seriesPreview: market.seriesPreview.handler(async ({ input: { text, mapping }, signal }) => {
      const result = await readAs('price series', { kind: 'price series', text, mapping }, signal)
      return answerOf(result.table, result.mapping, result.reading)
    }),
    seriesImport: market.seriesImport.handler(async ({ input, signal }) => {
      const { networkId, catalogueId, basis, fileName, text, mapping } = input
      const card = catalogue.gpus.find(({ id }) => id === catalogueId)
      if (catalogueId !== null && card === undefined)
        throw bookError('not-found', `The catalogue has no card with the id ${catalogueId}.`)
      const { reading } = await readAs('price series', { kind: 'price series', text, mapping }, signal)
      const points = acceptedOf(reading)
      for (const { date } of points)
        if (!isoDay.safeParse(date).success)
          throw refusal(`The file has a price of ${date}: expected days from 1970 to 2199.`)
      return book.write((write) => {
        const { name } = existingMarket(write, catalogue, networkId)
        const body: PriceSeriesBody = {
          schema: 1,
          name: `${name}, ${card?.name ?? 'token'}`,
          networkId,
          catalogueId,
          basis,
          fileName,
          mapping,
          points: points.length,
          firstDate: points[0]!.date,
          lastDate: points.at(-1)!.date,
          rowsSha256: putRows(write, points),
        }
        const saved = priceSeries.save(write, { id: null, revision: 0, body }, stamp())
        dropUnnamedRows(write)
        return saved
      })
    }),
    series: market.series.handler(({ input }) =>
      book.read((read) => storedRows(read, priceSeries, input.id, 'price series') as PricePoint[]),
    ),
    seriesRemove: market.seriesRemove.handler(({ input }) => {
      book.write((write) => {
        priceSeries.remove(write, input.id, input.revision, stamp())
        dropUnnamedRows(write)
      })
      return { id: input.id }
    }),
  }
}

async function readAs<Kind extends 'offers' | 'price series'>(
  kind: Kind,
  request: ImportRequest,
  signal: AbortSignal | undefined,
): Promise<Extract<ImportResult, { kind: Kind }>> {
  const result = await readInWorker(request, signal === undefined ? {} : { signal })
  if (result.kind === 'refused') throw refusal(result.message)
  if (!isOf(result, kind)) throw new Error(`An import of ${kind} was read as ${result.kind}.`)
  return result
}

function isOf<Kind extends ImportResult['kind']>(
  result: ImportResult,
  kind: Kind,
): result is Extract<ImportResult, { kind: Kind }> {
  return result.kind === kind
}

function fits(mapping: OfferMapping, header: readonly string[]): boolean {
  return Object.values(mapping.columns).every((column) => column === null || header.includes(column))
}

/** Longer lists are for the book; a person looks at their beginning. */
const rowsShown = 1_000

function some<Row>(rows: readonly Row[]): Some<Row> {
  return { count: rows.length, first: rows.slice(0, rowsShown) }
}

function answerOf<Row, Mapping>(
  table: ImportAnswer<Row, Mapping>['table'],
  mapping: Mapping | null,
  reading: ReadingOrQuestion<Preview<Row>>,
): ImportAnswer<Row, Mapping> {
  if (reading.kind !== 'read') return { table, mapping, outcome: reading }
  const { accepted, duplicates, rejected } = reading.value
  return {
    table,
    mapping,
    outcome: {
      kind: 'read',
      accepted: some(accepted),
      duplicates: some(duplicates),
      rejected: some(rejected),
    },
  }
}

function acceptedOf<Row>(reading: ReadingOrQuestion<Preview<Row>>): readonly Row[] {
  switch (reading.kind) {
    case 'refused':
      throw refusal(reading.message)
    case 'asks':
      throw refusal(`${reading.question} Say it with the columns, then import again.`)
    case 'read':
      if (reading.value.accepted.length === 0)
        throw refusal('No line of the file can be taken. Look at what is wrong with each of them.')
      return reading.value.accepted
  }
}

function storedRows(
  read: ReadHandle,
  table: Pick<DocumentTable<OfferSnapshotBody | PriceSeriesBody>, 'find'>,
  id: string,
  subject: string,
): unknown {
  const document = table.find(read, id)
  if (document !== null) return rowsOf(read, document.body.rowsSha256)
  throw bookError('not-found', `There is no ${subject} with the id ${id}.`)
}

function refusal(message: string): ORPCError<'BAD_REQUEST', undefined> {
  return new ORPCError('BAD_REQUEST', { message: `${message} Nothing was changed.` })
}
