/**
 * What a query may do and what a change may do, as two types: a query that writes does not compile.
 * @see SPEC.md D5
 */
import type { Connection } from './database.ts'
import { databaseError } from './database-error.ts'

export type SqlValue = string | number | null

declare const readable: unique symbol
declare const writable: unique symbol

export type ReadHandle = {
  readonly [readable]: true
  readonly all: <Row>(sql: string, ...values: readonly SqlValue[]) => Row[]
}

export type WriteHandle = ReadHandle & {
  readonly [writable]: true
  /** Runs one statement and says how many rows it changed. */
  readonly run: (sql: string, ...values: readonly SqlValue[]) => number
}

/** One object serves both: the brands exist for the compiler, `readonly` of the statement for everyone else. */
export function writeHandle(connection: Connection, file: string): WriteHandle {
  const statements = new Map<string, ReturnType<Connection['prepare']>>()
  const prepared = (sql: string) => {
    const statement = statements.get(sql) ?? connection.prepare(sql)
    statements.set(sql, statement)
    return statement
  }
  const query = (sql: string) => {
    const statement = prepared(sql)
    if (statement.readonly) return statement
    throw databaseError({
      code: 'write-in-query',
      file,
      what: 'A query tried to write.',
      cause: sql,
      whatToDo: 'This is a fault of Idlewatt: please report it with this sentence.',
    })
  }
  const finite = (values: readonly SqlValue[]): readonly SqlValue[] => {
    if (values.every((value) => typeof value !== 'number' || Number.isFinite(value))) return values
    // SQLite would store NaN as NULL and Infinity as itself, both without a word.
    throw databaseError({
      code: 'not-finite',
      file,
      what: 'A number to be stored is not finite.',
      cause: values.map(String).join(', '),
      whatToDo: 'Store an unknown figure as unknown.',
    })
  }
  const handle = {
    all: (sql: string, ...values: readonly SqlValue[]) => query(sql).all(...finite(values)),
    run: (sql: string, ...values: readonly SqlValue[]) => prepared(sql).run(...finite(values)).changes,
  }
  return handle as unknown as WriteHandle
}
