import { Tabs } from '@mantine/core'
import type { InputEntries } from '../../../../shared/economics/inputs.ts'
import type { EntriesPatch } from '../../../../shared/scenario-entries.ts'
import { HoursByMonth } from './HoursByMonth.tsx'
import { OneInput } from './OneInput.tsx'
import classes from './Sensitivity.module.css'
import { TwoInputs } from './TwoInputs.tsx'
import { useSettled } from './use-settled.ts'
import { WhatIf } from './WhatIf.tsx'
import { WhatMovesIt } from './WhatMovesIt.tsx'

type SensitivityProps = {
  readonly name: string
  readonly entries: InputEntries
  readonly onPatch: (patch: EntriesPatch) => void
}

/** How the answer depends on the inputs, one look at a time; it follows once the inputs rest. */
export default function Sensitivity({ name, entries, onPatch }: SensitivityProps) {
  const settled = useSettled(entries)
  const looks = [
    { id: 'moves', label: 'What moves it', panel: <WhatMovesIt entries={settled} /> },
    { id: 'two', label: 'Two inputs at once', panel: <TwoInputs entries={settled} /> },
    { id: 'one', label: 'Sweep', panel: <OneInput entries={settled} /> },
    { id: 'if', label: 'What if', panel: <WhatIf name={name} entries={settled} onPatch={onPatch} /> },
    { id: 'hours', label: 'Hour by month', panel: <HoursByMonth entries={settled} /> },
  ]
  return (
    <section
      className={classes.section}
      aria-labelledby="sensitivity-title"
      aria-live="off"
      aria-busy={settled !== entries}
    >
      <h2 id="sensitivity-title" className={classes.title}>
        How sure it is
      </h2>
      <Tabs defaultValue="moves" keepMounted={false}>
        <Tabs.List aria-label="Ways to look at it">
          {looks.map(({ id, label }) => (
            <Tabs.Tab key={id} value={id}>
              {label}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        {looks.map(({ id, panel }) => (
          <Tabs.Panel key={id} value={id} className={classes.panel}>
            {panel}
          </Tabs.Panel>
        ))}
      </Tabs>
    </section>
  )
}
