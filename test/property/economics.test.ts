/** What holds for every scenario: the accounts of the statement, checked in one pass over 100,000 of them, a million at night. */
import { beforeAll, describe, expect, it } from 'vitest'
import { capitalOf, datedFlows, npvUsd } from '../../shared/economics/cash-flow.ts'
import { hoursMarked } from '../../shared/economics/hours.ts'
import type { DatedFlow } from '../../shared/finance/returns.ts'
import { xirr, xnpv } from '../../shared/finance/returns.ts'
import type { Statement } from '../../shared/economics/statement.ts'
import { runningLines, statementLines, statementOf } from '../../shared/economics/statement.ts'
import { pow } from '../../shared/math.ts'
import { forSeeds, isNightly } from './runs.ts'
import { batchFrom } from './scenario-generator.ts'

const cases = isNightly ? 1_000_000 : 100_000
const batchSize = 100
const rules = ['S1', 'S3', 'B6', 'B7', 'B8', 'H1', 'H2', 'K3', 'N5'] as const
type Rule = (typeof rules)[number]

/** How often each rule was looked at, and where it did not hold. */
const looked: Record<string, number> = {}
const broken: Record<string, string[]> = {}

function check(rule: Rule, holds: boolean, where: () => string): void {
  looked[rule] = (looked[rule] ?? 0) + 1
  if (!holds) (broken[rule] ??= []).push(where())
}

const near = (actual: number, expected: number, size: number) => Math.abs(actual - expected) <= 1e-9 * size

function checkMonths(statement: Statement, s: number, seed: number): void {
  const { lines, netUsd, payouts, bankedUsd, timeline, batch } = statement
  const at = (m: number) => m * batch.size + s
  let pipelineBefore = 0
  let turnover = 0
  timeline.months.forEach(({ month }, m) => {
    const i = at(m)
    const where = (what: string) => () => `seed ${seed}, scenario ${s}, ${month}: ${what}`
    let total = 0
    let size = 0
    for (const { key } of statementLines) {
      total += lines[key].values[i]!
      size += Math.abs(lines[key].values[i]!)
    }
    check('S1', near(netUsd.values[i]!, total, size), where(`net ${netUsd.values[i]}, lines ${total}`))

    let running = 0
    for (const key of runningLines) running += lines[key].values[i]!
    const arrived = payouts.bankedUsd.values[i]!
    const capital = statement.capitalFlow.netUsd.values[i]!
    const taxPaid = statement.tax.paidUsd.values[i]!
    const moved = size + arrived + Math.abs(capital) + Math.abs(taxPaid)
    check('S3', near(bankedUsd.values[i]!, arrived + running - taxPaid + capital, moved), where('banked'))

    const earned =
      lines.usageUsd.values[i]! +
      lines.subsidyUsd.values[i]! +
      lines.platformFeeUsd.values[i]! +
      lines.paymentFeeUsd.values[i]!
    const payoutCosts = lines.withdrawalFeeUsd.values[i]! + lines.saleCostUsd.values[i]!
    const growth = payouts.pipelineUsd.values[i]! - pipelineBefore
    const revaluation = payouts.revaluationUsd.values[i]!
    const bridge = earned + payoutCosts - growth + revaluation - payouts.lostUsd.values[i]!
    turnover = Math.max(turnover, earned + Math.abs(revaluation) + pipelineBefore)
    check('B6', near(arrived, bridge, turnover), where(`banked ${arrived}, bridge ${bridge}`))
    pipelineBefore = payouts.pipelineUsd.values[i]!
  })
  const where = (what: string) => () => `seed ${seed}, scenario ${s}: ${what}`
  check('B7', near(pipelineBefore, 0, turnover), where(`${pipelineBefore} still under way at the end`))

  const { tokensAccrued, tokensSold, tokensForFees, tokensLost } = payouts
  const spent = tokensSold[s]! + tokensForFees[s]! + tokensLost[s]!
  check(
    'B8',
    near(spent, tokensAccrued[s]!, tokensAccrued[s]!),
    where(`${spent} of ${tokensAccrued[s]} tokens`),
  )
}

function checkHours(statement: Statement, seed: number): void {
  const { hours, timeline, batch } = statement
  const off = hoursMarked(batch.choices.offeredWeek, '-', timeline)
  timeline.months.forEach(({ days }, m) => {
    const where = () => `seed ${seed}, month ${m}`
    const total = hours.offeredHours[m]! + hours.ownUseHours[m]! + off[m]!
    check('H1', total === days * 24 && hours.calendarHours[m] === total, where)
    for (let s = 0; s < batch.size; s += 1) {
      const i = m * batch.size + s
      const works = m < batch.columns.horizonMonths![s]!
      const up = hours.upHours.values[i]!
      const offered = works ? hours.offeredHours[m]! : 0
      check('H1', near(up + hours.downHours.values[i]!, offered, offered), where)
      const rented = up * hours.rentedShareRatio.values[i]! * batch.columns.gpuCount![s]!
      const share = hours.rentedShareRatio.values[i]!
      check('H2', near(hours.rentedGpuHours.values[i]!, rented, rented) && share >= 0 && share <= 1, where)
    }
  })
}

/** Present values of the flows by size: what an error is small against. */
const sizeOf = (flows: readonly DatedFlow[], rate: number) =>
  flows.reduce(
    (total, { dayNumber, amountUsd }) =>
      total + Math.abs(amountUsd) / pow(1 + rate, (dayNumber - flows[0]!.dayNumber) / 365),
    0,
  )

function checkReturns(statement: Statement, npv: Float64Array, s: number, seed: number): void {
  const where = () => `seed ${seed}, scenario ${s}`
  const flows = datedFlows(statement, s, capitalOf(statement, s))
  const rate = statement.batch.columns.discountRatePerYear![s]!
  check('K3', near(npv[s]!, xnpv(rate, flows), sizeOf(flows, rate)), where)
  const found = xirr(flows)
  if (found.kind !== 'rate') return
  const step = 1e-9 * (1 + found.rate)
  const isZero = near(xnpv(found.rate, flows), 0, sizeOf(flows, found.rate))
  const turns = xnpv(found.rate - step, flows) > 0 !== xnpv(found.rate + step, flows) > 0
  check('N5', isZero || turns, where)
}

describe('The accounts of any scenario', () => {
  beforeAll(() => {
    forSeeds('accounts', cases, batchSize, (seed) => {
      const atMost = { horizonMonths: seed % 16 === 0 ? 36 : 5, holdDays: 30, creditDelayDays: 15 }
      const statement = statementOf(batchFrom(seed, batchSize, { atMost }))
      const npv = npvUsd(statement, true)
      checkHours(statement, seed)
      for (let s = 0; s < batchSize; s += 1) {
        checkMonths(statement, s, seed)
        checkReturns(statement, npv, s, seed)
      }
    })
  }, 600_000)

  const titles: Record<Rule, string> = {
    S1: 'S1 the lines of each month sum to its net',
    S3: 'S3 banked is banked income and costs of running',
    B6: 'B6 the bridge from earned to banked closes in each month',
    B7: 'B7 nothing is left under way at the end',
    B8: 'B8 tokens accrued are sold, spent on fees or lost',
    H1: 'H1 the hours of each month add up',
    H2: 'H2 rented hours are up hours x share x GPUs',
    K3: 'K3 the NPV is the XNPV of the dated flows',
    N5: 'N5 the NPV at the rate of return is zero',
  }
  for (const rule of rules) {
    it(titles[rule], () => {
      expect(broken[rule] ?? []).toEqual([])
      expect(looked[rule]).toBeGreaterThanOrEqual(rule === 'N5' ? cases / 20 : cases)
    })
  }
})
