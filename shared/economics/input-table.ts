/**
 * The input table: unit, bounds, group, label and Idlewatt's assumption (or none) of every input.
 * Order within a group is the order on screen.
 */
import type { InputDefinition } from './input-definition.ts'
import { incomeInputs } from './input-table-income.ts'
import { capitalInputs } from './input-table-capital.ts'

const board = [{ key: 'powerBasis', is: ['board'] }]
const wall = [{ key: 'powerBasis', is: ['wall'] }]
const flat = [{ key: 'tariffKind', is: ['flat'] }]
const timeOfUse = [{ key: 'tariffKind', is: ['time-of-use'] }]
const perPeak = [{ key: 'demandCharge', is: ['per kW'] }]
const heats = [{ key: 'heatUse', is: ['heats rooms'] }]
const monthOfYear = { label: 'month, 1 to 12', kind: 'integer', unit: 'count', low: 1, high: 12 } as const
const toBuy = [{ key: 'ownership', is: ['to buy'] }]

const costInputs = [
  { key: 'gpuCount', kind: 'integer', group: 'rig', label: 'GPUs', unit: 'count', low: 1, high: 10_000, sliderHigh: 16, step: 1, assumed: 1, help: 'Cards of this kind in the rig.' },
  { key: 'powerBasis', kind: 'choice', group: 'rig', label: 'Power taken from', assumed: 'board', options: [{ value: 'board', label: 'the card’s sensor or its limit' }, { value: 'wall', label: 'a wall meter' }], help: 'A figure taken at the wall is used as it is; a board figure goes through the power supply.' },
  { key: 'gpuBoardLimitWatts', kind: 'number', group: 'rig', label: 'Board power limit, per GPU', unit: 'watts', low: 1, high: 3_000, sliderHigh: 700, step: 5, assumed: null, whenUnknown: 'left out', appliesWhen: board, help: 'The limit the driver enforces or the maker states.' },
  { key: 'rentedBoardWatts', kind: 'number', group: 'rig', label: 'Board power while rented, per GPU', unit: 'watts', low: 0, high: 3_000, sliderHigh: 700, step: 5, assumed: null, whenUnknown: 'estimated', appliesWhen: board, help: 'Unmeasured: 85 % of the limit, assumed by Idlewatt.' },
  { key: 'idleBoardWatts', kind: 'number', group: 'rig', label: 'Board power while idle, per GPU', unit: 'watts', low: 0, high: 3_000, sliderHigh: 150, step: 1, assumed: null, whenUnknown: 'needed', appliesWhen: board, help: 'Measured, from the catalogue, or the median of measured cards.' },
  { key: 'hostRentedWatts', kind: 'number', group: 'rig', label: 'Rest of the machine while rented', unit: 'watts', low: 0, high: 100_000, sliderHigh: 500, step: 5, assumed: 90, appliesWhen: board, help: 'Processor, memory, drives and fans, before the power supply.' },
  { key: 'hostIdleWatts', kind: 'number', group: 'rig', label: 'Rest of the machine while idle', unit: 'watts', low: 0, high: 100_000, sliderHigh: 300, step: 5, assumed: 50, appliesWhen: board, help: 'The same, with the machine on and nothing rented.' },
  { key: 'psuRatedWatts', kind: 'number', group: 'rig', label: 'Power supply rating', unit: 'watts', low: 50, high: 1_000_000, sliderHigh: 3_000, step: 50, assumed: null, whenUnknown: 'estimated', appliesWhen: board, help: 'Unknown: sized so that the rented load is 60 % of it, assumed by Idlewatt.' },
  { key: 'psuEfficiencyAt10Ratio', kind: 'number', group: 'rig', label: 'Supply efficiency at 10 % load', unit: 'ratio', low: 0.3, high: 1, step: 0.005, assumed: null, whenUnknown: 'estimated', appliesWhen: board, help: 'Certified for Titanium only. Unknown: held from the 20 % point.' },
  { key: 'psuEfficiencyAt20Ratio', kind: 'number', group: 'rig', label: 'Supply efficiency at 20 % load', unit: 'ratio', low: 0.3, high: 1, step: 0.005, assumed: 0.87, assumedSource: '80 PLUS Gold, 115 V', appliesWhen: board, help: 'From the 80 PLUS certificate.' },
  { key: 'psuEfficiencyAt50Ratio', kind: 'number', group: 'rig', label: 'Supply efficiency at 50 % load', unit: 'ratio', low: 0.3, high: 1, step: 0.005, assumed: 0.9, assumedSource: '80 PLUS Gold, 115 V', appliesWhen: board, help: 'From the 80 PLUS certificate.' },
  { key: 'psuEfficiencyAt100Ratio', kind: 'number', group: 'rig', label: 'Supply efficiency at 100 % load', unit: 'ratio', low: 0.3, high: 1, step: 0.005, assumed: 0.87, assumedSource: '80 PLUS Gold, 115 V', appliesWhen: board, help: 'From the 80 PLUS certificate.' },
  { key: 'calibrationSlopeRatio', kind: 'number', group: 'rig', label: 'Calibration, slope', unit: 'ratio', low: 0.5, high: 2, step: 0.01, assumed: 1, appliesWhen: board, help: 'Wall meter over computed wall power. One reading gives the slope, two give slope and offset.' },
  { key: 'calibrationOffsetWatts', kind: 'number', group: 'rig', label: 'Calibration, offset', unit: 'watts', low: -1_000, high: 1_000, step: 1, assumed: 0, appliesWhen: board, help: 'Watts at the wall that the computed figure misses.' },
  { key: 'wallRentedWatts', kind: 'number', group: 'rig', label: 'At the wall, all GPUs rented', unit: 'watts', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 5, assumed: null, whenUnknown: 'needed', appliesWhen: wall, help: 'The whole machine on the meter with every card working.' },
  { key: 'wallIdleWatts', kind: 'number', group: 'rig', label: 'At the wall, all GPUs idle', unit: 'watts', low: 0, high: 10_000_000, sliderHigh: 2_000, step: 5, assumed: null, whenUnknown: 'needed', appliesWhen: wall, help: 'The whole machine on the meter, on and idle.' },

  { key: 'offeredWeek', kind: 'week', group: 'hours', label: 'Hours it may run', assumed: 'O'.repeat(168), letters: [{ letter: 'O', label: 'offered' }, { letter: 'U', label: 'own use' }, { letter: '-', label: 'off' }], help: 'Own-use and off hours neither earn nor cost here.' },
  { key: 'baseline', kind: 'choice', group: 'hours', label: 'Otherwise the machine is', assumed: 'off', options: [{ value: 'off', label: 'off' }, { value: 'on anyway', label: 'on anyway' }], help: 'With “on anyway” only the increase over idle is charged.' },
  { key: 'uptimeRatio', kind: 'number', group: 'hours', label: 'Uptime', unit: 'ratio', low: 0, high: 1, step: 0.005, assumed: 0.98, help: 'Share of offered hours in which the rig is reachable and working.' },
  { key: 'rampUpMonths', kind: 'number', group: 'hours', label: 'Ramp-up', unit: 'months', low: 0, high: 36, step: 1, assumed: 0, help: 'Months until the rented share is reached, in equal steps.' },

  { key: 'tariffCurrency', kind: 'choice', group: 'electricity', label: 'Tariff currency', assumed: 'USD', options: [{ value: 'USD', label: 'US dollar' }, { value: 'EUR', label: 'Euro' }, { value: 'GBP', label: 'Pound sterling' }, { value: 'other', label: 'another' }], help: 'Figures on screen are in US dollars.' },
  { key: 'tariffCurrencyUsd', kind: 'number', group: 'electricity', label: 'US dollars per unit of it', unit: 'usdPerCurrencyUnit', low: 0.000001, high: 1_000, sliderHigh: 2, step: 0.01, assumed: null, whenUnknown: 'needed', appliesWhen: [{ key: 'tariffCurrency', is: ['EUR', 'GBP', 'other'] }], help: 'A dated exchange rate. It is never assumed to be 1.' },
  { key: 'tariffKind', kind: 'choice', group: 'electricity', label: 'Tariff', assumed: 'flat', options: [{ value: 'flat', label: 'one price' }, { value: 'time-of-use', label: 'by time of use' }, { value: 'tiered', label: 'by kWh a month' }], help: 'One price per kWh, up to three by hour and season, or tiers by the month’s kWh.' },
  { key: 'flatTariffPerKwh', kind: 'number', group: 'electricity', label: 'Electricity', unit: 'currencyUnitsPerKwh', low: -1, high: 5, sliderHigh: 0.6, step: 0.005, assumed: null, whenUnknown: 'needed', appliesWhen: flat, help: 'What one more kWh costs, taxes included.' },
  { key: 'lowTariffPerKwh', kind: 'number', group: 'electricity', label: 'Low tariff', unit: 'currencyUnitsPerKwh', low: -1, high: 5, sliderHigh: 0.6, step: 0.005, assumed: null, whenUnknown: 'needed', appliesWhen: timeOfUse, help: 'Hours marked L.' },
  { key: 'middleTariffPerKwh', kind: 'number', group: 'electricity', label: 'Middle tariff', unit: 'currencyUnitsPerKwh', low: -1, high: 5, sliderHigh: 0.6, step: 0.005, assumed: null, whenUnknown: 'needed', appliesWhen: timeOfUse, help: 'Hours marked M.' },
  { key: 'highTariffPerKwh', kind: 'number', group: 'electricity', label: 'High tariff', unit: 'currencyUnitsPerKwh', low: -1, high: 5, sliderHigh: 0.6, step: 0.005, assumed: null, whenUnknown: 'needed', appliesWhen: timeOfUse, help: 'Hours marked H.' },
  { key: 'tariffWeek', kind: 'week', group: 'electricity', label: 'Tariff by hour', assumed: `${'L'.repeat(7)}${'M'.repeat(9)}${'H'.repeat(5)}${'L'.repeat(3)}`.repeat(5) + 'L'.repeat(48), letters: [{ letter: 'L', label: 'low' }, { letter: 'M', label: 'middle' }, { letter: 'H', label: 'high' }], appliesWhen: timeOfUse, help: 'Which tariff holds in each hour of the week.' },
  { key: 'secondTariffMonths', kind: 'months', group: 'electricity', label: 'Months with another pattern', assumed: '000000000000', appliesWhen: timeOfUse, help: 'Months, such as winter, in which the second pattern holds.' },
  { key: 'secondTariffWeek', kind: 'week', group: 'electricity', label: 'Tariff by hour, those months', assumed: 'L'.repeat(168), letters: [{ letter: 'L', label: 'low' }, { letter: 'M', label: 'middle' }, { letter: 'H', label: 'high' }], appliesWhen: timeOfUse, help: 'Which tariff holds in each hour of the week in those months.' },
  { key: 'tariffTiers', kind: 'list', group: 'electricity', label: 'Tiers', assumed: '', appliesWhen: [{ key: 'tariffKind', is: ['tiered'] }], columns: [{ label: 'from kWh a month', kind: 'number', unit: 'kilowattHours', low: 0, high: 100_000_000 }, { label: 'per kWh', kind: 'number', unit: 'currencyUnitsPerKwh', low: -1, high: 5 }], help: 'The first tier begins at 0. The rig pays what it adds to the bill of the house.' },
  { key: 'houseKwhByMonth', kind: 'list', group: 'electricity', label: 'The house takes', assumed: '', appliesWhen: [{ key: 'tariffKind', is: ['tiered'] }], columns: [monthOfYear, { label: 'kWh', kind: 'number', unit: 'kilowattHours', low: 0, high: 100_000_000 }], help: 'Without the rig, by month of the year; a month that is not named takes 0.' },
  { key: 'solarSurplus', kind: 'choice', group: 'electricity', label: 'Solar surplus', assumed: 'none', options: [{ value: 'none', label: 'none' }, { value: 'used first', label: 'used first' }], help: 'Surplus that would be fed in is worth its feed-in price, not the tariff.' },
  { key: 'solarSurplusKwhByMonth', kind: 'list', group: 'electricity', label: 'Surplus', assumed: '', appliesWhen: [{ key: 'solarSurplus', is: ['used first'] }], columns: [monthOfYear, { label: 'kWh', kind: 'number', unit: 'kilowattHours', low: 0, high: 100_000_000 }], help: 'That the rig can take while it falls, by month of the year.' },
  { key: 'feedInPerKwh', kind: 'number', group: 'electricity', label: 'Feed-in price', unit: 'currencyUnitsPerKwh', low: -1, high: 5, sliderHigh: 0.3, step: 0.005, assumed: null, whenUnknown: 'needed', appliesWhen: [{ key: 'solarSurplus', is: ['used first'] }], help: 'What a fed-in kWh brings.' },
  { key: 'demandCharge', kind: 'choice', group: 'electricity', label: 'Charge for the monthly peak', assumed: 'none', options: [{ value: 'none', label: 'none' }, { value: 'per kW', label: 'per kW' }], help: 'Common for businesses, rare for homes.' },
  { key: 'demandChargePerKw', kind: 'number', group: 'electricity', label: 'Per kW of the peak, a month', unit: 'count', low: 0, high: 1_000, sliderHigh: 30, step: 0.5, assumed: null, whenUnknown: 'needed', appliesWhen: perPeak, help: 'In tariff currency.' },
  { key: 'housePeakOfferedKw', kind: 'number', group: 'electricity', label: 'Peak of the house in offered hours', unit: 'count', low: 0, high: 100_000, sliderHigh: 30, step: 0.1, assumed: 0, appliesWhen: perPeak, help: 'In kW, without the rig.' },
  { key: 'housePeakOtherKw', kind: 'number', group: 'electricity', label: 'Peak of the house in other hours', unit: 'count', low: 0, high: 100_000, sliderHigh: 30, step: 0.1, assumed: 0, appliesWhen: perPeak, help: 'In kW, without the rig.' },
  { key: 'fixedChargePerMonth', kind: 'number', group: 'electricity', label: 'Fixed charge a month, in tariff currency', unit: 'count', low: 0, high: 100_000, sliderHigh: 50, step: 1, assumed: 0, help: 'Only where a meter exists for the rig alone.' },
  { key: 'tariffYearlyChangeRatio', kind: 'number', group: 'electricity', label: 'Tariff change', unit: 'ratioPerYear', low: -0.5, high: 1, step: 0.01, assumed: 0, help: 'Yearly, from the start month.' },

  { key: 'coolingKind', kind: 'choice', group: 'cooling', label: 'Cooling', assumed: 'none', options: [{ value: 'none', label: 'none' }, { value: 'room', label: 'room air conditioner' }, { value: 'site', label: 'site with a PUE' }, { value: 'included', label: 'included in the rent' }], help: 'Exactly one of these.' },
  { key: 'coolingCop', kind: 'number', group: 'cooling', label: 'Air conditioner COP', unit: 'count', low: 0.5, high: 20, sliderHigh: 6, step: 0.1, assumed: 3, appliesWhen: [{ key: 'coolingKind', is: ['room'] }], help: 'Heat removed per unit of electricity.' },
  { key: 'heatRemovedRatio', kind: 'number', group: 'cooling', label: 'Share of the heat removed', unit: 'ratio', low: 0, high: 1, step: 0.05, assumed: 1, appliesWhen: [{ key: 'coolingKind', is: ['room'] }], help: 'The rest leaves through walls and windows.' },
  { key: 'coolingMonths', kind: 'months', group: 'cooling', label: 'Cooling months', assumed: '000001111000', appliesWhen: [{ key: 'coolingKind', is: ['room'] }], help: 'Months in which the air conditioner runs.' },
  { key: 'pueRatio', kind: 'number', group: 'cooling', label: 'PUE of the site', unit: 'count', low: 1, high: 5, sliderHigh: 2.5, step: 0.01, assumed: 1.54, assumedSource: 'Uptime Institute survey 2025, weighted average', appliesWhen: [{ key: 'coolingKind', is: ['site'] }], help: 'Total site power over IT power.' },
  { key: 'heatUse', kind: 'choice', group: 'cooling', label: 'Its heat', assumed: 'not used', options: [{ value: 'not used', label: 'is not used' }, { value: 'heats rooms', label: 'saves heating' }], help: 'A credit of its own in the net, never in the power floor.' },
  { key: 'heatUsefulRatio', kind: 'number', group: 'cooling', label: 'Useful share of the heat', unit: 'ratio', low: 0, high: 1, step: 0.05, assumed: 1, appliesWhen: heats, help: 'In heating months.' },
  { key: 'heatingMonths', kind: 'months', group: 'cooling', label: 'Heating months', assumed: '111100000111', appliesWhen: heats, help: 'Months in which the heating would run.' },
  { key: 'fuelUsdPerKwh', kind: 'number', group: 'cooling', label: 'Fuel of the heating', unit: 'usdPerKwh', low: 0, high: 5, sliderHigh: 0.4, step: 0.005, assumed: null, whenUnknown: 'needed', appliesWhen: heats, help: 'Per kWh of gas, oil or electricity.' },
  { key: 'heaterEfficiencyRatio', kind: 'number', group: 'cooling', label: 'Heat per kWh of fuel', unit: 'count', low: 0.1, high: 8, step: 0.05, assumed: 0.9, appliesWhen: heats, help: '0.9 for a boiler, 1 for a resistance heater, 3 and more for a heat pump.' },

  { key: 'consumablesUsdPerRentedGpuHour', kind: 'number', group: 'operating', label: 'Consumables', unit: 'usdPerGpuHour', low: 0, high: 100, sliderHigh: 0.1, step: 0.001, assumed: 0, help: 'Per rented GPU-hour.' },
  { key: 'trafficGigabytesPerRentedGpuHour', kind: 'number', group: 'operating', label: 'Traffic', unit: 'gigabytesPerGpuHour', low: 0, high: 100_000, sliderHigh: 50, step: 0.5, assumed: 0, help: 'Per rented GPU-hour.' },
  { key: 'trafficUsdPerGigabyte', kind: 'number', group: 'operating', label: 'Price of traffic', unit: 'usdPerGigabyte', low: 0, high: 100, sliderHigh: 0.1, step: 0.001, assumed: 0, help: 'Zero on an unmetered line.' },
  { key: 'trafficIncludedGigabytesPerMonth', kind: 'number', group: 'operating', label: 'Traffic included', unit: 'gigabytes', low: 0, high: 1_000_000_000, sliderHigh: 50_000, step: 100, assumed: 0, help: 'A month, before the price per gigabyte begins.' },
  { key: 'colocationUsdPerMonth', kind: 'number', group: 'operating', label: 'Colocation or rent', unit: 'usdPerMonth', low: 0, high: 10_000_000, sliderHigh: 2_000, step: 5, assumed: 0, help: 'Space, without the electricity.' },
  { key: 'insuranceUsdPerMonth', kind: 'number', group: 'operating', label: 'Insurance', unit: 'usdPerMonth', low: 0, high: 1_000_000, sliderHigh: 200, step: 1, assumed: 0, help: 'Of this rig.' },
  { key: 'fixedOperatingUsdPerMonth', kind: 'number', group: 'operating', label: 'Line and subscriptions', unit: 'usdPerMonth', low: 0, high: 10_000_000, sliderHigh: 300, step: 1, assumed: 0, help: 'Only what is paid because of this rig.' },
  { key: 'labourHoursPerMonth', kind: 'number', group: 'operating', label: 'Own time', unit: 'hoursPerMonth', low: 0, high: 744, sliderHigh: 40, step: 0.5, assumed: 0, help: 'Hours a month really spent.' },
  { key: 'labourUsdPerHour', kind: 'number', group: 'operating', label: 'Worth of own time', unit: 'usdPerHour', low: 0, high: 10_000, sliderHigh: 100, step: 1, assumed: 0, help: 'What an hour of yours is worth to you.' },
  { key: 'annualFailureRatio', kind: 'number', group: 'operating', label: 'Failures a year, per GPU', unit: 'ratioPerYear', low: 0, high: 5, sliderHigh: 0.3, step: 0.005, assumed: 0.02, help: 'No sound source exists for home cards.' },
  { key: 'replacementUsdPerGpu', kind: 'number', group: 'operating', label: 'Replacement, per GPU', unit: 'usdPerGpu', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 10, assumed: null, whenUnknown: 'estimated', help: 'Unknown: the card’s resale price today.' },
  { key: 'warrantyUsdPerGpu', kind: 'number', group: 'operating', label: 'Of it paid by warranty', unit: 'usdPerGpu', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 10, assumed: 0, help: 'Never more than the replacement.' },
  { key: 'failureDowntime', kind: 'choice', group: 'hours', label: 'Downtime of failures', assumed: 'in uptime', options: [{ value: 'in uptime', label: 'is in the uptime' }, { value: 'separate', label: 'comes on top' }], help: 'A measured uptime has it in.' },
  { key: 'repairDays', kind: 'number', group: 'hours', label: 'Days a failed card is away', unit: 'days', low: 0, high: 365, sliderHigh: 60, step: 1, assumed: 14, appliesWhen: [{ key: 'failureDowntime', is: ['separate'] }], help: 'Per failure.' },
  { key: 'replacements', kind: 'list', group: 'operating', label: 'Planned replacements', assumed: '', columns: [{ label: 'in', kind: 'month' }, { label: 'cost, $', kind: 'number', unit: 'usd', low: 0, high: 1_000_000_000 }, { label: 'hours down', kind: 'number', unit: 'hours', low: 0, high: 744 }, { label: 'watts after, x', kind: 'number', unit: 'ratio', low: 0, high: 10 }], help: 'What is renewed, when, and how the rig’s watts change from then on.' },

  { key: 'ownership', kind: 'choice', group: 'capital', label: 'The card', assumed: 'owned', options: [{ value: 'owned', label: 'is already mine' }, { value: 'to buy', label: 'would be bought' }], help: 'An owned card costs what it would sell for today.' },
  { key: 'purchaseUsdPerGpu', kind: 'number', group: 'capital', label: 'Purchase price, per GPU', unit: 'usdPerGpu', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 10, assumed: null, whenUnknown: 'left out', appliesWhen: toBuy, help: 'With its share of the machine around it.' },
  { key: 'resaleTodayUsdPerGpu', kind: 'number', group: 'capital', label: 'Resale today, per GPU', unit: 'usdPerGpu', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 10, assumed: null, whenUnknown: 'left out', help: 'What buyers pay today for one like it.' },
  { key: 'resaleIn12MonthsUsdPerGpu', kind: 'number', group: 'capital', label: 'Resale in 12 months, per GPU', unit: 'usdPerGpu', low: 0, high: 10_000_000, sliderHigh: 5_000, step: 10, assumed: null, whenUnknown: 'left out', help: 'Your expectation; the years after follow the same rate.' },
  { key: 'resaleCurve', kind: 'list', group: 'capital', label: 'Resale by age', assumed: '', columns: [{ label: 'age, months', kind: 'integer', unit: 'months', low: 0, high: 600 }, { label: 'share of the new price', kind: 'number', unit: 'ratio', low: 0.0001, high: 5 }], help: 'Linear between its points, held beyond them. Without one, your price in 12 months stands.' },
  { key: 'cardAgeMonths', kind: 'integer', group: 'capital', label: 'Age of the card', unit: 'months', low: 0, high: 480, sliderHigh: 96, step: 1, assumed: 0, help: 'At the start. Read with the curve only.' },
  { key: 'wearPer1000LoadHoursRatio', kind: 'number', group: 'capital', label: 'Value lost per 1,000 rented hours', unit: 'ratio', low: 0, high: 1, step: 0.001, sliderHigh: 0.05, assumed: null, whenUnknown: 'left out', help: 'What buyers deduct for hours under load.' },
  { key: 'scrapRatio', kind: 'number', group: 'capital', label: 'Wear never takes more than down to', unit: 'ratio', low: 0, high: 1, step: 0.05, assumed: 0.5, help: 'Share of the value of an unworn card of the same age.' },
  { key: 'saleCostRatio', kind: 'number', group: 'capital', label: 'Cost of selling a card', unit: 'ratio', low: 0, high: 0.9, sliderHigh: 0.3, step: 0.01, assumed: 0.1, help: 'Marketplace fee, shipping, returns.' },

  { key: 'teraflopsPerGpu', kind: 'number', group: 'rig', label: 'Speed, per GPU', unit: 'teraflops', low: 0.01, high: 100_000, sliderHigh: 500, step: 1, assumed: null, whenUnknown: 'optional', help: 'At one stated precision: only with it are cards comparable.' },
  { key: 'circuitWatts', kind: 'number', group: 'rig', label: 'The circuit carries', unit: 'watts', low: 1, high: 100_000_000, sliderHigh: 10_000, step: 50, assumed: null, whenUnknown: 'optional', help: 'At the wall, for this rig. Limits the next card.' },
  { key: 'coolingCapacityWatts', kind: 'number', group: 'cooling', label: 'Heat the room can shed', unit: 'watts', low: 1, high: 100_000_000, sliderHigh: 10_000, step: 50, assumed: null, whenUnknown: 'optional', help: 'Watts that leave the room without it growing hotter. Limits the next card.' },

  { key: 'startMonth', kind: 'month', group: 'horizon', label: 'Start month', assumed: null, help: 'The first month of work.' },
  { key: 'horizonMonths', kind: 'integer', group: 'horizon', label: 'Horizon', unit: 'months', low: 1, high: 120, sliderHigh: 60, step: 1, assumed: 36, help: 'Months of work; the payouts that follow are waited for.' },
  { key: 'discountRatePerYear', kind: 'number', group: 'horizon', label: 'Discount rate', unit: 'ratioPerYear', low: -0.5, high: 10, sliderHigh: 0.5, step: 0.005, assumed: 0.1, help: 'What the money would earn elsewhere at this risk.' },
  { key: 'inflationPerYear', kind: 'number', group: 'horizon', label: 'Inflation', unit: 'ratioPerYear', low: -0.2, high: 10, sliderHigh: 0.2, step: 0.005, assumed: 0.025, help: 'Used for the real levelized cost only.' },
] as const satisfies readonly InputDefinition[]

export const inputTable = [...costInputs, ...incomeInputs, ...capitalInputs] as const

type Row = (typeof inputTable)[number]
export type NumberKey = Extract<Row, { kind: 'number' | 'integer' }>['key']
export type ChoiceKey = Extract<Row, { kind: 'choice' }>['key']
export type WeekKey = Extract<Row, { kind: 'week' }>['key']
export type MonthsKey = Extract<Row, { kind: 'months' }>['key']
export type ListKey = Extract<Row, { kind: 'list' }>['key']
export type InputKey = Row['key']
