import { join } from 'node:path'
import { bookApplicationId, bookMigrations } from '../../../electron/database/book.ts'
import type { StoreOptions } from '../../../electron/database/store.ts'

export const nowUtcMs = Date.UTC(2026, 10, 20, 12)

export function bookOptions(folder: string): StoreOptions {
  return {
    file: join(folder, 'book.db'),
    applicationId: bookApplicationId,
    migrations: bookMigrations,
    nowUtcMs: () => nowUtcMs,
    soundness: 'always',
  }
}
