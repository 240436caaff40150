/**
 * Scenarios side by side, each beside the first: what-ifs beside the base, one purchase beside another.
 * @see SPEC.md SN10
 */
import { dayNumber } from '../calendar.ts'
import type { Answer } from '../economics/evaluate.ts'
import { evaluate } from '../economics/evaluate.ts'
import type { InputEntries } from '../economics/inputs.ts'
import { definitions, resolveInputs } from '../economics/inputs.ts'
import type { NumberKey } from '../economics/input-table.ts'
import { formatFigure } from '../units.ts'
import { unansweredReason } from './cases.ts'

export type NamedScenario = { readonly name: string; readonly entries: InputEntries }

export const comparedFigures = [
  { key: 'netUsdPerMonth', label: 'Net', unit: 'usdPerMonth' },
  { key: 'grossUsdPerMonth', label: 'Gross', unit: 'usdPerMonth' },
  { key: 'npvUsd', label: 'NPV', unit: 'usd' },
  { key: 'rateOfReturnPerYear', label: 'IRR', unit: 'ratioPerYear' },
  { key: 'paybackMonths', label: 'Payback', unit: 'months' },
  { key: 'worstMonthUsd', label: 'Worst month', unit: 'usd' },
] as const
export type ComparedKey = (typeof comparedFigures)[number]['key']

export type ComparedColumn =
  | { readonly kind: 'unanswered'; readonly name: string; readonly reason: string }
  | {
      readonly kind: 'answered'
      readonly name: string
      /** Null: an IRR that is not meaningful, a payback that never comes or has no capital. */
      readonly figures: Readonly<Record<ComparedKey, number | null>>
      /** Less the first column's; null where either is unknown, and in the first column itself. */
      readonly differences: Readonly<Record<ComparedKey, number | null>>
      readonly npvWithCapital: boolean
      readonly firstCashDate: string | null
      /** Days later than the first column's; null where either has no cash. */
      readonly firstCashLaterDays: number | null
    }

type Answered = Extract<ComparedColumn, { kind: 'answered' }>

export type Comparison = {
  readonly columns: readonly ComparedColumn[]
  /** Which has the highest NPV and by how much, or why that cannot be said. */
  readonly verdict: string
}

/**
 * The headlines of each scenario and what they are beside the first; in words which has the highest NPV.
 * Example: nets of $117.10 and of $150.04 a month: the second column's difference is $32.94. @see SPEC.md SN10
 */
export function compareScenarios(scenarios: readonly NamedScenario[]): Comparison {
  const columns: ComparedColumn[] = []
  for (const scenario of scenarios) columns.push(columnOf(scenario, columns[0] ?? null))
  return { columns, verdict: verdictOf(scenarios, columns) }
}

function columnOf({ name, entries }: NamedScenario, first: ComparedColumn | null): ComparedColumn {
  const evaluation = evaluate(entries)
  if (evaluation.kind === 'refused') {
    return { kind: 'unanswered', name, reason: evaluation.problems[0]?.message ?? 'It is refused.' }
  }
  const { answer } = evaluation
  if (answer === null) return { kind: 'unanswered', name, reason: reasonWithoutNet(entries) }
  const figures = figuresOf(answer)
  const { firstCashDate, npvWithCapital } = answer.headlines
  const beside = first?.kind === 'answered' ? first : null
  return {
    kind: 'answered',
    name,
    figures,
    differences: differencesOf(figures, beside?.figures ?? null),
    npvWithCapital,
    firstCashDate,
    firstCashLaterDays: daysLater(firstCashDate, beside?.firstCashDate ?? null),
  }
}

function figuresOf({ headlines }: Answer): Record<ComparedKey, number | null> {
  const { rateOfReturn } = headlines
  return {
    netUsdPerMonth: headlines.netUsdPerMonth,
    grossUsdPerMonth: headlines.grossUsdPerMonth,
    npvUsd: headlines.npvUsd,
    rateOfReturnPerYear: rateOfReturn?.kind === 'rate' ? rateOfReturn.rate : null,
    paybackMonths: headlines.paybackMonths,
    worstMonthUsd: headlines.worstMonth.bankedUsd,
  }
}

function differencesOf(
  figures: Answered['figures'],
  first: Answered['figures'] | null,
): Record<ComparedKey, number | null> {
  const differences = {} as Record<ComparedKey, number | null>
  for (const { key } of comparedFigures) {
    const [own, other] = [figures[key], first?.[key] ?? null]
    differences[key] = own === null || other === null ? null : own - other
  }
  return differences
}

function daysLater(own: string | null, first: string | null): number | null {
  return own === null || first === null ? null : dayNumber(own) - dayNumber(first)
}

function reasonWithoutNet(entries: InputEntries): string {
  const resolution = resolveInputs(entries)
  return (resolution.kind === 'resolved' ? unansweredReason(resolution.inputs) : null) ?? 'There is no net.'
}

/** What an NPV hangs on besides the scenario itself. */
const yardsticks: readonly { readonly key: NumberKey; readonly words: string }[] = [
  { key: 'horizonMonths', words: 'horizons' },
  { key: 'discountRatePerYear', words: 'discount rates' },
]

function verdictOf(scenarios: readonly NamedScenario[], columns: readonly ComparedColumn[]): string {
  const left = columns.flatMap((each) =>
    each.kind === 'unanswered' ? [`“${each.name}” is not compared: ${each.reason}`] : [],
  )
  const answered = columns.filter((each): each is Answered => each.kind === 'answered')
  const said =
    answered.length < 2 ? 'There are not two scenarios with an NPV to compare.' : npvWords(answered)
  return [said, ...left, ...(answered.length < 2 ? [] : caveats(scenarios, columns))].join(' ')
}

function npvWords(answered: readonly Answered[]): string {
  const [best, next] = answered.toSorted((a, b) => npvOf(b) - npvOf(a)) as [Answered, Answered]
  if (!answered.every(({ npvWithCapital }) => npvWithCapital === best.npvWithCapital)) {
    return 'The NPVs cannot be compared: the value of the cards is in some of them and unknown in others.'
  }
  const lead = npvOf(best) - npvOf(next)
  if (lead === 0) return `“${best.name}” and “${next.name}” have the same NPV.`
  const [degree, beside] = answered.length === 2 ? ['higher', 'than'] : ['highest', 'than the next,']
  const of = best.npvWithCapital ? '' : ' of the running flows alone'
  const loses = npvOf(best) < 0 ? ', and loses all the same' : ''
  return `“${best.name}” has the ${degree} NPV${of}: ${usd(lead)} more ${beside} “${next.name}”${loses}.`
}

function npvOf({ figures }: Answered): number {
  return figures.npvUsd ?? 0
}

function usd(amount: number): string {
  return formatFigure(amount, 'usd', Math.abs(amount) >= 10 ? 0 : 2)
}

/** Different yardsticks are said, not evened out. */
function caveats(scenarios: readonly NamedScenario[], columns: readonly ComparedColumn[]): string[] {
  const compared = scenarios.filter((_, i) => columns[i]?.kind === 'answered')
  const numbers = compared.flatMap(({ entries }) => {
    const resolution = resolveInputs(entries)
    return resolution.kind === 'resolved' ? [resolution.inputs.numbers] : []
  })
  const differ = yardsticks.filter(
    ({ key }) => definitions.has(key) && new Set(numbers.map((each) => each[key])).size > 1,
  )
  if (differ.length === 0) return []
  return [`Their ${differ.map(({ words }) => words).join(' and ')} differ.`]
}
