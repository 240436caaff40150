/** The rig on this machine, live, and the rigs that are stored. */
import { rigs } from '../database/rigs.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'

export function rigProcedures({ rig }: Implementer, { book, sampler, stamp, closing }: Parts) {
  return {
    detect: rig.detect.handler(() => sampler.detect()),
    live: rig.live.handler(async function* live({ signal }) {
      yield* sampler.live(AbortSignal.any(signal === undefined ? [closing] : [closing, signal]))
    }),
    list: rig.list.handler(() => [...book.read((read) => rigs.list(read)).documents]),
    save: rig.save.handler(({ input }) => book.write((write) => rigs.save(write, input, stamp()))),
    remove: rig.remove.handler(({ input }) => {
      book.write((write) => rigs.remove(write, input.id, input.revision, stamp()))
      return { id: input.id }
    }),
  }
}
