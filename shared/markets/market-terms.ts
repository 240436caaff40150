/**
 * Which inputs a network's terms decide, by the part of a difference that they make. All other inputs are the
 * owner's (rig, tariff, hours, own habits, what rents may do) and stay the same for every network.
 * @see SPEC.md MK5, MK12
 */
import type { InputKey } from '../economics/input-table.ts'
import type { InputEntries } from '../economics/inputs.ts'

type DifferenceGroupRow = { readonly id: string; readonly label: string; readonly keys: readonly InputKey[] }

export const differenceGroups = [
  {
    id: 'price',
    label: 'Price',
    keys: [
      'priceUsdPerGpuHour',
      'priceBasis',
      'contracts',
      'storageTerabytes',
      'storageUsdPerTerabyteMonth',
      'trafficIncomeUsdPerRentedGpuHour',
    ],
  },
  {
    id: 'utilization',
    label: 'Rented share',
    keys: [
      'rentalUtilizationRatio',
      'rampUpMonths',
      'serviceLevel',
      'promisedUptimeRatio',
      'creditPerPointRatio',
      'creditMaximumRatio',
    ],
  },
  { id: 'fees', label: 'Fees', keys: ['platformFeeRatio', 'paymentFeeRatio', 'platformFeeSteps'] },
  {
    id: 'payout friction',
    label: 'Payout friction',
    keys: [
      'minimumPayoutUsd',
      'withdrawalFeeUsd',
      'saleVenue',
      'poolQuoteReserveUsd',
      'rangeLowRatio',
      'rangeHighRatio',
      'depthUsd',
      'orderBook',
      'dailyVolumeUsd',
      'dailySigmaRatio',
      'impactAlpha',
      'poolFeeRatio',
    ],
  },
  {
    id: 'subsidy',
    label: 'Subsidy',
    keys: [
      'subsidyUsdPerRentedGpuHour',
      'subsidyUsdPerUpGpuHour',
      'subsidyTokensPerRentedGpuHour',
      'subsidyTokensPerUpGpuHour',
      'emissionTokensPerMonth',
      'networkGpuHoursPerMonth',
      'emissionWork',
      'subsidyYearlyDecayRatio',
    ],
  },
  {
    id: 'delay',
    label: 'Delay and locked money',
    keys: [
      'payoutCadence',
      'payoutWeekday',
      'payoutMonthDay',
      'creditDelayDays',
      'holdDays',
      'collateralKind',
      'collateralUsd',
      'unbondingDays',
      'slashingEventsPerYear',
      'slashedShareRatio',
    ],
  },
  {
    id: 'currency',
    label: 'Currency',
    keys: [
      'payoutCurrency',
      'usageDenomination',
      'tokenPriceUsd',
      'tokenYearlyChangeRatio',
      'tokenPriceJumps',
      'tokenYearlySigmaRatio',
    ],
  },
] as const satisfies readonly DifferenceGroupRow[]

export type DifferenceGroup = (typeof differenceGroups)[number]['id']

/** Every input that a network's terms decide. */
export const termKeys: ReadonlySet<string> = new Set(
  differenceGroups.flatMap(({ keys }): readonly string[] => keys),
)

/** The entries that terms decide, or those that they do not. Example: `termsOf({ gpuCount, priceBasis })` is `{ priceBasis }`. */
export function termsOf(entries: InputEntries): InputEntries {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => termKeys.has(key)))
}

/** What is the owner's own. Example: `ownersOf({ gpuCount, priceBasis })` is `{ gpuCount }`. @see SPEC.md MK5 */
export function ownersOf(entries: InputEntries): InputEntries {
  return Object.fromEntries(Object.entries(entries).filter(([key]) => !termKeys.has(key)))
}
