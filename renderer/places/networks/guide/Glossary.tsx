import { TextInput } from '@mantine/core'
import { type KeyboardEvent, useEffect, useMemo, useRef } from 'react'
import { type GlossaryTerm, searchTerms } from '../../../../shared/guide.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { GlossaryRow } from './GlossaryRow.tsx'
import classes from './Glossary.module.css'
import { useGuide } from './store.ts'

export type GlossaryProps = {
  readonly terms: readonly GlossaryTerm[]
  /** The term that the address names: brought into sight and marked. */
  readonly termId: string | null
  /** The address of a term: "#/networks/glossary-pue". */
  readonly hrefOf: (termId: string) => string
}

/** Every word of the app and the markets in a sentence or two, found by any of its names. */
export function Glossary({ terms, termId, hrefOf }: GlossaryProps) {
  const typed = useGuide((place) => place.typed)
  const found = useMemo(() => searchTerms(terms, typed), [terms, typed])
  const byId = useMemo(() => new Map(terms.map((term) => [term.id, term])), [terms])
  const field = useRef<HTMLInputElement>(null)
  const list = useRef<HTMLUListElement>(null)
  const isLost = termId !== null && !byId.has(termId)

  // A term that is asked for by address is shown, whatever was searched for before.
  useEffect(() => {
    if (termId === null) return
    const { typed: before } = useGuide.getState()
    if (!searchTerms(terms, before).some(({ id }) => id === termId)) useGuide.setState({ typed: '' })
    const frame = requestAnimationFrame(() => {
      const link = list.current?.querySelector<HTMLElement>(`#term-${CSS.escape(termId)} a`)
      link?.focus({ preventScroll: true })
      link?.closest('li')?.scrollIntoView({ block: 'center' })
    })
    return () => cancelAnimationFrame(frame)
  }, [termId, terms])

  const links = () => [...(list.current?.querySelectorAll<HTMLElement>('a[data-term]') ?? [])]
  const inField = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      useGuide.setState({ typed: '' })
    } else if (event.key === 'ArrowDown') {
      event.preventDefault()
      links()[0]?.focus()
    } else if (event.key === 'Enter' && found[0] !== undefined && typed.trim() !== '') {
      window.location.hash = hrefOf(found[0].id)
    }
  }
  const inList = (event: KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    const all = links()
    const at = all.indexOf(event.target as HTMLElement)
    if (event.key === 'Escape') return field.current?.focus()
    if (step === undefined || at === -1) return
    event.preventDefault()
    const next = at + step < 0 ? field.current : all[at + step]
    next?.focus()
    next?.scrollIntoView({ block: 'nearest' })
  }

  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={`${terms.length} words of compute markets, each in a sentence or two.`}
        aside="The words of this app and of the trade, slang included. What is often mixed up is told apart."
      />
      <div className={classes.search}>
        <TextInput
          ref={field}
          type="search"
          label="Find a word"
          placeholder="PUE, commission, rug pull"
          size="sm"
          className={classes.field}
          value={typed}
          onChange={(event) => useGuide.setState({ typed: event.currentTarget.value })}
          onKeyDown={inField}
        />
        <output className={classes.count} aria-live="polite">
          {typed.trim() === '' ? `${terms.length} words` : `${found.length} of ${terms.length} words`}
          <span className={classes.keys}>↓ into the list, Enter the first, Esc clears</span>
        </output>
      </div>
      {isLost && (
        <p className={classes.lost} role="status">
          The glossary has no word “{termId}”; here are all that it has.
        </p>
      )}
      {found.length === 0 ? (
        <EmptyState
          kind="empty"
          title={`No word of the glossary answers to “${typed.trim()}”.`}
          whatToDo="Try a shorter or another word for it, or clear the field (Esc) to see all."
        />
      ) : (
        <ul ref={list} className={classes.list} aria-label="Glossary" onKeyDown={inList}>
          {found.map((term) => (
            <GlossaryRow
              key={term.id}
              term={term}
              byId={byId}
              isCurrent={term.id === termId}
              hrefOf={hrefOf}
            />
          ))}
        </ul>
      )}
    </div>
  )
}
