import type { Table } from '../../../../shared/imports/table.ts'
import type { ImportAnswer } from '../../../../shared/markets/market-book.ts'
import classes from './Imports.module.css'
import { countWords, duplicateWords, rejectedWords } from './import-words.ts'

type CountsProps = {
  readonly table: Pick<Table, 'format'>
  readonly outcome: Extract<ImportAnswer<unknown, unknown>['outcome'], { kind: 'read' }>
}

const mostListed = 20

/** Accepted, duplicate and rejected lines, the first of each with its reason; more of them one click away. */
export function Counts({ table, outcome: { accepted, duplicates, rejected } }: CountsProps) {
  const row = table.format === 'CSV' ? 'line' : 'entry'
  const rows = table.format === 'CSV' ? 'lines' : 'entries'
  return (
    <div className={classes.counts} role="status">
      <p>
        <strong>{countWords(accepted.count, row, rows)}</strong> can be taken.
      </p>
      <Left
        words={countWords(duplicates.count, 'duplicate', 'duplicates')}
        count={duplicates.count}
        reasons={duplicates.first.slice(0, mostListed).map((each) => duplicateWords(each, row))}
      />
      <Left
        words={`${countWords(rejected.count, row, rows)} rejected`}
        count={rejected.count}
        reasons={rejected.first.slice(0, mostListed).map((each) => rejectedWords(each, row))}
      />
    </div>
  )
}

type LeftProps = { readonly words: string; readonly count: number; readonly reasons: readonly string[] }

function Left({ words, count, reasons: [first, ...others] }: LeftProps) {
  if (first === undefined) return <p>{words}.</p>
  return (
    <div>
      <p>
        <strong>{words}</strong>
        {count === 1 ? ': ' : ', the first: '}
        {first}.
      </p>
      {others.length > 0 && (
        <details>
          <summary className={classes.summary}>
            {count > mostListed ? `The next ${others.length}` : 'The others'}
          </summary>
          <ul className={classes.reasons}>
            {others.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  )
}
