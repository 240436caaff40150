import { Checkbox, SegmentedControl, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { PermissionSheetForm } from '../../../../shared/diligence/checklist.ts'
import type { PermissionSheet, TestJob } from '../../../../shared/diligence/entry.ts'
import { Form } from '../fields/Form.tsx'
import { me } from '../fields/who.ts'
import { useLocalDay } from '../use-diligence.ts'
import classes from './Permissions.module.css'
import {
  draftOfSheet,
  type Permitted,
  permittedChoices,
  type SheetDraft,
  sheetOfDraft,
} from './sheet-draft.ts'
import { shown } from '../shown.ts'

type SheetFormProps = {
  readonly form: PermissionSheetForm
  readonly job: TestJob
  readonly sheet: PermissionSheet | undefined
  readonly disabled: boolean
  readonly onKeep: (sheet: PermissionSheet) => Promise<void>
  readonly onClose: () => void
}

export function SheetForm({ form, job, sheet, disabled, onKeep, onClose }: SheetFormProps) {
  const today = useLocalDay()
  const [draft, setDraft] = useState(() => draftOfSheet(sheet))
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <Form
      title={`Permissions of “${shown(job.name)}”`}
      action="Keep the sheet"
      problem={problem}
      disabled={disabled}
      onSubmit={async () => {
        const read = sheetOfDraft(draft, form, job.jobId, today, me)
        if ('problem' in read) return setProblem(read.problem)
        await onKeep(read.value)
      }}
      onClose={onClose}
    >
      <ul className={classes.permissions}>
        {form.permissions.map((permission) => (
          <PermissionRow
            key={permission.id}
            permission={permission}
            said={draft.permissions[permission.id] ?? { value: 'unknown', note: '' }}
            disabled={disabled}
            onChange={(said) =>
              setDraft((before) => ({
                ...before,
                permissions: { ...before.permissions, [permission.id]: said },
              }))
            }
          />
        ))}
      </ul>
      <Steps
        title="A wallet of its own"
        group="wallet"
        {...{ form, draft, today, disabled }}
        onChange={setDraft}
      />
      <Steps
        title="The right domain"
        group="domain"
        {...{ form, draft, today, disabled }}
        onChange={setDraft}
      />
    </Form>
  )
}

type PermissionRowProps = {
  readonly permission: PermissionSheetForm['permissions'][number]
  readonly said: { readonly value: Permitted; readonly note: string }
  readonly disabled: boolean
  readonly onChange: (said: { value: Permitted; note: string }) => void
}

function PermissionRow({ permission, said, disabled, onChange }: PermissionRowProps) {
  const { question, why, ifGranted } = permission
  return (
    <li className={classes.permission} data-said={said.value}>
      <div className={classes.question}>
        <span>{question}</span>
        <span className={classes.why}>{why}</span>
        {said.value === 'granted' && <span className={classes.granted}>{ifGranted}</span>}
      </div>
      <SegmentedControl
        size="xs"
        aria-label={question}
        value={said.value}
        data={permittedChoices.map((choice) => ({ ...choice }))}
        disabled={disabled}
        onChange={(value) => {
          const chosen = permittedChoices.find((choice) => choice.value === value)
          if (chosen !== undefined) onChange({ ...said, value: chosen.value })
        }}
      />
      <TextInput
        aria-label={`Note: ${question}`}
        placeholder="note"
        maxLength={1_000}
        value={said.note}
        disabled={disabled}
        onChange={(event) => onChange({ ...said, note: event.currentTarget.value })}
      />
    </li>
  )
}

type StepsProps = {
  readonly title: string
  readonly group: 'wallet' | 'domain'
  readonly form: PermissionSheetForm
  readonly draft: SheetDraft
  readonly today: string
  readonly disabled: boolean
  readonly onChange: (change: (before: SheetDraft) => SheetDraft) => void
}

/** Each with the day it was done on. */
function Steps({ title, group, form, draft, today, disabled, onChange }: StepsProps) {
  const mark = (id: string, doneOn: string | null) =>
    onChange((before) => {
      const { [id]: _, ...rest } = before.stepsDone
      return { ...before, stepsDone: doneOn === null ? rest : { ...rest, [id]: doneOn } }
    })
  return (
    <fieldset className={classes.steps}>
      <legend className={classes.legend}>{title}</legend>
      {form.steps
        .filter((step) => step.group === group)
        .map(({ id, step, why }) => {
          const doneOn = draft.stepsDone[id]
          return (
            <div key={id} className={classes.step}>
              <Checkbox
                size="xs"
                label={step}
                description={why}
                checked={doneOn !== undefined}
                disabled={disabled}
                onChange={(event) => mark(id, event.currentTarget.checked ? today : null)}
              />
              {doneOn !== undefined && (
                <TextInput
                  type="date"
                  aria-label={`Done on: ${step}`}
                  max={today}
                  value={doneOn}
                  disabled={disabled}
                  onChange={(event) => mark(id, event.currentTarget.value)}
                />
              )}
            </div>
          )
        })}
    </fieldset>
  )
}
