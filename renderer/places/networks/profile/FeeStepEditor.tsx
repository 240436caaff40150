import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { type Figure, unknownFigure } from '../../../../shared/figure.ts'
import type { FeeStep } from '../../../../shared/markets/market-profile.ts'
import { EditorFrame } from './EditorFrame.tsx'
import { EvidenceFields, newEvidence, readEvidence } from './EvidenceFields.tsx'
import { readNumberText } from './number-text.ts'
import { NumberText } from './NumberText.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Profile.module.css'
import { feeBounds, longest, numberDefinition } from './term-bounds.ts'

const platformFee = numberDefinition('Platform fee', 'ratio', feeBounds)
const paymentFee = numberDefinition('Payment fee', 'ratio', feeBounds)

/** A step of the person's own: it joins those that are there, and the whole schedule becomes theirs. */
export function FeeStepEditor({ onClose }: { readonly onClose: () => void }) {
  const { open, today, change } = useMarketPage()
  const [from, setFrom] = useState('')
  const [payoutCurrency, setCurrency] = useState<FeeStep['payoutCurrency']>('any')
  const [platformText, setPlatformText] = useState('')
  const [paymentText, setPaymentText] = useState('')
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState(() => newEvidence(today))
  const [problem, setProblem] = useState<string | null>(null)
  const { fees } = open.entry.profile

  const submit = async () => {
    const provenance = readEvidence(evidence, today)
    if ('problem' in provenance) return setProblem(provenance.problem)
    const platform = readNumberText(platformText, platformFee)
    if ('problem' in platform) return setProblem(platform.problem)
    const payment = readNumberText(paymentText, paymentFee)
    if ('problem' in payment) return setProblem(payment.problem)
    if (platform.value === null && payment.value === null)
      return setProblem('Nothing is typed. Give the platform fee, the payment fee, or both.')
    const figure = (value: number | null): Figure =>
      value === null ? unknownFigure('ratio') : { value, low: null, high: null, unit: 'ratio', ...provenance }
    const step: FeeStep = {
      from: from === '' ? null : from,
      payoutCurrency,
      platformFeeRatio: figure(platform.value),
      paymentFeeRatio: figure(payment.value),
      note: note.trim() === '' ? null : note.trim(),
    }
    const others = fees.filter((each) => each.from !== step.from || each.payoutCurrency !== payoutCurrency)
    setProblem(null)
    if (await change('add the fee', { ...open.edits, fees: [...others, step] })) onClose()
  }

  return (
    <EditorFrame
      title="A fee, as you know it"
      action="Add"
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <TextInput
          label="From (empty: from the beginning)"
          type="date"
          value={from}
          onChange={(event) => setFrom(event.currentTarget.value)}
        />
        <NativeSelect
          label="Paid out in"
          value={payoutCurrency}
          data={[
            { value: 'any', label: 'any currency' },
            { value: 'cash', label: 'cash' },
            { value: 'token', label: 'token' },
          ]}
          onChange={(event) => setCurrency(event.currentTarget.value as FeeStep['payoutCurrency'])}
        />
        <NumberText definition={platformFee} text={platformText} onChange={setPlatformText} />
        <NumberText
          definition={paymentFee}
          text={paymentText}
          placeholder="empty: unknown"
          onChange={setPaymentText}
        />
        <TextInput
          label="Note"
          value={note}
          maxLength={longest.note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
      </div>
      <EvidenceFields evidence={evidence} today={today} onChange={setEvidence} />
    </EditorFrame>
  )
}
