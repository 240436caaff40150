/**
 * One scenario with some numbers changed, many times over in one batch: what the tornado and the heat map stand on.
 * Each case is what typing its numbers would give, estimates made from them included.
 * @see SPEC.md SN1
 */
import { npvUsd } from '../economics/cash-flow.ts'
import type { NumberInput } from '../economics/input-definition.ts'
import type { NumberKey } from '../economics/input-table.ts'
import type { InputEntries, ResolvedInputs } from '../economics/inputs.ts'
import { batchOf } from '../economics/batch.ts'
import { definitionOf, resolveInputs } from '../economics/inputs.ts'
import { firstYearMean, statementOf } from '../economics/statement.ts'
import { assumed } from '../figure.ts'

/** `net`: earned per month, mean of the first year. `npv`: with the card's value where it is known. Both in USD. */
export const metrics = ['net', 'npv'] as const
export type Metric = (typeof metrics)[number]

/** Numbers that stand instead of the scenario's own. */
export type Case = Readonly<Partial<Record<NumberKey, number>>>

export type Outcome =
  | { readonly kind: 'value'; readonly usd: number }
  | { readonly kind: 'refused'; readonly reason: string }

/** The number input of a key. Throws a RangeError where the key is unknown or no number. */
export function numberInputOf(key: string): NumberInput {
  const definition = definitionOf(key)
  if (definition.kind !== 'number' && definition.kind !== 'integer') {
    throw new RangeError(`The input ${key} is no number, so it has no ends between which to move.`)
  }
  return definition
}

/**
 * Why resolved inputs have no net, in words; null where they have one. Example: without a price,
 * `'Price is not given.'` @see SPEC.md A2, A3
 */
export function unansweredReason({ choices, asked }: ResolvedInputs): string | null {
  const { priceBasis } = choices
  if (priceBasis === 'cap' || priceBasis === 'reference') return `A ${priceBasis} price makes no net.`
  if (asked.length === 0) return null
  const labels = asked.map((key) => definitionOf(key).label)
  return `${labels.join(' and ')} ${labels.length === 1 ? 'is' : 'are'} not given.`
}

type Group = {
  readonly first: ResolvedInputs
  readonly indexes: number[]
  readonly members: ResolvedInputs[]
}

/**
 * The metric of each case, in the order given; a case that `evaluate` refuses has its reason instead. To the last
 * digit what `evaluate` gives with these numbers typed.
 * Example: the worked scenario at $0.50 and at $0.60 an hour: a net of $117.10 and $150.04 a month.
 * @see SPEC.md SN1
 */
export function outcomesOf(entries: InputEntries, cases: readonly Case[], metric: Metric): Outcome[] {
  const outcomes: Outcome[] = []
  const groups = new Map<string, Group>()
  cases.forEach((each, index) => {
    const resolution = resolveInputs(withNumbersTyped(entries, each))
    const reason =
      resolution.kind === 'refused'
        ? (resolution.problems[0]?.message ?? 'It is refused.')
        : unansweredReason(resolution.inputs)
    if (resolution.kind === 'refused' || reason !== null) {
      outcomes[index] = { kind: 'refused', reason: reason ?? '' }
      return
    }
    const signature = unknownKeysOf(resolution.inputs)
    const group = groups.get(signature)
    if (group === undefined) {
      groups.set(signature, { first: resolution.inputs, indexes: [index], members: [resolution.inputs] })
    } else {
      group.indexes.push(index)
      group.members.push(resolution.inputs)
    }
  })
  for (const group of groups.values()) evaluateGroup(group, metric, outcomes)
  return outcomes
}

/** Entries with numbers as if typed. */
export function withNumbersTyped(entries: InputEntries, numbers: Case): InputEntries {
  const typed: Record<string, InputEntries[string]> = { ...entries }
  for (const [key, value] of Object.entries(numbers)) typed[key] = assumed(value, numberInputOf(key).unit)
  return typed
}

/** Cases share a batch where the same inputs are unknown. */
function unknownKeysOf({ numbers }: ResolvedInputs): string {
  let signature = ''
  for (const key of Object.keys(numbers) as NumberKey[]) signature += numbers[key] === null ? '0' : '1'
  return signature
}

function evaluateGroup({ first, indexes, members }: Group, metric: Metric, outcomes: Outcome[]): void {
  const replaced: Partial<Record<NumberKey, Float64Array>> = {}
  for (const key of Object.keys(first.numbers) as NumberKey[]) {
    const own = first.numbers[key]
    if (members.every(({ numbers }) => numbers[key] === own)) continue
    replaced[key] = Float64Array.from(members, ({ numbers }) => numbers[key] ?? 0)
  }
  const statement = statementOf(batchOf(first, members.length, replaced))
  const npv = metric === 'npv' ? npvUsd(statement, true) : null
  indexes.forEach((index, s) => {
    if (statement.wall.overloadRatio[s]! > 1) {
      outcomes[index] = { kind: 'refused', reason: 'The power supply would be overloaded.' }
      return
    }
    const usd = npv === null ? firstYearMean(statement, statement.netUsd, s) : npv[s]!
    outcomes[index] = { kind: 'value', usd }
  })
}
