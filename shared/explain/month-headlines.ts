/** The figures of each month, by name: `electricity@2027-03`. @see SPEC.md S1, B6 */
import type { Answer } from '../economics/evaluate.ts'
import { statementLines } from '../economics/statement.ts'
import type { Unit } from '../figure.ts'
import { resaleUsd } from './capital.ts'
import type { Expression } from './expression.ts'
import { minus, plus, zero } from './expression.ts'
import { capitalFlowOrZero, cumulativeBankedUsd, pipelineUsd } from './flows.ts'
import type { Headline, MakeHeadline } from './headline.ts'
import { nameOf } from './headline.ts'
import { arrivedUsd, bankedUsd, lineUsd, netBeforeTaxUsd, netUsd, taxPaid } from './lines.ts'
import { inMonth, runOf, sumOrZero } from './payout-run.ts'
import { exitRent } from './prices.ts'
import type { Subject } from './subject.ts'
import { month } from './subject.ts'

type OfMonth = (subject: Subject, m: number) => Expression | null

type MonthFigure = {
  readonly name: string
  readonly label: string
  readonly key: Exclude<keyof Answer['months'][number], 'month' | 'lines'>
  readonly unit: Unit
  readonly derive: OfMonth
}

const figures: readonly MonthFigure[] = [
  { name: 'net', label: 'Net', key: 'netUsd', unit: 'usd', derive: netUsd },
  {
    name: 'net-before-tax',
    label: 'Net before tax',
    key: 'netBeforeTaxUsd',
    unit: 'usd',
    derive: netBeforeTaxUsd,
  },
  { name: 'banked', label: 'Banked', key: 'bankedUsd', unit: 'usd', derive: bankedUsd },
  {
    name: 'banked-so-far',
    label: 'Banked so far',
    key: 'cumulativeBankedUsd',
    unit: 'usd',
    derive: cumulativeBankedUsd,
  },
  {
    name: 'tax-paid',
    label: 'Tax paid',
    key: 'taxPaidUsd',
    unit: 'usd',
    derive: (of, m) => taxPaid(of, m) ?? zero('No tax is paid', 'usd'),
  },
  {
    name: 'capital',
    label: 'Loan, replacements, collateral',
    key: 'capitalFlowUsd',
    unit: 'usd',
    derive: capitalFlowOrZero,
  },
  { name: 'on-its-way', label: 'On its way', key: 'pipelineUsd', unit: 'usd', derive: pipelineUsd },
  {
    name: 'revaluation',
    label: 'Revaluation of what is on its way',
    key: 'revaluationUsd',
    unit: 'usd',
    derive: revaluationUsd,
  },
  { name: 'lost', label: 'Lost', key: 'lostUsd', unit: 'usd', derive: lostUsd },
  {
    name: 'resale',
    label: 'Cards at the end of the month',
    key: 'resaleUsd',
    unit: 'usd',
    derive: (of, m) => resaleUsd(of, m + 1),
  },
  {
    name: 'exit-rent',
    label: 'Exit rent',
    key: 'exitRentUsdPerGpuHour',
    unit: 'usdPerGpuHour',
    derive: exitRent,
  },
]

export function monthHeadlines({ months }: Answer, headline: MakeHeadline): readonly Headline[] {
  return months.flatMap((row, m) => [
    ...statementLines.map(({ key, label }) =>
      headline(
        `${nameOf(key)}@${row.month}`,
        `${label}, ${row.month}`,
        `answer.months.${m}.lines.${key}`,
        'usd',
        row.lines[key],
        (of) => lineUsd(of, key, m),
      ),
    ),
    ...figures.map(({ name, label, key, unit, derive }) =>
      headline(
        `${name}@${row.month}`,
        `${label}, ${row.month}`,
        `answer.months.${m}.${key}`,
        unit,
        row[key],
        (of) => derive(of, m),
      ),
    ),
  ])
}

export function lostUsd(subject: Subject, m: number): Expression {
  const losses = inMonth(subject, runOf(subject).losses, m).map(({ usd }) => usd)
  return sumOrZero(losses, `Lost, ${month(subject, m).month}`)
}

/** What the bridge from earned to banked leaves for the token's price. @see SPEC.md B6 */
function revaluationUsd(subject: Subject, m: number): Expression {
  const { month: name } = month(subject, m)
  const through = [
    'usageUsd',
    'subsidyUsd',
    'platformFeeUsd',
    'paymentFeeUsd',
    'withdrawalFeeUsd',
    'saleCostUsd',
  ] as const
  const before = m === 0 ? zero('On its way before the start', 'usd') : pipelineUsd(subject, m - 1)
  return minus(
    [`Revaluation, ${name}`, 'usd', 'B6'],
    plus(
      ['Banked, grown on its way, lost', 'usd'],
      arrivedUsd(subject, m),
      pipelineUsd(subject, m),
      lostUsd(subject, m),
    ),
    before,
    plus(
      ['Earned after fees and the cost of payouts', 'usd'],
      ...through.map((key) => lineUsd(subject, key, m)),
    ),
  )
}
