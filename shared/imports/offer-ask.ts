/** Whose price an ask is: of each GPU, or of all that the offer has. @see SPEC.md IM6 */
import { numberInCell } from './column-numbers.ts'
import type { Question } from './import-limits.ts'
import { rowInWords } from './listing.ts'
import { askToldByName } from './offer-mapping.ts'
import type { AskIs } from './offer-mapping.ts'
import type { DecimalSign, Table } from './table.ts'

type AskColumns = { readonly ask: number; readonly gpus: number | undefined }

/**
 * What the asks are per: as the mapping says, else as the column's name does, else per GPU-hour where no row has more
 * than one GPU, for it is then the same. Asks where it makes a difference.
 * Example: of the columns `price_per_hour`, `num_gpus` with a row of 8 GPUs it asks; of `dph_total` it is
 * `'per machine-hour'`. @see SPEC.md IM6
 */
export function askIsOf(
  table: Table,
  { ask, gpus }: AskColumns,
  gpusSign: DecimalSign,
  said: AskIs | null,
): AskIs | Question {
  if (said !== null) return said
  if (gpus === undefined) return 'per GPU-hour'
  const name = table.header[ask]!
  const told = askToldByName(name)
  if (told !== null) return told
  for (const { line, cells } of table.rows) {
    const count = numberInCell(cells[gpus]!, 'count', gpusSign)
    if (typeof count !== 'number' || count <= 1) continue
    return {
      kind: 'asks',
      about: 'ask price',
      question: `Column "${name}", ${rowInWords(table, line)}: is the ask of ${count} GPUs the price of each GPU by the hour, or of all of them together?`,
      column: name,
      line,
      choices: ['per GPU-hour', 'per machine-hour'] satisfies readonly AskIs[],
    }
  }
  return 'per GPU-hour'
}
