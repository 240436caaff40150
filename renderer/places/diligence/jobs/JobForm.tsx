import { useState } from 'react'
import type { TestJob } from '../../../../shared/diligence/entry.ts'
import { AttachmentField } from '../fields/AttachmentField.tsx'
import { DayField, NumberField, SelectField, SentencesField, WordsField } from '../fields/Fields.tsx'
import fields from '../fields/Fields.module.css'
import { Form } from '../fields/Form.tsx'
import { me } from '../fields/who.ts'
import {
  type JobDraft,
  jobOfDraft,
  type NumberKey,
  numberFields,
  outputChecks,
  type WordKey,
  wordFields,
} from './job-draft.ts'
import { costSentence, lackWords } from './job-words.ts'
import { shown } from '../shown.ts'

type JobFormProps = {
  readonly initial: JobDraft
  readonly isNew: boolean
  readonly today: string
  readonly disabled: boolean
  readonly onKeep: (job: TestJob) => Promise<void>
  readonly onClose: () => void
}

/** One small job from quote to bill. What is left empty stays unknown. */
export function JobForm({ initial, isNew, today, disabled, onKeep, onClose }: JobFormProps) {
  const [draft, setDraft] = useState(initial)
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<JobDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  const number = (key: NumberKey) => (
    <NumberField
      definition={numberFields[key]}
      text={draft.numbers[key]}
      onChange={(text) => change({ numbers: { ...draft.numbers, [key]: text } })}
    />
  )
  const sentences = (key: WordKey, placeholder: string) => (
    <SentencesField
      {...wordFields[key]}
      text={draft.words[key]}
      placeholder={placeholder}
      onChange={(text) => change({ words: { ...draft.words, [key]: text } })}
    />
  )
  const read = jobOfDraft(draft, today, me)
  // What it comes to shows before it has a name.
  const preview = draft.name.trim() === '' ? jobOfDraft({ ...draft, name: '…' }, today, me) : read
  return (
    <Form
      title={isNew ? 'A new test job' : `“${shown(initial.name)}”, corrected`}
      about={
        isNew
          ? 'What is left empty stays unknown; it can be filled in later.'
          : 'The earlier entry stays in the history; this one counts from now on.'
      }
      action="Keep it"
      problem={problem}
      disabled={disabled}
      takesFocus
      onSubmit={async () => {
        if ('problem' in read) return setProblem(read.problem)
        await onKeep(read.value)
      }}
      onClose={onClose}
    >
      <div className={fields.fields}>
        <div className={fields.wide}>
          <WordsField
            label="Name"
            text={draft.name}
            longest={200}
            placeholder="ten pictures at 1024 × 1024"
            onChange={(name) => change({ name })}
          />
        </div>
        <DayField label="Run on" day={draft.ranOn} latest={today} onChange={(ranOn) => change({ ranOn })} />
        {number('successfulJobs')}
        {number('failedAttempts')}
        {number('interruptions')}
      </div>
      <fieldset>
        <legend className={fields.legend}>What it cost</legend>
        <div className={fields.fields}>
          {number('quotedUsd')}
          {number('billedUsd')}
          {number('failedAttemptsUsd')}
          <WordsField
            label={wordFields.cloudName.label}
            text={draft.words.cloudName}
            longest={wordFields.cloudName.longest}
            placeholder="whose"
            onChange={(cloudName) => change({ words: { ...draft.words, cloudName } })}
          />
          {number('cloudUsd')}
        </div>
      </fieldset>
      <fieldset>
        <legend className={fields.legend}>How it went</legend>
        <div className={fields.fields}>
          {number('setUpMinutes')}
          {number('minutesToStart')}
          {number('minutesToFinish')}
          <SelectField
            label="Output"
            value={draft.outputCheck}
            choices={outputChecks}
            onChange={(outputCheck) => change({ outputCheck })}
          />
          {number('supportAnswerHours')}
        </div>
      </fieldset>
      {sentences('whatFailed', 'nothing noted')}
      {sentences('supportQuestion', 'one question, to see who answers')}
      {sentences('dataThatLeft', 'what went to the provider’s machine, and who can read it there')}
      <AttachmentField
        label="The bill"
        sha256={draft.billSha256}
        disabled={disabled}
        onChange={(billSha256) => change({ billSha256 })}
      />
      {'value' in preview && (
        <p className={fields.about} role="status">
          {lackWords(preview.value)} {costSentence(preview.value)}
        </p>
      )}
    </Form>
  )
}
