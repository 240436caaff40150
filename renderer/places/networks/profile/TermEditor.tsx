import { Button } from '@mantine/core'
import { useState } from 'react'
import { unknownFigure } from '../../../../shared/figure.ts'
import {
  type LeafValue,
  type MarketLeaf,
  type MarketPath,
  leafAt,
} from '../../../../shared/markets/market-leaves.ts'
import { EditorFrame } from './EditorFrame.tsx'
import { EvidenceFields, newEvidence, readEvidence } from './EvidenceFields.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Editor.module.css'
import { draftOf, draftValue, type TermDraft } from './term-draft.ts'
import { TermFields } from './TermFields.tsx'

type TermEditorProps = {
  readonly leaf: MarketLeaf & { readonly path: MarketPath }
  readonly name: string
  readonly onClose: () => void
}

/** The person's own word on a term: value, what it rests on, source, date. It stands on top of what ships. */
export function TermEditor({ leaf, name, onClose }: TermEditorProps) {
  const { open, today, change } = useMarketPage()
  const [draft, setDraft] = useState<TermDraft>(() => draftOf(leaf, leafAt(open.entry.profile, leaf.path)))
  const [evidence, setEvidence] = useState(() => newEvidence(today))
  const [problem, setProblem] = useState<string | null>(null)
  const hasEvidence = leaf.kind === 'figure' || leaf.kind === 'term' || leaf.kind === 'fact'

  const keep = async (value: LeafValue) => {
    const terms = { ...open.edits.terms, [leaf.path]: value }
    if (await change(`set ${name}`, { ...open.edits, terms })) onClose()
  }
  const submit = async () => {
    const provenance = readEvidence(evidence, today)
    if ('problem' in provenance && hasEvidence) return setProblem(provenance.problem)
    const given = 'problem' in provenance ? { ...newEvidence(today) } : provenance
    const value = draftValue(leaf, draft, given)
    if (value.kind === 'problem') return setProblem(value.message)
    setProblem(null)
    await keep(value.value)
  }

  return (
    <EditorFrame
      title={`${name}, as you know it`}
      action="Set"
      problem={problem}
      onSubmit={submit}
      onClose={onClose}
      beside={
        <Button variant="subtle" color="gray" onClick={() => void keep(unknownOf(leaf))}>
          {leaf.kind === 'list' ? 'Nothing is said' : 'It is unknown'}
        </Button>
      }
    >
      <div className={classes.fields}>
        <TermFields leaf={leaf} draft={draft} onChange={setDraft} />
      </div>
      {hasEvidence && <EvidenceFields evidence={evidence} today={today} onChange={setEvidence} />}
    </EditorFrame>
  )
}

function unknownOf(leaf: MarketLeaf): LeafValue {
  const nowhere = { source: null, asOf: null, class: 'assumption' } as const
  switch (leaf.kind) {
    case 'figure':
      return unknownFigure(leaf.unit)
    case 'term':
      return { value: null, text: null, ...nowhere }
    case 'fact':
      return { text: null, ...nowhere }
    case 'list':
    case 'text':
      return null
  }
}
