import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import { KeptFile } from '../fields/AttachmentField.tsx'
import { TakeBack } from '../fields/TakeBack.tsx'
import { useListing, useReadOnlyReason } from '../use-diligence.ts'
import { answerWords, entryWords, namesOf } from './entry-words.ts'
import classes from './History.module.css'
import { cutTimeline, type TimelineEntry, timelineOf } from './timeline.ts'
import { shown } from '../shown.ts'

const shownAtFirst = 60

/** Every entry, the newest day first. */
export function Timeline({ card }: { readonly card: Scorecard }) {
  const [most, setMost] = useState(shownAtFirst)
  const days = useMemo(() => timelineOf(card.entries), [card])
  const left = card.entries.length - most
  return (
    <section className={classes.section} aria-labelledby="timeline-title">
      <h2 id="timeline-title" className={classes.title}>
        Timeline
      </h2>
      {card.entries.length === 0 && (
        <EmptyState
          kind="empty"
          title="No entry yet."
          whatToDo="Answers, test jobs, payouts, figures and whatever is taken in show here with their day."
        />
      )}
      {cutTimeline(days, most).map(({ day, entries }) => (
        <section key={day} className={classes.day} aria-label={day}>
          <h3 className={classes.dayTitle}>{day}</h3>
          <ol className={classes.entries}>
            {entries.map((each) => (
              <Line key={each.entry.sequence} card={card} each={each} />
            ))}
          </ol>
        </section>
      ))}
      {left > 0 && (
        <div>
          <Button variant="default" onClick={() => setMost(card.entries.length)}>
            Show the {left} before
          </Button>
        </div>
      )}
    </section>
  )
}

function Line({ card, each }: { readonly card: Scorecard; readonly each: TimelineEntry }) {
  const listing = useListing()
  const readOnly = useReadOnlyReason(card) !== null
  const names = useMemo(
    () =>
      namesOf(
        listing,
        card.entries.map(({ body }) => body),
      ),
    [listing, card],
  )
  const { entry, change, isWithdrawn } = each
  const { body, sequence, origin } = entry
  const { kind, title, detail, link, fileSha256 } = entryWords(body, names, listing)
  const isAside = origin?.aside === true
  const isWithdrawal = body.kind === 'withdrawal'
  return (
    <li className={classes.entry} data-without-effect={isWithdrawn || isAside || undefined}>
      <span className={classes.sequence}>{sequence}</span>
      <span className={classes.kind}>{kind}</span>
      <div className={classes.words}>
        <span>
          <span className={classes.entryTitle}>{shown(title)}</span>
          {change !== null && (
            <span className={classes.change}>
              {' '}
              {change.from === null ? '' : `${answerWords(change.from)} → `}
              <strong>{answerWords(change.to)}</strong>
            </span>
          )}
        </span>
        {(detail !== null || link !== null || fileSha256 !== null) && (
          <span className={classes.small}>
            {detail === null ? null : shown(detail)}
            {link !== null && (
              <>
                {' · '}
                <SafeLink href={link} />
              </>
            )}
            {fileSha256 !== null && (
              <>
                {' · '}
                <KeptFile sha256={fileSha256} />
              </>
            )}
          </span>
        )}
        {origin !== null && (
          <span className={classes.small}>
            From “{shown(origin.cardName)}”, entry {origin.sequence} there.
            {isAside ? ' Aside: it is kept, and counts for nothing.' : ''}
          </span>
        )}
        {isWithdrawn && <span className={classes.small}>Taken back: it counts no longer.</span>}
      </div>
      {/* A checklist is changed by taking on another one, not by leaving none. */}
      {!isWithdrawn && !isAside && body.kind !== 'checklist' && (
        <TakeBack
          card={card}
          sequence={sequence}
          what={`entry ${sequence}`}
          {...(isWithdrawal ? { label: 'Bring again' } : {})}
          disabled={readOnly}
        />
      )}
    </li>
  )
}
