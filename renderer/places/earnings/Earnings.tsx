import { lazy, Suspense, useCallback, useContext, useEffect, useMemo } from 'react'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { definitionOf, type InputEntries, resolveInputs, wordOf } from '../../../shared/economics/inputs.ts'
import type { NumberKey } from '../../../shared/economics/input-table.ts'
import type { Scenario } from '../../../shared/scenario.ts'
import type { EntriesPatch } from '../../../shared/scenario-entries.ts'
import { BookContext, type BookStore, useBook } from '../../book.ts'
import { attempt } from '../../frame/attempt.ts'
import { goTo } from '../../frame/frame-store.ts'
import { useSameWhileEqual } from '../../same-while-equal.ts'
import type { PageProps } from '../places.ts'
import { AnswerView } from './AnswerView.tsx'
import { CalibrationFiller } from './CalibrationFiller.tsx'
import classes from './Earnings.module.css'
import { NetworkFiller, PsuFiller, RigFiller, TariffFiller } from './fillers.tsx'
import { FirstRun } from './first-run/FirstRun.tsx'
import { Inputs } from './Inputs.tsx'
import { Refused } from './Refused.tsx'
import { ScenarioBar } from './ScenarioBar.tsx'
import { bodyOnScreen, choose, editInputs, keepLanding, useEarnings } from './store.ts'

const Sensitivity = lazy(() => import('./sensitivity/Sensitivity.tsx'))

/** The calculator. The address names the open scenario, `new`, or a rig to begin from; without any it begins one. */
export function Earnings({ detail }: PageProps) {
  const store = useContext(BookContext)
  const scenarios = useBook((book) => book.scenarios)
  const rigs = useBook((book) => book.rigs)
  const openScenarioId = useBook((book) => book.settings.openScenarioId)
  const rig = rigs.find(({ id }) => id === detail)
  const scenario =
    scenarios.find(({ id }) => id === detail) ??
    scenarios.find(({ id }) => id === openScenarioId) ??
    scenarios[0]

  useEffect(() => (store === null ? undefined : keepLanding(store)), [store])
  useEffect(() => {
    if (store === null || scenario === undefined || scenario.id === openScenarioId) return
    if (store.getState().about.readOnlyReason === null)
      void attempt('remember the open scenario', () =>
        store.getState().writeSettings({ openScenarioId: scenario.id }),
      )
  }, [store, scenario, openScenarioId])

  if (store === null) return null
  if (scenario === undefined || detail === 'new' || rig !== undefined) {
    return (
      <FirstRun
        store={store}
        startingRig={rig ?? null}
        similar={scenario === undefined ? null : scenario.body}
        onCancel={scenario === undefined ? null : () => goTo('earnings', scenario.id)}
      />
    )
  }
  return (
    <Calculator key={scenario.id} store={store} scenario={scenario} onNew={() => goTo('earnings', 'new')} />
  )
}

type CalculatorProps = {
  readonly store: BookStore
  readonly scenario: Scenario
  readonly onNew: () => void
}

function Calculator({ store, scenario, onNew }: CalculatorProps) {
  const { id } = scenario
  const draft = useEarnings((place) => place.draft)
  const body = bodyOnScreen(draft, scenario)
  const entries = useSameWhileEqual<InputEntries>(body.inputs)
  const evaluation = useMemo(() => evaluate(entries), [entries])
  const inUse = useMemo(() => numbersInUse(entries), [entries])
  const patch = useCallback((change: EntriesPatch) => editInputs(store, id, change), [store, id])
  const chooseNetwork = useCallback(
    (networkId: string | null, change: EntriesPatch) => choose(store, id, { networkId }, change),
    [store, id],
  )
  const chooseRig = useCallback(
    (rigId: string | null, change: EntriesPatch) => choose(store, id, { rigId }, change),
    [store, id],
  )

  return (
    <div className={classes.page}>
      <ScenarioBar store={store} scenario={scenario} onNew={onNew} />
      <div className={classes.columns}>
        <section className={classes.inputs} aria-label="Inputs">
          <Inputs
            entries={entries}
            inUse={inUse}
            onPatch={patch}
            answer={evaluation.kind === 'refused' ? null : evaluation.answer}
            fillers={{
              income: (
                <NetworkFiller
                  chosenId={body.networkId}
                  onChoose={chooseNetwork}
                  startMonth={wordOf(entries, 'startMonth')}
                />
              ),
              electricity: <TariffFiller onPatch={patch} />,
              rig: (
                <>
                  <RigFiller chosenId={body.rigId} onChoose={chooseRig} />
                  <PsuFiller onPatch={patch} />
                  <CalibrationFiller entries={entries} onPatch={patch} />
                </>
              ),
            }}
          />
        </section>
        <section className={classes.answer} aria-label="Answer" aria-live="polite" aria-atomic="false">
          {evaluation.kind === 'refused' ? (
            <Refused problems={evaluation.problems} />
          ) : (
            <AnswerView evaluation={evaluation} entries={entries} />
          )}
          <Suspense>
            <Sensitivity name={body.name} entries={entries} onPatch={patch} />
          </Suspense>
        </section>
      </div>
    </div>
  )
}

/** What each number is computed with; where the inputs are refused, at least what the table assumes. */
function numbersInUse(entries: InputEntries): (key: string) => number | null {
  const resolution = resolveInputs(entries)
  return (key) => {
    if (resolution.kind === 'resolved') return resolution.inputs.numbers[key as NumberKey]
    const { assumed } = definitionOf(key)
    return typeof assumed === 'number' ? assumed : null
  }
}
