import { Button, NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { InputEntries } from '../../../../shared/economics/inputs.ts'
import type { EntriesPatch } from '../../../../shared/scenario-entries.ts'
import { type AppliedPreset, applyPreset } from '../../../../shared/sensitivity/apply-preset.ts'
import { compareScenarios } from '../../../../shared/sensitivity/compare-scenarios.ts'
import { pendingKeys, type Preset, presets } from '../../../../shared/sensitivity/presets.ts'
import { useBook } from '../../../book.ts'
import { tell } from '../../../frame/attempt.ts'
import { PresetEditor } from './PresetEditor.tsx'
import { ScenarioColumns } from './ScenarioColumns.tsx'
import classes from './Sensitivity.module.css'

type WhatIfProps = {
  readonly name: string
  readonly entries: InputEntries
  readonly onPatch: (patch: EntriesPatch) => void
}

/** Named what-ifs beside the scenario as it is; each can be changed, and taken over. */
export function WhatIf({ name, entries, onPatch }: WhatIfProps) {
  const scenarios = useBook((book) => book.scenarios)
  const [edited, setEdited] = useState<readonly Preset[]>(presets)
  const [chosenId, setChosenId] = useState('demand-halves')
  const [besideId, setBesideId] = useState('')
  const beside = scenarios.find(({ id }) => id === besideId) ?? null

  const applied = useMemo(
    () => edited.map((preset) => ({ preset, ...applyPreset(entries, preset) })),
    [entries, edited],
  )
  const comparison = useMemo(
    () =>
      compareScenarios([
        { name: 'As it is', entries },
        ...applied.filter(changesAnything).map(({ preset, entries }) => ({ name: preset.label, entries })),
      ]),
    [entries, applied],
  )
  const purchase = useMemo(
    () =>
      beside === null
        ? null
        : compareScenarios([
            { name, entries },
            { name: beside.body.name, entries: beside.body.inputs },
          ]),
    [name, entries, beside],
  )
  const chosen = applied.find(({ preset }) => preset.id === chosenId)
  const change = (preset: Preset) =>
    setEdited((before) => before.map((each) => (each.id === preset.id ? preset : each)))
  const adopt = () => {
    if (chosen === undefined) return
    onPatch(chosen.patch)
    tell(`The scenario is now as in “${chosen.preset.label}”. Ctrl Z takes it back.`)
  }
  return (
    <>
      <p className={classes.words}>
        Every magnitude is Idlewatt’s assumption, there to be changed; none is a forecast.{' '}
        {idleWords(applied.filter((each) => !changesAnything(each)).map(({ preset }) => preset))}
      </p>
      <ScenarioColumns caption="What if" columns={comparison.columns} />
      <div className={classes.row}>
        <NativeSelect
          label="Change or adopt"
          value={chosenId}
          data={edited
            .filter(({ changes }) => changes.length > 0)
            .map(({ id, label }) => ({ value: id, label }))}
          onChange={(event) => setChosenId(event.currentTarget.value)}
        />
        <Button
          variant="default"
          disabled={chosen === undefined || Object.keys(chosen.patch).length === 0}
          onClick={adopt}
        >
          Adopt into the scenario
        </Button>
      </div>
      {chosen !== undefined && (
        <PresetEditor
          preset={chosen.preset}
          changes={chosen.changes}
          isPending={pendingKeys(chosen.preset).length > 0}
          onChange={change}
          onReset={() => change(presets.find(({ id }) => id === chosenId) ?? chosen.preset)}
        />
      )}
      <div className={classes.row}>
        <NativeSelect
          label="Another scenario beside this one"
          value={besideId}
          data={[
            { value: '', label: 'none' },
            ...scenarios
              .filter(({ body }) => body.name !== name)
              .map(({ id, body }) => ({ value: id, label: body.name })),
          ]}
          onChange={(event) => setBesideId(event.currentTarget.value)}
        />
      </div>
      {purchase !== null && (
        <>
          <p className={classes.words}>{purchase.verdict}</p>
          <ScenarioColumns caption="Two scenarios" columns={purchase.columns} />
        </>
      )}
    </>
  )
}

/** What changes nothing would be the first column again. */
function changesAnything({ patch }: AppliedPreset): boolean {
  return Object.keys(patch).length > 0
}

function idleWords(idle: readonly Preset[]): string {
  const names = idle.filter(({ changes }) => changes.length > 0).map(({ label }) => `“${label}”`)
  if (names.length === 0) return ''
  const last = names.at(-1) ?? ''
  return names.length === 1
    ? `${last} changes nothing here.`
    : `${names.slice(0, -1).join(', ')} and ${last} change nothing here.`
}
