import { Button } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import type { EntryBody, Tripwire } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { type TripwireState, tripwireStates } from '../../../../shared/diligence/tripwires.ts'
import { TakeBack } from '../fields/TakeBack.tsx'
import { useAppend, useReadOnlyReason, useScoredToday } from '../use-diligence.ts'
import classes from './History.module.css'
import { FigureForm, TripwireForm } from './TripwireForms.tsx'
import { conditionWords, restsOn } from './tripwire-words.ts'
import { shown } from '../shown.ts'

const signs: Readonly<Record<TripwireState['state'], string>> = { red: '▲', armed: '○', over: '–' }

/** Conditions set beforehand; the red ones first. */
export function Tripwires({ card }: { readonly card: Scorecard }) {
  const { standing } = useScoredToday()(card)
  const append = useAppend(card)
  const readOnly = useReadOnlyReason(card) !== null
  const [setting, setSetting] = useState(false)
  /** Of the tripwire for whose metric a figure is being typed. */
  const [entering, setEntering] = useState<string | null>(null)
  const states = tripwireStates(standing)
  const order: readonly TripwireState['state'][] = ['red', 'armed', 'over']
  const keep = async (what: string, body: EntryBody) => {
    if ((await append(what, [body])) === null) return
    setSetting(false)
    setEntering(null)
  }
  return (
    <section className={classes.section} aria-labelledby="tripwires-title">
      <div className={classes.head}>
        <h2 id="tripwires-title" className={classes.title}>
          Tripwires
        </h2>
        {!setting && (
          <Button
            variant="default"
            disabled={readOnly}
            leftSection={<IconPlus size={14} stroke={1.7} aria-hidden />}
            onClick={() => setSetting(true)}
          >
            Set a tripwire
          </Button>
        )}
      </div>
      {setting && (
        <TripwireForm onKeep={(body) => keep('set the tripwire', body)} onClose={() => setSetting(false)} />
      )}
      {states.length === 0 && !setting && (
        <p className={classes.faint}>
          None is set. A tripwire says beforehand what would change your mind: a figure below or above a
          threshold, or nothing new for too long.
        </p>
      )}
      <ul className={classes.tripwires}>
        {states
          .toSorted((a, b) => order.indexOf(a.state) - order.indexOf(b.state))
          .map((state) => {
            const { tripwire } = state
            return (
              <li key={tripwire.tripwireId}>
                <div className={classes.tripwire} data-state={state.state}>
                  <span className={classes.state}>
                    <span aria-hidden>{signs[state.state]}</span> {state.state}
                  </span>
                  <div className={classes.words}>
                    <span className={classes.entryTitle}>{shown(tripwire.words)}</span>
                    <span className={classes.small}>
                      {shown(conditionWords(tripwire))} · {shown(restsOn(state))}
                    </span>
                  </div>
                  <Button
                    variant="default"
                    size="compact-xs"
                    disabled={readOnly}
                    aria-label={`Enter a figure of ${shown(tripwire.metric)}`}
                    onClick={() => setEntering(tripwire.tripwireId)}
                  >
                    Enter a figure
                  </Button>
                  <TakeBack
                    card={card}
                    sequence={tripwire.sequence}
                    what={shown(tripwire.words)}
                    disabled={readOnly}
                  />
                </div>
                {entering === tripwire.tripwireId && (
                  <Figure tripwire={tripwire} onKeep={keep} onClose={() => setEntering(null)} />
                )}
              </li>
            )
          })}
      </ul>
    </section>
  )
}

type FigureProps = {
  readonly tripwire: Tripwire
  readonly onKeep: (what: string, body: EntryBody) => Promise<void>
  readonly onClose: () => void
}

function Figure({ tripwire, onKeep, onClose }: FigureProps) {
  return (
    <FigureForm
      metric={tripwire.metric}
      onKeep={(body) => onKeep('enter the figure', body)}
      onClose={onClose}
    />
  )
}
