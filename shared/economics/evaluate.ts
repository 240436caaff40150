/**
 * The one door of the engine: inputs in, the whole answer out. Screen, command line and tests call only this.
 * @see SPEC.md A1 to A5
 */
import type { Figure } from '../figure.ts'
import { trustOf } from '../figure.ts'
import type { BreakEven } from './break-even.ts'
import { breakEvensOf } from './break-even.ts'
import { capitalOf, npvUsd } from './cash-flow.ts'
import type { WallPower } from './energy.ts'
import { wallPowerOf } from './energy.ts'
import type { Headlines } from './headlines.ts'
import { exitRentUsdPerGpuHour, headlinesOf } from './headlines.ts'
import type { NumberInput } from './input-definition.ts'
import type { NumberKey } from './input-table.ts'
import type { Assumption, InputEntries, InputProblem, ResolvedInputs } from './inputs.ts'
import { batchOf } from './batch.ts'
import { definitionOf, resolveInputs, wordOf } from './inputs.ts'
import type { NextCard } from './next-card.ts'
import { nextCardOf } from './next-card.ts'
import type { PowerFloor, PricesAtUtilization } from './prices.ts'
import { noSubsidy, powerFloorOf, pricesAt, withNumbers, withoutPath } from './prices.ts'
import type { LineKey, Statement } from './statement.ts'
import { statementLines, statementOf } from './statement.ts'
import { cellOf } from './table.ts'
import type { Underbid } from './underbid.ts'
import { underbidOf } from './underbid.ts'
import type { Gate } from './verdict.ts'
import { gateOf } from './verdict.ts'

export type MonthRow = {
  readonly month: string
  readonly lines: Readonly<Record<LineKey, number>>
  readonly netUsd: number
  readonly netBeforeTaxUsd: number
  readonly taxPaidUsd: number
  /** Loan payments, replacements, collateral back. */
  readonly capitalFlowUsd: number
  readonly bankedUsd: number
  readonly cumulativeBankedUsd: number
  /** Bridge: earned - growth of the pipeline + revaluation - lost = banked. */
  readonly pipelineUsd: number
  readonly revaluationUsd: number
  readonly lostUsd: number
  readonly resaleUsd: number | null
  readonly exitRentUsdPerGpuHour: number | null
}

export type Answer = {
  readonly headlines: Headlines
  /** Net per month with the unknown terms at their good end; equal to the net where all are known. */
  readonly netUsdPerMonthAtBest: number
  readonly gate: Gate
  /** The yearly change of the token's price at which the expected path is worth nothing; null without a token. */
  readonly tokenChangeNeeded: BreakEven | null
  /** What one more card would add; null where the rig was read at the wall. */
  readonly nextCard: NextCard | null
  readonly months: readonly MonthRow[]
}

export type Evaluation =
  | { readonly kind: 'refused'; readonly problems: readonly InputProblem[] }
  | {
      readonly kind: 'evaluated'
      readonly assumptions: readonly Assumption[]
      readonly ranged: readonly NumberKey[]
      readonly leftOut: readonly NumberKey[]
      readonly asked: readonly NumberKey[]
      /** Why a typed price makes no net: it is a cap or a reference. */
      readonly priceSetAside: 'cap' | 'reference' | null
      /** Price and rental utilization rest on a third party at least; else the answer is on an assumption. */
      readonly evidenced: boolean
      readonly wallRentedWatts: number
      readonly wallIdleWatts: number
      readonly wallEstimated: boolean
      readonly powerFloor: PowerFloor
      /** At the given rented share, or at 20, 40 and 60 %. */
      readonly prices: readonly PricesAtUtilization[]
      /** The same cards at a professional site. */
      readonly underbid: Underbid
      /** The rented share needed at the given price; null where no price is given. */
      readonly utilizationNeeded: BreakEven | null
      /** Below this rented share the first year loses money; null where no price is given. */
      readonly breakEvenUtilization: BreakEven | null
      /** Null until price and rental utilization are given. */
      readonly answer: Answer | null
    }

/** Every twentieth of the rented share. @see SPEC.md P2 */
const sharesLookedAt = Array.from({ length: 21 }, (_, i) => i / 20)

/** From all but gone to a hundredfold in a year. @see SPEC.md V4 */
const changesLookedAt = [
  -0.99, -0.9, -0.75, -0.5, -0.35, -0.2, -0.1, 0, 0.1, 0.25, 0.5, 1, 2, 4, 8, 16, 32, 64, 100,
]

/** Rented shares at which the price is asked for while nobody knows the share. */
export const askedUtilizations = [0.2, 0.4, 0.6] as const

/**
 * The whole answer to one scenario. Refuses by name what is impossible or missing; answers what price or share
 * is needed while one of them is unknown; the headlines when both are given.
 * Example: see test/shared/economics/evaluate.test.ts, "the worked example of SPEC.md". @see SPEC.md A1
 */
export function evaluate(entries: InputEntries): Evaluation {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') return resolution
  const { inputs, priceSetAside } = settingAside(resolution.inputs)
  const wall = wallPowerOf(batchOf(inputs, 1))
  const overload = wall.overloadRatio[0]!
  if (overload > 1) return { kind: 'refused', problems: [overloaded(inputs, overload)] }

  const { priceUsdPerGpuHour, rentalUtilizationRatio } = inputs.numbers
  const powerFloor = powerFloorOf(inputs)
  const shares =
    rentalUtilizationRatio !== null && rentalUtilizationRatio > 0
      ? [rentalUtilizationRatio]
      : askedUtilizations
  const [utilizationNeeded, breakEvenUtilization] =
    priceUsdPerGpuHour === null
      ? []
      : breakEvensOf(
          inputs,
          'rentalUtilizationRatio',
          ['first-year net and wear', 'first-year net'],
          sharesLookedAt,
        )
  return {
    kind: 'evaluated',
    assumptions: inputs.assumptions,
    ranged: inputs.ranged,
    leftOut: inputs.leftOut,
    asked: inputs.asked,
    priceSetAside,
    evidenced: ['priceUsdPerGpuHour', 'rentalUtilizationRatio'].every((key) => isEvidenced(entries[key])),
    wallRentedWatts: wall.rentedWatts[0]!,
    wallIdleWatts: wall.idleWatts[0]!,
    wallEstimated: isWallEstimated(inputs, wall),
    powerFloor,
    prices: shares.map((share) => pricesAt(inputs, share, powerFloor)),
    underbid: underbidOf(inputs),
    utilizationNeeded: utilizationNeeded ?? null,
    breakEvenUtilization: breakEvenUtilization ?? null,
    answer: priceUsdPerGpuHour === null || rentalUtilizationRatio === null ? null : answerOf(inputs),
  }
}

/** The rented watts are Idlewatt's estimate, or a state lies below the lowest known efficiency. @see SPEC.md E2, I4 */
function isWallEstimated({ assumptions }: ResolvedInputs, { lowestLoadRatio }: WallPower): boolean {
  const isEstimated = (estimated: NumberKey) => assumptions.some(({ key }) => key === estimated)
  const lowestKnownRatio = isEstimated('psuEfficiencyAt10Ratio') ? 0.2 : 0.1
  return isEstimated('rentedBoardWatts') || (lowestLoadRatio ?? 1) < lowestKnownRatio
}

function isEvidenced(entry: InputEntries[string] | undefined): boolean {
  return entry !== undefined && typeof entry !== 'string' && trustOf(entry satisfies Figure) >= 0.5
}

/** A cap or a reference price never makes a net: it is set aside and the price is asked for. @see SPEC.md A3 */
function settingAside(inputs: ResolvedInputs): {
  readonly inputs: ResolvedInputs
  readonly priceSetAside: 'cap' | 'reference' | null
} {
  const basis = inputs.choices.priceBasis
  if (basis !== 'cap' && basis !== 'reference') return { inputs, priceSetAside: null }
  const bare = withNumbers(inputs, { priceUsdPerGpuHour: null })
  const asked = [...new Set<NumberKey>([...inputs.asked, 'priceUsdPerGpuHour'])]
  const given = inputs.numbers.priceUsdPerGpuHour !== null
  return { inputs: { ...bare, asked }, priceSetAside: given ? basis : null }
}

function overloaded(inputs: ResolvedInputs, overloadRatio: number): InputProblem {
  const rating = inputs.numbers.psuRatedWatts ?? 0
  const watts = Math.round(overloadRatio * rating)
  const { key, label } = definitionOf('psuRatedWatts')
  const expected = `at least the ${watts} W that the cards and the machine draw`
  const given = `${rating} W`
  return {
    key,
    label,
    given,
    expected,
    message: `${label} (${key}): expected ${expected}; given was ${given}.`,
  }
}

/** One batch of the same choices: each variant replaces some numbers. */
function variantsOf(
  inputs: ResolvedInputs,
  variants: readonly Partial<ResolvedInputs['numbers']>[],
): Statement {
  const { numbers } = inputs
  const columns = Object.fromEntries(
    (Object.keys(numbers) as NumberKey[])
      .filter((key) => numbers[key] !== null)
      .map((key) => [key, variants.map((variant) => variant[key] ?? numbers[key]!)]),
  )
  return statementOf(batchOf(inputs, variants.length, columns))
}

/** Scenario 0 the inputs, 1 the unknown terms at their good end; apart, token flat without and with the subsidy. */
function answerOf(inputs: ResolvedInputs): Answer {
  const good = inputs.ranged.map((key) => [key, (definitionOf(key) as NumberInput).range!.good] as const)
  const statement = variantsOf(inputs, [{}, Object.fromEntries(good)])
  const flat = npvUsd(variantsOf(withoutPath(inputs), [noSubsidy, {}]), true)
  const npv = npvUsd(statement, true)
  const withCapital = capitalOf(statement, 0) !== null
  const headlines = headlinesOf(statement, 0)
  return {
    headlines,
    netUsdPerMonthAtBest: headlinesOf(statement, 1).netUsdPerMonth,
    gate: gateOf(
      { a: flat[0]!, b: flat[1]!, c: npv[0]! },
      inputs.choices.payoutCurrency === 'token',
      withCapital,
    ),
    tokenChangeNeeded:
      inputs.choices.payoutCurrency === 'token'
        ? (breakEvensOf(inputs, 'tokenYearlyChangeRatio', ['npv'], changesLookedAt)[0] ?? null)
        : null,
    nextCard: nextCardOf(inputs, statement),
    months: monthRows(statement),
  }
}

function monthRows(statement: Statement): MonthRow[] {
  const { payouts, cardValue } = statement
  const exitRents = exitRentUsdPerGpuHour(statement, 0)
  let cumulativeBankedUsd = 0
  return statement.timeline.months.map(({ month }, m) => {
    const lines = {} as Record<LineKey, number>
    for (const { key } of statementLines) lines[key] = cellOf(statement.lines[key], m, 0)
    const bankedUsd = cellOf(statement.bankedUsd, m, 0)
    cumulativeBankedUsd += bankedUsd
    return {
      month,
      lines,
      netUsd: cellOf(statement.netUsd, m, 0),
      netBeforeTaxUsd: cellOf(statement.netBeforeTaxUsd, m, 0),
      taxPaidUsd: cellOf(statement.tax.paidUsd, m, 0),
      capitalFlowUsd: cellOf(statement.capitalFlow.netUsd, m, 0),
      bankedUsd,
      cumulativeBankedUsd,
      pipelineUsd: cellOf(payouts.pipelineUsd, m, 0),
      revaluationUsd: cellOf(payouts.revaluationUsd, m, 0),
      lostUsd: cellOf(payouts.lostUsd, m, 0),
      resaleUsd: cardValue === null ? null : cellOf(cardValue.resaleUsd, m + 1, 0),
      exitRentUsdPerGpuHour: exitRents[m] ?? null,
    }
  })
}

/** Whether an input's word or number is the table's own. Used to mark what was changed. */
export function isChanged(entries: InputEntries, key: string): boolean {
  const entry = entries[key]
  if (entry === undefined) return false
  return typeof entry === 'string' ? entry !== wordOf({}, key) : entry.value !== null
}
