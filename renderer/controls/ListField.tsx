import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { ListInput } from '../../shared/economics/input-definition.ts'
import { listFault } from '../../shared/economics/lists.ts'
import { FieldFrame } from './FieldFrame.tsx'
import classes from './ListField.module.css'

type ListFieldProps = {
  readonly definition: ListInput
  /** `2027-03 0.8; 2028-01 0.5` */
  readonly given: string | null
  readonly onChange: (text: string | null) => void
}

/** A few rows of cells, such as dated fees: added, edited, taken away. What does not fit stays here until it does. */
export function ListField({ definition, given, onChange }: ListFieldProps) {
  const id = useId()
  const [draft, setDraft] = useState<readonly (readonly string[])[] | null>(null)
  const rows = draft ?? rowsOf(given)
  const fault = draft === null ? null : faultOf(definition, draft)

  const edit = (next: readonly (readonly string[])[]) => {
    if (faultOf(definition, next) !== null) return setDraft(next)
    setDraft(null)
    onChange(next.length === 0 ? null : textOf(next))
  }
  const type = (row: number, cell: number, text: string) =>
    edit(rows.map((cells, r) => (r === row ? cells.with(cell, text.trim()) : cells)))

  return (
    <FieldFrame
      id={id}
      label={definition.label}
      help={definition.help}
      changed={given !== null}
      problem={fault}
      isGroup
      onReset={() => {
        setDraft(null)
        onChange(null)
      }}
    >
      {rows.length > 0 && (
        <div
          className={classes.rows}
          style={{ '--columns': definition.columns.length } as React.CSSProperties}
        >
          {definition.columns.map((column) => (
            <span key={column.label} className={classes.head} aria-hidden>
              {column.label}
            </span>
          ))}
          <span aria-hidden />
          {rows.map((cells, r) => (
            <Cells
              // oxlint-disable-next-line react/no-array-index-key -- a row has no other name than its place
              key={r}
              definition={definition}
              row={r}
              cells={cells}
              onType={type}
              onRemove={() => edit(rows.filter((_, other) => other !== r))}
            />
          ))}
        </div>
      )}
      <Button
        size="compact-xs"
        variant="subtle"
        className={classes.add}
        leftSection={<IconPlus size={13} stroke={1.8} aria-hidden />}
        aria-label={`${definition.label}: add a row`}
        onClick={() => setDraft([...rows, definition.columns.map(() => '')])}
      >
        Add a row
      </Button>
    </FieldFrame>
  )
}

type CellsProps = {
  readonly definition: ListInput
  readonly row: number
  readonly cells: readonly string[]
  readonly onType: (row: number, cell: number, text: string) => void
  readonly onRemove: () => void
}

function Cells({ definition, row, cells, onType, onRemove }: CellsProps) {
  return (
    <>
      {definition.columns.map((column, c) => (
        <input
          key={column.label}
          className={classes.cell}
          type={column.kind === 'month' ? 'month' : 'text'}
          inputMode={column.kind === 'month' ? undefined : 'decimal'}
          autoComplete="off"
          aria-label={`${definition.label}, row ${row + 1}, ${column.label}`}
          value={cells[c] ?? ''}
          onChange={(event) => onType(row, c, event.currentTarget.value)}
        />
      ))}
      <ActionIcon
        variant="subtle"
        color="gray"
        size="sm"
        aria-label={`${definition.label}: remove row ${row + 1}`}
        onClick={onRemove}
      >
        <IconTrash size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
    </>
  )
}

function rowsOf(text: string | null): readonly (readonly string[])[] {
  if (text === null || text === '') return []
  return text.split(';').map((row) => row.trim().split(/\s+/))
}

function textOf(rows: readonly (readonly string[])[]): string {
  return rows.map((cells) => cells.join(' ')).join('; ')
}

function faultOf(definition: ListInput, rows: readonly (readonly string[])[]): string | null {
  if (rows.length === 0) return null
  const row = rows.findIndex((cells) => cells.some((cell) => cell === ''))
  if (row !== -1) return `Row ${row + 1} is not complete yet; the figures stand without your change.`
  const fault = listFault(definition, textOf(rows))
  return fault === null ? null : `Expected ${fault}.`
}
