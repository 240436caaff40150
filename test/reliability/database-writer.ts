/**
 * A child process of the kill test: saves scenario after scenario, each in two places (the scenario and the
 * journal), and writes one line to stdout for each that was acknowledged.
 */
import { writeSync } from 'node:fs'
import { documentTable } from '../../electron/database/document-table.ts'
import { openStore } from '../../electron/database/store.ts'
import { bookOptions } from '../electron/database/book-options.ts'

// The table of scenarios without the contract's schema, whose import would be most of the child's life.
const scenarios = documentTable<{ name: string }>({
  table: 'scenarios',
  subject: 'scenario',
  parse: (value) => value as { name: string },
})
const [folder = '', prefix = ''] = process.argv.slice(2)
const book = openStore(bookOptions(folder))
for (let count = 0; ; count += 1) {
  const id = `${prefix}-${count}`
  const body = { schema: 1 as const, name: `Scenario ${id}`, rigId: null, networkId: null, inputs: {} }
  book.write((write) =>
    scenarios.save(write, { id: null, revision: 0, body }, { nowUtcMs: count, newId: () => id }),
  )
  writeSync(1, `${id}\n`)
}
