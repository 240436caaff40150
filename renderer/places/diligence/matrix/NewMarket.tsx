import { Button, Popover, TextInput } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { useBeginCard } from '../begin-card.ts'
import { useReadOnlyReason } from '../use-diligence.ts'
import classes from './Matrix.module.css'

/** A market that the catalogue does not have. */
export function NewMarket() {
  const begin = useBeginCard()
  const readOnly = useReadOnlyReason(null)
  const [opened, setOpened] = useState(false)
  const [name, setName] = useState('')
  const keep = () => {
    if (name.trim() === '') return
    setOpened(false)
    void begin(name.trim(), null)
  }
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus opened={opened} onChange={setOpened}>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.apart}
          disabled={readOnly !== null}
          leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
          onClick={() => setOpened(!opened)}
        >
          Another market
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.newMarket} aria-label="Another market">
        <TextInput
          label="Its name"
          value={name}
          maxLength={120}
          autoComplete="off"
          data-autofocus
          onChange={(event) => setName(event.currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key === 'Enter') keep()
          }}
        />
        <Button onClick={keep} disabled={name.trim() === ''}>
          Begin a card
        </Button>
      </Popover.Dropdown>
    </Popover>
  )
}
