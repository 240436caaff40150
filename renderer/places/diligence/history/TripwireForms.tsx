import { useState } from 'react'
import type { EntryBody } from '../../../../shared/diligence/entry.ts'
import { DayField, NumberField, SelectField, WordsField } from '../fields/Fields.tsx'
import fields from '../fields/Fields.module.css'
import { Form } from '../fields/Form.tsx'
import { me } from '../fields/who.ts'
import { useLocalDay } from '../use-diligence.ts'
import { evidenceKeys } from '../words.ts'
import {
  type FigureDraft,
  figureOfDraft,
  type TripwireDraft,
  tripwireKinds,
  tripwireOfDraft,
} from './tripwire-words.ts'
import { shown } from '../shown.ts'

type TripwireFormProps = {
  readonly onKeep: (body: EntryBody) => Promise<void>
  readonly onClose: () => void
}

export function TripwireForm({ onKeep, onClose }: TripwireFormProps) {
  const today = useLocalDay()
  const [draft, setDraft] = useState<TripwireDraft>(() => ({
    tripwireId: `tripwire-${crypto.randomUUID()}`,
    words: '',
    metric: '',
    when: 'below',
    threshold: '',
    by: '',
    days: '90',
  }))
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<TripwireDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  return (
    <Form
      title="A tripwire"
      about="It turns red by itself when a figure is entered that crosses it, or when none is entered for too long."
      action="Set it"
      problem={problem}
      takesFocus
      onSubmit={async () => {
        const read = tripwireOfDraft(draft, today, me)
        if ('problem' in read) return setProblem(read.problem)
        await onKeep(read.value)
      }}
      onClose={onClose}
    >
      <WordsField
        label="What it warns of"
        text={draft.words}
        longest={400}
        placeholder="usage pays less than a third of rewards"
        onChange={(words) => change({ words })}
      />
      <div className={fields.fields}>
        <WordsField
          label="Figure"
          text={draft.metric}
          longest={64}
          placeholder="coverage"
          onChange={(metric) => change({ metric })}
        />
        <SelectField
          label="Red when it"
          value={draft.when}
          choices={tripwireKinds}
          onChange={(when) => change({ when })}
        />
        {draft.when === 'nothing-new' ? (
          <NumberField
            definition={{ label: 'For more than', unit: 'count', suffix: 'days', low: 1, high: 3_650 }}
            text={draft.days}
            onChange={(days) => change({ days })}
          />
        ) : (
          <>
            <NumberField
              definition={{ label: 'Threshold', unit: 'count', low: -1e15, high: 1e15 }}
              text={draft.threshold}
              onChange={(threshold) => change({ threshold })}
            />
            <DayField
              label="Until (or always)"
              day={draft.by}
              earliest={today}
              onChange={(by) => change({ by })}
            />
          </>
        )}
      </div>
    </Form>
  )
}

export function FigureForm({ metric, onKeep, onClose }: TripwireFormProps & { readonly metric: string }) {
  const today = useLocalDay()
  const [draft, setDraft] = useState<FigureDraft>({
    metric,
    value: '',
    class: 'third-party',
    seenOn: today,
    link: '',
    text: '',
  })
  const [problem, setProblem] = useState<string | null>(null)
  const change = (part: Partial<FigureDraft>) => {
    setDraft((before) => ({ ...before, ...part }))
    setProblem(null)
  }
  return (
    <Form
      title={`A figure of ${shown(metric)}`}
      action="Enter it"
      problem={problem}
      takesFocus
      onSubmit={async () => {
        const read = figureOfDraft(draft, today, me)
        if ('problem' in read) return setProblem(read.problem)
        await onKeep(read.value)
      }}
      onClose={onClose}
    >
      <div className={fields.fields}>
        <NumberField
          definition={{ label: 'Value', unit: 'count', low: -1e15, high: 1e15 }}
          text={draft.value}
          onChange={(value) => change({ value })}
        />
        <SelectField
          label="It rests on"
          value={draft.class}
          choices={evidenceKeys.map((each) => ({ value: each.class, label: each.label }))}
          onChange={(evidence) => change({ class: evidence })}
        />
        <DayField
          label="Seen on"
          day={draft.seenOn}
          latest={today}
          onChange={(seenOn) => change({ seenOn })}
        />
        <WordsField
          label="Link"
          text={draft.link}
          longest={2_000}
          placeholder="https://"
          onChange={(link) => change({ link })}
        />
        <div className={fields.wide}>
          <WordsField label="Note" text={draft.text} longest={4_000} onChange={(text) => change({ text })} />
        </div>
      </div>
    </Form>
  )
}
