/** Which of a network's terms decide a net, and which of those nobody knows. */
import type { RigCard } from '../../../../shared/markets/eligibility.ts'
import { countedPrice, countedUtilization } from '../../../../shared/markets/evidence.ts'
import { feeStepOn } from '../../../../shared/markets/fee-schedule.ts'
import type { FeeStep, MarketProfile } from '../../../../shared/markets/market-profile.ts'

export type DecidingTerm = { readonly label: string; readonly isKnown: boolean }

/** The one kind of card in a rig; null for none or several. */
export function onlyCardOf(cards: readonly RigCard[]): string | null {
  const [card, second] = cards
  return second === undefined ? (card?.gpu?.id ?? null) : null
}

const known = (figure: { readonly value: unknown }) => figure.value !== null

/** Terms that change what a rig nets, for one card (null: no card is open, so no price can count) on a day. */
export function decidingTerms(
  profile: MarketProfile,
  catalogueId: string | null,
  today: string,
): readonly DecidingTerm[] {
  const { payout, collateral, serviceLevel, subsidy, token } = profile
  const steps = feeStepsInForce(profile, today)
  const feeIsKnown = (key: 'platformFeeRatio' | 'paymentFeeRatio') =>
    steps.every((step) => step !== null && known(step[key]))
  const hasNone = collateral.kind.value === 'none'
  // As the comparison counts it: an amount of nobody knows what, and tokens without a price, tie up nothing known.
  const isValued = known(collateral.usdPerGpu) || (known(collateral.tokensPerGpu) && known(token.priceUsd))
  return [
    ['Price', countedPrice(profile, catalogueId) !== null],
    ['Rented share', countedUtilization(profile, catalogueId) !== null],
    ['Platform fee', feeIsKnown('platformFeeRatio')],
    ['Payment fee', feeIsKnown('paymentFeeRatio')],
    ['Payout currency', known(payout.currencies)],
    ['Payout cadence', known(payout.cadence)],
    ['Days until a payout is credited', known(payout.creditDelayDays)],
    ['Least payout', known(payout.minimumUsd)],
    ['Fee of a withdrawal', known(payout.withdrawalFeeUsd)],
    ['Days on hold', known(payout.holdDays)],
    ['Collateral', hasNone || (known(collateral.kind) && isValued)],
    ['Days until collateral is free', hasNone || known(collateral.unbondingDays)],
    ['Uptime that is owed', known(serviceLevel.promisedUptimeRatio)],
    ['Subsidies', Object.values(subsidy).some(known)],
  ].map(([label, isKnown]) => ({ label, isKnown }) as DecidingTerm)
}

/** Today's step for each currency that the network pays in, of both where that is not known; null: it has none. */
function feeStepsInForce({ fees, payout }: MarketProfile, today: string): readonly (FeeStep | null)[] {
  const { value } = payout.currencies
  const currencies = value === 'cash' || value === 'token' ? [value] : (['cash', 'token'] as const)
  return currencies.map((currency) => feeStepOn(fees, today, currency))
}
