/** Networks that are half the one and half the other, to see what each group of terms makes. @see SPEC.md MK12 */
import type { NumberKey } from '../economics/input-table.ts'
import { type InputEntries, numberOf, wordOf } from '../economics/inputs.ts'
import type { InputEntry } from '../scenario.ts'
import { type DifferenceGroup, differenceGroups } from './market-terms.ts'

/**
 * A network paid in cash locks no tokens: a hybrid of both counts the lock in cash. Tokens of a subsidy keep the
 * worth that they have on their own network. @see SPEC.md MK12
 */
export function hybridOf(
  first: InputEntries,
  second: InputEntries,
  takesSecond: (group: DifferenceGroup) => boolean,
): InputEntries {
  const sourceOf = (group: DifferenceGroup) => (takesSecond(group) ? second : first)
  const hybrid: Record<string, InputEntry> = { ...first }
  for (const { id, keys } of differenceGroups) {
    const source = sourceOf(id)
    for (const key of keys) {
      const entry = source[key]
      if (entry === undefined) delete hybrid[key]
      else hybrid[key] = entry
    }
  }
  if (hybrid['collateralKind'] === 'token' && hybrid['payoutCurrency'] !== 'token')
    hybrid['collateralKind'] = 'cash'
  const [subsidy, currency] = [sourceOf('subsidy'), sourceOf('currency')]
  const [ownUsd, paidUsd] = [tokenPriceUsd(subsidy), tokenPriceUsd(currency)]
  if (ownUsd !== paidUsd) keepWorth(hybrid, ownUsd, paidUsd)
  return hybrid
}

const subsidiesInTokens = [
  { key: 'subsidyTokensPerRentedGpuHour', inCash: 'subsidyUsdPerRentedGpuHour' },
  { key: 'subsidyTokensPerUpGpuHour', inCash: 'subsidyUsdPerUpGpuHour' },
  { key: 'emissionTokensPerMonth', inCash: null },
] as const satisfies readonly { readonly key: NumberKey; readonly inCash: NumberKey | null }[]

/** Prices of the token that the subsidy is in, and of the one that the hybrid pays; null where it is cash. */
function keepWorth(hybrid: Record<string, InputEntry>, ownUsd: number | null, paidUsd: number | null): void {
  for (const { key, inCash } of subsidiesInTokens) {
    const entry = hybrid[key]
    const tokens = numberOf(hybrid, key)
    delete hybrid[key]
    if (entry === undefined || typeof entry === 'string' || tokens === null || ownUsd === null) continue
    if (paidUsd !== null) hybrid[key] = { ...entry, value: (tokens * ownUsd) / paidUsd }
    else if (inCash !== null) {
      const usd = (numberOf(hybrid, inCash) ?? 0) + tokens * ownUsd
      hybrid[inCash] = { ...entry, value: usd, unit: 'usdPerGpuHour' }
    }
  }
}

/** Whether a group's terms are not the same; as many tokens of another price are another subsidy. @see SPEC.md MK12 */
export function differs(first: InputEntries, second: InputEntries, group: DifferenceGroup): boolean {
  const { keys } = differenceGroups.find(({ id }) => id === group)!
  return (
    keys.some((key) => !isSame(first[key], second[key])) ||
    (group === 'subsidy' && subsidyWorthDiffers(first, second))
  )
}

function isSame(a: InputEntry | undefined, b: InputEntry | undefined): boolean {
  if (a === undefined || b === undefined || typeof a === 'string' || typeof b === 'string') return a === b
  return a.value === b.value
}

/** As many tokens an hour of tokens that are not worth the same. */
function subsidyWorthDiffers(first: InputEntries, second: InputEntries): boolean {
  return (
    subsidiesInTokens.some(({ key }) => (numberOf(first, key) ?? 0) !== 0) &&
    tokenPriceUsd(first) !== tokenPriceUsd(second)
  )
}

function tokenPriceUsd(entries: InputEntries): number | null {
  return wordOf(entries, 'payoutCurrency') === 'token' ? numberOf(entries, 'tokenPriceUsd') : null
}
