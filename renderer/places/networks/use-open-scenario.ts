import type { RigCard } from '../../../shared/markets/eligibility.ts'
import { rigCards } from '../../../shared/markets/rig-cards.ts'
import type { Scenario } from '../../../shared/scenario.ts'
import { useBook } from '../../book.ts'
import { useSameWhileEqual } from '../../same-while-equal.ts'
import { useNetworks } from './store.ts'

export type OpenScenario = {
  readonly scenario: Scenario
  /** Empty where the scenario names no rig. */
  readonly cards: readonly RigCard[]
}

/** The scenario that is open on Earnings, else the newest; null where there is none. */
export function useOpenScenario(): OpenScenario | null {
  const scenarios = useBook((book) => book.scenarios)
  const rigs = useBook((book) => book.rigs)
  const catalogue = useBook((book) => book.catalogue)
  const openScenarioId = useBook((book) => book.settings.openScenarioId)
  const readOnly = useBook((book) => book.about.readOnlyReason !== null)
  const chosenId = useNetworks((place) => place.scenarioId)
  const wantedId = readOnly ? (chosenId ?? openScenarioId) : openScenarioId
  const scenario = scenarios.find(({ id }) => id === wantedId) ?? scenarios[0]
  const rig = rigs.find(({ id }) => id === scenario?.body.rigId)
  const cards = useSameWhileEqual<readonly RigCard[]>(rig === undefined ? [] : rigCards(rig.body, catalogue))
  return scenario === undefined ? null : { scenario, cards }
}
