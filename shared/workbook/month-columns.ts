/** The statement as formulas: hours, energy and income of a month. @see SPEC.md H, E, R */
import { latest } from './input-lists.ts'
import type { Column } from './table.ts'
import { formats } from './table.ts'

const { usd, price, number, integer, date, exact, text } = formats
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

/** Days of one weekday from the first to the last day: Monday has the rest 2 in division by 7. */
const daysOf = (weekday: number) => {
  const rest = (weekday + 2) % 7
  return `INT(([last]-${rest})/7)-INT(([firstDay]-1-${rest})/7)`
}
const weekHours = (name: string) => `SUMPRODUCT([Mon]:[Sun],${name})`
const classHours = (first: string, second: string) =>
  `IF(INDEX(secondTariffMonths,[monthOfYear])=1,${weekHours(second)},${weekHours(first)})`
const inYears = (change: string) => `(1+${change})^([index]/12)`
export const bill = (kwh: string) =>
  `SUMPRODUCT((${kwh}>tariffTiers_from)*(${kwh}-tariffTiers_from)*tariffTiers_step)`
export const monthly = (key: string) => `SUMIF(${key}_1,[monthOfYear],${key}_2)`

export const hourColumns: readonly Column[] = [
  {
    key: 'month',
    label: 'Month',
    unit: 'YYYY-MM',
    format: text,
    formula: 'YEAR([firstDay])&"-"&RIGHT("0"&MONTH([firstDay]),2)',
    look: 'key figure',
  },
  { key: 'index', label: 'Index', unit: 'from 0', format: integer, formula: '[index-]+1', first: '0' },
  {
    key: 'firstDay',
    label: 'First day',
    unit: 'date',
    format: date,
    formula: 'DATE(YEAR(startMonth),MONTH(startMonth)+[index],1)',
  },
  {
    key: 'last',
    label: 'Last day',
    unit: 'date',
    format: date,
    formula: 'DATE(YEAR(startMonth),MONTH(startMonth)+[index]+1,1)-1',
  },
  { key: 'days', label: 'Days', unit: 'days', format: integer, formula: '[last]-[firstDay]+1' },
  {
    key: 'monthOfYear',
    label: 'Of the year',
    unit: '1 to 12',
    format: integer,
    formula: 'MONTH([firstDay])',
  },
  { key: 'number', label: 'Month as number', unit: '', format: integer, formula: 'startMonthNumber+[index]' },
  { key: 'works', label: 'Works', unit: '1 or 0', format: integer, formula: 'IF([index]<horizonMonths,1,0)' },
  ...weekdays.map((day, d): Column => ({
    key: day,
    label: day,
    unit: 'days',
    format: integer,
    formula: daysOf(d),
  })),
  { key: 'calendarHours', label: 'Calendar', unit: 'hours', format: number, formula: '[days]*24' },
  {
    key: 'offeredHours',
    label: 'Offered',
    unit: 'hours',
    format: number,
    formula: weekHours('week_offered'),
  },
  { key: 'ownUseHours', label: 'Own use', unit: 'hours', format: number, formula: weekHours('week_ownUse') },
  {
    key: 'awayHours',
    label: 'Renewal',
    unit: 'hours',
    format: number,
    formula: 'SUMIF(replacements_month,[number],replacements_3)',
  },
  {
    key: 'upHours',
    label: 'Up',
    unit: 'hours',
    format: number,
    formula: 'IF([works]=1,MAX(0,[offeredHours]*workingRatio-[awayHours]),0)',
  },
  {
    key: 'contractGpus',
    label: 'Under contract',
    unit: 'GPUs',
    format: number,
    formula:
      'IF([works]=1,MIN(gpuCount,SUMPRODUCT((contracts_month<=[number])*(contracts_to>=[number])*contracts_3)),0)',
  },
  {
    key: 'contractUsdPerHour',
    label: 'Contracts bring',
    unit: '$/up hour',
    format: price,
    formula:
      'IF([works]=1,SUMPRODUCT((contracts_month<=[number])*(contracts_to>=[number])*contracts_3*contracts_4),0)',
  },
  {
    key: 'spotShare',
    label: 'Rented share of the rest',
    unit: 'ratio',
    format: exact,
    formula: `IF([works]=1,MIN(1,rentalUtilizationRatio*${latest('utilizationByMonth', 'utilizationByMonth_2', '[number]', '1')})*IF(rampUpMonths<=[index]+1,1,([index]+1)/rampUpMonths),0)`,
  },
  {
    key: 'rentedGpus',
    label: 'Rented',
    unit: 'GPUs',
    format: exact,
    formula: '[contractGpus]+(gpuCount-[contractGpus])*[spotShare]',
  },
  { key: 'upGpuHours', label: 'Up', unit: 'GPU-hours', format: number, formula: '[upHours]*gpuCount' },
  {
    key: 'rentedGpuHours',
    label: 'Rented',
    unit: 'GPU-hours',
    format: number,
    formula: '[upHours]*[rentedGpus]',
  },
]

export const energyColumns: readonly Column[] = [
  {
    key: 'wattsFactor',
    label: 'Watts, x',
    unit: 'ratio',
    format: exact,
    formula: latest('replacements', 'replacements_product', '[number]', '1'),
  },
  {
    key: 'cooling',
    label: 'Cooling per kWh',
    unit: 'ratio',
    format: exact,
    formula:
      'IF(coolingKind="site",pueRatio-1,IF(coolingKind="room",INDEX(coolingMonths,[monthOfYear])*heatRemovedRatio/coolingCop,0))',
  },
  {
    key: 'rigKwh',
    label: 'Rig',
    unit: 'kWh',
    format: number,
    formula:
      '[upHours]*(IF(baseline="off",rigIdleWatts,0)+[rentedGpus]/gpuCount*(rigRentedWatts-rigIdleWatts))/1000*[wattsFactor]',
  },
  { key: 'allKwh', label: 'With cooling', unit: 'kWh', format: number, formula: '[rigKwh]*(1+[cooling])' },
  {
    key: 'tariffScale',
    label: '$ per unit of tariff',
    unit: 'ratio',
    format: exact,
    formula: `tariffCurrencyUsd*${inYears('tariffYearlyChangeRatio')}`,
  },
  {
    key: 'lowHours',
    label: 'Low tariff',
    unit: 'offered hours',
    format: number,
    formula: classHours('week_low', 'week_secondLow'),
  },
  {
    key: 'middleHours',
    label: 'Middle tariff',
    unit: 'offered hours',
    format: number,
    formula: classHours('week_middle', 'week_secondMiddle'),
  },
  {
    key: 'highHours',
    label: 'High tariff',
    unit: 'offered hours',
    format: number,
    formula: classHours('week_high', 'week_secondHigh'),
  },
  {
    key: 'solarKwh',
    label: 'Solar surplus used',
    unit: 'kWh',
    format: number,
    formula: `IF(solarSurplus="used first",MAX(0,MIN([allKwh],${monthly('solarSurplusKwhByMonth')})),0)`,
  },
  { key: 'gridKwh', label: 'From the grid', unit: 'kWh', format: number, formula: '[allKwh]-[solarKwh]' },
  { key: 'houseKwh', label: 'The house', unit: 'kWh', format: number, formula: monthly('houseKwhByMonth') },
  {
    key: 'tariffPerKwh',
    label: 'Mean tariff',
    unit: 'per kWh',
    format: price,
    formula: `IF(tariffKind="flat",flatTariffPerKwh,IF(tariffKind="time-of-use",(lowTariffPerKwh*[lowHours]+middleTariffPerKwh*[middleHours]+highTariffPerKwh*[highHours])/([lowHours]+[middleHours]+[highHours]),IF([gridKwh]=0,INDEX(tariffTiers_2,MAX(1,MATCH([houseKwh],tariffTiers_from,1))),(${bill('([houseKwh]+[gridKwh])')}-${bill('[houseKwh]')})/[gridKwh])))`,
  },
  {
    key: 'energyUsd',
    label: 'Energy',
    unit: '$',
    format: usd,
    formula: '([gridKwh]*[tariffPerKwh]+[solarKwh]*feedInPerKwh)*[tariffScale]',
  },
]

export const incomeColumns: readonly Column[] = [
  {
    key: 'spotUsd',
    label: 'Spot, storage, traffic',
    unit: '$',
    format: usd,
    formula: `IF([works]=1,[upHours]*(gpuCount-[contractGpus])*[spotShare]*priceUsdPerGpuHour*${inYears('priceYearlyChangeRatio')}*${latest('priceJumps', 'priceJumps_product', '[number]', '1')}+storageTerabytes*storageUsdPerTerabyteMonth+[rentedGpuHours]*trafficIncomeUsdPerRentedGpuHour,0)`,
  },
  {
    key: 'contractUsd',
    label: 'Contracts',
    unit: '$',
    format: usd,
    formula: '[upHours]*[contractUsdPerHour]',
  },
  {
    key: 'platformFee',
    label: 'Platform fee',
    unit: 'ratio',
    format: exact,
    formula: `IF(priceBasis="host receives",0,${latest('platformFeeSteps', 'platformFeeSteps_2', '[number]', 'platformFeeRatio')})`,
  },
  {
    key: 'usageCash',
    label: 'Usage in dollars',
    unit: '$',
    format: usd,
    formula: 'IF(usageInTokens=1,0,[spotUsd]+[contractUsd])',
  },
  {
    key: 'usageTokens',
    label: 'Usage in tokens',
    unit: 'tokens',
    format: exact,
    formula: 'IF(usageInTokens=1,([spotUsd]+[contractUsd])/tokenPriceUsd,0)',
  },
  {
    key: 'subsidyCash',
    label: 'Subsidy in dollars',
    unit: '$',
    format: usd,
    formula: `([rentedGpuHours]*subsidyUsdPerRentedGpuHour+[upGpuHours]*subsidyUsdPerUpGpuHour)*${inYears('-subsidyYearlyDecayRatio')}`,
  },
  {
    key: 'emissionWork',
    label: 'Work for emissions',
    unit: 'GPU-hours',
    format: number,
    formula: 'IF(emissionWork="up",[upGpuHours],[rentedGpuHours])',
  },
  {
    key: 'subsidyTokens',
    label: 'Subsidy in tokens',
    unit: 'tokens',
    format: exact,
    formula: `([rentedGpuHours]*subsidyTokensPerRentedGpuHour+[upGpuHours]*subsidyTokensPerUpGpuHour+emissionTokensPerMonth*[emissionWork]/([emissionWork]+networkGpuHoursPerMonth))*${inYears('-subsidyYearlyDecayRatio')}`,
  },
  {
    key: 'creditUsdPerDay',
    label: 'Credited a day',
    unit: '$',
    format: usd,
    formula: '([usageCash]*(1-[platformFee])*(1-paymentFeeRatio)+[subsidyCash])/[days]',
  },
  {
    key: 'creditTokensPerDay',
    label: 'Credited a day',
    unit: 'tokens',
    format: exact,
    formula: '([usageTokens]*(1-[platformFee])*(1-paymentFeeRatio)+[subsidyTokens])/[days]',
  },
  {
    key: 'tokenFactor',
    label: 'Token jumps so far, x',
    unit: 'ratio',
    format: exact,
    formula: `IF(paidInTokens=1,${latest('tokenPriceJumps', 'tokenPriceJumps_product', '[number]', '1')},1)`,
  },
]
