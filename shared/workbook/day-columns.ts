/** From earned to banked, day by day, as formulas; within a day in the order of SPEC.md B2. @see SPEC.md B1 to B12 */
import { balanceColumns, lotColumns } from './balance-columns.ts'
import type { Column } from './table.ts'
import { formats } from './table.ts'

const { usd, exact, integer, date } = formats
/** What was on a day some days ago; nothing of what the network held when it stopped. */
const ago = (key: string, days: string) =>
  `IF([index]<${days},0,IF(AND(stopDay>=[index]-${days},[index]>stopDay),0,INDEX([${key}^],[index]-${days}+1)))`
const ofDay = (range: string) => `IF([index]<workDays,INDEX(${range},[month]+1),0)`
const inRange = 'OR(venue="pool",venue="concentrated",venue="depth")'

const payoutColumns: readonly Column[] = [
  { key: 'date', label: 'Date', unit: '', format: date, formula: 'startMonth+[index]' },
  { key: 'index', label: 'Day', unit: 'from 0', format: integer, formula: '[index-]+1', first: '0' },
  {
    key: 'month',
    label: 'Month',
    unit: 'from 0',
    format: integer,
    formula: 'YEAR([date])*12+MONTH([date])-1-startMonthNumber',
  },
  {
    key: 'price',
    label: 'Token price',
    unit: '$',
    format: exact,
    formula:
      'tokenPriceUsd*IF(paidInTokens=1,(1+tokenYearlyChangeRatio)^([index]/365),1)*IF([month]<COUNT(months_index),INDEX(months_tokenFactor,[month]+1),1)',
  },
  { key: 'accruedUsd', label: 'Earned', unit: '$', format: usd, formula: ofDay('months_creditUsdPerDay') },
  {
    key: 'accruedTokens',
    label: 'Earned',
    unit: 'tokens',
    format: exact,
    formula: ofDay('months_creditTokensPerDay'),
  },
  {
    key: 'payableUsd',
    label: 'Payable',
    unit: '$',
    format: usd,
    formula: `IF(OR([settles-]=1,[index]=stopDay+1),0,[payableUsd-])+${ago('accruedUsd', '(1+creditDelayDays)')}`,
    first: '0',
  },
  {
    key: 'payableTokens',
    label: 'Payable',
    unit: 'tokens',
    format: exact,
    formula: `IF(OR([settles-]=1,[index]=stopDay+1),0,[payableTokens-])+${ago('accruedTokens', '(1+creditDelayDays)')}`,
    first: '0',
  },
  {
    key: 'value',
    label: 'Payable, worth',
    unit: '$',
    format: usd,
    formula: '[payableUsd]+[payableTokens]*[price]',
  },
  {
    key: 'looks',
    label: 'Payout day',
    unit: '1 or 0',
    format: integer,
    formula:
      'IF(payoutCadence="daily",1,IF(payoutCadence="weekly",IF(MOD([date]+5,7)=VALUE(payoutWeekday),1,0),IF(DAY([date])=payoutMonthDay,1,0)))',
  },
  {
    key: 'pays',
    label: 'Pays',
    unit: '1 or 0',
    format: integer,
    formula: 'IF(AND([looks]=1,[value]>0,[value]>=minimumPayoutUsd,[value]>withdrawalFeeUsd),1,0)',
  },
  {
    key: 'settles',
    label: 'Pays or loses',
    unit: '1 or 0',
    format: integer,
    formula: 'IF([pays]=1,1,IF(AND([looks]=1,[value]>0,[index]>=lastCreditDay),1,0))',
  },
  { key: 'fee', label: 'Payout fee', unit: '$', format: usd, formula: '[pays]*withdrawalFeeUsd' },
  {
    key: 'paidUsd',
    label: 'Paid in cash',
    unit: '$',
    format: usd,
    formula: 'IF(AND([pays]=1,paidInTokens=0),[value]-withdrawalFeeUsd,0)',
  },
  {
    key: 'paidTokens',
    label: 'Paid',
    unit: 'tokens',
    format: exact,
    formula:
      'IF(AND([pays]=1,paidInTokens=1),[payableTokens]+[payableUsd]/[price]-withdrawalFeeUsd/[price],0)',
  },
  { key: 'freeUsd', label: 'Free', unit: '$', format: usd, formula: ago('paidUsd', 'holdDays') },
  {
    key: 'freeTokens',
    label: 'Free',
    unit: 'tokens',
    format: exact,
    formula: ago('paidTokens', 'holdDays'),
  },
]

/** What the market of a day can take; it does not depend on what is offered. */
const marketColumns: readonly Column[] = [
  {
    key: 'from',
    label: 'Sold from',
    unit: '$',
    format: exact,
    formula: 'IF(venue="concentrated",MIN([price],rangeHighRatio*tokenPriceUsd),[price])',
  },
  {
    key: 'reserve',
    label: 'Dollar side',
    unit: '$',
    format: usd,
    formula: `IF(${inRange},venueReserve*SQRT([from]/tokenPriceUsd),0)`,
  },
  {
    key: 'room',
    label: 'Until the range ends',
    unit: '$',
    format: usd,
    formula:
      'IF(venue="concentrated",IF([from]<=rangeLowRatio*tokenPriceUsd,0,[reserve]*([from]-rangeLowRatio*tokenPriceUsd)/(rangeLowRatio*tokenPriceUsd)/(SQRT([from]/(rangeLowRatio*tokenPriceUsd))+1)),1E+300)',
  },
  {
    key: 'most',
    label: 'It takes at most',
    unit: 'tokens',
    format: '0.00E+00',
    formula:
      'IF(venue="concentrated",[room]/[from]/(1-venueFee),IF(venue="order book",bookValue/[price],IF(AND(venue="square root",impactAlpha*dailySigmaRatio>0),dailyVolumeUsd/(impactAlpha*dailySigmaRatio)^2/[price],1E+300)))',
  },
]

const saleColumns: readonly Column[] = [
  {
    key: 'waiting',
    label: 'To be sold',
    unit: 'tokens',
    format: exact,
    formula: 'IF([index]=stopDay+1,0,MAX(0,[waiting-]-[sold-]))+[freeTokens]',
    first: '[freeTokens]',
  },
  {
    key: 'offered',
    label: 'Offered',
    unit: 'tokens',
    format: exact,
    formula:
      'IF(AND([waiting]>0,[index]+transferDays<=endDay),IF(saleEveryDays=0,[waiting],IF(MOD([index],MAX(1,saleEveryDays))=0,[waiting],0)),0)',
  },
  { key: 'sold', label: 'Sold', unit: 'tokens', format: exact, formula: 'MIN([offered],[most])' },
  {
    key: 'putIn',
    label: 'Put in, worth',
    unit: '$',
    format: usd,
    formula:
      'IF(venue="order book",MIN([offered]*[price],bookValue),MIN([offered]*[from]*(1-venueFee),[room]))',
  },
  {
    key: 'impact',
    label: 'Impact at the end',
    unit: 'ratio',
    format: exact,
    formula:
      'IF(AND([offered]>0,venue="square root"),impactAlpha*dailySigmaRatio*SQRT([offered]*[price]/dailyVolumeUsd),0)',
  },
  {
    key: 'gross',
    label: 'Brings',
    unit: '$',
    format: usd,
    formula: `IF([offered]=0,0,IF(${inRange},IF([putIn]=0,0,[putIn]*([reserve]/([reserve]+[putIn]))),IF(venue="order book",SUMPRODUCT(([putIn]>orderBook_from)*([putIn]-orderBook_from)*orderBook_step),IF([impact]>1,[offered]*[price]/[impact]^2/3,[offered]*[price]*(1-2/3*[impact])))))`,
  },
  {
    key: 'proceeds',
    label: 'After the exchange fee',
    unit: '$',
    format: usd,
    formula: '[gross]*(1-exchangeFeeRatio)',
  },
  { key: 'saleCost', label: 'Cost of selling', unit: '$', format: usd, formula: '[sold]*[price]-[proceeds]' },
  { key: 'sentUsd', label: 'Sent', unit: '$', format: usd, formula: '[freeUsd]+[proceeds]' },
  {
    key: 'bankedUsd',
    label: 'Banked',
    unit: '$',
    format: usd,
    formula: 'IF([index]<transferDays,0,INDEX([sentUsd^],[index]-transferDays+1))',
    look: 'key figure',
  },
  {
    key: 'arrives',
    label: 'Money arrives',
    unit: '1 or 0',
    format: integer,
    formula: 'IF([bankedUsd]>0,1,0)',
  },
]

export const dayColumns: readonly Column[] = [
  ...payoutColumns,
  ...marketColumns,
  ...saleColumns,
  ...balanceColumns,
  ...lotColumns,
]
