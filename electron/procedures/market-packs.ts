/** Market packs: read, compared with what is there, taken in all or none, and written. */
import { ORPCError } from '@orpc/server'
import { isoDate } from '../../shared/calendar.ts'
import { importLimits } from '../../shared/imports/import-limits.ts'
import { effectiveMarket, standingProfile } from '../../shared/markets/market-edits.ts'
import {
  asOthersWord,
  bodyWithProfile,
  packOf,
  packPreview,
  packText,
} from '../../shared/markets/market-pack.ts'
import type { MarketPack } from '../../shared/markets/market-profile.ts'
import { marketPackSchema } from '../../shared/markets/market-schema.ts'
import { bookError } from '../database/book-error.ts'
import { packImportInWords } from '../database/document-words.ts'
import { markets } from '../database/markets.ts'
import { readInWorker } from '../imports/read-in-worker.ts'
import type { Implementer } from './implementer.ts'
import { existingMarket, knownMarket, marketEntry } from './market-known.ts'
import type { Parts } from './parts.ts'

const dayMs = 86_400_000

export function packProcedures({ market }: Implementer, { book, catalogue, stamp }: Parts) {
  return {
    packPreview: market.packPreview.handler(async ({ input, signal }) => {
      const pack = await readPack(input.text, signal)
      return book.read((read) => packPreview(pack, (id) => knownMarket(read, catalogue, id)))
    }),
    packImport: market.packImport.handler(async ({ input, signal }) => {
      const pack = await readPack(input.text, signal)
      const previewed = new Map(input.networks.map(({ id, revision }) => [id, revision]))
      const chosen = pack.markets.filter(({ id }) => previewed.has(id))
      const missing = [...previewed.keys()].filter((id) => !chosen.some((profile) => profile.id === id))
      if (missing.length > 0)
        throw refusal(`The pack has no network with the id ${missing.join(', ')}. Nothing was changed.`)
      book.write((write) => {
        const requests = chosen.map((profile) => {
          const { id, name } = profile
          const known = knownMarket(write, catalogue, id)
          if (known.revision !== previewed.get(id))
            throw bookError(
              'changed-elsewhere',
              `The network “${known.body?.name ?? name}” was changed elsewhere after the pack was looked at. Nothing was imported: look at what the pack changes now and decide again.`,
              marketEntry(write, catalogue, id),
            )
          return { id, revision: known.revision, body: bodyWithProfile(known, profile, pack.compiledAt) }
        })
        const words = packImportInWords(chosen.map(({ name }) => name))
        markets.keep(write, requests, words, stamp().nowUtcMs)
      })
      return { ids: chosen.map(({ id }) => id) }
    }),
    exportPack: market.exportPack.handler(({ input }) => {
      const profiles = book.read((read) =>
        input.ids.map((id) => {
          const { shipped, body } = knownMarket(read, catalogue, id)
          const profile = input.withEdits ? effectiveMarket(shipped, body) : standingProfile(shipped, body)
          return profile ?? existingMarket(read, catalogue, id)
        }),
      )
      const pack = packOf(profiles, isoDate(Math.floor(stamp().nowUtcMs / dayMs)))
      // What cannot be read back is not handed out.
      return { text: packText(checkedPack(pack, 'These networks cannot be put into a pack.')) }
    }),
  }
}

async function readPack(text: string, signal: AbortSignal | undefined): Promise<MarketPack> {
  const options = signal === undefined ? {} : { signal }
  const result = await readInWorker({ kind: 'market pack', text, mapping: null }, options)
  if (result.kind === 'refused') throw refusal(`${result.message} Nothing was changed.`)
  if (result.kind !== 'market pack') throw new Error(`A market pack was read as ${result.kind}.`)
  return asOthersWord(
    checkedPack(result.value, 'This is not a market pack that can be taken in; nothing was changed.'),
  )
}

const mostProblemsShown = 3

function checkedPack(value: unknown, sentence: string): MarketPack {
  const long = longList(value, '')
  if (long !== null)
    throw refusal(`${sentence} ${long}: expected at most ${longestList} entries in one list.`)
  const parsed = marketPackSchema.safeParse(value)
  if (parsed.success) return parsed.data
  const { issues } = parsed.error
  const shown = issues
    .slice(0, mostProblemsShown)
    .map(({ path, message }) => `${placeIn(value, path)}: ${message}`)
  const more = issues.length - shown.length
  throw refusal(`${sentence} ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`)
}

const longestList = 500

/** Where a list is longer than any of a pack; found before each of its entries is looked at for what is wrong with it. */
function longList(value: unknown, place: string): string | null {
  if (typeof value !== 'object' || value === null) return null
  const entries = Object.entries(value)
  if (entries.length > longestList) return place === '' ? 'the file' : place
  for (const [key, inner] of entries) {
    const found = longList(inner, place === '' ? key : `${place}.${key}`)
    if (found !== null) return found
  }
  return null
}

/** "akash payout.holdDays.unit": a network by its id where it has one. */
function placeIn(value: unknown, path: readonly PropertyKey[]): string {
  if (path.length === 0) return 'the file'
  const [list, at, ...rest] = path.map(String)
  const entries = (value as { readonly markets?: unknown }).markets
  if (list !== 'markets' || at === undefined || !Array.isArray(entries)) return path.map(String).join('.')
  const entry: unknown = entries[Number(at)]
  const id = typeof entry === 'object' && entry !== null && 'id' in entry ? entry.id : null
  const name = typeof id === 'string' && /^[a-z0-9-]{1,64}$/.test(id) ? id : `markets.${at}`
  return [name, rest.join('.')].filter((part) => part !== '').join(' ')
}

function refusal(message: string): ORPCError<'BAD_REQUEST', undefined> {
  return new ORPCError('BAD_REQUEST', { message: message.slice(0, importLimits.cellCharacters) })
}
