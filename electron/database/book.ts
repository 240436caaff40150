/** book.db: everything a person types. One application id, one list of migrations. */
import { book1 } from './migrations/book-1.ts'
import { book2 } from './migrations/book-2.ts'
import { book3 } from './migrations/book-3.ts'
import type { Migration } from './migrate.ts'

/** "Idlb" in ASCII. */
export const bookApplicationId = 0x49_64_6c_62

export const bookMigrations: readonly Migration[] = [book1, book2, book3]
