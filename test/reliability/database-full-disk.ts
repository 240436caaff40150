/** A child process of the full-disk test: fills the disk, saves until it is refused, frees the disk, saves again. */
import { rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isDatabaseError } from '../../electron/database/database-error.ts'
import { documentTable } from '../../electron/database/document-table.ts'
import { openStore } from '../../electron/database/store.ts'
import { bookOptions } from '../electron/database/book-options.ts'

const scenarios = documentTable<{ name: string }>({
  table: 'scenarios',
  subject: 'scenario',
  parse: (value) => value as { name: string },
})
const [folder = ''] = process.argv.slice(2)
const book = openStore(bookOptions(folder))
let acknowledged = 0
const save = () => {
  book.write((write) =>
    scenarios.save(
      write,
      { id: null, revision: 0, body: { name: 'x'.repeat(1000) } },
      { nowUtcMs: 0, newId: () => `s-${acknowledged}` },
    ),
  )
  acknowledged += 1
}
save()
const ballast = join(folder, 'ballast')
const { bavail, bsize } = statfsSync(folder)
writeFileSync(ballast, Buffer.alloc((bavail - 40) * bsize))
let code: string | null = null
while (code === null) {
  try {
    save()
  } catch (thrown) {
    if (!isDatabaseError(thrown)) throw thrown
    code = thrown.problem.code
  }
}
const acknowledgedWhenFull = acknowledged
const readableWhenFull = book.read((read) => scenarios.list(read)).documents.length
rmSync(ballast)
save()
const [row] = book.read((read) => read.all<{ rows: number }>('SELECT count(*) AS rows FROM scenarios'))
const integrity = book.read((read) => read.all('PRAGMA integrity_check'))
console.log(
  JSON.stringify({
    code,
    lostWhenFull: acknowledgedWhenFull - readableWhenFull,
    lost: acknowledged - (row?.rows ?? 0),
    savedBeforeFull: acknowledgedWhenFull > 1,
    integrity,
    readOnly: book.readOnlyReason(),
  }),
)
book.close()
