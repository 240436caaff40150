/** What each input allows by itself, but not together with the others. @see SPEC.md I2, I8 */
import type { InputKey } from './input-table.ts'
import type { Choices, ResolvedInputs } from './inputs.ts'
import { listRows } from './lists.ts'

/** Years of the half-year tables that a person may choose. @see SPEC.md I8 */
export const macrsClasses = [3, 5, 7, 15] as const

export type Contradiction = readonly [key: InputKey, given: string, expected: string]

/**
 * Each contradiction, under the name of one input.
 * Example: a week without an offered hour: "Hours it may run (offeredWeek): expected at least one offered hour; ...".
 */
export function contradictions(
  choices: Choices,
  numbers: ResolvedInputs['numbers'],
): readonly Contradiction[] {
  const found: Contradiction[] = []
  if (!choices.offeredWeek.includes('O')) {
    found.push(['offeredWeek', 'a week without an offered hour', 'at least one offered hour'])
  }
  const { resaleTodayUsdPerGpu: today, resaleIn12MonthsUsdPerGpu: later } = numbers
  if (today !== null && later !== null && later > 1000 * today) {
    found.push(['resaleIn12MonthsUsdPerGpu', `$${later}`, `at most 1000 times the $${today} of today`])
  }
  if (choices.tariffKind === 'tiered') {
    const first = listRows(choices.tariffTiers)[0]?.[0]
    if (first !== 0)
      found.push(['tariffTiers', `"${choices.tariffTiers}"`, 'tiers of which the first begins at 0'])
  }
  if (choices.payoutCurrency === 'token' && choices.saleVenue === 'order book' && choices.orderBook === '') {
    found.push(['orderBook', 'a book without a bid', 'at least one bid: an empty book buys nothing'])
  }
  if (choices.collateralKind === 'token' && choices.payoutCurrency !== 'token') {
    found.push(['collateralKind', '"token"', 'cash or none, since nothing is paid in tokens'])
  }
  const macrsYears = numbers.depreciationYears
  if (
    choices.depreciationMethod === 'macrs' &&
    macrsYears !== null &&
    !macrsClasses.some((each) => each === macrsYears)
  ) {
    found.push(['depreciationYears', String(macrsYears), '3, 5, 7 or 15 years for MACRS'])
  }
  found.push(...jumpContradictions(choices.tokenPriceJumps))
  found.push(...contractContradictions(choices.contracts, numbers.gpuCount ?? 0))
  return found
}

/** Beyond these a price leaves the range of numbers: no number of tokens would be worth a dollar. */
const mostJump = 1e9

function jumpContradictions(text: string): Contradiction[] {
  let product = 1
  const beyond = listRows(text).findIndex(([, factor]) => {
    product *= factor!
    return product > mostJump || product < 1 / mostJump
  })
  if (beyond === -1) return []
  const expected = `jumps that together stay within ${1 / mostJump} and ${mostJump}`
  return [['tokenPriceJumps', `x ${product} by row ${beyond + 1}`, expected]]
}

function contractContradictions(text: string, gpuCount: number): Contradiction[] {
  const rows = listRows(text)
  const backwards = rows.findIndex(([from, to]) => to! < from!)
  if (backwards !== -1) {
    return [['contracts', `row ${backwards + 1}`, 'a contract that does not end before it begins']]
  }
  const taken = (month: number) =>
    rows.reduce((sum, [from, to, gpus]) => sum + (from! <= month && month <= to! ? gpus! : 0), 0)
  const most = Math.max(0, ...rows.map(([from]) => taken(from!)))
  if (most <= gpuCount) return []
  return [['contracts', `${most} cards in one month`, `at most the ${gpuCount} cards of the rig`]]
}
