import { IconAlertTriangle, IconCheck } from '@tabler/icons-react'
import { useState } from 'react'
import type { ProofGroup, ProofRow } from '../../../shared/proof/vector.ts'
import { SafeLink } from '../../controls/SafeLink.tsx'
import tables from '../../controls/Table.module.css'
import classes from './Proof.module.css'
import { differenceWords, toleranceWords, valueWords } from './proof-words.ts'

type GroupTableProps = {
  readonly group: ProofGroup
  /** All of the group; `shown` of them are listed. */
  readonly rows: readonly ProofRow[]
  readonly shown: readonly ProofRow[]
  readonly isOpen: boolean
}

/** A group folded to a line: how many agree; opened, each figure with where it is from. */
export function GroupTable({ group, rows, shown, isOpen }: GroupTableProps) {
  const [open, setOpen] = useState(isOpen)
  const agreeing = rows.filter(({ pass }) => pass).length
  const failed = agreeing < rows.length
  return (
    <details
      className={classes.group}
      open={open}
      onToggle={({ currentTarget }) => setOpen(currentTarget.open)}
    >
      <summary className={classes.summary}>
        <h2 className={classes.groupName}>{group}</h2>
        <span className={classes.count} data-failed={failed || undefined}>
          {failed ? (
            <IconAlertTriangle size={14} stroke={1.8} aria-hidden />
          ) : (
            <IconCheck size={14} stroke={1.8} aria-hidden />
          )}
          {agreeing} of {rows.length} agree
        </span>
      </summary>
      {open && (
        <div className={classes.opened}>
          <Sources rows={rows} />
          <Rows group={group} rows={shown} />
        </div>
      )}
    </details>
  )
}

/** Every source of the group once, with its licence: the way to look for oneself. */
function Sources({ rows }: { readonly rows: readonly ProofRow[] }) {
  const sources = [...new Map(rows.map(({ source }) => [source.name, source])).values()]
  return (
    <ul className={classes.sources} aria-label="Sources">
      {sources.map(({ name, url, licence }) => (
        <li key={name}>
          <SafeLink href={url}>{name}</SafeLink>
          <span className={classes.licence}>{licence}</span>
        </li>
      ))}
    </ul>
  )
}

function Rows({ group, rows }: { readonly group: ProofGroup; readonly rows: readonly ProofRow[] }) {
  const label = `${group}, table`
  return (
    <div className={tables.scroller} tabIndex={0} role="region" aria-label={label}>
      <table className={`${tables.table} ${classes.table}`}>
        <thead>
          <tr>
            <th scope="col">Figure</th>
            <th scope="col" data-number>
              Expected
            </th>
            <th scope="col" data-number>
              Got here
            </th>
            <th scope="col" data-number>
              Difference
            </th>
            <th scope="col" data-number>
              Tolerance
            </th>
            <th scope="col">Source, carried over</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id} data-failed={!row.pass || undefined}>
              <th scope="row">
                <span className={classes.title}>{row.title}</span>
                <span className={classes.id}>
                  {!row.pass && <strong className={classes.failed}>Does not agree. </strong>}
                  {row.id}
                </span>
              </th>
              <td data-number className={classes.value}>
                {valueWords(row.expected)}
              </td>
              <td data-number className={classes.value}>
                {valueWords(row.got)}
              </td>
              <td data-number>{differenceWords(row)}</td>
              <td data-number>{toleranceWords(row.tolerance)}</td>
              <td className={classes.source}>
                {row.source.name}, {row.source.date}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
