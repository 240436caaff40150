import { memo } from 'react'
import { definitions } from '../../../../shared/economics/inputs.ts'
import type { GlossaryTerm } from '../../../../shared/guide.ts'
import classes from './Glossary.module.css'

type GlossaryRowProps = {
  readonly term: GlossaryTerm
  readonly byId: ReadonlyMap<string, GlossaryTerm>
  readonly isCurrent: boolean
  readonly hrefOf: (termId: string) => string
}

export const GlossaryRow = memo(function GlossaryRow({ term, byId, isCurrent, hrefOf }: GlossaryRowProps) {
  const { id, aliases, meaning, notToBeMixedWith, related, rule, inputKey } = term
  const linkTo = (other: string) => <a href={hrefOf(other)}>{byId.get(other)?.term ?? other}</a>
  return (
    <li id={`term-${id}`} className={classes.row} data-current={isCurrent || undefined}>
      <div className={classes.name}>
        <a data-term href={hrefOf(id)} aria-current={isCurrent ? 'true' : undefined}>
          {term.term}
        </a>
        {aliases.length > 0 && <span className={classes.aliases}>{aliases.join(', ')}</span>}
      </div>
      <div className={classes.words}>
        <p>{meaning}</p>
        {notToBeMixedWith.map(({ id: other, why }) => (
          <p key={other} className={classes.mixed}>
            <span className={classes.label}>Not {linkTo(other)}:</span> {why}
          </p>
        ))}
      </div>
      <div className={classes.more}>
        {related.length > 0 && (
          <p>
            <span className={classes.label}>See also</span>{' '}
            {related.map((other, at) => (
              <span key={other}>
                {at > 0 && ', '}
                {linkTo(other)}
              </span>
            ))}
          </p>
        )}
        {inputKey !== null && (
          <p>
            <span className={classes.label}>Input</span> “{definitions.get(inputKey)?.label ?? inputKey}”
          </p>
        )}
        {rule !== null && (
          <p>
            <span className={classes.label}>Rule</span> {rule}
          </p>
        )}
      </div>
    </li>
  )
})
