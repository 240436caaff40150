/** The two assumptions of the frontier, as fields of the input table are described. */
import type { NumberInput } from '../../../../shared/economics/input-definition.ts'

export const assumedElasticity = 1
export const assumedOwnSupplyShareRatio = 0

export const elasticityInput: NumberInput = {
  key: 'elasticity',
  kind: 'number',
  group: 'income',
  label: 'Elasticity of demand',
  unit: 'count',
  low: 0,
  high: 10,
  step: 0.1,
  assumed: assumedElasticity,
  help: 'By how many per cent the rented share falls for each per cent of price.',
}

export const ownSupplyInput: NumberInput = {
  key: 'ownSupplyShare',
  kind: 'number',
  group: 'income',
  label: 'Own share of supply',
  unit: 'ratio',
  low: 0,
  high: 0.99,
  sliderHigh: 0.5,
  step: 0.01,
  assumed: assumedOwnSupplyShareRatio,
  help: 'Your part of all such cards on this market, once yours are offered.',
}
