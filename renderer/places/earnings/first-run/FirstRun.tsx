import { Button } from '@mantine/core'
import { useState } from 'react'
import { nextMonth } from '../../../../shared/calendar.ts'
import { evaluate } from '../../../../shared/economics/evaluate.ts'
import type { InputEntries } from '../../../../shared/economics/inputs.ts'
import type { Rig, ScenarioBody, Settings } from '../../../../shared/scenario.ts'
import { entriesFromRig, type EntriesPatch, patched } from '../../../../shared/scenario-entries.ts'
import { type BookStore, useBook } from '../../../book.ts'
import { attempt } from '../../../frame/attempt.ts'
import { goTo } from '../../../frame/frame-store.ts'
import { cardsInWords, rigBody, type RigCard } from '../../../../shared/rig-body.ts'
import { AnswerView } from '../AnswerView.tsx'
import classes from './FirstRun.module.css'
import { CardStep } from './CardStep.tsx'
import { HoursStep } from './HoursStep.tsx'
import { RoleStep } from './RoleStep.tsx'
import { TariffStep } from './TariffStep.tsx'

type FirstRunProps = {
  readonly store: BookStore
  /** A stored rig to begin from instead of choosing a card. */
  readonly startingRig: Rig | null
  /** A scenario whose tariff and hours are taken over. */
  readonly similar: ScenarioBody | null
  /** Null where there is nothing to go back to. */
  readonly onCancel: (() => void) | null
}

/** Four short answers, then the first figure: role, card, tariff, hours. But for the role, nothing is stored before the end. */
export function FirstRun({ store, startingRig, similar, onCancel }: FirstRunProps) {
  const knownRole = useBook((book) => book.settings.role)
  const [role, setRole] = useState<Settings['role']>(knownRole)
  const [cards, setCards] = useState<readonly RigCard[] | null>(null)
  const [entries, setEntries] = useState<InputEntries>(() => startingEntries(startingRig, similar))
  const [saving, setSaving] = useState(false)
  const patch = (change: EntriesPatch) => setEntries((before) => patched(before, change))

  const hasCard = startingRig !== null || cards !== null
  const evaluation = evaluate(entries)
  const hasTariff = entries.flatTariffPerKwh !== undefined
  const hasHours = entries.offeredWeek !== undefined
  const answered = role !== null && hasCard && hasTariff && hasHours && evaluation.kind === 'evaluated'

  const chooseCards = (chosen: readonly RigCard[]) => {
    setCards(chosen)
    patch(entriesFromRig(rigBody(cardsInWords(chosen), chosen)))
  }
  // Whoever goes elsewhere before the end is seen there as what was said here.
  const chooseRole = (chosen: NonNullable<Settings['role']>) => {
    setRole(chosen)
    void attempt('keep the role', () => store.getState().writeSettings({ role: chosen }))
  }
  const keep = async () => {
    setSaving(true)
    await attempt('keep this scenario', async () => {
      const { saveRig, saveScenario, writeSettings } = store.getState()
      const rig = startingRig ?? (await saveRig(null, rigBody(cardsInWords(cards ?? []), cards ?? [])))
      const name = freeName(
        rig.body.name,
        store.getState().scenarios.map(({ body }) => body.name),
      )
      const scenario = await saveScenario(null, {
        schema: 1,
        name,
        rigId: rig.id,
        networkId: null,
        inputs: entries,
      })
      await writeSettings({ role, firstRunDone: true, openScenarioId: scenario.id })
      goTo('earnings', scenario.id)
    })
    setSaving(false)
  }

  return (
    <div className={classes.page}>
      <div className={classes.steps}>
        <h1 className={classes.title}>What must a rented hour bring to beat leaving it off?</h1>
        <p className={classes.lead}>
          Four short answers, on this machine alone. No account, and nothing leaves it.
        </p>
        <RoleStep role={role} onRole={chooseRole} />
        {role !== null &&
          (startingRig === null ? (
            <CardStep cards={cards} entries={entries} onCards={chooseCards} onPatch={patch} />
          ) : (
            <p className={classes.done}>
              Card: <strong>{startingRig.body.name}</strong>
            </p>
          ))}
        {role !== null && hasCard && <TariffStep entries={entries} onPatch={patch} />}
        {role !== null && hasCard && hasTariff && <HoursStep entries={entries} onPatch={patch} />}
        {onCancel !== null && (
          <Button variant="subtle" color="gray" className={classes.cancel} onClick={onCancel}>
            Back to the scenario
          </Button>
        )}
      </div>
      <div className={classes.answer} aria-live="polite">
        {answered && (
          <>
            <AnswerView evaluation={evaluation} entries={entries} />
            <div className={classes.keep}>
              <Button size="sm" loading={saving} onClick={() => void keep()}>
                Keep it and open the calculator
              </Button>
            </div>
          </>
        )}
        {role !== null && hasCard && hasTariff && hasHours && evaluation.kind === 'refused' && (
          <div role="alert" className={classes.missing}>
            <p>Still needed:</p>
            <ul>
              {evaluation.problems.map(({ key, message }) => (
                <li key={key}>{message}</li>
              ))}
            </ul>
          </div>
        )}
      </div>
    </div>
  )
}

function startingEntries(rig: Rig | null, similar: ScenarioBody | null): InputEntries {
  const today = new Date().toISOString().slice(0, 10)
  const startMonth = nextMonth(today)
  const taken = Object.fromEntries(
    Object.entries(similar?.inputs ?? {}).filter(([key]) => takenOver.has(key)),
  )
  return patched({ ...taken, startMonth }, rig === null ? {} : entriesFromRig(rig.body))
}

/** What stays the same when another card is looked at in the same house. */
const takenOver = new Set([
  'tariffCurrency',
  'tariffCurrencyUsd',
  'tariffKind',
  'flatTariffPerKwh',
  'lowTariffPerKwh',
  'middleTariffPerKwh',
  'highTariffPerKwh',
  'tariffWeek',
  'offeredWeek',
  'baseline',
])

function freeName(wanted: string, taken: readonly string[]): string {
  const base = wanted.slice(0, 110)
  if (!taken.includes(base)) return base
  let number = 2
  while (taken.includes(`${base} ${number}`)) number += 1
  return `${base} ${number}`
}
