import type { Fact } from '../../../../shared/figure.ts'
import { classInWords } from '../../../controls/figure-text.ts'
import { splitLinks } from '../../../controls/links.ts'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import { oldWords } from './age.ts'
import classes from './Profile.module.css'

type ProvenanceProps = {
  readonly of: Pick<Fact, 'source' | 'asOf' | 'class'>
  readonly today: string
  /** A figure shows its source and class in its own card. */
  readonly dateOnly?: boolean
}

/** Who says so, where, when, and in words whether that is old. */
export function Provenance({
  of: { source, asOf, class: evidence },
  today,
  dateOnly = false,
}: ProvenanceProps) {
  const old = oldWords(asOf, today)
  return (
    <span className={classes.provenance}>
      {!dateOnly && <span>{classInWords(evidence)}</span>}
      {!dateOnly && source !== null && (
        <span>
          <Source text={source} />
        </span>
      )}
      {asOf !== null && <span>{asOf}</span>}
      {old !== null && <strong className={classes.old}>{old}</strong>}
    </span>
  )
}

function Source({ text }: { readonly text: string }) {
  return splitLinks(text).map((part) =>
    part.kind === 'link' ? (
      <SafeLink key={part.start} href={part.text} />
    ) : (
      <span key={part.start}>{part.text}</span>
    ),
  )
}
