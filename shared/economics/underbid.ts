/**
 * Could a professional site offer the same cards for less?
 * @see SPEC.md N11
 */
import type { BreakEven } from './break-even.ts'
import { isCapitalKnown } from './cash-flow.ts'
import type { ResolvedInputs } from './inputs.ts'
import { fullCostAt, withNumbers } from './prices.ts'

export type Underbid = {
  /** Null where the card's prices are unknown. */
  readonly referenceFullCost: BreakEven | null
  readonly referenceUtilizationRatio: number
}

/**
 * The full-cost price of the same cards at the reference site: its tariff, PUE, uptime and rented share, at all hours,
 * without what only this home has. Example: see test/shared/economics/underbid.test.ts. @see SPEC.md N11
 */
export function underbidOf(inputs: ResolvedInputs): Underbid {
  const share = inputs.numbers.referenceUtilizationRatio!
  return {
    referenceFullCost: isCapitalKnown(inputs) ? fullCostAt(referenceSite(inputs), share) : null,
    referenceUtilizationRatio: share,
  }
}

/** The same cards at the reference site. @see SPEC.md N11 */
export function referenceSite(inputs: ResolvedInputs): ResolvedInputs {
  const { numbers, choices } = inputs
  return {
    ...withNumbers(inputs, {
      flatTariffPerKwh: numbers.referenceTariffUsdPerKwh,
      tariffCurrencyUsd: null,
      fixedChargePerMonth: 0,
      pueRatio: numbers.referencePueRatio,
      uptimeRatio: numbers.referenceUptimeRatio,
      rampUpMonths: 0,
      fixedOperatingUsdPerMonth: 0,
      colocationUsdPerMonth: 0,
      insuranceUsdPerMonth: 0,
      labourHoursPerMonth: 0,
    }),
    choices: {
      ...choices,
      offeredWeek: 'O'.repeat(168),
      baseline: 'off',
      tariffCurrency: 'USD',
      tariffKind: 'flat',
      solarSurplus: 'none',
      demandCharge: 'none',
      coolingKind: 'site',
      heatUse: 'not used',
      contracts: '',
    },
  }
}
