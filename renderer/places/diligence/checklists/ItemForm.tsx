import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import { type Checklist, type ChecklistItem, roles } from '../../../../shared/diligence/checklist.ts'
import { NumberField, SelectField, SentencesField, WordsField } from '../fields/Fields.tsx'
import fields from '../fields/Fields.module.css'
import { Form } from '../fields/Form.tsx'
import { roleLabels } from '../words.ts'
import {
  computationChoices,
  importanceChoices,
  type ItemDraft,
  itemOfDraft,
  partChoices,
  weightChoices,
  weightOf,
} from './item-draft.ts'
import { shown } from '../shown.ts'

type ItemFormProps = {
  readonly initial: ItemDraft
  readonly checklist: Checklist
  /** What was wrong with it, by field; null where it is kept. */
  readonly onKeep: (item: ChecklistItem) => Promise<string | null>
  readonly onClose: () => void
}

const sentences = [
  ['why', 'Why'],
  ['howToCheck', 'How to check'],
  ['evidenceThatCounts', 'Evidence that counts'],
] as const

/** All of a question. Yes is good, for every one. */
export function ItemForm({ initial, checklist, onKeep, onClose }: ItemFormProps) {
  const [draft, setDraft] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<ItemDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const circumstances = [
    { value: '', label: 'it always applies' },
    ...checklist.circumstances.map(({ id, question }) => ({ value: id, label: shown(question) })),
  ]
  return (
    <Form
      title={initial.id === null ? 'One more question' : 'The question'}
      about="Put it so that yes is the good answer."
      action="Keep it"
      problem={problem}
      takesFocus
      onSubmit={async () => {
        const read = itemOfDraft(draft, new Set(checklist.items.map(({ id }) => id)))
        setProblem('problem' in read ? read.problem : await onKeep(read.value))
      }}
      onClose={onClose}
    >
      <SentencesField
        label="Question"
        text={draft.question}
        longest={600}
        onChange={(question) => change({ question })}
      />
      <div className={fields.fields}>
        <SelectField
          label="Part"
          value={draft.part}
          choices={partChoices}
          onChange={(part) => change({ part })}
        />
        <WordsField label="Topic" text={draft.topic} longest={60} onChange={(topic) => change({ topic })} />
        <SelectField
          label="Importance"
          value={draft.importance}
          choices={importanceChoices}
          onChange={(importance) => change({ importance })}
        />
        <NumberField
          definition={{ label: 'Half-life', unit: 'count', suffix: 'days', low: 1, high: 3_650 }}
          text={draft.halfLifeDays}
          onChange={(halfLifeDays) => change({ halfLifeDays })}
        />
        {roles.map((role) => (
          <SelectField
            key={role}
            label={`Weight for ${roleLabels[role].toLowerCase()}`}
            value={String(draft.roleWeights[role])}
            choices={weightChoices}
            onChange={(weight) => change({ roleWeights: { ...draft.roleWeights, [role]: weightOf(weight) } })}
          />
        ))}
        <SelectField
          label="Answered"
          value={draft.computation}
          choices={computationChoices}
          onChange={(computation) => change({ computation })}
        />
      </div>
      {sentences.map(([key, label]) => (
        <SentencesField
          key={key}
          label={label}
          text={draft[key]}
          longest={600}
          onChange={(text) => change({ [key]: text })}
        />
      ))}
      <Checkbox
        size="xs"
        label="A “no” is a red flag: it caps the pillar"
        checked={draft.redFlag}
        onChange={(event) => change({ redFlag: event.currentTarget.checked })}
      />
      <div className={fields.fields}>
        <SelectField
          label="It does not apply by"
          value={draft.circumstanceId}
          choices={circumstances}
          onChange={(circumstanceId) => change({ circumstanceId })}
        />
        {draft.circumstanceId !== '' && (
          <SelectField
            label="where the answer is"
            value={draft.holdsWhen}
            choices={[
              { value: 'yes', label: 'yes' },
              { value: 'no', label: 'no' },
            ]}
            onChange={(holdsWhen) => change({ holdsWhen })}
          />
        )}
      </div>
      {draft.circumstanceId !== '' && (
        <WordsField
          label="When it does not apply"
          text={draft.exemptionWords}
          longest={600}
          onChange={(exemptionWords) => change({ exemptionWords })}
        />
      )}
    </Form>
  )
}
