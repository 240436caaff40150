/** The input table, what is at stake and what is owed: collateral, promises of uptime, loan, tax. */
import type { InputDefinition } from './input-definition.ts'

const locked = [{ key: 'collateralKind', is: ['cash', 'token'] }]
const credits = [{ key: 'serviceLevel', is: ['credits'] }]
const borrowed = [{ key: 'loanKind', is: ['annuity'] }]
const taxed = [{ key: 'taxTreatment', is: ['taxed'] }]
const depreciated = [...taxed, { key: 'depreciationMethod', is: ['straight line', 'sum of years', 'declining', 'double declining', 'macrs'] }]

export const capitalInputs = [
  { key: 'collateralKind', kind: 'choice', group: 'risk', label: 'Collateral', assumed: 'none', options: [{ value: 'none', label: 'none' }, { value: 'cash', label: 'locked in cash' }, { value: 'token', label: 'locked in the token' }], help: 'Locked at the start, back after unbonding.' },
  { key: 'collateralUsd', kind: 'number', group: 'risk', label: 'Locked, at today’s value', unit: 'usd', low: 0, high: 1_000_000_000, sliderHigh: 10_000, step: 10, assumed: null, whenUnknown: 'needed', appliesWhen: locked, help: 'For the whole rig.' },
  { key: 'unbondingDays', kind: 'integer', group: 'risk', label: 'Unbonding', unit: 'days', low: 0, high: 1_000, sliderHigh: 90, step: 1, assumed: 0, appliesWhen: locked, help: 'From the last day of work until it is back.' },
  { key: 'slashingEventsPerYear', kind: 'number', group: 'risk', label: 'Slashings a year', unit: 'ratioPerYear', low: 0, high: 365, sliderHigh: 4, step: 0.1, assumed: 0, appliesWhen: locked, help: 'Expected.' },
  { key: 'slashedShareRatio', kind: 'number', group: 'risk', label: 'Lost each time', unit: 'ratio', low: 0, high: 1, step: 0.01, assumed: 0, appliesWhen: locked, help: 'Share of the collateral; it is topped up at once.' },
  { key: 'serviceLevel', kind: 'choice', group: 'risk', label: 'Uptime promised', assumed: 'none', options: [{ value: 'none', label: 'none' }, { value: 'credits', label: 'with credits to buyers' }], help: 'Credits are a cost of downtime.' },
  { key: 'promisedUptimeRatio', kind: 'number', group: 'risk', label: 'Promised uptime', unit: 'ratio', low: 0, high: 1, step: 0.001, assumed: 0.99, appliesWhen: credits, help: 'Of offered hours.' },
  { key: 'creditPerPointRatio', kind: 'number', group: 'risk', label: 'Credit per missing point', unit: 'ratio', low: 0, high: 1, step: 0.01, assumed: 0.1, appliesWhen: credits, help: 'Share of the month’s usage for each percentage point below.' },
  { key: 'creditMaximumRatio', kind: 'number', group: 'risk', label: 'Credit at most', unit: 'ratio', low: 0, high: 1, step: 0.05, assumed: 1, appliesWhen: credits, help: 'Share of the month’s usage.' },
  { key: 'defaultProbabilityPerYear', kind: 'number', group: 'risk', label: 'Chance that the network fails, a year', unit: 'ratioPerYear', low: 0, high: 1, step: 0.01, assumed: null, whenUnknown: 'optional', help: 'For the expected loss of what it owes you. Nobody publishes it.' },
  { key: 'networkStopsAfterMonths', kind: 'integer', group: 'risk', label: 'Network stops after', unit: 'months', low: 0, high: 120, step: 1, assumed: 0, help: '0: never. Balance, held tokens and collateral are lost; work goes on elsewhere on the same terms.' },
  { key: 'switchingCostUsd', kind: 'number', group: 'risk', label: 'Cost of moving elsewhere', unit: 'usd', low: 0, high: 10_000_000, sliderHigh: 1_000, step: 10, assumed: 0, help: 'Paid in the month in which the network stops.' },

  { key: 'loanKind', kind: 'choice', group: 'loan', label: 'Loan', assumed: 'none', options: [{ value: 'none', label: 'none' }, { value: 'annuity', label: 'equal monthly payments' }], help: 'Its draw counts for you, its payments against you.' },
  { key: 'loanUsd', kind: 'number', group: 'loan', label: 'Borrowed', unit: 'usd', low: 0, high: 1_000_000_000, sliderHigh: 20_000, step: 50, assumed: null, whenUnknown: 'needed', appliesWhen: borrowed, help: 'On the first day.' },
  { key: 'loanRatePerYear', kind: 'number', group: 'loan', label: 'Interest', unit: 'ratioPerYear', low: 0, high: 10, sliderHigh: 0.3, step: 0.0025, assumed: null, whenUnknown: 'needed', appliesWhen: borrowed, help: 'Nominal, a twelfth each month.' },
  { key: 'loanMonths', kind: 'integer', group: 'loan', label: 'Paid back over', unit: 'months', low: 1, high: 480, sliderHigh: 84, step: 1, assumed: null, whenUnknown: 'needed', appliesWhen: borrowed, help: 'What is left at the horizon is paid back there.' },

  { key: 'taxTreatment', kind: 'choice', group: 'tax', label: 'Figures are', assumed: 'before tax', options: [{ value: 'before tax', label: 'before tax' }, { value: 'taxed', label: 'after tax' }], help: 'Without a rate everything is before tax, and says so.' },
  { key: 'taxRateRatio', kind: 'number', group: 'tax', label: 'Your rate on this income', unit: 'ratio', low: 0, high: 0.95, step: 0.01, assumed: null, whenUnknown: 'needed', appliesWhen: taxed, help: 'The rate on the next dollar.' },
  { key: 'lossTreatment', kind: 'choice', group: 'tax', label: 'A loss', assumed: 'carried forward', appliesWhen: taxed, options: [{ value: 'carried forward', label: 'is carried forward' }, { value: 'refunded', label: 'lowers other taxes at once' }], help: 'Only the second where you have other income to set it against.' },
  { key: 'taxPaymentMonth', kind: 'integer', group: 'tax', label: 'Paid in month', unit: 'count', low: 1, high: 12, step: 1, assumed: 4, appliesWhen: taxed, help: 'Of the next year; what is left at the end then.' },
  { key: 'depreciationMethod', kind: 'choice', group: 'tax', label: 'Depreciation', assumed: 'none', appliesWhen: taxed, options: [{ value: 'none', label: 'none' }, { value: 'straight line', label: 'straight line' }, { value: 'sum of years', label: 'sum of the years’ digits' }, { value: 'declining', label: 'declining balance' }, { value: 'double declining', label: 'double declining, then straight line' }, { value: 'macrs', label: 'MACRS, half-year' }], help: 'Of the purchase price, or of the book value of a card you own.' },
  { key: 'depreciationYears', kind: 'integer', group: 'tax', label: 'Over', unit: 'years', low: 1, high: 40, step: 1, assumed: 5, appliesWhen: depreciated, help: 'MACRS knows 3, 5, 7 and 15.' },
  { key: 'salvageRatio', kind: 'number', group: 'tax', label: 'Down to', unit: 'ratio', low: 0, high: 1, step: 0.05, assumed: 0, appliesWhen: depreciated, help: 'Share of the cost that is not depreciated.' },
  { key: 'taxBookUsdPerGpu', kind: 'number', group: 'tax', label: 'Book value today, per GPU', unit: 'usdPerGpu', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 10, assumed: 0, appliesWhen: [...taxed, { key: 'ownership', is: ['owned'] }], help: 'What the tax office still counts of an owned card.' },

  { key: 'referenceTariffUsdPerKwh', kind: 'number', group: 'reference', label: 'It pays for electricity', unit: 'usdPerKwh', low: 0, high: 2, sliderHigh: 0.3, step: 0.005, assumed: 0.08, help: 'Idlewatt’s assumption of a professional site; change it to one that you know.' },
  { key: 'referencePueRatio', kind: 'number', group: 'reference', label: 'Its PUE', unit: 'count', low: 1, high: 5, sliderHigh: 2.5, step: 0.01, assumed: 1.3, help: 'Idlewatt’s assumption.' },
  { key: 'referenceUtilizationRatio', kind: 'number', group: 'reference', label: 'Its rented share', unit: 'ratio', low: 0.01, high: 1, step: 0.01, assumed: 0.7, help: 'Idlewatt’s assumption.' },
  { key: 'referenceUptimeRatio', kind: 'number', group: 'reference', label: 'Its uptime', unit: 'ratio', low: 0.01, high: 1, step: 0.005, assumed: 0.99, help: 'Idlewatt’s assumption.' },
] as const satisfies readonly InputDefinition[]
