import { UnstyledButton } from '@mantine/core'
import type { ReactNode } from 'react'
import type { Fact } from '../../../../shared/figure.ts'
import { leafAt, type LeafValue } from '../../../../shared/markets/market-leaves.ts'
import { useMarketPage } from './page-context.ts'
import { inSentence } from './profile-words.ts'
import classes from './Profile.module.css'
import type { TermSection } from './sections.ts'
import { leafOf, TermRow, termName } from './TermRow.tsx'

/** Terms one below the other; what is said in words below them, and what was not found as one line. */
export function SectionView({
  section,
  children,
}: {
  readonly section: TermSection
  readonly children?: ReactNode
}) {
  const { open, editing, setEditing, readOnly } = useMarketPage()
  const { profile } = open.entry
  const saidAbove = new Set(section.paths.map((path) => textOf(leafAt(profile, path))))
  const isShown = (path: (typeof section.words)[number]) => {
    if (editing === path || open.edits.terms[path] !== undefined) return true
    const { text } = leafAt(profile, path) as Fact
    return text !== null && !saidAbove.has(text)
  }
  const said = section.words.filter((path) => isShown(path))
  const silent = section.words.filter((path) => !isShown(path))
  return (
    <section className={classes.section} aria-labelledby={`terms-${section.id}`}>
      <h2 id={`terms-${section.id}`} className={classes.title}>
        {section.title}
      </h2>
      {children}
      {section.heads !== undefined && (
        <p className={classes.heads} aria-hidden>
          <span>{section.heads[0]}</span>
          <span>{section.heads[1]}</span>
        </p>
      )}
      {section.paths.length > 0 && (
        <ul className={classes.rows}>
          {section.paths.map((path) => (
            <TermRow key={path} path={path} label={section.labels?.[path]} />
          ))}
        </ul>
      )}
      {said.length > 0 && (
        <ul className={classes.rows} aria-label={`${section.title}, in words`}>
          {said.map((path) => (
            <TermRow key={path} path={path} label={termName(leafOf(path))} />
          ))}
        </ul>
      )}
      {silent.length > 0 && (
        <p className={classes.silent}>
          Nothing else found in words on{' '}
          {silent.map((path, index) => (
            <span key={path}>
              {index > 0 && ', '}
              <UnstyledButton
                className={classes.link}
                disabled={readOnly}
                aria-label={`Edit ${termName(leafOf(path))}`}
                onClick={() => setEditing(path)}
              >
                {inSentence(leafOf(path).label)}
              </UnstyledButton>
            </span>
          ))}
          .
        </p>
      )}
    </section>
  )
}

/** What a term or a fact says in words. */
function textOf(value: LeafValue): string | null {
  return value !== null && typeof value === 'object' && 'text' in value ? value.text : null
}
