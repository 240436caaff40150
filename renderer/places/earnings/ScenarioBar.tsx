import { ActionIcon, Button, NativeSelect } from '@mantine/core'
import { IconCopy, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import type { Scenario } from '../../../shared/scenario.ts'
import { type BookStore, useBook } from '../../book.ts'
import { NameField } from '../../controls/NameField.tsx'
import { attempt, tell } from '../../frame/attempt.ts'
import { goTo } from '../../frame/frame-store.ts'
import { landPendingEdits } from '../../pending-edits.ts'
import { ExportWorkbook } from './ExportWorkbook.tsx'
import classes from './ScenarioBar.module.css'
import { bodyOnScreen, edit, useEarnings } from './store.ts'

type ScenarioBarProps = {
  readonly store: BookStore
  readonly scenario: Scenario
  readonly onNew: () => void
}

/** Which scenario is open, and what can be done with it. Everything here can be undone. */
export function ScenarioBar({ store, scenario, onNew }: ScenarioBarProps) {
  const scenarios = useBook((book) => book.scenarios)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const draft = useEarnings((place) => place.draft)
  const saving = useEarnings((place) => place.saving)
  const [renaming, setRenaming] = useState(false)
  const name = bodyOnScreen(draft, scenario).name

  const rename = (wanted: string) => {
    setRenaming(false)
    const trimmed = wanted.trim()
    if (trimmed !== '' && trimmed !== name) edit(store, scenario.id, (body) => ({ ...body, name: trimmed }))
  }
  const duplicate = async () => {
    await landPendingEdits()
    const made = await attempt('duplicate the scenario', () => store.getState().duplicateScenario(scenario))
    if (made !== null) goTo('earnings', made.id)
  }
  const remove = async () => {
    await landPendingEdits()
    const stored = store.getState().scenarios.find(({ id }) => id === scenario.id) ?? scenario
    const done = await attempt('delete the scenario', async () => {
      await store.getState().removeScenario(stored)
      return true
    })
    if (done === null) return
    tell(`Deleted “${name}”. Ctrl Z brings it back.`)
    goTo('earnings', null)
  }

  return (
    <div className={classes.bar}>
      {renaming ? (
        <NameField
          label="Name of the scenario"
          className={classes.choice ?? ''}
          name={name}
          onDone={rename}
          onCancel={() => setRenaming(false)}
        />
      ) : (
        <NativeSelect
          aria-label="Scenario"
          className={classes.choice}
          value={scenario.id}
          data={scenarios.map((each) => ({ value: each.id, label: bodyOnScreen(draft, each).name }))}
          onChange={(event) => goTo('earnings', event.currentTarget.value)}
        />
      )}
      <Tool label="Rename" disabled={readOnly} run={() => setRenaming(true)}>
        <IconPencil size={16} stroke={1.6} aria-hidden />
      </Tool>
      <Tool label="Duplicate" disabled={readOnly} run={() => void duplicate()}>
        <IconCopy size={16} stroke={1.6} aria-hidden />
      </Tool>
      <Tool label="Delete" disabled={readOnly} run={() => void remove()}>
        <IconTrash size={16} stroke={1.6} aria-hidden />
      </Tool>
      <Button
        variant="default"
        leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
        disabled={readOnly}
        onClick={onNew}
      >
        New scenario
      </Button>
      <ExportWorkbook name={name} entries={bodyOnScreen(draft, scenario).inputs} />
      <span className={classes.saved} role="status">
        {readOnly ? 'not saved' : saving || draft !== null ? 'saving …' : 'saved'}
      </span>
    </div>
  )
}

type ToolProps = {
  readonly label: string
  readonly disabled: boolean
  readonly run: () => void
  readonly children: React.ReactNode
}

function Tool({ label, disabled, run, children }: ToolProps) {
  return (
    <ActionIcon
      variant="subtle"
      color="gray"
      size={28}
      aria-label={`${label} scenario`}
      title={label}
      disabled={disabled}
      onClick={run}
    >
      {children}
    </ActionIcon>
  )
}
