/** What is typed into a term's editor, and the value it makes. */
import type { EvidenceClass, Fact, Figure } from '../../../../shared/figure.ts'
import type { LeafValue, MarketLeaf } from '../../../../shared/markets/market-leaves.ts'
import type { Term } from '../../../../shared/markets/market-profile.ts'
import { fieldDigits } from '../../../controls/number-field.ts'
import { readNumberText } from './number-text.ts'
import { boundsOfTerm } from './term-bounds.ts'

export type TermDraft = {
  /** A number as typed, or a text. */
  readonly text: string
  /** The word of a term; empty: none. */
  readonly word: string
  readonly list: readonly string[]
}

type Given = { readonly class: EvidenceClass; readonly source: string; readonly asOf: string }

export type DraftValue =
  | { readonly kind: 'value'; readonly value: LeafValue }
  | { readonly kind: 'problem'; readonly message: string }

/** The editor begins with what holds now. */
export function draftOf(leaf: MarketLeaf, value: LeafValue): TermDraft {
  const empty: TermDraft = { text: '', word: '', list: [] }
  switch (leaf.kind) {
    case 'figure': {
      const { value: number } = value as Figure
      return { ...empty, text: number === null ? '' : fieldDigits(number, boundsOfTerm(leaf)) }
    }
    case 'term': {
      const { value: word, text } = value as Term<string>
      return { ...empty, word: word ?? '', text: text ?? '' }
    }
    case 'fact':
      return { ...empty, text: (value as Fact).text ?? '' }
    case 'list':
      return { ...empty, list: (value as readonly string[] | null) ?? [] }
    case 'text':
      return { ...empty, text: (value as string | null) ?? '' }
  }
}

const refuse = (message: string): DraftValue => ({ kind: 'problem', message })

/** Nothing typed is no value: whoever means that it is unknown says so by its own button. */
export function draftValue(leaf: MarketLeaf, draft: TermDraft, given: Given): DraftValue {
  const text = draft.text.trim()
  switch (leaf.kind) {
    case 'figure': {
      const read = readNumberText(text, boundsOfTerm(leaf))
      if ('problem' in read) return refuse(read.problem)
      if (read.value === null)
        return refuse(`${leaf.label}: nothing is typed. Type a number, or choose “It is unknown”.`)
      return { kind: 'value', value: { value: read.value, low: null, high: null, unit: leaf.unit, ...given } }
    }
    case 'term': {
      if (draft.word === '')
        return refuse(`${leaf.label}: choose one of ${leaf.words.join(', ')}, or “It is unknown”.`)
      return { kind: 'value', value: { value: draft.word, text: text === '' ? null : text, ...given } }
    }
    case 'fact':
      if (text === '') return refuse(`${leaf.label}: nothing is typed. Type it, or choose “It is unknown”.`)
      return { kind: 'value', value: { text, ...given } }
    case 'list':
      if (draft.list.length === 0)
        return refuse(`${leaf.label}: nothing is chosen. Choose at least one, or “Nothing is said”.`)
      return { kind: 'value', value: draft.list }
    case 'text':
      if (text === '') return refuse(`${leaf.label}: nothing is typed. Type it, or choose “It is unknown”.`)
      return { kind: 'value', value: text }
  }
}
