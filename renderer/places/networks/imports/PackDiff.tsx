import { Checkbox } from '@mantine/core'
import type { MarketChange } from '../../../../shared/markets/market-diff.ts'
import type { PackPreviewEntry } from '../../../../shared/markets/market-pack.ts'
import tables from '../../../controls/Table.module.css'
import classes from './Imports.module.css'
import { statusWords } from './import-words.ts'

type PackDiffProps = {
  readonly markets: readonly PackPreviewEntry[]
  readonly chosen: readonly string[]
  readonly onChoose: (ids: readonly string[]) => void
}

/** Network by network: new, changed with each term before and after, or the same. */
export function PackDiff({ markets, chosen, onChoose }: PackDiffProps) {
  return (
    <ul className={classes.markets} aria-label="Networks in the pack">
      {markets.map((market) => (
        <li key={market.id} className={classes.market}>
          <div className={classes.marketHead}>
            <Checkbox
              size="xs"
              label={market.name}
              disabled={market.status === 'same'}
              checked={chosen.includes(market.id)}
              onChange={(event) =>
                onChoose(
                  event.currentTarget.checked
                    ? [...chosen, market.id]
                    : chosen.filter((id) => id !== market.id),
                )
              }
            />
            <span className={classes.status} data-status={market.status}>
              {statusWords(market)}
            </span>
          </div>
          {market.changes.length > 0 && (
            <details open={market.status === 'changed' && market.changes.length <= 12}>
              <summary className={classes.summary}>
                {market.status === 'new' ? 'What it says' : 'Each change'}
              </summary>
              <Changes market={market} />
            </details>
          )}
        </li>
      ))}
    </ul>
  )
}

function Changes({ market: { name, status, changes } }: { readonly market: PackPreviewEntry }) {
  const isNew = status === 'new'
  return (
    <div className={tables.scroller} tabIndex={0} role="region" aria-label={`Changes to ${name}, table`}>
      <table className={`${tables.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Term</th>
            {!isNew && <th scope="col">Before</th>}
            <th scope="col">{isNew ? 'Says' : 'After'}</th>
            {!isNew && <th scope="col">Your edit</th>}
          </tr>
        </thead>
        <tbody>
          {changes.map((change, place) => (
            <ChangeRow
              // oxlint-disable-next-line react/no-array-index-key -- two prices of one card have no other name
              key={place}
              change={change}
              isNew={isNew}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

function ChangeRow({ change, isNew }: { readonly change: MarketChange; readonly isNew: boolean }) {
  const { label, before, after, isEdited } = change
  return (
    <tr>
      <th scope="row">{label}</th>
      {!isNew && <td className={classes.before}>{before ?? 'not there'}</td>}
      <td className={classes.after}>{after ?? 'goes'}</td>
      {!isNew && <td>{isEdited ? 'stays on top' : ''}</td>}
    </tr>
  )
}
