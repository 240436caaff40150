/** Each line of the statement by month, and what is banked: the compiler asks for every line. @see SPEC.md S1, S3 */
import type { LineKey } from '../economics/statement.ts'
import { runningLines, statementLines } from '../economics/statement.ts'
import { capitalFlowUsd } from './capital.ts'
import { coolingUsd, electricityUsd, fixedChargeUsd, heatCreditUsd, peakChargeUsd } from './energy.ts'
import type { Expression } from './expression.ts'
import { fact, meanOf, negative, plus, times, zero } from './expression.ts'
import {
  alternativeUsd,
  downtimeCreditUsd,
  paymentFeeUsd,
  platformFeeUsd,
  subsidyUsd,
  usageUsd,
} from './income.ts'
import {
  consumablesUsd,
  fixedOperatingUsd,
  labourUsd,
  penaltyUsd,
  repairsUsd,
  slashingUsd,
  trafficUsd,
} from './operating.ts'
import { inMonth, runOf, sumOrZero } from './payout-run.ts'
import type { Subject } from './subject.ts'
import { firstYear, horizon, input, month, part } from './subject.ts'
import { taxPaidUsd, taxUsd } from './tax.ts'

type Line = {
  /** Its size, before the sign that the statement gives a cost. */
  readonly size: (subject: Subject, m: number) => Expression
  /** Lines of the payouts and of tax go on after the last month of work. */
  readonly outlivesWork?: true
}

const lines: Readonly<Record<LineKey, Line>> = {
  usageUsd: { size: usageUsd },
  subsidyUsd: { size: subsidyUsd },
  alternativeUsd: { size: alternativeUsd },
  heatCreditUsd: { size: heatCreditUsd },
  platformFeeUsd: { size: platformFeeUsd },
  paymentFeeUsd: { size: paymentFeeUsd },
  electricityUsd: { size: electricityUsd },
  coolingUsd: { size: coolingUsd },
  fixedChargeUsd: { size: fixedChargeUsd },
  peakChargeUsd: { size: peakChargeUsd },
  consumablesUsd: { size: consumablesUsd },
  trafficUsd: { size: trafficUsd },
  fixedOperatingUsd: { size: fixedOperatingUsd },
  labourUsd: { size: labourUsd },
  repairsUsd: { size: repairsUsd },
  downtimeCreditUsd: { size: downtimeCreditUsd },
  slashingUsd: { size: slashingUsd },
  penaltyUsd: { size: penaltyUsd },
  withdrawalFeeUsd: { size: withdrawalFeeUsd, outlivesWork: true },
  saleCostUsd: { size: saleCostUsd, outlivesWork: true },
  taxUsd: {
    size: (subject, m) => taxUsd(subject, m, (each) => taxedRunning(subject, each)),
    outlivesWork: true,
  },
}

const labels = new Map<LineKey, string>(statementLines.map(({ key, label }) => [key, label]))
const incomes: ReadonlySet<LineKey> = new Set(
  statementLines.flatMap(({ key, isIncome }) => (isIncome ? [key] : [])),
)

/** One line of one month, costs negative. @see SPEC.md S1 */
export function lineUsd(subject: Subject, key: LineKey, m: number): Expression {
  return part(subject, `line ${key} ${m}`, () => {
    const { size, outlivesWork = false } = lines[key]
    if (m >= horizon(subject) && !outlivesWork) return zero(`${labels.get(key)}: no work any more`, 'usd')
    const made = size(subject, m)
    if (incomes.has(key) || (made.kind === 'fact' && made.value === 0)) return made
    return negative([`${labels.get(key)}, ${month(subject, m).month}`, 'usd', 'S1'], made)
  })
}

/** @see SPEC.md B4 */
function withdrawalFeeUsd(subject: Subject, m: number): Expression {
  const name = month(subject, m).month
  const count = inMonth(subject, runOf(subject).payouts, m).length
  return times(
    [`Payout fees, ${name}`, 'usd', 'B4'],
    fact(`Payouts in ${name}`, count),
    input(subject, 'withdrawalFeeUsd'),
  )
}

/** @see SPEC.md B5 */
function saleCostUsd(subject: Subject, m: number): Expression {
  const costs = inMonth(subject, runOf(subject).sales, m).map((sale) => sale.costUsd)
  return sumOrZero(costs, `Cost of selling, ${month(subject, m).month}`)
}

const untaxed: ReadonlySet<LineKey> = new Set(['labourUsd', 'heatCreditUsd'])

/** Running lines that the tax office counts. @see SPEC.md TX1 */
function taxedRunning(subject: Subject, m: number): Expression {
  return part(subject, `taxed running ${m}`, () => {
    const counted = runningLines.filter((key) => !untaxed.has(key))
    return plus(
      [`Running lines but own time and heat, ${month(subject, m).month}`, 'usd', 'TX1'],
      ...counted.map((key) => lineUsd(subject, key, m)),
    )
  })
}

export function netBeforeTaxUsd(subject: Subject, m: number): Expression {
  return part(subject, `net before tax ${m}`, () => {
    const keys = statementLines.map(({ key }) => key).filter((key) => key !== 'taxUsd')
    return plus(
      [`Net before tax, ${month(subject, m).month}`, 'usd', 'S1'],
      ...keys.map((key) => lineUsd(subject, key, m)),
    )
  })
}

export function netUsd(subject: Subject, m: number): Expression {
  return part(subject, `net ${m}`, () =>
    plus(
      [`Net, ${month(subject, m).month}`, 'usd', 'S1'],
      ...statementLines.map(({ key }) => lineUsd(subject, key, m)),
    ),
  )
}

export function taxPaid(subject: Subject, m: number): Expression | null {
  return part(subject, `tax paid ${m}`, () => taxPaidUsd(subject, m, (each) => taxedRunning(subject, each)))
}

/** Money that the payouts brought to the account. @see SPEC.md B5 */
export function arrivedUsd(subject: Subject, m: number): Expression {
  const arrivals = inMonth(subject, runOf(subject).arrivals, m).map(({ usd }) => usd)
  const count = arrivals.length === 1 ? '1 payout' : `${arrivals.length} payouts`
  return sumOrZero(arrivals, `From ${count}, ${month(subject, m).month}`)
}

/** What reached or left the account. @see SPEC.md S3 */
export function bankedUsd(subject: Subject, m: number): Expression {
  return part(subject, `banked ${m}`, () => {
    const name = month(subject, m).month
    const parts = [arrivedUsd(subject, m)]
    if (m < horizon(subject)) parts.push(...runningLines.map((key) => lineUsd(subject, key, m)))
    const tax = taxPaid(subject, m)
    if (tax !== null) parts.push(negative([`Tax paid, ${name}`, 'usd', 'S3'], tax))
    const capital = capitalFlowUsd(subject, m)
    if (capital !== null) parts.push(capital)
    return plus([`Banked, ${name}`, 'usd', 'S3'], ...parts)
  })
}

/** Mean of a monthly figure over the first year. @see SPEC.md N1 */
export function firstYearMean(
  subject: Subject,
  label: string,
  of: (subject: Subject, m: number) => Expression,
  unit: Expression['unit'] = 'usdPerMonth',
): Expression {
  return meanOf(
    [label, unit, 'N1'],
    firstYear(subject).map((m) => of(subject, m)),
  )
}
