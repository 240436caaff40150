/** One network compared: what the engine says of it beside the second statement. */
import { dayNumber } from '../../shared/calendar.ts'
import type { ComparedMarket } from '../../shared/markets/compare.ts'
import { termKeys, termsOf } from '../../shared/markets/market-terms.ts'
import type { Found, MarketQuestion, OracleNetwork } from './market-answers.ts'
import { near } from './market-answers.ts'

const kindNames: Readonly<Record<string, string>> = { conditions: 'with conditions' }

/** Subsidies in tokens under one name, since either statement may name one or all of them. */
function named(keys: readonly string[]): string {
  const names = keys.map((key) => (/^(subsidyTokens|emission)/.test(key) ? 'subsidy in tokens' : key))
  return [...new Set(names)].toSorted().join(' ')
}

export function checkMarket(
  market: ComparedMarket,
  other: OracleNetwork,
  question: MarketQuestion,
  found: Found,
): void {
  const { outcome, id, unknowns } = market
  const where = `${question.name}, ${question.policy}, ${question.preferredCurrency}, ${id}`
  const kind = kindNames[market.eligibility.kind] ?? market.eligibility.kind
  found('MK9 who may join', kind === other.eligibility, () => `${where}: ${kind}, ${other.eligibility}`)
  found('MK7 rank and order', outcome.kind === other.rank, () => `${where}: ${outcome.kind}, ${other.rank}`)
  const [mine, theirs] = [named(unknowns.map(({ key }) => key)), named(other.unknown)]
  found('MK10 what is unknown', mine === theirs, () => `${where}: ${mine}; ${theirs}`)
  found(
    'MK8 contradicting prices',
    market.contradictions.length === other.contradictions,
    () => `${where}: ${market.contradictions.length}, ${other.contradictions}`,
  )
  checkEntries(market, other, where, question, found)
  if (outcome.kind === 'ranked' || outcome.kind === 'assumed') {
    if (other.rank !== outcome.kind) return
    const is = (actual: number, expected: number, what: string) =>
      found(
        'MK7 MK10 nets and their range',
        near(actual, expected, other.scale),
        () => `${where} ${what}: ${actual}, ${expected}`,
      )
    is(outcome.netUsdPerMonth, other.net, 'net')
    is(outcome.netLowUsdPerMonth, Math.min(other.netAtBad, other.netAtGood), 'the lower end')
    is(outcome.netHighUsdPerMonth, Math.max(other.netAtBad, other.netAtGood), 'the higher end')
    const { firstCashDate } = outcome.evaluation.answer.headlines
    const start = dayNumber(`${question.owner['startMonth'] as string}-01`)
    const day = firstCashDate === null ? null : dayNumber(firstCashDate) - start
    found(
      'N4 first cash date',
      day === other.firstCashDay,
      () => `${where}: day ${day}, ${other.firstCashDay}`,
    )
  }
}

/** MK10's policy "leave out" types the good end; an input that is not read may be there or not. */
function checkEntries(
  market: ComparedMarket,
  other: OracleNetwork,
  where: string,
  { policy }: MarketQuestion,
  found: Found,
): void {
  const terms = termsOf(market.entries)
  const expected = other.given ?? {}
  const defaults: Readonly<Record<string, string>> = {
    priceBasis: 'buyer pays',
    payoutCurrency: 'cash',
    collateralKind: 'none',
    serviceLevel: 'none',
  }
  const unread: Readonly<Record<string, boolean>> = {
    tokenPriceUsd: (expected['payoutCurrency'] ?? 'cash') !== 'token',
    unbondingDays: (expected['collateralKind'] ?? 'none') === 'none',
    collateralUsd: (expected['collateralKind'] ?? 'none') === 'none',
  }
  const isSetAside = terms['priceBasis'] === 'cap' || terms['priceBasis'] === 'reference' // A3: it stays as typed
  for (const key of termKeys) {
    if (unread[key] === true || (isSetAside && key.startsWith('price'))) continue
    const entry = terms[key]
    if (typeof entry === 'object' && entry.source === 'not known, left out' && policy === 'leave out') {
      found('MK5 MK11 what is computed with', expected[key] === undefined, () => `${where} ${key} is known`)
      continue
    }
    const mine = (typeof entry === 'object' ? entry.value : entry) ?? defaults[key] ?? null
    const theirs = expected[key] ?? defaults[key] ?? null
    const same =
      typeof mine === 'number' && typeof theirs === 'number' ? near(mine, theirs, 0) : mine === theirs
    found('MK5 MK11 what is computed with', same, () => `${where} ${key}: ${String(mine)}, ${String(theirs)}`)
  }
}
