/** The rig of the scenario that is open on Earnings, else the newest rig: "my card" on a network's page. */
import { useMemo } from 'react'
import type { RigCard } from '../../../../shared/markets/eligibility.ts'
import { rigCards } from '../../../../shared/markets/rig-cards.ts'
import { useBook } from '../../../book.ts'

export type OpenRig = { readonly name: string; readonly cards: readonly RigCard[] }

export function useOpenRig(): OpenRig | null {
  const rigs = useBook((book) => book.rigs)
  const scenarios = useBook((book) => book.scenarios)
  const openScenarioId = useBook((book) => book.settings.openScenarioId)
  const gpus = useBook((book) => book.catalogue.gpus)
  return useMemo(() => {
    const scenario = scenarios.find(({ id }) => id === openScenarioId)
    const rig =
      scenario === undefined
        ? rigs.toSorted((one, other) => other.updatedAtUtcMs - one.updatedAtUtcMs)[0]
        : rigs.find(({ id }) => id === scenario.body.rigId)
    return rig === undefined ? null : { name: rig.body.name, cards: rigCards(rig.body, { gpus }) }
  }, [rigs, scenarios, openScenarioId, gpus])
}
