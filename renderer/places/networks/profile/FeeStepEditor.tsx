import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { FeeStep } from '../../../../shared/markets/market-profile.ts'
import { EditorFrame } from './EditorFrame.tsx'
import { EvidenceFields, newEvidence, readEvidence } from './EvidenceFields.tsx'
import {
  emptyFeeDraft,
  emptyFeeWords,
  type FeeDraft,
  feeDefinitions,
  feeText,
  noteText,
  replacedStep,
  withFee,
} from './fee-draft.ts'
import { NumberText } from './NumberText.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Editor.module.css'
import page from './Profile.module.css'
import { longest } from './term-bounds.ts'

/** A step of the person's own: it joins those that are there, and the whole schedule becomes theirs. */
export function FeeStepEditor({ onClose }: { readonly onClose: () => void }) {
  const { open, today, change } = useMarketPage()
  const [draft, setDraft] = useState<FeeDraft>(emptyFeeDraft)
  const [evidence, setEvidence] = useState(() => newEvidence(today))
  const [problem, setProblem] = useState<string | null>(null)
  const { fees } = open.entry.profile
  const replaced = replacedStep(fees, draft)

  const submit = async () => {
    const provenance = readEvidence(evidence, today)
    if ('problem' in provenance) return setProblem(provenance.problem)
    const made = withFee(fees, draft, provenance)
    if ('problem' in made) return setProblem(made.problem)
    setProblem(null)
    if (await change('add the fee', { ...open.edits, fees: [...made.fees] })) onClose()
  }

  return (
    <EditorFrame
      title="A fee, as you know it"
      action="Add"
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      {replaced !== null && (
        <p className={page.yours}>
          It takes the place of the step that is there for this day and currency; what you leave as it is
          stays.
        </p>
      )}
      <div className={classes.fields}>
        <TextInput
          label="From (empty: from the beginning)"
          type="date"
          value={draft.from}
          onChange={(event) => setDraft({ ...draft, from: event.currentTarget.value })}
        />
        <NativeSelect
          label="Paid out in"
          value={draft.payoutCurrency}
          data={[
            { value: 'any', label: 'any currency' },
            { value: 'cash', label: 'cash' },
            { value: 'token', label: 'token' },
          ]}
          onChange={(event) =>
            setDraft({ ...draft, payoutCurrency: event.currentTarget.value as FeeStep['payoutCurrency'] })
          }
        />
        {(['platformFeeRatio', 'paymentFeeRatio'] as const).map((key) => (
          <NumberText
            key={key}
            definition={feeDefinitions[key]}
            text={feeText(draft, replaced, key)}
            placeholder={emptyFeeWords(replaced, key)}
            onChange={(text) => setDraft({ ...draft, [key]: text })}
          />
        ))}
        <TextInput
          label="Note"
          value={noteText(draft, replaced)}
          maxLength={longest.note}
          onChange={(event) => setDraft({ ...draft, note: event.currentTarget.value })}
        />
      </div>
      <EvidenceFields evidence={evidence} today={today} onChange={setEvidence} />
    </EditorFrame>
  )
}
