import type { Answer } from '../../../shared/economics/evaluate.ts'
import type { InputGroup } from '../../../shared/economics/input-definition.ts'
import type { LineKey } from '../../../shared/economics/statement.ts'

/** The lines of the statement that a group of inputs makes; each line belongs to one group. */
export const linesOfGroup: Partial<Record<InputGroup, readonly LineKey[]>> = {
  income: ['usageUsd', 'platformFeeUsd', 'paymentFeeUsd'],
  contracts: ['alternativeUsd'],
  electricity: ['electricityUsd', 'fixedChargeUsd', 'peakChargeUsd'],
  cooling: ['coolingUsd', 'heatCreditUsd'],
  operating: ['consumablesUsd', 'trafficUsd', 'fixedOperatingUsd', 'labourUsd', 'repairsUsd'],
  payout: ['withdrawalFeeUsd'],
  token: ['saleCostUsd'],
  subsidy: ['subsidyUsd'],
  risk: ['downtimeCreditUsd', 'slashingUsd', 'penaltyUsd'],
  tax: ['taxUsd'],
}

/**
 * What a group's lines add to the net a month; null for groups that make no line of their own.
 * Example: $120 of usage and a platform fee of $12: Income adds $108.
 */
export function groupEffectUsd(answer: Answer, group: InputGroup): number | null {
  const keys = linesOfGroup[group]
  if (keys === undefined) return null
  return keys.reduce((total, key) => total + answer.headlines.lineUsdPerMonth[key], 0)
}
