/** Role, theme and what was last open. */
import { readSettings, writeSettings } from '../database/settings.ts'
import type { Implementer } from './implementer.ts'
import type { Parts } from './parts.ts'

export function settingsProcedures({ settings }: Implementer, { book }: Parts) {
  return {
    read: settings.read.handler(() => book.read((read) => readSettings(read))),
    write: settings.write.handler(({ input }) => book.write((write) => writeSettings(write, input))),
  }
}
