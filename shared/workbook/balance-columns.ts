/** What is held at the end of each day, what is lost, and the lots of tokens, as formulas. @see SPEC.md B6, B11, B12 */
import type { Column } from './table.ts'
import { formats } from './table.ts'

const { usd, exact, integer } = formats
/** What is left over from the day before. */
const carried = (key: string) => `IF([ends-]=1,0,[${key}-])`

export const balanceColumns: readonly Column[] = [
  {
    key: 'ends',
    label: 'What is held is lost',
    unit: '1 or 0',
    format: integer,
    formula: 'IF(OR([index]=stopDay,AND([index]=endDay,[waiting]-[sold]>0)),1,0)',
  },
  {
    key: 'platformUsd',
    label: 'On the platform',
    unit: '$',
    format: usd,
    formula: `${carried('platformUsd')}-[settles]*[payableUsd]+[accruedUsd]`,
    first: '[accruedUsd]',
  },
  {
    key: 'platformTokens',
    label: 'On the platform',
    unit: 'tokens',
    format: exact,
    formula: `${carried('platformTokens')}-[settles]*[payableTokens]+[accruedTokens]`,
    first: '[accruedTokens]',
  },
  {
    key: 'heldUsd',
    label: 'Held',
    unit: '$',
    format: usd,
    formula: `${carried('heldUsd')}+[paidUsd]-[freeUsd]`,
    first: '0',
  },
  {
    key: 'heldTokens',
    label: 'Held',
    unit: 'tokens',
    format: exact,
    formula: `${carried('heldTokens')}+[paidTokens]-[sold]`,
    first: '0',
  },
  {
    key: 'underWayUsd',
    label: 'Under way',
    unit: '$',
    format: usd,
    formula: '[underWayUsd-]+[sentUsd]-[bankedUsd]',
    first: '0',
  },
  {
    key: 'atEndUsd',
    label: 'Platform and held, worth',
    unit: '$',
    format: usd,
    formula: '[platformUsd]+[heldUsd]+([platformTokens]+[heldTokens])*[price]',
  },
  {
    key: 'pipelineUsd',
    label: 'Pipeline',
    unit: '$',
    format: usd,
    formula: '[underWayUsd]+IF([ends]=1,0,[atEndUsd])',
  },
  {
    key: 'lostUsd',
    label: 'Lost',
    unit: '$',
    format: usd,
    formula: '([settles]-[pays])*[value]+IF([ends]=1,[atEndUsd],0)',
  },
  {
    key: 'revaluationUsd',
    label: 'Revaluation',
    unit: '$',
    format: usd,
    formula: `(${carried('platformTokens')}+${carried('heldTokens')})*([price]-[price-])`,
    first: '0',
  },
]

/** Lots, the oldest first: what the first tokens paid were worth when they were paid. */
export const lotColumns: readonly Column[] = [
  { key: 'paidValue', label: 'Paid, before the fee', unit: '$', format: usd, formula: '[pays]*[value]' },
  {
    key: 'lotTokens',
    label: 'Tokens paid so far',
    unit: 'tokens',
    format: exact,
    formula: '[lotTokens-]+[paidTokens]',
    first: '0',
  },
  {
    key: 'lotUsd',
    label: 'Worth when paid',
    unit: '$',
    format: usd,
    formula: '[lotUsd-]+IF(paidInTokens=1,[paidValue]-[fee],0)',
    first: '0',
  },
  {
    key: 'soldSoFar',
    label: 'Gone after the sale',
    unit: 'tokens',
    format: exact,
    formula: '[gone-]+[sold]',
    first: '0',
  },
  {
    key: 'lotRow',
    label: 'Row of their lot',
    unit: 'row',
    format: integer,
    formula: 'IF([soldSoFar]>=[lotTokens],0,MATCH([soldSoFar],[lotTokens^],1))',
  },
  {
    key: 'soldUsd',
    label: 'Worth when paid',
    unit: '$',
    format: usd,
    formula:
      'IF([lotRow]=0,[lotUsd],INDEX([lotUsd^],[lotRow])+([soldSoFar]-INDEX([lotTokens^],[lotRow]))*INDEX([price^],[lotRow]+1))',
  },
  {
    key: 'gone',
    label: 'Gone after a loss',
    unit: 'tokens',
    format: exact,
    formula: 'IF([ends]=1,[lotTokens],[soldSoFar])',
    first: '0',
  },
  {
    key: 'goneUsd',
    label: 'Worth when paid',
    unit: '$',
    format: usd,
    formula: 'IF([ends]=1,[lotUsd],[soldUsd])',
    first: '0',
  },
  {
    key: 'saleGain',
    label: 'Gain of the sale',
    unit: '$',
    format: usd,
    formula: 'IF([sold]>0,[proceeds]-([soldUsd]-[goneUsd-]),0)',
    first: '0',
  },
  {
    key: 'lostPaidUsd',
    label: 'Lost, worth when paid',
    unit: '$',
    format: usd,
    formula: 'IF([ends]=1,[heldUsd]+[goneUsd]-[soldUsd],0)',
  },
  { key: 'fellUsd', label: 'Fell before the sale', unit: '$', format: usd, formula: 'MAX(0,-[saleGain])' },
]
