/** Single figures that the tables rest on: watts at the wall, terms of payout, what the sheets can hold. */
import type { Workbook } from './cells.ts'
import { absolute, define, newSheet, put } from './cells.ts'
import { formats } from './table.ts'

type Row = readonly [name: string, label: string, unit: string, format: string, formula: string]

const efficiency = (load: string) =>
  `IF(${load}<=0.1,psuEfficiencyAt10Ratio,IF(${load}<=0.2,psuEfficiencyAt10Ratio+(${load}-0.1)/0.1*(psuEfficiencyAt20Ratio-psuEfficiencyAt10Ratio),IF(${load}<=0.5,psuEfficiencyAt20Ratio+(${load}-0.2)/0.3*(psuEfficiencyAt50Ratio-psuEfficiencyAt20Ratio),IF(${load}<=1,psuEfficiencyAt50Ratio+(${load}-0.5)/0.5*(psuEfficiencyAt100Ratio-psuEfficiencyAt50Ratio),psuEfficiencyAt100Ratio))))`
const wall = (board: string, read: string) =>
  `IF(powerBasis="wall",${read},MAX(0,calibrationSlopeRatio*${board}DirectWatts/${board}Efficiency+calibrationOffsetWatts))`
const curveAt = (age: string) => {
  const at = `MATCH(${age},resaleCurve_age,1)`
  const point = (column: string, plus = '') => `INDEX(resaleCurve_${column},${at}${plus})`
  const between = `${point('2')}+(${age}-${point('1')})/(${point('1', '+1')}-${point('1')})*(${point('2', '+1')}-${point('2')})`
  return `IF(${age}<=INDEX(resaleCurve_1,1),INDEX(resaleCurve_2,1),IF(${age}>=INDEX(resaleCurve_1,resaleCurvePoints),INDEX(resaleCurve_2,resaleCurvePoints),${between}))`
}

/** Share of today's price that is left after some months, without wear. @see SPEC.md W1, W5 */
export function valueLeft(months: string): string {
  const byCurve = `${curveAt(`(cardAgeMonths+${months})`)}/(${curveAt('cardAgeMonths')})`
  const byPrices = `IF(resaleTodayUsdPerGpu=0,0,(resaleIn12MonthsUsdPerGpu/resaleTodayUsdPerGpu)^(${months}/12))`
  return `IF(resaleCurvePoints>0,${byCurve},${byPrices})`
}

const { number, exact, integer, usd, text } = formats
const rows: readonly (Row | string)[] = [
  'Power',
  [
    'rentedDirectWatts',
    'Rented, before the supply',
    'W',
    number,
    'IF(powerBasis="wall",0,gpuCount*rentedBoardWatts+hostRentedWatts)',
  ],
  [
    'idleDirectWatts',
    'Idle, before the supply',
    'W',
    number,
    'IF(powerBasis="wall",0,gpuCount*idleBoardWatts+hostIdleWatts)',
  ],
  [
    'rentedLoad',
    'Load of the supply, rented',
    'ratio',
    exact,
    'IF(powerBasis="wall",0,rentedDirectWatts/psuRatedWatts)',
  ],
  [
    'idleLoad',
    'Load of the supply, idle',
    'ratio',
    exact,
    'IF(powerBasis="wall",0,idleDirectWatts/psuRatedWatts)',
  ],
  ['rentedEfficiency', 'Efficiency, rented', 'ratio', exact, efficiency('rentedLoad')],
  ['idleEfficiency', 'Efficiency, idle', 'ratio', exact, efficiency('idleLoad')],
  ['rigRentedWatts', 'At the wall, all GPUs rented', 'W', number, wall('rented', 'wallRentedWatts')],
  ['rigIdleWatts', 'At the wall, all GPUs idle', 'W', number, wall('idle', 'wallIdleWatts')],
  [
    'workingRatio',
    'Share of offered hours that it works',
    'ratio',
    exact,
    'uptimeRatio*IF(failureDowntime="separate",MAX(0,1-annualFailureRatio*repairDays/365),1)',
  ],
  'Calendar',
  ['startMonthNumber', 'Start month as a number', '', integer, 'YEAR(startMonth)*12+MONTH(startMonth)-1'],
  [
    'workDays',
    'Days of work',
    'days',
    integer,
    'DATE(YEAR(startMonth),MONTH(startMonth)+horizonMonths,1)-startMonth',
  ],
  ['lastCreditDay', 'Day of the last credit', 'day', integer, 'workDays+creditDelayDays'],
  [
    'settleMonths',
    'Months until all is settled',
    'months',
    integer,
    'horizonMonths+ROUNDUP((creditDelayDays+32+holdDays+transferDays+saleEveryDays+unbondingDays)/28,0)',
  ],
  [
    'endDay',
    'Last day',
    'day',
    integer,
    'DATE(YEAR(startMonth),MONTH(startMonth)+settleMonths,1)-startMonth-1',
  ],
  [
    'stopMonths',
    'Network stops after',
    'months',
    integer,
    'IF(networkStopsAfterMonths<=horizonMonths,networkStopsAfterMonths,0)',
  ],
  [
    'stopDay',
    'Day on which it stops, -1 for never',
    'day',
    integer,
    'IF(stopMonths=0,-1,DATE(YEAR(startMonth),MONTH(startMonth)+stopMonths,1)-startMonth-1)',
  ],
  ['meanMonths', 'Months of the means', 'months', integer, 'MIN(12,horizonMonths)'],
  'Payout',
  ['paidInTokens', 'Paid in tokens', '1 or 0', integer, 'IF(payoutCurrency="token",1,0)'],
  [
    'usageInTokens',
    'The buyer’s price is fixed in tokens',
    '1 or 0',
    integer,
    'IF(AND(payoutCurrency="token",usageDenomination="token"),1,0)',
  ],
  [
    'keepRatio',
    'Left of a dollar of the price',
    'ratio',
    exact,
    '(1-platformFeeRatio)*(1-paymentFeeRatio)*(1-exchangeFeeRatio)*(1-poolFeeRatio)',
  ],
  ['venue', 'Tokens are sold', '', text, 'IF(paidInTokens=0,"cash",saleVenue)'],
  [
    'venueFee',
    'Fee of the venue',
    'ratio',
    exact,
    'IF(OR(venue="pool",venue="concentrated"),poolFeeRatio,0)',
  ],
  [
    'venueReserve',
    'Dollar side of it at the start',
    '$',
    usd,
    'IF(venue="pool",poolQuoteReserveUsd,IF(venue="concentrated",poolQuoteReserveUsd/(1-SQRT(rangeLowRatio)),IF(venue="depth",depthUsd/(1-SQRT(0.98)),0)))',
  ],
  ['bookValue', 'Value that the order book takes', '$', usd, 'MAX(orderBook_to)'],
  'Capital',
  ['resaleCurvePoints', 'Points of the resale curve', '', integer, 'COUNT(resaleCurve_1)'],
  [
    'valueKnown',
    'The card’s value is known',
    '1 or 0',
    integer,
    'IF(AND(ISNUMBER(resaleTodayUsdPerGpu),OR(ISNUMBER(resaleIn12MonthsUsdPerGpu),resaleCurvePoints>0)),1,0)',
  ],
  [
    'capitalKnown',
    'Capital is known',
    '1 or 0',
    integer,
    'IF(AND(valueKnown=1,OR(ownership="owned",ISNUMBER(purchaseUsdPerGpu))),1,0)',
  ],
  ['resaleNowUsd', 'All cards today', '$', usd, 'IF(valueKnown=1,gpuCount*resaleTodayUsdPerGpu,0)'],
  ['wearPerHour', 'Value lost per rented hour', 'ratio', exact, 'N(wearPer1000LoadHoursRatio)/1000'],
  ['collateralInTokens', 'Collateral in tokens', '1 or 0', integer, 'IF(collateralKind="token",1,0)'],
  [
    'backMonth',
    'Collateral comes back in month',
    'from 0',
    integer,
    '(YEAR(startMonth+workDays-1+unbondingDays)*12+MONTH(startMonth+workDays-1+unbondingDays)-1)-startMonthNumber',
  ],
  ['loanRate', 'Interest a month', 'ratio', exact, 'loanRatePerYear/12'],
  [
    'loanPayment',
    'Payment a month',
    '$',
    usd,
    'IF(loanUsd=0,0,IF(loanRate=0,loanUsd/loanMonths,loanUsd*loanRate/(1-(1+loanRate)^-loanMonths)))',
  ],
  [
    'depreciableUsd',
    'Depreciated',
    '$',
    usd,
    'IF(taxTreatment="taxed",gpuCount*IF(ownership="owned",taxBookUsdPerGpu,N(purchaseUsdPerGpu)),0)',
  ],
  ['writtenOffBy', 'Depreciation', '', text, 'IF(taxTreatment="taxed",depreciationMethod,"none")'],
  [
    'salvageUsd',
    'Down to',
    '$',
    usd,
    'IF(OR(writtenOffBy="macrs",writtenOffBy="none"),0,depreciableUsd*salvageRatio)',
  ],
  'Can this workbook say it?',
  ['tooLong', 'Longer than the tables', '1 or 0', integer, 'IF(settleMonths>COUNT(months_index),1,0)'],
  [
    'problem',
    'Answer',
    '',
    text,
    'IF(COUNTIF(inputChecks,"is needed")>0,"an input is missing",IF(SUMPRODUCT((inputChecks<>"")*1)>0,"an input is out of bounds",IF(OR(priceBasis="cap",priceBasis="reference"),"a cap makes no net",IF(MAX(rentedLoad,idleLoad)>1,"the power supply is overloaded",IF(tooLong=1,"export again","")))))',
  ],
]

/** @see SPEC.md E1, E2, T2, R3, W1, K7 */
export function putRig(workbook: Workbook): void {
  const sheet = newSheet(workbook, 'Rig')
  put(sheet, 1, 1, { value: 'Rig, calendar and terms', look: 'title' })
  sheet.columnWidths.set(1, 44).set(2, 18).set(3, 10).set(4, 24)
  rows.forEach((row, i) => {
    const at = 3 + i
    if (typeof row === 'string') {
      put(sheet, at, 1, { value: row, look: 'group' })
      return
    }
    const [name, label, unit, format, formula] = row
    put(sheet, at, 1, { value: label })
    put(sheet, at, 2, { formula, format })
    put(sheet, at, 3, { value: unit, look: 'note' })
    put(sheet, at, 4, { value: name, look: 'note' })
    define(workbook, name, absolute(sheet, at, 2))
  })
  sheet.frozenRows = 1
}
