import { IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import {
  type InputDefinition,
  type InputGroup,
  inputGroups,
} from '../../../shared/economics/input-definition.ts'
import type { Answer } from '../../../shared/economics/evaluate.ts'
import { inputTable } from '../../../shared/economics/input-table.ts'
import { applies, type InputEntries, wordOf } from '../../../shared/economics/inputs.ts'
import type { EntriesPatch } from '../../../shared/scenario-entries.ts'
import { figureWords } from '../../controls/figure-text.ts'
import { groupEffectUsd } from './group-effects.ts'
import classes from './Inputs.module.css'
import { InputRow } from './InputRow.tsx'
import { toggleGroup, useEarnings } from './store.ts'

type InputsProps = {
  readonly entries: InputEntries
  /** What each number is computed with while nothing was given. */
  readonly inUse: (key: string) => number | null
  readonly onPatch: (patch: EntriesPatch) => void
  /** Controls that fill several inputs of a group at once. */
  readonly fillers: Partial<Record<InputGroup, ReactNode>>
  /** Null until there is a net. */
  readonly answer: Answer | null
}

/** What the group adds to the net or takes from it, a month. */
function Effect({ answer, group }: { readonly answer: Answer | null; readonly group: InputGroup }) {
  const usd = answer === null ? null : groupEffectUsd(answer, group)
  return (
    <span className={classes.effect}>
      {usd === null || usd === 0 ? '' : figureWords(usd, 'usd', { decimals: 2, withPlus: true })}
    </span>
  )
}

/** Every input that applies, in groups that mirror the statement; folded groups say how many were given and what they do to the net. */
export function Inputs({ entries, inUse, onPatch, fillers, answer }: InputsProps) {
  const openGroups = useEarnings((place) => place.openGroups)
  const tariffCurrency = wordOf(entries, 'tariffCurrency') ?? ''
  return (
    <div className={classes.groups}>
      {inputGroups.map(({ id, label }) => {
        const rows = (inputTable as readonly InputDefinition[]).filter(
          (definition) => definition.group === id && applies(entries, definition.key),
        )
        if (rows.length === 0) return null
        const given = rows.filter(({ key }) => entries[key] !== undefined).length
        const open = openGroups.includes(id)
        return (
          <details
            key={id}
            className={classes.group}
            open={open}
            onToggle={(event) => toggleGroup(id, event.currentTarget.open)}
          >
            <summary className={classes.summary}>
              <IconChevronRight className={classes.chevron} size={15} stroke={1.8} aria-hidden />
              <span className={classes.label}>{label}</span>
              <span className={classes.count}>{given === 0 ? 'assumed' : `${given} given`}</span>
              <Effect answer={answer} group={id} />
            </summary>
            {open && (
              <div className={classes.rows}>
                {fillers[id] !== undefined && <div className={classes.fillers}>{fillers[id]}</div>}
                {rows.map((definition) => (
                  <div key={definition.key} data-input={definition.key} className={classes.row}>
                    <InputRow
                      definition={definition}
                      entry={entries[definition.key]}
                      tariffCurrency={tariffCurrency}
                      inUse={inUse(definition.key)}
                      onPatch={onPatch}
                    />
                  </div>
                ))}
              </div>
            )}
          </details>
        )
      })}
    </div>
  )
}
