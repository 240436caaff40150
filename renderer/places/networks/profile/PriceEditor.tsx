import { NativeSelect, TextInput } from '@mantine/core'
import { useState } from 'react'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import { type PriceBasis, priceBases, type PricePoint } from '../../../../shared/markets/market-profile.ts'
import { useBook } from '../../../book.ts'
import { CardsField } from './CardsField.tsx'
import { onlyCardOf } from './deciding-terms.ts'
import { EditorFrame } from './EditorFrame.tsx'
import { EvidenceFields, newEvidence, readEvidence } from './EvidenceFields.tsx'
import { readNumberText } from './number-text.ts'
import { NumberText } from './NumberText.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Editor.module.css'
import { longest, numberDefinition, priceBounds } from './term-bounds.ts'

const price = numberDefinition('Price', 'usdPerGpuHour', priceBounds)

const basisWords: Readonly<Record<PriceBasis, string>> = {
  'buyer pays': 'what a buyer paid',
  'host receives': 'what a host received',
  ask: 'what a listing asks',
  cap: 'a cap',
  reference: 'a reference from elsewhere',
}

/** A price that the person knows of, beside those that ship. */
export function PriceEditor({ onClose }: { readonly onClose: () => void }) {
  const { open, cards: rigCards, today, change } = useMarketPage()
  const gpus = useBook((book) => book.catalogue.gpus)
  const [cards, setCards] = useState<readonly string[]>(() => {
    const mine = onlyCardOf(rigCards)
    return mine === null ? [] : [mine]
  })
  const [text, setText] = useState('')
  const [basis, setBasis] = useState<PriceBasis>('host receives')
  const [note, setNote] = useState('')
  const [evidence, setEvidence] = useState(() => newEvidence(today))
  const [problem, setProblem] = useState<string | null>(null)

  const submit = async () => {
    if (cards.length === 0) return setProblem('Cards: none is chosen. Choose at least one card.')
    const provenance = readEvidence(evidence, today)
    if ('problem' in provenance) return setProblem(provenance.problem)
    const read = readNumberText(text, price)
    if ('problem' in read) return setProblem(read.problem)
    if (read.value === null) return setProblem('Price: nothing is typed. Type it in dollars per GPU-hour.')
    const names = cards.map((id) => gpus.find((gpu) => gpu.id === id)?.name ?? id)
    const point: PricePoint = {
      gpu: names.join(', ').slice(0, longest.card).trim(),
      catalogueIds: cards,
      usdPerGpuHour: { value: read.value, low: null, high: null, unit: 'usdPerGpuHour', ...provenance },
      basis,
      note: note.trim() === '' ? null : note.trim(),
    }
    if (open.entry.profile.prices.some((each) => saysTheSame(each, point)))
      return setProblem('This very price is there already.')
    setProblem(null)
    if (await change('add the price', { ...open.edits, prices: [...open.edits.prices, point] })) onClose()
  }

  return (
    <EditorFrame
      title="A price, as you know it"
      action="Add"
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
    >
      <div className={classes.fields}>
        <NumberText definition={price} text={text} onChange={setText} />
        <NativeSelect
          label="Basis"
          value={basis}
          data={priceBases.map((value) => ({ value, label: basisWords[value] }))}
          onChange={(event) => setBasis(event.currentTarget.value as PriceBasis)}
        />
        <TextInput
          label="Note"
          value={note}
          maxLength={longest.note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <CardsField label="Cards" chosen={cards} onChange={setCards} />
      </div>
      <EvidenceFields evidence={evidence} today={today} onChange={setEvidence} />
    </EditorFrame>
  )
}
