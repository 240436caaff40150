/** Tax month by month and year by year, and what the card and an hour are worth, as formulas. @see SPEC.md TX, W, P */
import { bill } from './month-columns.ts'
import { valueLeft } from './rig-sheet.ts'
import type { Column } from './table.ts'
import { formats } from './table.ts'

const { usd, number, integer, exact, price } = formats
const days = (key: string) => `SUMIF(days_month,[index],days_${key})`

export const taxColumns: readonly Column[] = [
  { key: 'paidValueUsd', label: 'Paid, when paid', unit: '$', format: usd, formula: days('paidValue') },
  { key: 'saleGainUsd', label: 'Gain of sales', unit: '$', format: usd, formula: days('saleGain') },
  { key: 'lostPaidUsd', label: 'Lost after paid', unit: '$', format: usd, formula: days('lostPaidUsd') },
  {
    key: 'taxableUsd',
    label: 'Taxable',
    unit: '$',
    format: usd,
    formula:
      '[paidValueUsd]+[saleGainUsd]+[withdrawalFeeUsd]+[runningUsd]-[labourUsd]-[heatCreditUsd]-[interest]-[lostPaidUsd]',
  },
  {
    key: 'taxYear',
    label: 'Tax year',
    unit: 'from 1',
    format: integer,
    formula: 'YEAR([firstDay])-YEAR(startMonth)+1',
  },
  {
    key: 'deducted',
    label: 'Depreciation',
    unit: '$',
    format: usd,
    formula: 'IF([works]=1,INDEX(tax_allowance,[taxYear])/INDEX(tax_workMonths,[taxYear]),0)',
  },
  {
    key: 'yearSoFar',
    label: 'Taxable so far',
    unit: '$',
    format: usd,
    formula: 'IF([taxYear]=[taxYear-],[yearSoFar-],-INDEX(tax_carriedIn,[taxYear]))+[taxableUsd]-[deducted]',
    first: '[taxableUsd]-[deducted]',
  },
  {
    key: 'taxSoFar',
    label: 'Tax so far',
    unit: '$',
    format: usd,
    formula: 'taxRateRatio*IF(lossTreatment="refunded",[yearSoFar],MAX(0,[yearSoFar]))',
  },
]

export const valueColumns: readonly Column[] = [
  {
    key: 'loadHours',
    label: 'Rented hours of a card',
    unit: 'hours',
    format: number,
    formula: '[loadHours-]+[rentedGpuHours]/gpuCount',
    first: '[rentedGpuHours]/gpuCount',
  },
  {
    key: 'unwornUsd',
    label: 'Cards, unworn',
    unit: '$',
    format: usd,
    formula: `IF(valueKnown=1,resaleNowUsd*${valueLeft('([index]+1)')},0)`,
  },
  {
    key: 'resaleUsd',
    label: 'Cards',
    unit: '$',
    format: usd,
    formula: '[unwornUsd]*MAX(scrapRatio,1-wearPerHour*[loadHours])',
  },
  { key: 'bookUsd', label: 'Book value', unit: '$', format: usd, formula: 'INDEX(tax_bookOut,[taxYear])' },
  {
    key: 'exitRent',
    label: 'Exit rent',
    unit: '$/GPU-hour',
    format: price,
    formula:
      'IF(AND(valueKnown=1,[rentedGpuHours]*(1-[platformFee])*(1-paymentFeeRatio)>0),(([resaleUsd-]-[resaleUsd]/(1+discountRatePerYear)^(1/12))*(1-saleCostRatio)-([netBeforeTaxUsd]-[usageUsd]-[platformFeeUsd]-[paymentFeeUsd]))/([rentedGpuHours]*(1-[platformFee])*(1-paymentFeeRatio)),"unknown")',
    first:
      'IF(AND(valueKnown=1,[rentedGpuHours]*(1-[platformFee])*(1-paymentFeeRatio)>0),((resaleNowUsd-[resaleUsd]/(1+discountRatePerYear)^(1/12))*(1-saleCostRatio)-([netBeforeTaxUsd]-[usageUsd]-[platformFeeUsd]-[paymentFeeUsd]))/([rentedGpuHours]*(1-[platformFee])*(1-paymentFeeRatio)),"unknown")',
  },
  {
    key: 'levelizedLinesUsd',
    label: 'Running lines without credits',
    unit: '$',
    format: usd,
    formula: '[runningUsd]-[downtimeCreditUsd]',
  },
  {
    key: 'fullKwh',
    label: 'Rig, all rented',
    unit: 'kWh',
    format: number,
    formula: '[upHours]*(rigRentedWatts-IF(baseline="off",0,rigIdleWatts))/1000*[wattsFactor]',
  },
  {
    key: 'tierPerKwh',
    label: 'Tiers, all rented',
    unit: '$/kWh',
    format: exact,
    formula: `IF(tariffKind="tiered",IF([fullKwh]=0,INDEX(tariffTiers_2,MAX(1,MATCH([houseKwh],tariffTiers_from,1)))*[tariffScale]*(1+[cooling]),(${bill('([houseKwh]+[fullKwh]*(1+[cooling]))')}-${bill('[houseKwh]')})*[tariffScale]/[fullKwh]),0)`,
  },
  {
    key: 'floorHours',
    label: 'Offered, first year',
    unit: 'hours',
    format: number,
    formula: 'IF([index]<meanMonths,[offeredHours],0)',
  },
  {
    key: 'floorMean',
    label: 'Energy, mean',
    unit: '$/kWh',
    format: exact,
    formula: 'IF(tariffKind="tiered",[tierPerKwh],[tariffPerKwh]*[tariffScale]*(1+[cooling]))',
  },
  {
    key: 'floorLow',
    label: 'Energy, cheapest',
    unit: '$/kWh',
    format: exact,
    formula:
      'IF([floorHours]=0,"",IF(tariffKind="time-of-use",MIN(IF([lowHours]>0,lowTariffPerKwh,1E+9),IF([middleHours]>0,middleTariffPerKwh,1E+9),IF([highHours]>0,highTariffPerKwh,1E+9))*[tariffScale]*(1+[cooling]),[floorMean]))',
  },
  {
    key: 'floorHigh',
    label: 'Energy, dearest',
    unit: '$/kWh',
    format: exact,
    formula:
      'IF([floorHours]=0,"",IF(tariffKind="time-of-use",MAX(IF([lowHours]>0,lowTariffPerKwh,-1E+9),IF([middleHours]>0,middleTariffPerKwh,-1E+9),IF([highHours]>0,highTariffPerKwh,-1E+9))*[tariffScale]*(1+[cooling]),[floorMean]))',
  },
]

export const yearColumns: readonly Column[] = [
  { key: 'year', label: 'Year', unit: 'calendar', format: integer, formula: 'YEAR(startMonth)+[taxYear]-1' },
  { key: 'taxYear', label: 'Tax year', unit: 'from 1', format: integer, formula: '[taxYear-]+1', first: '1' },
  {
    key: 'workMonths',
    label: 'Months of work',
    unit: 'months',
    format: integer,
    formula: 'SUMIF(months_taxYear,[taxYear],months_works)',
  },
  {
    key: 'taxableUsd',
    label: 'Taxable',
    unit: '$',
    format: usd,
    formula: 'SUMIF(months_taxYear,[taxYear],months_taxableUsd)',
  },
  {
    key: 'bookIn',
    label: 'Book value before',
    unit: '$',
    format: usd,
    formula: '[bookIn-]-[allowance-]',
    first: 'depreciableUsd',
  },
  { key: 'left', label: 'Left to write off', unit: '$', format: usd, formula: 'MAX(0,[bookIn]-salvageUsd)' },
  {
    key: 'allowance',
    label: 'Allowance',
    unit: '$',
    format: usd,
    formula:
      'IF(writtenOffBy="none",0,IF(writtenOffBy="declining",MIN([left],[bookIn]/depreciationYears),IF([taxYear]>=depreciationYears+IF(writtenOffBy="macrs",1,0),[left],MIN([left],IF(writtenOffBy="straight line",(depreciableUsd-salvageUsd)/depreciationYears,IF(writtenOffBy="sum of years",(depreciableUsd-salvageUsd)*(depreciationYears-[taxYear]+1)*2/(depreciationYears*(depreciationYears+1)),IF(writtenOffBy="macrs",depreciableUsd*INDEX(macrs_shares,[taxYear],MATCH(depreciationYears,macrs_classes,0)),MAX(MIN([bookIn]*2/depreciationYears,[left]),[left]/(depreciationYears-[taxYear]+1)))))))))',
  },
  {
    key: 'bookOut',
    label: 'Book value after',
    unit: '$',
    format: usd,
    formula: 'IF([workMonths]>0,[bookIn]-[allowance],[bookOut-])',
    first: '[bookIn]-[allowance]',
  },
  {
    key: 'deducted',
    label: 'Written off',
    unit: '$',
    format: usd,
    formula: 'IF([workMonths]>0,[allowance],0)',
  },
  {
    key: 'carriedIn',
    label: 'Losses carried in',
    unit: '$',
    format: usd,
    formula: '[carriedOut-]',
    first: '0',
  },
  {
    key: 'carriedOut',
    label: 'Losses carried on',
    unit: '$',
    format: usd,
    formula: 'IF(lossTreatment="refunded",0,MAX(0,[carriedIn]+[deducted]-[taxableUsd]))',
  },
  {
    key: 'gain',
    label: 'Gain of the card’s sale',
    unit: '$',
    format: usd,
    formula:
      'IF(AND(capitalKnown=1,[taxYear]=INDEX(months_taxYear,horizonMonths)),INDEX(months_resaleUsd,horizonMonths)*(1-saleCostRatio)-[bookOut],0)',
  },
  {
    key: 'saleCarriedIn',
    label: 'Losses carried in, sale in',
    unit: '$',
    format: usd,
    formula: '[saleCarriedOut-]',
    first: '0',
  },
  {
    key: 'withSale',
    label: 'Taxable, sale in',
    unit: '$',
    format: usd,
    formula: '[taxableUsd]-[deducted]-[saleCarriedIn]+[gain]',
  },
  {
    key: 'saleCarriedOut',
    label: 'Losses carried on, sale in',
    unit: '$',
    format: usd,
    formula: 'IF(lossTreatment="refunded",0,MAX(0,-[withSale]))',
  },
  {
    key: 'due',
    label: 'Tax due',
    unit: '$',
    format: usd,
    formula: 'taxRateRatio*IF(lossTreatment="refunded",[withSale],MAX(0,[withSale]))',
    look: 'key figure',
  },
  {
    key: 'payIn',
    label: 'Paid in month',
    unit: 'from 0',
    format: integer,
    formula: 'MIN(settleMonths-1,12*[taxYear]-MONTH(startMonth)+taxPaymentMonth)',
  },
]
