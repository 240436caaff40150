/** What the work earns, as expressions: usage and subsidy, in cash and in tokens. @see SPEC.md R1 to R8, B3 */
import type { Expression } from './expression.ts'
import { fact, greatest, least, minus, over, plus, times, toThe, zero } from './expression.ts'
import { growth } from './energy.ts'
import { contracted, offeredHours, rentedGpuHours, spotGpuHours, upGpuHours, upHours } from './hours.ts'
import type { Subject } from './subject.ts'
import { amount, begun, cell, choice, horizon, input, month, part, worth } from './subject.ts'

export const one = fact('All of it', 1, 'ratio')

export function paysTokens(subject: Subject): boolean {
  return choice(subject, 'payoutCurrency') === 'token'
}

function isFixedInTokens(subject: Subject): boolean {
  return paysTokens(subject) && choice(subject, 'usageDenomination') === 'token'
}

/** Price of an hour by the path that is expected. @see SPEC.md R1, R4 */
export function priceUsd(subject: Subject, m: number): Expression {
  return part(subject, `price ${m}`, () => {
    const factors = begun(subject, 'priceJumps', m).map((row) =>
      cell(subject, 'priceJumps', row, 1, 'Price jump, x'),
    )
    if (amount(subject, 'priceYearlyChangeRatio') !== 0 && m > 0) {
      factors.unshift(growth(subject, 'priceYearlyChangeRatio', 'Price', m, 'R1'))
    }
    const start = input(subject, 'priceUsdPerGpuHour')
    if (factors.length === 0) return start
    return times([`Price, ${month(subject, m).month}`, 'usdPerGpuHour', 'R1'], start, ...factors)
  })
}

/** What contracts bring in a month; null in a month without. @see SPEC.md H5 */
export function contractUsd(subject: Subject, m: number): Expression | null {
  const contract = contracted(subject, m)
  if (contract === null) return null
  return times(
    [`From contracts, ${month(subject, m).month}`, 'usd', 'H5'],
    upHours(subject, m),
    contract.usdPerUpHour,
  )
}

/** The usage leg before it is turned into tokens. @see SPEC.md R1, R4 */
export function workUsd(subject: Subject, m: number): Expression {
  return part(subject, `work ${m}`, () => {
    const name = month(subject, m).month
    if (m >= horizon(subject)) return zero('No work any more', 'usd')
    const others: Expression[] = []
    const contracts = contractUsd(subject, m)
    if (contracts !== null) others.push(contracts)
    if (amount(subject, 'storageTerabytes') !== 0) {
      others.push(
        times(
          ['From storage', 'usd', 'R4'],
          input(subject, 'storageTerabytes'),
          input(subject, 'storageUsdPerTerabyteMonth'),
        ),
      )
    }
    if (amount(subject, 'trafficIncomeUsdPerRentedGpuHour') !== 0) {
      others.push(
        times(
          ['From traffic', 'usd', 'R4'],
          rentedGpuHours(subject, m),
          input(subject, 'trafficIncomeUsdPerRentedGpuHour'),
        ),
      )
    }
    const [hours, price] = [spotGpuHours(subject, m), priceUsd(subject, m)]
    if (others.length === 0) return times([`Usage, ${name}`, 'usd', 'R1'], hours, price)
    return plus(
      [`Usage, ${name}`, 'usd', 'R4'],
      times([`From rented hours, ${name}`, 'usd', 'R1'], hours, price),
      ...others,
    )
  })
}

/** Tokens of the usage leg where the buyer's price is fixed in them. @see SPEC.md R1 */
function usageTokens(subject: Subject, m: number): Expression {
  return part(subject, `usage tokens ${m}`, () =>
    over(
      [`Usage in tokens, ${month(subject, m).month}`, 'count', 'R1'],
      workUsd(subject, m),
      input(subject, 'tokenPriceUsd'),
    ),
  )
}

function left(subject: Subject, m: number): readonly Expression[] {
  if (amount(subject, 'subsidyYearlyDecayRatio') === 0 || m === 0) return []
  return [
    toThe(
      [`Left of the subsidy, ${month(subject, m).month}`, 'ratio', 'R2'],
      minus(['Left after a year', 'ratio'], one, input(subject, 'subsidyYearlyDecayRatio')),
      over(
        ['Years since the start', 'years'],
        fact('Months since the start', m, 'months'),
        fact('Months of a year', 12),
      ),
    ),
  ]
}

/** The subsidy leg in cash. @see SPEC.md R2 */
function subsidyCash(subject: Subject, m: number): Expression {
  return part(subject, `subsidy cash ${m}`, () => {
    if (m >= horizon(subject)) return zero('No work any more', 'usd')
    const parts: Expression[] = []
    if (amount(subject, 'subsidyUsdPerRentedGpuHour') !== 0) {
      parts.push(
        times(
          ['For rented hours', 'usd'],
          rentedGpuHours(subject, m),
          input(subject, 'subsidyUsdPerRentedGpuHour'),
        ),
      )
    }
    if (amount(subject, 'subsidyUsdPerUpGpuHour') !== 0) {
      parts.push(
        times(['For up hours', 'usd'], upGpuHours(subject, m), input(subject, 'subsidyUsdPerUpGpuHour')),
      )
    }
    if (parts.length === 0) return zero('No subsidy in cash', 'usd')
    const name = month(subject, m).month
    return times(
      [`Subsidy in cash, ${name}`, 'usd', 'R2'],
      plus(['Before decay', 'usd'], ...parts),
      ...left(subject, m),
    )
  })
}

/** The subsidy leg in tokens, as their number; null where there is none. @see SPEC.md R2, R6 */
function subsidyTokens(subject: Subject, m: number): Expression | null {
  return part(subject, `subsidy tokens ${m}`, () => {
    if (m >= horizon(subject)) return null
    const parts: Expression[] = []
    if (amount(subject, 'subsidyTokensPerRentedGpuHour') !== 0) {
      parts.push(
        times(
          ['Tokens for rented hours', 'count'],
          rentedGpuHours(subject, m),
          input(subject, 'subsidyTokensPerRentedGpuHour'),
        ),
      )
    }
    if (amount(subject, 'subsidyTokensPerUpGpuHour') !== 0) {
      parts.push(
        times(
          ['Tokens for up hours', 'count'],
          upGpuHours(subject, m),
          input(subject, 'subsidyTokensPerUpGpuHour'),
        ),
      )
    }
    if (amount(subject, 'emissionTokensPerMonth') !== 0) {
      const mine =
        choice(subject, 'emissionWork') === 'up' ? upGpuHours(subject, m) : rentedGpuHours(subject, m)
      parts.push(
        over(
          ['Share of the emission', 'count', 'R6'],
          times(['Emission times my work', 'count'], input(subject, 'emissionTokensPerMonth'), mine),
          plus(['Work of all', 'hours'], mine, input(subject, 'networkGpuHoursPerMonth', 1)),
        ),
      )
    }
    if (parts.length === 0) return null
    const name = month(subject, m).month
    return times(
      [`Subsidy in tokens, ${name}`, 'count', 'R2'],
      plus(['Before decay', 'count'], ...parts),
      ...left(subject, m),
    )
  })
}

/** The platform's fee in a month, by the dated schedule; null where none applies. @see SPEC.md R3, R5 */
export function platformFee(subject: Subject, m: number): Expression {
  const row = begun(subject, 'platformFeeSteps', m).at(-1)
  return row === undefined
    ? input(subject, 'platformFeeRatio')
    : cell(subject, 'platformFeeSteps', row, 1, `Platform fee, ${month(subject, m).month}`)
}

export function afterPlatform(subject: Subject, m: number): Expression {
  return part(subject, `after platform ${m}`, () =>
    minus(['After the platform’s fee', 'ratio', 'R3'], one, platformFee(subject, m)),
  )
}

function afterFees(subject: Subject, m: number): Expression {
  return part(subject, `after fees ${m}`, () =>
    times(
      ['Left after fees', 'ratio', 'R3'],
      afterPlatform(subject, m),
      minus(['After the payment fee', 'ratio'], one, input(subject, 'paymentFeeRatio')),
    ),
  )
}

/** What a day of a month's work adds to the balance: dollars and tokens; null where nothing. @see SPEC.md B1 */
export function perDay(
  subject: Subject,
  m: number,
): { readonly usd: Expression | null; readonly tokens: Expression | null } {
  return part(subject, `per day ${m}`, () => {
    const { days, month: name } = month(subject, m)
    const length = fact(`Days of ${name}`, days, 'days')
    const inTokens = isFixedInTokens(subject)
    const cash = subsidyCash(subject, m)
    const fixed = subsidyTokens(subject, m)
    const kept = times(
      ['Usage after fees', inTokens ? 'count' : 'usd', 'R3'],
      inTokens ? usageTokens(subject, m) : workUsd(subject, m),
      afterFees(subject, m),
    )
    const usd = inTokens ? [cash] : [kept, cash]
    const tokens = [...(inTokens ? [kept] : []), ...(fixed === null ? [] : [fixed])]
    return {
      usd: over(
        [`Credited for a day of ${name}`, 'usd', 'B1'],
        plus(['Credited for the month', 'usd'], ...usd),
        length,
      ),
      tokens:
        tokens.length === 0
          ? null
          : over(
              [`Tokens credited for a day of ${name}`, 'count', 'B1'],
              plus(['Tokens credited for the month', 'count'], ...tokens),
              length,
            ),
    }
  })
}

/** The token's price on a day since the start. @see SPEC.md B3, B10 */
export function tokenPrice(subject: Subject, day: number): Expression {
  return part(subject, `token ${day}`, () => {
    const m = subject.timeline.monthOfDay[day]!
    const factors: Expression[] = begun(subject, 'tokenPriceJumps', m).map((row) =>
      cell(subject, 'tokenPriceJumps', row, 1, 'Token jump, x'),
    )
    if (amount(subject, 'tokenYearlyChangeRatio') !== 0 && day > 0) {
      factors.unshift(
        toThe(
          ['Token over start', 'ratio', 'B3'],
          plus(
            ['Growth of a year', 'ratio'],
            fact('Today', 1, 'ratio'),
            input(subject, 'tokenYearlyChangeRatio'),
          ),
          over(
            ['Years since the start', 'years'],
            fact('Days since the start', day, 'days'),
            fact('Days of a year', 365, 'days'),
          ),
        ),
      )
    }
    const start = input(subject, 'tokenPriceUsd', 1)
    if (factors.length === 0) return start
    return times([`Token price on day ${day}`, 'usdPerToken', 'B3'], start, ...factors)
  })
}

/** Tokens of a month's work at the price of each of its days. */
function atDailyPrices(subject: Subject, m: number, tokens: Expression, label: string): Expression {
  const { days, firstDay, month: name } = month(subject, m)
  const first = firstDay - subject.timeline.firstDay
  const prices = Array.from({ length: days }, (_, date) => tokenPrice(subject, first + date))
  const mean =
    amount(subject, 'tokenYearlyChangeRatio') === 0
      ? prices[0]!
      : part(subject, `mean token ${m}`, () =>
          over(
            [`Mean token price, ${name}`, 'usdPerToken', 'B3'],
            plus(['Sum of the daily prices', 'count'], ...prices),
            fact(`Days of ${name}`, days, 'days'),
          ),
        )
  return times([label, 'usd', 'B3'], tokens, mean)
}

/** The usage line: at the value of the day on which it was earned. @see SPEC.md R1, B3 */
export function usageUsd(subject: Subject, m: number): Expression {
  return part(subject, `usage ${m}`, () =>
    isFixedInTokens(subject)
      ? atDailyPrices(subject, m, usageTokens(subject, m), `Usage, ${month(subject, m).month}`)
      : workUsd(subject, m),
  )
}

export function subsidyUsd(subject: Subject, m: number): Expression {
  return part(subject, `subsidy ${m}`, () => {
    const cash = subsidyCash(subject, m)
    const tokens = subsidyTokens(subject, m)
    if (tokens === null) return cash
    const name = month(subject, m).month
    return plus(
      [`Subsidy, ${name}`, 'usd', 'R2'],
      cash,
      atDailyPrices(subject, m, tokens, `Subsidy in tokens at its value, ${name}`),
    )
  })
}

export function platformFeeUsd(subject: Subject, m: number): Expression {
  return times(
    [`Platform fee, ${month(subject, m).month}`, 'usd', 'R3'],
    usageUsd(subject, m),
    platformFee(subject, m),
  )
}

export function paymentFeeUsd(subject: Subject, m: number): Expression {
  return times(
    [`Payment fee, ${month(subject, m).month}`, 'usd', 'R3'],
    usageUsd(subject, m),
    afterPlatform(subject, m),
    input(subject, 'paymentFeeRatio'),
  )
}

/** @see SPEC.md R7 */
export function alternativeUsd(subject: Subject, m: number): Expression {
  return times(
    [`Idle hours elsewhere, ${month(subject, m).month}`, 'usd', 'R7'],
    minus(['Idle GPU-hours', 'hours'], upGpuHours(subject, m), rentedGpuHours(subject, m)),
    input(subject, 'alternativeUsdPerIdleGpuHour'),
  )
}

/** @see SPEC.md R8 */
export function downtimeCreditUsd(subject: Subject, m: number): Expression {
  if (choice(subject, 'serviceLevel') !== 'credits') return zero('No uptime promised', 'usd')
  const name = month(subject, m).month
  const offered = offeredHours(subject, m)
  if (worth(subject, offered) === 0) return zero('No hour offered', 'usd')
  const missing = greatest(
    ['Missing uptime', 'ratio', 'R8'],
    zero('Never below', 'ratio'),
    minus(
      ['Promised less kept', 'ratio'],
      input(subject, 'promisedUptimeRatio'),
      over(['Uptime kept', 'ratio'], upHours(subject, m), offered),
    ),
  )
  const share = least(
    ['Share of usage credited', 'ratio', 'R8'],
    input(subject, 'creditMaximumRatio'),
    times(
      ['Points missing times credit', 'ratio'],
      missing,
      fact('Points of the whole', 100),
      input(subject, 'creditPerPointRatio'),
    ),
  )
  return times([`Credits for downtime, ${name}`, 'usd', 'R8'], usageUsd(subject, m), share)
}
