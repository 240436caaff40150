import { Button, Checkbox, NativeSelect, Popover, SegmentedControl } from '@mantine/core'
import { IconColumns3 } from '@tabler/icons-react'
import { useId } from 'react'
import type { Scenario } from '../../../../shared/scenario.ts'
import { type UnknownPolicy, unknownPolicies } from '../../../../shared/markets/market-entries.ts'
import { type BookStore, useBook } from '../../../book.ts'
import { openScenario, toggleColumn, useNetworks } from '../store.ts'
import classes from './Compare.module.css'
import { columns } from './columns.ts'

const policyLabels: Readonly<Record<UnknownPolicy, string>> = {
  pessimistic: 'Pessimistic',
  typical: 'Typical',
  'leave out': 'Leave out',
}

type ToolbarProps = { readonly store: BookStore; readonly scenario: Scenario }

/** What is compared: whose rig, what unknown terms count as, and which columns show. */
export function Toolbar({ store, scenario }: ToolbarProps) {
  const scenarios = useBook((book) => book.scenarios)
  const policy = useNetworks((place) => place.policy)
  const preferredCurrency = useNetworks((place) => place.preferredCurrency)
  return (
    <div className={classes.toolbar}>
      <NativeSelect
        label="Scenario"
        className={classes.scenario}
        value={scenario.id}
        data={scenarios.map(({ id, body }) => ({ value: id, label: body.name }))}
        onChange={(event) => openScenario(store, event.currentTarget.value)}
      />
      <Segments
        label="Unknown terms count as"
        value={policy}
        data={unknownPolicies.map((value) => ({ value, label: policyLabels[value] }))}
        onChange={(value) => useNetworks.setState({ policy: value })}
      />
      <Segments
        label="Where the choice is left, paid in"
        value={preferredCurrency}
        data={[
          { value: 'cash', label: 'Cash' },
          { value: 'token', label: 'Token' },
        ]}
        onChange={(value) => useNetworks.setState({ preferredCurrency: value })}
      />
      <ColumnChooser />
    </div>
  )
}

type SegmentsProps<Value extends string> = {
  readonly label: string
  readonly value: Value
  readonly data: readonly { readonly value: Value; readonly label: string }[]
  readonly onChange: (value: Value) => void
}

function Segments<Value extends string>({ label, value, data, onChange }: SegmentsProps<Value>) {
  const id = useId()
  return (
    <div className={classes.segments}>
      <span id={id} className={classes.segmentsLabel}>
        {label}
      </span>
      <SegmentedControl
        aria-labelledby={id}
        size="xs"
        value={value}
        data={data.map((each) => ({ ...each }))}
        onChange={onChange}
      />
    </div>
  )
}

function ColumnChooser() {
  const shown = useNetworks((place) => place.shownColumns)
  return (
    <Popover position="bottom-end" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button
          variant="default"
          className={classes.columnsButton}
          leftSection={<IconColumns3 size={14} stroke={1.7} aria-hidden />}
        >
          Columns
        </Button>
      </Popover.Target>
      <Popover.Dropdown className={classes.chooser} aria-label="Columns shown">
        {columns
          .filter(({ presence }) => presence !== 'always')
          .map(({ id, label }) => (
            <Checkbox
              key={id}
              size="xs"
              label={label}
              checked={shown.includes(id)}
              onChange={() => toggleColumn(id)}
            />
          ))}
      </Popover.Dropdown>
    </Popover>
  )
}
