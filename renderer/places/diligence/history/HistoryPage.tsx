import { useMemo, useState } from 'react'
import { dayNumber, isoDate } from '../../../../shared/calendar.ts'
import { pillars } from '../../../../shared/diligence/checklist.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { PillarBands } from '../../../charts/PillarBands.tsx'
import { SentenceHeadline } from '../../../controls/SentenceHeadline.tsx'
import { DayField } from '../fields/Fields.tsx'
import { GateForm } from '../GateMark.tsx'
import { PillarRange } from '../PillarRange.tsx'
import { scoredOn } from '../scored-today.ts'
import { useListing, useRoles, useToday } from '../use-diligence.ts'
import { counted, gateWords, pillarLabels } from '../words.ts'
import { Changes } from './Changes.tsx'
import classes from './History.module.css'
import { Timeline } from './Timeline.tsx'
import { firstDayOf, pictureDays } from './timeline.ts'
import { Tripwires } from './Tripwires.tsx'
import { shown } from '../shown.ts'

/** While a year is being typed the field has days of the first centuries. */
const isDay = (text: string) => /^(?:19[7-9]|2[01]\d)\d-\d{2}-\d{2}$/.test(text)
const mostPictures = 60

/** What was said and done, day by day; any day as it stood, and what changed since another. */
export function HistoryPage({ card }: { readonly card: Scorecard }) {
  const listing = useListing()
  const roles = useRoles()
  const today = useToday()
  const first = firstDayOf(card.entries) ?? today
  const monthAgo = isoDate(dayNumber(today) - 30)
  const [typedOn, setTypedOn] = useState<string | null>(null)
  const [typedSince, setTypedSince] = useState<string | null>(null)
  const on = typedOn !== null && isDay(typedOn) && typedOn <= today ? typedOn : today
  const since = typedSince !== null && isDay(typedSince) ? typedSince : monthAgo
  const from = since <= on ? since : on
  const { scored, gates, greyed } = scoredOn(card, listing, roles, on)
  const bands = useMemo(() => {
    const pictures = pictureDays(card.entries, today, mostPictures).map((day) => ({
      day,
      scores: scoredOn(card, listing, roles, day).scored.pillars,
    }))
    return pillars.map((pillar) => ({
      label: pillarLabels[pillar],
      points: pictures.map(({ day, scores }) => ({
        day,
        low: scores[pillar].low,
        high: scores[pillar].high,
      })),
    }))
  }, [card, listing, roles, today])
  return (
    <div className={classes.page}>
      <SentenceHeadline
        sentence={
          card.entries.length === 0
            ? `${shown(card.body.name)}: nothing was entered yet.`
            : `${shown(card.body.name)}: ${counted(card.entries.length, 'entry', 'entries')} since ${first}; none of them is ever changed.`
        }
        aside="What is taken back or corrected stays here. The chain of digests notices damage and careless edits; it does not stop a forger who rewrites all of it."
      />
      {card.damage.length > 0 && (
        <ul className={classes.damage}>
          {card.damage.map(({ sequence, message }) => (
            <li key={`${sequence} ${message}`}>{message}</li>
          ))}
        </ul>
      )}
      <section className={classes.section} aria-labelledby="stood-title">
        <div className={classes.head}>
          <h2 id="stood-title" className={classes.title}>
            {on === today ? 'As it stands today' : `As it stood on ${on} (UTC)`}
          </h2>
          <DayField
            label="As it stood on (UTC)"
            day={typedOn ?? today}
            earliest={first}
            latest={today}
            onChange={setTypedOn}
          />
          <DayField
            label="What changed since (UTC)"
            day={typedSince ?? since}
            latest={on}
            onChange={setTypedSince}
          />
        </div>
        {typedOn !== null && isDay(typedOn) && typedOn > today && (
          <p className={classes.damage} role="alert">
            As it stood on: expected a day up to {today}, {typedOn} is still to come. What stands here is
            today’s.
          </p>
        )}
        <div className={classes.pillars}>
          {pillars.map((pillar) => (
            <div key={pillar} className={classes.pillar}>
              <h3 className={classes.pillarTitle}>{pillarLabels[pillar]}</h3>
              <PillarRange score={scored.pillars[pillar]} greyedBy={greyed[pillar]} gates={gates} />
            </div>
          ))}
        </div>
        <ul className={classes.gates}>
          {gates.map((gate) => (
            <li key={gate.id}>
              <GateForm state={gate.state} /> {shown(gateWords(gate))}
            </li>
          ))}
        </ul>
      </section>
      <Changes card={card} from={from} to={on} />
      <PillarBands title="Pillars over time, 0 to 100" bands={bands} marked={on === today ? null : on} />
      <Tripwires card={card} />
      <Timeline card={card} />
    </div>
  )
}
