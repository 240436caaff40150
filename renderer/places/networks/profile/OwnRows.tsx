/** What the lists of prices, rented shares and fees have alike: a person adds to them and removes from them. */
import { ActionIcon, Button } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type ComponentType, useRef } from 'react'
import { type Editing, useMarketPage } from './page-context.ts'
import classes from './Profile.module.css'

type AddRowProps = {
  readonly label: string
  readonly opens: NonNullable<Editing>
  readonly Editor: ComponentType<{ readonly onClose: () => void }>
}

/** A button, or in its place the form that it opened. */
export function AddRow({ label, opens, Editor }: AddRowProps) {
  const { readOnly, editing, setEditing } = useMarketPage()
  const add = useRef<HTMLButtonElement>(null)
  const close = () => {
    setEditing(null)
    // The button is drawn again in the place of the form.
    setTimeout(() => add.current?.focus())
  }
  if (editing === opens) return <Editor onClose={close} />
  return (
    <Button
      ref={add}
      size="compact-xs"
      variant="subtle"
      className={classes.add ?? ''}
      disabled={readOnly}
      leftSection={<IconPlus size={13} stroke={1.8} aria-hidden />}
      onClick={() => setEditing(opens)}
    >
      {label}
    </Button>
  )
}

type RemoveRowProps = { readonly label: string; readonly onRemove: () => void }

export function RemoveRow({ label, onRemove }: RemoveRowProps) {
  const { readOnly } = useMarketPage()
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size="sm"
      disabled={readOnly}
      aria-label={label}
      onClick={onRemove}
    >
      <IconTrash size={14} stroke={1.6} aria-hidden />
    </ActionIcon>
  )
}
