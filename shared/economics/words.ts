/**
 * The answer in words, the same on screen and on the command line.
 * @see SPEC.md A2, V1 to V3
 */
import { formatFigure } from '../units.ts'
import type { BreakEven } from './break-even.ts'
import type { Answer, Evaluation } from './evaluate.ts'
import type { InputEntries } from './inputs.ts'
import { numberOf } from './inputs.ts'
import type { PricesAtUtilization } from './prices.ts'
import type { Gate } from './verdict.ts'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/**
 * The one sentence that stands first, with what qualifies it. Money is rounded to what the inputs carry.
 * Example: "On your assumption of 50 % rented at $0.50 an hour, it nets $117 a month before tax. No token involved.
 * Card value is left out, since its price is unknown." @see SPEC.md A2
 */
export function answerSentence(evaluation: Evaluated, entries: InputEntries): string {
  const { answer } = evaluation
  return answer === null ? neededSentence(evaluation, entries) : netSentence(evaluation, answer, entries)
}

function netSentence(evaluation: Evaluated, answer: Answer, entries: InputEntries): string {
  const { headlines, netUsdPerMonthAtBest, gate } = answer
  const price = `${formatFigure(numberOf(entries, 'priceUsdPerGpuHour'), 'usd')} an hour`
  const share = formatFigure(numberOf(entries, 'rentalUtilizationRatio'), 'ratio')
  const on = evaluation.evidenced
    ? `At ${share} rented and ${price}`
    : `On your assumption of ${share} rented at ${price}`
  return `${on}, it ${makes(headlines.netUsdPerMonth, netUsdPerMonthAtBest)} a month ${headlines.isTaxed ? 'after' : 'before'} tax. ${gateSentence(gate)}`
}

/** "nets $83", "nets $10 to $30", "loses $5 to $12", "makes −$5 to $20": both ends where unknown terms leave a range. */
function makes(worstUsd: number, bestUsd: number): string {
  const [worst, best] = [dollars(Math.abs(worstUsd)), dollars(Math.abs(bestUsd))]
  if (worstUsd >= 0) return worst === best ? `nets ${worst}` : `nets ${worst} to ${best}`
  if (bestUsd < 0) return worst === best ? `loses ${worst}` : `loses ${best} to ${worst}`
  return `makes ${dollars(worstUsd)} to ${best}`
}

/** Whole dollars from $10 up. */
function dollars(usd: number): string {
  return formatFigure(usd, 'usd', Math.abs(usd) >= 10 ? 0 : 2)
}

/** The gate in a sentence. Example: "Income stands without the token rising." @see SPEC.md V1, V2 */
export function gateSentence(gate: Gate): string {
  const on = gate.withCapital ? '' : ' Card value is left out, since its price is unknown.'
  const path = gate.lossOnExpectedPath ? ', and becomes a loss on the path you expect' : ''
  const sentences = {
    'infrastructure income': gate.tokenInvolved
      ? `Income stands without the token rising${path}.`
      : 'No token involved.',
    'subsidised income': `Income stands only while the subsidy lasts${path}.`,
    'token trade': 'Income exists only while the token rises: a trade, not infrastructure income.',
    loss: gate.withCapital
      ? 'Over the horizon it brings less than the card is worth today.'
      : 'It costs more than it earns.',
  } as const
  return `${sentences[gate.verdict]}${on}`
}

function neededSentence(evaluation: Evaluated, entries: InputEntries): string {
  const { priceSetAside, utilizationNeeded, prices } = evaluation
  const aside = priceSetAside === null ? '' : `A ${priceSetAside} price makes no net, so it is set aside. `
  if (utilizationNeeded !== null) {
    const price = `${formatFigure(numberOf(entries, 'priceUsdPerGpuHour'), 'usd')} an hour`
    return `${aside}At ${price} ${shareNeeded(utilizationNeeded)}`
  }
  const [first] = prices
  if (prices.length === 1 && first !== undefined) {
    const share = formatFigure(first.rentalUtilizationRatio, 'ratio')
    return `${aside}At ${share} rented, a rented GPU-hour must bring ${needed(first)} to beat leaving it off.`
  }
  const each = prices.map(
    (at) => `${needed(at)} at ${formatFigure(at.rentalUtilizationRatio, 'ratio')} rented`,
  )
  return `${aside}To beat leaving it off, a rented GPU-hour must bring ${listed(each)}.`
}

function shareNeeded(needed: BreakEven): string {
  const { everywhere, atHighest } = needed
  const share = crossingAt(needed)
  if (share === null) return `${everywhere === 'above' ? 'any' : 'no'} rented share beats leaving it off.`
  const words = formatFigure(share, 'ratio')
  // Where a rented hour costs more than it brings, the subsidy of the idle ones is used up by renting.
  return atHighest === 'below'
    ? `a rented hour costs more than it brings: only below ${words} rented does it beat leaving it off.`
    : `it must be rented ${words} of its up hours to beat leaving it off.`
}

/** "$0.145", or what stands for it where no price within the bounds turns the sign. */
function needed({ toBeatOff }: PricesAtUtilization): string {
  const usd = crossingAt(toBeatOff)
  if (usd !== null) return formatFigure(usd, 'usd', usd < 1 ? 3 : 2)
  return toBeatOff.everywhere === 'above' ? 'nothing' : 'more than $100'
}

/** The highest value at which the sign turns: above it `atHighest` holds; null where there is none. @see SPEC.md P2 */
export function crossingAt(breakEven: BreakEven): number | null {
  if (breakEven.crossings.length === 0) return null
  return Math.max(...breakEven.crossings.map((each) => (each.kind === 'root' ? each.at : each.high)))
}

function listed(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}

/**
 * What the card loses in value beside the net, in a sentence; null where its prices are unknown.
 * Example: "The card loses $13 a month in value, $2.12 of it through this use." @see SPEC.md N3
 */
export function valueSentence(answer: Answer): string | null {
  const { valueLossUsdPerMonth, wearUsdPerMonth } = answer.headlines
  if (valueLossUsdPerMonth === null) return null
  const throughUse =
    wearUsdPerMonth === null
      ? 'how much of it through this use is unknown'
      : `${dollars(wearUsdPerMonth)} of it through this use`
  return `The card loses ${dollars(valueLossUsdPerMonth)} a month in value, ${throughUse}.`
}
