import { type ReactNode, useDeferredValue, useMemo } from 'react'
import { frontierOf } from '../../../../shared/markets/frontier.ts'
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import { FrontierChart } from '../../../charts/FrontierChart.tsx'
import { frontierFloors, frontierSummary } from '../../../charts/frontier-summary.ts'
import { InputField } from '../../../controls/InputField.tsx'
import { useNetworks } from '../store.ts'
import {
  assumedElasticity,
  assumedOwnSupplyShareRatio,
  elasticityInput,
  ownSupplyInput,
} from './frontier-inputs.ts'
import classes from './FrontierView.module.css'

type FrontierViewProps = {
  readonly market: Pick<ComparedMarket, 'name' | 'entries'>
  /** Chooses another network. */
  readonly picker: ReactNode
}

/** What a higher or a lower price would do to the rented hours and the net. */
export function FrontierView({ market, picker }: FrontierViewProps) {
  const elasticity = useNetworks((place) => place.elasticity)
  const ownSupplyShareRatio = useNetworks((place) => place.ownSupplyShareRatio)
  const asked = useMemo(
    () => ({
      entries: market.entries,
      elasticity: elasticity ?? assumedElasticity,
      ownSupplyShareRatio: ownSupplyShareRatio ?? assumedOwnSupplyShareRatio,
    }),
    [market.entries, elasticity, ownSupplyShareRatio],
  )
  // The sliders move first; the curve may follow a frame later.
  const settled = useDeferredValue(asked)
  const frontier = useMemo(() => frontierOf(settled), [settled])
  const price = settled.entries['priceUsdPerGpuHour']
  return (
    <div className={classes.view}>
      <div className={classes.inputs}>
        {picker}
        <InputField
          definition={elasticityInput}
          given={elasticity}
          inUse={assumedElasticity}
          onChange={(value) => useNetworks.setState({ elasticity: value })}
        />
        <InputField
          definition={ownSupplyInput}
          given={ownSupplyShareRatio}
          inUse={assumedOwnSupplyShareRatio}
          onChange={(value) => useNetworks.setState({ ownSupplyShareRatio: value })}
        />
        {elasticity === null && (
          <p className={classes.note}>
            Elasticity 1 is assumed by Idlewatt: a price higher by 1 % is rented 1 % less. Nobody has measured
            it for this market.
          </p>
        )}
      </div>
      {frontier.kind === 'refused' ? (
        <p className={classes.words}>
          There is no curve for {market.name} yet. {frontier.reason}
        </p>
      ) : (
        <div className={classes.drawn} aria-busy={settled !== asked}>
          <p className={classes.words}>
            {frontierSummary(frontier)} {frontierFloors(frontier)}
          </p>
          <FrontierChart
            title={`${market.name}: net against the price asked`}
            frontier={frontier}
            hereUsdPerGpuHour={price === undefined || typeof price === 'string' ? null : price.value}
          />
        </div>
      )}
    </div>
  )
}
