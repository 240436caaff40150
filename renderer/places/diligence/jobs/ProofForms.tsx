import { type ReactNode, useState } from 'react'
import type { EntryBody } from '../../../../shared/diligence/entry.ts'
import { AttachmentField } from '../fields/AttachmentField.tsx'
import type { FieldReading } from '../fields/field-values.ts'
import { DayField, NumberField, SelectField, SentencesField, WordsField } from '../fields/Fields.tsx'
import fields from '../fields/Fields.module.css'
import { Form } from '../fields/Form.tsx'
import { me } from '../fields/who.ts'
import { useLocalDay } from '../use-diligence.ts'
import {
  type PathDraft,
  pathOfDraft,
  type PayoutDraft,
  payoutOfDraft,
  type RecordDraft,
  recordKinds,
  recordOfDraft,
} from './proof-drafts.ts'

export type ProofFormProps = {
  readonly onKeep: (body: EntryBody) => Promise<void>
  readonly onClose: () => void
}

export function PayoutForm(props: ProofFormProps) {
  const today = useLocalDay()
  const blank: PayoutDraft = { amount: '', currency: '', receivedOn: today, reference: '', fileSha256: null }
  return (
    <ProofForm {...props} title="A payout that arrived" blank={blank} read={payoutOfDraft}>
      {(draft, change) => (
        <>
          <div className={fields.fields}>
            <WordsField
              label="Amount"
              text={draft.amount}
              longest={40}
              placeholder="12.50"
              onChange={(amount) => change({ amount })}
            />
            <WordsField
              label="Currency"
              text={draft.currency}
              longest={20}
              placeholder="USD, or the token"
              onChange={(currency) => change({ currency })}
            />
            <DayField
              label="Received on"
              day={draft.receivedOn}
              latest={today}
              onChange={(receivedOn) => change({ receivedOn })}
            />
          </div>
          <WordsField
            label="Where it is in your own books"
            text={draft.reference}
            longest={500}
            placeholder="a bank line, a transaction"
            onChange={(reference) => change({ reference })}
          />
          <AttachmentField
            label="Its record"
            sha256={draft.fileSha256}
            disabled={false}
            onChange={(fileSha256) => change({ fileSha256 })}
          />
        </>
      )}
    </ProofForm>
  )
}

export function RecordForm(props: ProofFormProps) {
  const today = useLocalDay()
  const blank: RecordDraft = { of: 'paid-usage', usd: '', from: '', to: today, transaction: '', link: '' }
  return (
    <ProofForm {...props} title="A record that anybody can look up" blank={blank} read={recordOfDraft}>
      {(draft, change) => (
        <>
          <div className={fields.fields}>
            <SelectField
              label="It shows"
              value={draft.of}
              choices={recordKinds}
              onChange={(of) => change({ of })}
            />
            <NumberField
              definition={{ label: 'Worth', unit: 'usd', high: 1e12 }}
              text={draft.usd}
              onChange={(usd) => change({ usd })}
            />
            <DayField label="From" day={draft.from} latest={today} onChange={(from) => change({ from })} />
            <DayField label="To" day={draft.to} latest={today} onChange={(to) => change({ to })} />
          </div>
          <WordsField
            label="Transaction"
            text={draft.transaction}
            longest={500}
            placeholder="its hash, or the contract and block"
            onChange={(transaction) => change({ transaction })}
          />
          <WordsField
            label="Link"
            text={draft.link}
            longest={2_000}
            placeholder="https://"
            onChange={(link) => change({ link })}
          />
        </>
      )}
    </ProofForm>
  )
}

export function PathForm(props: ProofFormProps) {
  const today = useLocalDay()
  const blank: PathDraft = { text: '', until: '', link: '' }
  return (
    <ProofForm {...props} title="A path with a date" blank={blank} read={pathOfDraft}>
      {(draft, change) => (
        <>
          <SentencesField
            label="What was announced"
            text={draft.text}
            longest={4_000}
            placeholder="who does what, and what holders have of it then"
            onChange={(text) => change({ text })}
          />
          <div className={fields.fields}>
            <DayField
              label="Until"
              day={draft.until}
              earliest={today}
              onChange={(until) => change({ until })}
            />
            <WordsField
              label="Link"
              text={draft.link}
              longest={2_000}
              placeholder="https://"
              onChange={(link) => change({ link })}
            />
          </div>
        </>
      )}
    </ProofForm>
  )
}

type InnerFormProps<Draft> = ProofFormProps & {
  readonly title: string
  readonly blank: Draft
  readonly read: (draft: Draft, today: string, who: string) => FieldReading<EntryBody>
  readonly children: (draft: Draft, change: (part: Partial<Draft>) => void) => ReactNode
}

function ProofForm<Draft>({ title, blank, read, onKeep, onClose, children }: InnerFormProps<Draft>) {
  const today = useLocalDay()
  const [draft, setDraft] = useState(blank)
  const [problem, setProblem] = useState<string | null>(null)
  return (
    <Form
      title={title}
      action="Keep it"
      problem={problem}
      takesFocus
      onSubmit={async () => {
        const reading = read(draft, today, me)
        if ('problem' in reading) return setProblem(reading.problem)
        await onKeep(reading.value)
      }}
      onClose={onClose}
    >
      {children(draft, (part) => {
        setDraft((before) => ({ ...before, ...part }))
        setProblem(null)
      })}
    </Form>
  )
}
