import type { Fact, Figure } from '../../../../shared/figure.ts'
import type { LeafValue, MarketLeaf } from '../../../../shared/markets/market-leaves.ts'
import type { Term } from '../../../../shared/markets/market-profile.ts'
import { useBook } from '../../../book.ts'
import { FigureValue } from '../../../controls/FigureValue.tsx'
import { isContradictory } from './profile-words.ts'
import { Provenance } from './Provenance.tsx'
import classes from './Profile.module.css'

type TermValueProps = { readonly leaf: MarketLeaf; readonly value: LeafValue; readonly today: string }

/** What stands at a term: the figure, the word, the text, with where it comes from. */
export function TermValue({ leaf, value, today }: TermValueProps) {
  switch (leaf.kind) {
    case 'figure': {
      const figure = value as Figure
      return (
        <>
          <FigureValue label={leaf.label} figure={figure} />
          {isContradictory(figure) && <strong className={classes.flag}>sources contradict each other</strong>}
          <Provenance of={figure} today={today} dateOnly />
        </>
      )
    }
    case 'term': {
      const term = value as Term<string>
      if (term.value === null && term.text === null) return <Unknown />
      return (
        <>
          {term.value === null ? <Unknown /> : <strong className={classes.word}>{term.value}</strong>}
          {term.text !== null && <span className={classes.text}>{term.text}</span>}
          <Provenance of={term} today={today} />
        </>
      )
    }
    case 'fact': {
      const fact = value as Fact
      if (fact.text === null) return <Unknown />
      return (
        <>
          <span className={classes.text}>{fact.text}</span>
          <Provenance of={fact} today={today} />
        </>
      )
    }
    case 'list':
      return <ListValue leaf={leaf} value={value as readonly string[] | null} />
    case 'text':
      return value === null ? <Unknown /> : <span>{value as string}</span>
  }
}

function ListValue({ leaf, value }: { readonly leaf: MarketLeaf; readonly value: readonly string[] | null }) {
  const gpus = useBook((book) => book.catalogue.gpus)
  if (value === null) return <span className={classes.unknown}>not said</span>
  const isCards = leaf.kind === 'list' && leaf.words === null
  if (!isCards) return <span>{value.length === 0 ? 'none' : value.join(', ')}</span>
  const names = value.map((id) => gpus.find((gpu) => gpu.id === id)?.name ?? id)
  if (names.length <= 6) return <span>{names.join(', ') || 'none'}</span>
  return (
    <details className={classes.cards}>
      <summary>{names.length} cards</summary>
      <p>{names.join(', ')}</p>
    </details>
  )
}

function Unknown() {
  return <span className={classes.unknown}>unknown</span>
}
