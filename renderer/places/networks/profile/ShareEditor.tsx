import { TextInput } from '@mantine/core'
import { useState } from 'react'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import type { UtilizationPoint } from '../../../../shared/markets/market-profile.ts'
import { CardsField } from './CardsField.tsx'
import { EditorFrame } from './EditorFrame.tsx'
import { EvidenceFields, newEvidence, readEvidence } from './EvidenceFields.tsx'
import { readNumberText } from './number-text.ts'
import { NumberText } from './NumberText.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Editor.module.css'
import { longest, numberDefinition, shareBounds } from './term-bounds.ts'

const share = numberDefinition('Rented share', 'ratio', shareBounds)

/** A rented share that the person knows of, beside those that ship. */
export function ShareEditor({ onClose }: { readonly onClose: () => void }) {
  const { open, today, change } = useMarketPage()
  const [cards, setCards] = useState<readonly string[]>([])
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState(() => newEvidence(today))
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async () => {
    const provenance = readEvidence(evidence, today)
    if ('problem' in provenance) return setProblem(provenance.problem)
    const read = readNumberText(text, share)
    if ('problem' in read) return setProblem(read.problem)
    if (read.value === null) return setProblem('Rented share: nothing is typed. Type it in per cent.')
    const point: UtilizationPoint = {
      catalogueIds: cards,
      rentalUtilizationRatio: { value: read.value, low: null, high: null, unit: 'ratio', ...provenance },
      note: note.trim() === '' ? null : note.trim(),
    }
    if (open.entry.profile.utilizations.some((each) => saysTheSame(each, point)))
      return setProblem('This very share is there already.')
    setProblem(null)
    const utilizations = [...open.edits.utilizations, point]
    if (await change('add the rented share', { ...open.edits, utilizations })) onClose()
  }

  return (
    <EditorFrame
      title="A rented share, as you know it"
      action="Add"
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <NumberText definition={share} text={text} onChange={setText} />
        <TextInput
          label="Note"
          value={note}
          maxLength={longest.note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <CardsField label="Cards" chosen={cards} placeholder="empty: all cards" onChange={setCards} />
      </div>
      <EvidenceFields evidence={evidence} today={today} onChange={setEvidence} />
    </EditorFrame>
  )
}
