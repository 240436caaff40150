import { Checkbox, NativeSelect, Textarea, TextInput } from '@mantine/core'
import type { MarketLeaf } from '../../../../shared/markets/market-leaves.ts'
import { CardsField } from './CardsField.tsx'
import { NumberText } from './NumberText.tsx'
import classes from './Editor.module.css'
import type { TermDraft } from './term-draft.ts'
import { boundsOfTerm, longest } from './term-bounds.ts'

type TermFieldsProps = {
  readonly leaf: MarketLeaf
  readonly draft: TermDraft
  readonly onChange: (draft: TermDraft) => void
}

/** The fields of one kind of term. */
export function TermFields({ leaf, draft, onChange }: TermFieldsProps) {
  switch (leaf.kind) {
    case 'figure':
      return (
        <NumberText
          definition={boundsOfTerm(leaf)}
          text={draft.text}
          onChange={(text) => onChange({ ...draft, text })}
        />
      )
    case 'term':
      return (
        <>
          <NativeSelect
            label={leaf.label}
            value={draft.word}
            data={[{ value: '', label: 'choose' }, ...leaf.words]}
            onChange={(event) => onChange({ ...draft, word: event.currentTarget.value })}
          />
          <TextInput
            label="In words"
            placeholder="may stay empty"
            value={draft.text}
            maxLength={longest.fact}
            onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
          />
        </>
      )
    case 'fact':
      return (
        <Textarea
          size="xs"
          autosize
          minRows={2}
          maxRows={6}
          className={classes.wide ?? ''}
          label={leaf.label}
          value={draft.text}
          maxLength={longest.fact}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      )
    case 'text':
      return (
        <TextInput
          label={leaf.label}
          value={draft.text}
          maxLength={longest.symbol}
          onChange={(event) => onChange({ ...draft, text: event.currentTarget.value })}
        />
      )
    case 'list':
      return leaf.words === null ? (
        <CardsField
          label={leaf.label}
          chosen={draft.list}
          onChange={(list) => onChange({ ...draft, list })}
        />
      ) : (
        <Checkbox.Group
          label={leaf.label}
          size="xs"
          value={[...draft.list]}
          onChange={(list) =>
            onChange({ ...draft, list: leaf.words?.filter((word) => list.includes(word)) ?? [] })
          }
        >
          <div className={classes.checks}>
            {leaf.words.map((word) => (
              <Checkbox key={word} size="xs" value={word} label={word} />
            ))}
          </div>
        </Checkbox.Group>
      )
  }
}
