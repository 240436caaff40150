/**
 * Which inputs turn a computed answer, alone or together.
 * @see SPEC.md DG18
 */
import type { NumberKey } from '../economics/input-table.ts'
import type { Case } from '../sensitivity/cases.ts'
import type { MovedInput } from './computed-ranges.ts'

/** Dollars of each case; null where it is refused. */
export type Valued = (cases: readonly Case[]) => readonly (number | null)[]

/** An input at the end of its range that speaks most against the answer. */
type Against = {
  readonly input: MovedInput
  readonly end: number
  readonly turns: boolean
  readonly lossUsd: number
}

/**
 * Inputs that turn the sign of `baseUsd` alone; and where none of trust below 1 does, those of the least trust that turn
 * it while all that is trusted less stands at the end against the answer, the weightiest first. `isLeastAlready`: what
 * nobody stands behind is decisive anyhow, so that only those alone are looked for.
 * Example: two costs of class assumption that only together outweigh a net: both. @see SPEC.md DG18
 */
export function inputsThatTurn(
  moved: readonly MovedInput[],
  baseUsd: number,
  isLeastAlready: boolean,
  valuesOf: Valued,
): readonly MovedInput[] {
  const sign = baseUsd > 0 ? 1 : -1
  const isTurned = (usd: number) => usd > 0 !== baseUsd > 0
  const values = valuesOf(moved.flatMap(({ key, low, high }) => [{ [key]: low }, { [key]: high }]))
  const all = moved.flatMap((input, at): Against[] => {
    const ends = [input.low, input.high].flatMap((end, of) => {
      const usd = values[2 * at + of] ?? null
      return usd === null ? [] : [{ input, end, turns: isTurned(usd), lossUsd: sign * (baseUsd - usd) }]
    })
    return ends.toSorted((a, b) => b.lossUsd - a.lossUsd).slice(0, 1)
  })
  const alone = all.filter(({ turns }) => turns).map(({ input }) => input)
  if (isLeastAlready) return alone
  const trusts = [...new Set(moved.map(({ trust }) => trust))].filter((trust) => trust < 1)
  for (const trust of trusts.toSorted((a, b) => a - b)) {
    if (alone.some((input) => input.trust <= trust)) return alone
    const together = togetherAt(trust, all, isTurned, sign, valuesOf)
    if (together !== null) return [...alone, ...together]
  }
  return alone
}

function togetherAt(
  trust: number,
  all: readonly Against[],
  isTurned: (usd: number) => boolean,
  sign: 1 | -1,
  valuesOf: Valued,
): readonly MovedInput[] | null {
  const less = corner(all.filter(({ input, lossUsd }) => input.trust < trust && lossUsd > 0))
  const ofTrust = all.filter(({ input }) => input.trust === trust)
  const weighty = ofTrust.filter(({ lossUsd }) => lossUsd > 0).toSorted((a, b) => b.lossUsd - a.lossUsd)
  const steps = weighty.map((_, at) => ({ ...less, ...corner(weighty.slice(0, at + 1)) }))
  const stepped = valuesOf(steps)
  const first = stepped.findIndex((usd) => usd === null || isTurned(usd))
  if (first >= 0) return weighty.slice(0, first + 1).map(({ input }) => input)
  // What counts for nothing alone may count together: own time and its worth, both taken as zero.
  const idle = all.filter(({ input, lossUsd }) => input.trust <= trust && lossUsd === 0)
  const raised = corner(idle.map(({ input }) => ({ input, end: input.high })))
  const standing = { ...raised, ...less, ...steps.at(-1) }
  const looked = all
    .filter(({ input }) => input.trust <= trust)
    .flatMap(({ input }) => [input.low, input.high].map((end) => ({ input, end })))
  const [standingUsd, ...changed] = valuesOf([
    standing,
    ...looked.map(({ input, end }) => ({ ...standing, [input.key]: end })),
  ])
  const worse = looked.filter((_, at) => isWorse(changed[at] ?? null, standingUsd ?? null, sign))
  const [worst = null] = valuesOf([{ ...standing, ...corner(worse) }])
  const isTurnedThen = [worst, standingUsd ?? null, ...changed].some((usd) => usd !== null && isTurned(usd))
  if (!isTurnedThen) return null
  const among = [...weighty, ...worse].map(({ input }) => input).filter((input) => input.trust === trust)
  return [...new Set(among.length > 0 ? among : ofTrust.map(({ input }) => input))]
}

const isWorse = (usd: number | null, thanUsd: number | null, sign: 1 | -1) =>
  usd !== null && thanUsd !== null && sign * (thanUsd - usd) > 0

const corner = (
  ends: readonly { readonly input: { readonly key: NumberKey }; readonly end: number }[],
): Case => Object.fromEntries(ends.map(({ input, end }) => [input.key, end]))
