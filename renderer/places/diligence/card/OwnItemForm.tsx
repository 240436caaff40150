import { Checkbox } from '@mantine/core'
import { useState } from 'react'
import {
  type ChecklistItem,
  type Importance,
  importances,
  type Part,
  parts,
  roles,
  type RoleWeight,
  roleWeights,
} from '../../../../shared/diligence/checklist.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { aRole } from '../../../../shared/diligence/words.ts'
import formClasses from '../fields/Fields.module.css'
import { SelectField, SentencesField, WordsField } from '../fields/Fields.tsx'
import { Form } from '../fields/Form.tsx'
import { me } from '../fields/who.ts'
import { useAppend } from '../use-diligence.ts'
import { partLabels, started } from '../words.ts'
import { problemOf, sentences } from './own-item.ts'

type OwnItemFormProps = {
  readonly card: Scorecard
  readonly item: ChecklistItem
  readonly isNew: boolean
  /** The id of the item where it was kept. */
  readonly onClose: (keptId: string | null) => void
}

const weightLabels: Readonly<Record<`${RoleWeight}`, string>> = {
  0: 'not at all',
  0.5: 'half',
  1: 'once',
  2: 'twice',
}

/** A question of the person's own, on this card. */
export function OwnItemForm({ card, item: given, isNew, onClose }: OwnItemFormProps) {
  const append = useAppend(card)
  const [item, setItem] = useState(given)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (changed: Partial<ChecklistItem>) => setItem((before) => ({ ...before, ...changed }))
  const keep = async () => {
    const wrong = problemOf(item)
    setProblem(wrong)
    if (wrong !== null) return
    const kept = await append('keep the question', [{ kind: 'own-item', item, who: me }])
    if (kept !== null) onClose(item.id)
  }
  return (
    <Form
      title={isNew ? 'A question of your own' : 'Your question'}
      action="Keep the question"
      problem={problem}
      takesFocus
      onSubmit={keep}
      onClose={() => onClose(null)}
    >
      {sentences.map(({ key, label }) => (
        <SentencesField
          key={key}
          label={label}
          text={item[key]}
          longest={600}
          onChange={(text) => change({ [key]: text })}
        />
      ))}
      <div className={formClasses.fields}>
        <SelectField<Part>
          label="Counts in"
          value={item.part}
          choices={parts.map((value) => ({
            value,
            label: value === 'demand' ? 'Demand: all three' : partLabels[value],
          }))}
          onChange={(part) => change({ part })}
        />
        <WordsField label="Heading" text={item.topic} longest={60} onChange={(topic) => change({ topic })} />
        <SelectField<Importance>
          label="Weight"
          value={item.importance}
          choices={importances.map((value) => ({ value, label: started(value) }))}
          onChange={(importance) => change({ importance })}
        />
        <WordsField
          label="Worth half after, days"
          text={Number.isNaN(item.halfLifeDays) ? '' : String(item.halfLifeDays)}
          longest={4}
          onChange={(text) => change({ halfLifeDays: Number.parseInt(text, 10) })}
        />
        {roles.map((role) => (
          <SelectField<`${RoleWeight}`>
            key={role}
            label={`Counts for ${aRole(role)}`}
            value={`${item.roleWeights[role]}`}
            choices={roleWeights.map((weight) => ({
              value: `${weight}` as const,
              label: weightLabels[`${weight}`],
            }))}
            onChange={(weight) =>
              change({ roleWeights: { ...item.roleWeights, [role]: Number(weight) as RoleWeight } })
            }
          />
        ))}
      </div>
      <Checkbox
        size="xs"
        label="A “no” is a red flag: it caps the pillar at 25"
        checked={item.redFlag}
        onChange={(event) => change({ redFlag: event.currentTarget.checked })}
      />
    </Form>
  )
}
