/** Terms that the facts state in sentences, decided by hand: one of a few words each, and the field that says so. */
import type {
  CollateralKind,
  JoiningRule,
  MarketProfile,
  MatchingRule,
  PayoutCadence,
  PayoutCurrencies,
  PricingMechanism,
  ResourceKind,
} from '../../shared/markets/market-profile.ts'
import type { FigureChoice, TermChoice } from './found.ts'

/** What is left out is unknown. How a buyer gets at a machine (`accessForm`) was found for no network. */
export type TermChoices = {
  readonly whoMayJoin?: TermChoice<JoiningRule>
  readonly resourceKind?: TermChoice<ResourceKind>
  readonly matching?: TermChoice<MatchingRule>
  readonly pricing?: TermChoice<PricingMechanism>
  readonly currencies?: TermChoice<PayoutCurrencies>
  readonly cadence?: TermChoice<PayoutCadence>
  readonly creditDelayDays?: FigureChoice
  readonly collateralKind?: TermChoice<CollateralKind>
  readonly tokensPerGpu?: FigureChoice
  readonly unbondingDays?: FigureChoice
  readonly verification?: Partial<Record<keyof MarketProfile['verification'], readonly [string, string]>>
  readonly uptimePromised?: readonly [string, string]
  readonly symbol?: string
}
