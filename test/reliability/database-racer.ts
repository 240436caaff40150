/**
 * A child process of the race test. `count`: adds one to the price of a scenario so many times, each time from the
 * revision that it read. `open`: opens the book with one more migration and says what it found.
 */
import { isBookError } from '../../electron/database/book-error.ts'
import { bookMigrations } from '../../electron/database/book.ts'
import { documentTable } from '../../electron/database/document-table.ts'
import { openStore } from '../../electron/database/store.ts'
import { bookOptions } from '../electron/database/book-options.ts'

type Counter = { readonly name: string; readonly count: number }

const counters = documentTable<Counter>({
  table: 'scenarios',
  subject: 'scenario',
  parse: (value) => value as Counter,
})
const [what, folder = '', times = '0'] = process.argv.slice(2)

if (what === 'count') {
  const book = openStore(bookOptions(folder))
  let conflicts = 0
  for (let done = 0; done < Number(times);) {
    const [counter] = book.read((read) => counters.list(read)).documents
    if (counter === undefined) throw new Error('The scenario to count in is not there.')
    const { id, revision, body } = counter
    // As long as a person thinks between reading and saving, at this scale.
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1)
    try {
      book.write((write) =>
        counters.save(
          write,
          { id, revision, body: { ...body, count: body.count + 1 } },
          { nowUtcMs: 0, newId: () => 'never' },
        ),
      )
      done += 1
    } catch (thrown) {
      if (!isBookError(thrown) || thrown.code !== 'changed-elsewhere') throw thrown
      conflicts += 1
    }
  }
  console.log(JSON.stringify({ conflicts }))
  book.close()
} else {
  const version = bookMigrations.length + 1
  // Long enough that the processes meet in it.
  const sql = `CREATE TABLE raced (number INTEGER NOT NULL) STRICT;
    WITH RECURSIVE counting (number) AS (SELECT 1 UNION ALL SELECT number + 1 FROM counting WHERE number < 1000000)
    INSERT INTO raced SELECT number FROM counting`
  const migration = { version, name: 'race', sql }
  const book = openStore({ ...bookOptions(folder), migrations: [...bookMigrations, migration] })
  console.log(JSON.stringify({ readOnly: book.readOnlyReason() }))
  book.close()
}
