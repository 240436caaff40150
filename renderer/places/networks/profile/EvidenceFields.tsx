import { NativeSelect, TextInput } from '@mantine/core'
import type { EvidenceClass } from '../../../../shared/figure.ts'
import classes from './Editor.module.css'
import { evidenceChoices } from './profile-words.ts'
import { longest } from './term-bounds.ts'

export type Evidence = { readonly class: EvidenceClass; readonly source: string; readonly asOf: string }

export const noSourceNamed = 'typed by you'

export function newEvidence(today: string): Evidence {
  return { class: 'assumption', source: '', asOf: today }
}

/** Source and date as they are stored, or what is wrong with them. */
export function readEvidence(
  { class: evidence, source, asOf }: Evidence,
  today: string,
):
  | { readonly class: EvidenceClass; readonly source: string; readonly asOf: string }
  | { readonly problem: string } {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(asOf)) return { problem: 'As of: expected a day, such as 2026-03-23.' }
  if (asOf > today) return { problem: `As of: expected a day up to today, ${today}; ${asOf} lies ahead.` }
  return { class: evidence, source: source.trim() === '' ? noSourceNamed : source.trim(), asOf }
}

type EvidenceFieldsProps = {
  readonly evidence: Evidence
  readonly today: string
  readonly onChange: (evidence: Evidence) => void
}

/** What something rests on, where that stands, and of which day it is. */
export function EvidenceFields({ evidence, today, onChange }: EvidenceFieldsProps) {
  return (
    <div className={classes.evidence}>
      <NativeSelect
        label="It rests on"
        value={evidence.class}
        data={evidenceChoices.map(({ value, label }) => ({ value, label }))}
        onChange={(event) => onChange({ ...evidence, class: event.currentTarget.value as EvidenceClass })}
      />
      <TextInput
        label="Source"
        placeholder="address or note"
        value={evidence.source}
        maxLength={longest.source}
        onChange={(event) => onChange({ ...evidence, source: event.currentTarget.value })}
      />
      <TextInput
        label="As of"
        type="date"
        max={today}
        value={evidence.asOf}
        onChange={(event) => onChange({ ...evidence, asOf: event.currentTarget.value })}
      />
    </div>
  )
}
