/** Networks: as they effectively are, with the person's edits, packs, listings and price series. */
import { bodyOrNothing } from '../../shared/markets/market-pack.ts'
import {
  isMarketPath,
  type MarketEdits,
  noEdits,
  standingProfile,
  withoutEdit,
} from '../../shared/markets/market-edits.ts'
import { bookError } from '../database/book-error.ts'
import { changeInWords, marketRemovalInWords, marketResetInWords } from '../database/document-words.ts'
import type { WriteHandle } from '../database/handles.ts'
import type { ChangeWords } from '../database/journal.ts'
import { markets } from '../database/markets.ts'
import type { Implementer } from './implementer.ts'
import { importProcedures } from './market-imports.ts'
import { existingMarket, knownMarket, marketEntry, marketListing } from './market-known.ts'
import { packProcedures } from './market-packs.ts'
import type { Parts } from './parts.ts'

export function marketProcedures(implementer: Implementer, parts: Parts) {
  const { market } = implementer
  const { book, catalogue, stamp } = parts

  const keepEdits = (
    write: WriteHandle,
    { id, revision }: { readonly id: string; readonly revision: number },
    edits: MarketEdits,
    words: (name: string) => ChangeWords,
  ) => {
    const { shipped, body } = knownMarket(write, catalogue, id)
    const { name } = standingProfile(shipped, body) ?? existingMarket(write, catalogue, id)
    const { profile, packCompiledAt } = body ?? { profile: null, packCompiledAt: null }
    const kept = bodyOrNothing({ schema: 1, name, profile, packCompiledAt, edits })
    markets.keep(write, [{ id, revision, body: kept }], words(name), stamp().nowUtcMs)
  }

  return {
    list: market.list.handler(() => book.read((read) => marketListing(read, catalogue))),
    edit: market.edit.handler(({ input }) =>
      book.write((write) => {
        keepEdits(write, input, input.edits, (name) => changeInWords('network', name, name))
        return marketEntry(write, catalogue, input.id)!
      }),
    ),
    reset: market.reset.handler(({ input }) =>
      book.write((write) => {
        const { path } = input
        if (path !== null && !isMarketPath(path))
          throw bookError('not-found', `A network has nothing called ${path}.`)
        const edits = knownMarket(write, catalogue, input.id).body?.edits ?? noEdits
        keepEdits(write, input, path === null ? noEdits : withoutEdit(edits, path), marketResetInWords)
        return marketEntry(write, catalogue, input.id)!
      }),
    ),
    remove: market.remove.handler(({ input }) => {
      book.write((write) => {
        const name = markets.find(write, input.id)?.body.name ?? input.id
        markets.keep(write, [{ ...input, body: null }], marketRemovalInWords(name), stamp().nowUtcMs)
      })
      return { id: input.id }
    }),
    ...packProcedures(implementer, parts),
    ...importProcedures(implementer, parts),
  }
}
