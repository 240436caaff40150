/** The lines of the statement, what was banked, tax and the card's value, as formulas. @see SPEC.md S, K, TX, W */
import type { Column } from './table.ts'
import { formats } from './table.ts'

const { usd, exact } = formats
const days = (key: string) => `SUMIF(days_month,[index],days_${key})`
/** What a dollar or token of usage is worth: tokens count at the price of each day. */
const usageWorth = `IF(usageInTokens=1,${days('price')}/[days]/tokenPriceUsd,1)`
/** At the end of the month: its last day is the row of that many days. */
const atEnd = (key: string) => `INDEX(days_${key},[last]-startMonth+1)`

/** In the order of the statement; the keys are the engine's. @see SPEC.md S1 */
export const lineColumns: readonly Column[] = [
  {
    key: 'usageUsd',
    label: 'Usage',
    unit: '$',
    format: usd,
    formula: '([spotUsd]+[contractUsd])*[usageWorth]',
  },
  {
    key: 'subsidyUsd',
    label: 'Subsidy',
    unit: '$',
    format: usd,
    formula: `[subsidyCash]+[subsidyTokens]/[days]*${days('price')}`,
  },
  {
    key: 'alternativeUsd',
    label: 'Idle hours elsewhere',
    unit: '$',
    format: usd,
    formula: '([upGpuHours]-[rentedGpuHours])*alternativeUsdPerIdleGpuHour',
  },
  {
    key: 'heatCreditUsd',
    label: 'Heating saved',
    unit: '$',
    format: usd,
    formula:
      'IF(heatUse="heats rooms",INDEX(heatingMonths,[monthOfYear])*[rigKwh]*heatUsefulRatio*fuelUsdPerKwh/heaterEfficiencyRatio,0)',
  },
  {
    key: 'platformFeeUsd',
    label: 'Platform fee',
    unit: '$',
    format: usd,
    formula: '-[usageUsd]*[platformFee]',
  },
  {
    key: 'paymentFeeUsd',
    label: 'Payment fee',
    unit: '$',
    format: usd,
    formula: '-[usageUsd]*(1-[platformFee])*paymentFeeRatio',
  },
  {
    key: 'electricityUsd',
    label: 'Electricity',
    unit: '$',
    format: usd,
    formula: '-[energyUsd]/(1+[cooling])',
  },
  { key: 'coolingUsd', label: 'Cooling', unit: '$', format: usd, formula: '[electricityUsd]*[cooling]' },
  {
    key: 'fixedChargeUsd',
    label: 'Meter charge',
    unit: '$',
    format: usd,
    formula: '-[works]*fixedChargePerMonth*[tariffScale]',
  },
  {
    key: 'peakChargeUsd',
    label: 'Peak charge',
    unit: '$',
    format: usd,
    formula:
      'IF(AND(demandCharge="per kW",[upHours]>0),-demandChargePerKw*(MAX(housePeakOfferedKw+MAX(0,(rigRentedWatts*[wattsFactor]-IF(baseline="on anyway",rigIdleWatts,0))*(1+[cooling])/1000),housePeakOtherKw)-MAX(housePeakOfferedKw,housePeakOtherKw))*[tariffScale],0)',
  },
  {
    key: 'consumablesUsd',
    label: 'Consumables',
    unit: '$',
    format: usd,
    formula: '-[rentedGpuHours]*consumablesUsdPerRentedGpuHour',
  },
  {
    key: 'trafficUsd',
    label: 'Traffic',
    unit: '$',
    format: usd,
    formula:
      '-MAX(0,[rentedGpuHours]*trafficGigabytesPerRentedGpuHour-trafficIncludedGigabytesPerMonth)*trafficUsdPerGigabyte',
  },
  {
    key: 'fixedOperatingUsd',
    label: 'Line, rent, insurance',
    unit: '$',
    format: usd,
    formula: '-[works]*(fixedOperatingUsdPerMonth+colocationUsdPerMonth+insuranceUsdPerMonth)',
  },
  {
    key: 'labourUsd',
    label: 'Own time',
    unit: '$',
    format: usd,
    formula: '-[works]*labourHoursPerMonth*labourUsdPerHour',
  },
  {
    key: 'repairsUsd',
    label: 'Repairs',
    unit: '$',
    format: usd,
    formula:
      '-[works]*gpuCount*annualFailureRatio*MAX(0,N(replacementUsdPerGpu)-warrantyUsdPerGpu)*[days]/365',
  },
  {
    key: 'downtimeCreditUsd',
    label: 'Credits for downtime',
    unit: '$',
    format: usd,
    formula:
      'IF(AND(serviceLevel="credits",[offeredHours]>0),-[usageUsd]*MIN(creditMaximumRatio,MAX(0,promisedUptimeRatio-[upHours]/MAX(1,[offeredHours]))*100*creditPerPointRatio),0)',
  },
  {
    key: 'slashingUsd',
    label: 'Slashing',
    unit: '$',
    format: usd,
    formula:
      'IF(AND([works]=1,OR(stopMonths=0,[index]<stopMonths)),-[collateralWorth]*slashingEventsPerYear*slashedShareRatio*[days]/365,0)',
  },
  {
    key: 'penaltyUsd',
    label: 'Penalties, moving',
    unit: '$',
    format: usd,
    formula:
      '-IF([index]=horizonMonths-1,SUMPRODUCT((contracts_month<=[number])*(contracts_to>[number])*contracts_5),0)-IF(AND(stopMonths>0,[index]=stopMonths-1),switchingCostUsd,0)',
  },
  { key: 'withdrawalFeeUsd', label: 'Payout fees', unit: '$', format: usd, formula: `-${days('fee')}` },
  { key: 'saleCostUsd', label: 'Selling tokens', unit: '$', format: usd, formula: `-${days('saleCost')}` },
  {
    key: 'taxUsd',
    label: 'Tax',
    unit: '$',
    format: usd,
    formula: '-([taxSoFar]-IF([taxYear]=[taxYear-],[taxSoFar-],0))',
    first: '-[taxSoFar]',
  },
  {
    key: 'netBeforeTaxUsd',
    label: 'Net before tax',
    unit: '$',
    format: usd,
    formula: 'SUM([usageUsd]:[saleCostUsd])',
    look: 'key figure',
  },
  {
    key: 'netUsd',
    label: 'Net',
    unit: '$',
    format: usd,
    formula: '[netBeforeTaxUsd]+[taxUsd]',
    look: 'key figure',
  },
]

export const bankedColumns: readonly Column[] = [
  { key: 'usageWorth', label: 'A dollar of usage, worth', unit: '$', format: exact, formula: usageWorth },
  { key: 'arrivedUsd', label: 'Income banked', unit: '$', format: usd, formula: days('bankedUsd') },
  {
    key: 'runningUsd',
    label: 'Running lines',
    unit: '$',
    format: usd,
    formula: '[alternativeUsd]+[heatCreditUsd]+SUM([electricityUsd]:[penaltyUsd])',
  },
  {
    key: 'taxPaidUsd',
    label: 'Tax paid',
    unit: '$',
    format: usd,
    formula: 'SUMIF(tax_payIn,[index],tax_due)',
  },
  {
    key: 'collateralWorth',
    label: 'Collateral, worth',
    unit: '$',
    format: usd,
    formula: `collateralUsd*IF(collateralInTokens=1,${atEnd('price')}/tokenPriceUsd,1)`,
  },
  {
    key: 'collateralBack',
    label: 'Collateral back',
    unit: '$',
    format: usd,
    formula:
      'IF(AND(stopMonths=0,[index]=backMonth),[collateralWorth]*IF(collateralInTokens=1,1-exchangeFeeRatio,1),0)',
  },
  {
    key: 'loanOwed',
    label: 'Loan at the start',
    unit: '$',
    format: usd,
    formula: '[loanOwed-]+[interest-]-[loanPaid-]',
    first: 'loanUsd',
  },
  {
    key: 'interest',
    label: 'Interest',
    unit: '$',
    format: usd,
    formula: 'IF(AND([works]=1,[index]<loanMonths),[loanOwed]*loanRate,0)',
  },
  {
    key: 'loanPaid',
    label: 'Loan payment',
    unit: '$',
    format: usd,
    formula:
      'IF(AND([works]=1,[index]<loanMonths),IF([index]=horizonMonths-1,[loanOwed]+[interest],loanPayment),0)',
  },
  {
    key: 'replacementUsd',
    label: 'Replacements',
    unit: '$',
    format: usd,
    formula: '[works]*SUMIF(replacements_month,[number],replacements_2)',
  },
  {
    key: 'capitalUsd',
    label: 'Capital flows',
    unit: '$',
    format: usd,
    formula: '[collateralBack]-[loanPaid]-[replacementUsd]',
  },
  {
    key: 'bankedUsd',
    label: 'Banked',
    unit: '$',
    format: usd,
    formula: '[arrivedUsd]+[runningUsd]-[taxPaidUsd]+[capitalUsd]',
    look: 'key figure',
  },
  {
    key: 'workBankedUsd',
    label: 'Banked, months of work',
    unit: '$',
    format: usd,
    formula: 'IF([works]=1,[bankedUsd],"")',
  },
  { key: 'pipelineUsd', label: 'Pipeline', unit: '$', format: usd, formula: atEnd('pipelineUsd') },
  { key: 'underWayUsd', label: 'Of it under way', unit: '$', format: usd, formula: atEnd('underWayUsd') },
  { key: 'revaluationUsd', label: 'Revaluation', unit: '$', format: usd, formula: days('revaluationUsd') },
  { key: 'lostUsd', label: 'Lost', unit: '$', format: usd, formula: days('lostUsd') },
  {
    key: 'exposureUsd',
    label: 'Owed by the network',
    unit: '$',
    format: usd,
    formula:
      '[pipelineUsd]-[underWayUsd]+IF([index]<IF(stopMonths>0,stopMonths,backMonth),[collateralWorth],0)',
  },
  {
    key: 'workExposureUsd',
    label: 'Owed, months of work',
    unit: '$',
    format: usd,
    formula: '[works]*[exposureUsd]',
  },
]
