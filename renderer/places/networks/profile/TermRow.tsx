import { ActionIcon, UnstyledButton } from '@mantine/core'
import { IconPencil } from '@tabler/icons-react'
import { useRef } from 'react'
import {
  leafAt,
  marketLeaves,
  type MarketLeaf,
  type MarketPath,
} from '../../../../shared/markets/market-leaves.ts'
import { leafWords } from '../../../../shared/markets/market-words.ts'
import { useMarketPage } from './page-context.ts'
import classes from './Profile.module.css'
import { TermEditor } from './TermEditor.tsx'
import { TermValue } from './TermValue.tsx'

export function leafOf(path: MarketPath): MarketLeaf & { readonly path: MarketPath } {
  const leaf = marketLeaves.find((each) => each.path === path)
  if (leaf === undefined) throw new Error(`There is no term ${path}.`)
  return leaf
}

/** A fact's label is also that of the term it explains: a person hears which is meant. */
export function termName(leaf: MarketLeaf): string {
  return leaf.path.startsWith('facts.') ? `${leaf.label}, in words` : leaf.label
}

type TermRowProps = { readonly path: MarketPath; readonly label?: string | undefined }

/** One term: what it is, what is known of it, and the person's own word on it, which can be taken back. */
export function TermRow({ path, label }: TermRowProps) {
  const { open, today, readOnly, editing, setEditing, reset } = useMarketPage()
  const button = useRef<HTMLButtonElement>(null)
  const leaf = leafOf(path)
  const name = termName(leaf)
  const isYours = open.edits.terms[path] !== undefined
  const isEditing = editing === path
  const close = () => {
    setEditing(null)
    button.current?.focus()
  }
  return (
    <li className={classes.row} data-yours={isYours || undefined}>
      <span className={classes.label}>{label ?? leaf.label}</span>
      <div className={classes.value}>
        <TermValue leaf={leaf} value={leafAt(open.entry.profile, path)} today={today} />
        {isYours && (
          <p className={classes.yours}>
            <strong>Yours.</strong> The {open.beneathIs} says: {leafWords(leaf, leafAt(open.beneath, path))}.{' '}
            <UnstyledButton
              className={classes.link}
              aria-label={`Reset ${name}`}
              disabled={readOnly}
              onClick={() => {
                void reset(`reset ${name}`, path)
                button.current?.focus()
              }}
            >
              Reset
            </UnstyledButton>
          </p>
        )}
      </div>
      <ActionIcon
        ref={button}
        variant="subtle"
        color="gray"
        size="sm"
        disabled={readOnly}
        aria-label={`Edit ${name}`}
        aria-expanded={isEditing}
        onClick={() => setEditing(isEditing ? null : path)}
      >
        <IconPencil size={14} stroke={1.6} aria-hidden />
      </ActionIcon>
      {isEditing && <TermEditor key={path} leaf={leaf} name={name} onClose={close} />}
    </li>
  )
}
