import { useContext } from 'react'
import { type Pillar, pillars } from '../../../../shared/diligence/checklist.ts'
import { type Gate, standingBasis } from '../../../../shared/diligence/gates.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { gateLabels } from '../../../../shared/diligence/words.ts'
import { BookContext, useBook } from '../../../book.ts'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { GateForm } from '../GateMark.tsx'
import { PillarRange } from '../PillarRange.tsx'
import { RolesControl } from '../RolesControl.tsx'
import type { ScoredOn } from '../scored-today.ts'
import { changeDiligence, useRoles } from '../use-diligence.ts'
import { gateStandsAndWhy, pillarLabels, rolesWords } from '../words.ts'
import classes from './Card.module.css'
import { staleWords } from './computed-words.ts'
import { cardSentence, pillarNotes } from './card-headline.ts'
import { shown } from '../shown.ts'

type CardHeadProps = {
  readonly card: Scorecard
  readonly scoredOn: ScoredOn
  /** Null: nobody keeps this card. */
  readonly readOnly: string | null
  readonly isKept: boolean
}

/** What stands before what: service, then economics, then the token, then holding it. */
export function CardHead({ card, scoredOn, readOnly, isKept }: CardHeadProps) {
  const roles = useRoles()
  return (
    <div className={classes.head}>
      <SentenceHeadline sentence={cardSentence(card.body.name, roles, scoredOn)} />
      <div className={classes.roles}>
        <RolesControl />
        {isKept && readOnly === null && <KeptFor card={card} />}
      </div>
      <div className={classes.pillars}>
        {pillars.map((pillar, at) => (
          <PillarColumn key={pillar} pillar={pillar} scoredOn={scoredOn} gate={scoredOn.gates[at] ?? null} />
        ))}
      </div>
    </div>
  )
}

type PillarColumnProps = {
  readonly pillar: Pillar
  readonly scoredOn: ScoredOn
  /** That stands behind it, before the next. */
  readonly gate: Gate | null
}

const nextWords = { economics: 'economics', token: 'the token', holding: 'holding the token' } as const

function PillarColumn({ pillar, scoredOn, gate }: PillarColumnProps) {
  const { standing, scored, greyed } = scoredOn
  const scenarios = useBook((book) => book.scenarios)
  const stale = gate?.id === 'provider' ? staleWords(standingBasis(standing, 'net'), scenarios) : null
  return (
    <section aria-labelledby={`pillar-${pillar}`} className={classes.pillar}>
      <h2 id={`pillar-${pillar}`} className={classes.pillarTitle}>
        {pillarLabels[pillar]}
      </h2>
      <PillarRange score={scored.pillars[pillar]} greyedBy={greyed[pillar]} gates={scoredOn.gates} />
      {pillarNotes(scoredOn, pillar).map((words) => (
        <p key={words} className={classes.pillarNote}>
          {words}
        </p>
      ))}
      {gate !== null && (
        <p className={classes.gate} data-state={gate.state}>
          <GateForm state={gate.state} />
          <span>
            <strong>{gateLabels[gate.id]}</strong> before {nextWords[gate.before]}:{' '}
            {shown(gateStandsAndWhy(gate))}
            {stale !== null && <strong> {stale}</strong>}
          </span>
        </p>
      )}
    </section>
  )
}

/** What is handed on and what the command line shows is scored for the roles that the card is kept for. */
function KeptFor({ card }: { readonly card: Scorecard }) {
  const book = useContext(BookContext)
  const roles = useRoles()
  const { id, revision, body } = card
  if (book === null || body.roles.toSorted().join(' ') === roles.toSorted().join(' ')) return null
  const keep = () =>
    changeDiligence(book, 'keep the card for other roles', () =>
      book.getState().client.scorecard.save({ id, revision, name: body.name, roles: [...roles] }),
    )
  return (
    <p className={classes.keptFor}>
      Kept for {rolesWords(body.roles)}.{' '}
      <button type="button" className={classes.link} onClick={() => void keep()}>
        Keep it for {rolesWords(roles)}
      </button>
    </p>
  )
}
