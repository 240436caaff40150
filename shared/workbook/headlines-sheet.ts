/** The figures that decide, each a formula over the other sheets. @see SPEC.md N, P */
import type { Workbook } from './cells.ts'
import { absolute, define, newSheet, put } from './cells.ts'
import { lineColumns } from './line-columns.ts'
import { formats } from './table.ts'

const { usd, price, number, ratio, date, text, integer } = formats
type Row = readonly [name: string, label: string, unit: string, format: string, formula: string]

const firstYear = (key: string) => `SUMPRODUCT((months_index<meanMonths)*months_${key})/meanMonths`
const ifCapital = (formula: string) => `IF(capitalKnown=1,${formula},"unknown")`
const floor = (watts: string, energy: string) =>
  `((${watts})/1000/gpuCount*${energy}+consumablesUsdPerRentedGpuHour+trafficGigabytesPerRentedGpuHour*trafficUsdPerGigabyte)/keepRatio`
const idle = 'rigRentedWatts-rigIdleWatts'
const mean = 'SUMPRODUCT(months_floorMean*months_floorHours)/SUM(months_floorHours)'
const orUnknown = (formula: string) => `IFERROR(${formula},"unknown")`
/** Costs of running less what idle hours and heat bring, at their present value. */
const runningCosts = 'SUMPRODUCT(months_levelizedLinesUsd*months_discount)'
const presentHours = (rate: string) => `SUMPRODUCT(months_rentedGpuHours*(1+${rate})^(-months_years))`
const levelized = (hours: string) =>
  ifCapital(
    orUnknown(
      `(IF(ownership="owned",resaleNowUsd*(1-saleCostRatio),outlayUsd)-INDEX(flow_cards,horizonMonths+1)*INDEX(flow_factor,horizonMonths+1)-${runningCosts})/${hours}`,
    ),
  )
const avoidable = ['fixedChargeUsd', 'peakChargeUsd', 'fixedOperatingUsd', 'labourUsd', 'repairsUsd']
  .map((key) => `SUM(months_${key})`)
  .join('+')

const rows: readonly (Row | string)[] = [
  'A month, mean of the first year',
  ['netUsdPerMonth', 'Net', '$/month', usd, firstYear('netUsd')],
  ['netBeforeTaxUsdPerMonth', 'Net before tax', '$/month', usd, firstYear('netBeforeTaxUsd')],
  ['grossUsdPerMonth', 'Gross', '$/month', usd, 'mean_usageUsd+mean_subsidyUsd'],
  ['marginRatio', 'Margin', 'of gross', ratio, orUnknown('netUsdPerMonth/grossUsdPerMonth')],
  ['rentedGpuHoursPerMonth', 'Rented', 'GPU-hours/month', number, firstYear('rentedGpuHours')],
  ['rigKwhPerMonth', 'Electricity of the rig', 'kWh/month', number, firstYear('rigKwh')],
  [
    'valueLossUsdPerMonth',
    'Value lost',
    '$/month',
    usd,
    'IF(valueKnown=1,(resaleNowUsd-INDEX(months_resaleUsd,meanMonths))/meanMonths,"unknown")',
  ],
  [
    'wearUsdPerMonth',
    'Of it through load',
    '$/month',
    usd,
    'IF(AND(valueKnown=1,ISNUMBER(wearPer1000LoadHoursRatio)),(INDEX(months_unwornUsd,meanMonths)-INDEX(months_resaleUsd,meanMonths))/meanMonths,"unknown")',
  ],
  'Lines of a month, mean of the first year',
  ...lineColumns
    .filter(({ key }) => !key.startsWith('net'))
    .map(({ key, label }): Row => [`mean_${key}`, label, '$/month', usd, firstYear(key)]),
  'Return',
  ['npvUsd', 'Net present value', '$', usd, 'SUM(flow_present)'],
  [
    'xnpvUsd',
    'The same by XNPV',
    '$',
    usd,
    'IFERROR(XNPV(discountRatePerYear,flow_flow,flow_date),"not known by XNPV")',
  ],
  ['irr', 'Rate of return', 'a year', ratio, ifCapital('rateOfReturn')],
  ['xirr', 'The same by XIRR', 'a year', ratio, 'IFERROR(XIRR(flow_flow,flow_date),"not found by XIRR")'],
  [
    'paybackMonths',
    'Payback',
    'months',
    number,
    ifCapital(
      'IF(MAX(flow_below)<0,0,IF(INDEX(flow_cumulative,COUNT(flow_month))<0,"not within the horizon",MAX(flow_below)-INDEX(flow_cumulative,MAX(flow_below)+1)/INDEX(flow_bankedUsd,MAX(flow_below)+2)))',
    ),
  ],
  ['worstBankedUsd', 'Worst month, banked', '$', usd, 'MIN(months_workBankedUsd)'],
  ['worstMonth', 'Which is', '', text, 'INDEX(months_month,MATCH(worstBankedUsd,months_bankedUsd,0))'],
  ['firstCashDate', 'First cash', 'date', date, 'IFERROR(INDEX(days_date,MATCH(1,days_arrives,0)),"never")'],
  ['lostUsd', 'Lost', '$', usd, 'SUM(months_lostUsd)'],
  'What to do with an owned card',
  [
    'decisionRunUsd',
    'Run it',
    '$, present value',
    usd,
    'IF(AND(capitalKnown=1,ownership="owned"),runUsd,"unknown")',
  ],
  [
    'decisionSellUsd',
    'Sell it today',
    '$, present value',
    usd,
    'IF(AND(capitalKnown=1,ownership="owned"),sellUsd,"unknown")',
  ],
  [
    'decisionLeaveUsd',
    'Leave it off',
    '$, present value',
    usd,
    'IF(AND(capitalKnown=1,ownership="owned"),leaveUsd,"unknown")',
  ],
  [
    'sellAfterMonths',
    'Sell after',
    'months',
    integer,
    'IF(AND(capitalKnown=1,ownership="owned"),MATCH(MAX(flow_leave),flow_leave,0)-1,"unknown")',
  ],
  'Prices',
  [
    'floorIdleCheapest',
    'Power floor against idle, cheapest hour',
    '$/GPU-hour',
    price,
    `${floor(idle, 'MIN(months_floorLow)')}+alternativeUsdPerIdleGpuHour/keepRatio`,
  ],
  [
    'floorIdleMean',
    'Power floor against idle, mean',
    '$/GPU-hour',
    price,
    `${floor(idle, mean)}+alternativeUsdPerIdleGpuHour/keepRatio`,
  ],
  [
    'floorIdleDearest',
    'Power floor against idle, dearest hour',
    '$/GPU-hour',
    price,
    `${floor(idle, 'MAX(months_floorHigh)')}+alternativeUsdPerIdleGpuHour/keepRatio`,
  ],
  [
    'floorOffCheapest',
    'Power floor against off, cheapest hour',
    '$/GPU-hour',
    price,
    floor('rigRentedWatts', 'MIN(months_floorLow)'),
  ],
  ['floorOffMean', 'Power floor against off, mean', '$/GPU-hour', price, floor('rigRentedWatts', mean)],
  [
    'floorOffDearest',
    'Power floor against off, dearest hour',
    '$/GPU-hour',
    price,
    floor('rigRentedWatts', 'MAX(months_floorHigh)'),
  ],
  [
    'floorWinter',
    'Power floor in heating months',
    '$/GPU-hour',
    price,
    'IF(heatUse="heats rooms",floorOffMean-rigRentedWatts/1000/gpuCount*heatUsefulRatio*fuelUsdPerKwh/heaterEfficiencyRatio/keepRatio,"unknown")',
  ],
  [
    'levelizedNominal',
    'Levelized cost, nominal',
    '$/GPU-hour',
    price,
    levelized(presentHours('discountRatePerYear')),
  ],
  [
    'levelizedReal',
    'Levelized cost, real',
    '$/GPU-hour',
    price,
    levelized(presentHours('((1+discountRatePerYear)/(1+inflationPerYear)-1)')),
  ],
  [
    'shutdownRent',
    'Shutdown rent',
    '$/GPU-hour',
    price,
    orUnknown(`floorOffMean-(${avoidable})/SUM(months_rentedGpuHours)/keepRatio`),
  ],
  ['exitRent', 'Exit rent of the first month', '$/GPU-hour', price, 'INDEX(months_exitRent,1)'],
  'What rests on others',
  [
    'contractedShare',
    'Usage under contract',
    'of usage',
    ratio,
    orUnknown(
      'SUMPRODUCT((months_index<meanMonths)*months_contractUsd*months_usageWorth)/SUMPRODUCT((months_index<meanMonths)*months_usageUsd)',
    ),
  ],
  ['greatestExposureUsd', 'Owed by the network, at most', '$', usd, 'MAX(months_workExposureUsd)'],
  ['meanExposureUsd', 'Owed by the network, mean', '$', usd, 'SUM(months_workExposureUsd)/horizonMonths'],
  [
    'expectedLossUsd',
    'Expected loss a year',
    '$',
    usd,
    'IF(ISNUMBER(defaultProbabilityPerYear),meanExposureUsd*defaultProbabilityPerYear,"unknown")',
  ],
  [
    'taxOnFallenUsd',
    'Tax on tokens that then fell',
    '$',
    usd,
    'IF(taxTreatment="taxed",taxRateRatio*SUM(days_fellUsd),"unknown")',
  ],
]

/** Names of the headlines, for those who read the workbook. */
export const headlineNames: readonly string[] = rows.flatMap((row) =>
  typeof row === 'string' ? [] : [row[0]],
)

export function putHeadlines(workbook: Workbook, title: string): void {
  const sheet = newSheet(workbook, 'Headlines')
  put(sheet, 1, 1, { value: title, look: 'title' })
  put(sheet, 2, 1, { value: 'Where this line says something, no figure below is one:', look: 'note' })
  put(sheet, 2, 2, { formula: 'problem', look: 'key figure' })
  sheet.columnWidths.set(1, 48).set(2, 22).set(3, 20)
  sheet.frozenRows = 2
  rows.forEach((row, i) => {
    const at = 4 + i
    if (typeof row === 'string') {
      put(sheet, at, 1, { value: row, look: 'group' })
      return
    }
    const [name, label, unit, format, formula] = row
    put(sheet, at, 1, { value: label })
    put(sheet, at, 2, { formula: `IF(problem<>"",problem,${formula})`, format, look: 'key figure' })
    put(sheet, at, 3, { value: unit, look: 'note' })
    define(workbook, name, absolute(sheet, at, 2))
  })
}
