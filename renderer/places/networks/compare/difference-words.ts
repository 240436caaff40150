/** What is said of the networks that were taken out of the table. */
import type { ComparedMarket } from '../../../../shared/markets/compare.ts'
import type { Difference } from '../../../../shared/markets/difference.ts'
import type { WaterfallLine } from '../../../charts/waterfall-spans.ts'

type Explained = Extract<Difference, { kind: 'explained' }>

/** The sentence of the difference; before it is there, what to do or nothing. */
export function differenceStatus(markets: readonly ComparedMarket[], difference: Difference | null): string {
  const [first, second] = markets
  if (first === undefined) return ''
  if (second === undefined) return `${first.name}. Take a second network to see why one nets more.`
  if (difference === null) return ''
  return difference.kind === 'explained'
    ? difference.sentence
    : `There is no difference to explain yet. ${difference.reason}`
}

/** The one that is worth more, and by how much it is in each part: the sign is the sentence's. */
export type Lead = {
  readonly better: string
  readonly worse: string
  readonly lines: readonly WaterfallLine[]
}

/**
 * The parts as rows of a table that carry their own bars and lead to the gap, as the better one has them. Where the
 * first is the better, every sign is turned: that is what exchanging the networks does.
 */
export function leadOf(first: string, second: string, { parts, gapUsdPerMonth }: Explained): Lead {
  const isTurned = gapUsdPerMonth < 0
  return {
    better: isTurned ? first : second,
    worse: isTurned ? second : first,
    lines: parts.map(({ group, label, usdPerMonth }) => {
      const usd = isTurned && usdPerMonth !== 0 ? -usdPerMonth : usdPerMonth
      return { key: group, label, usd, kind: usd < 0 ? 'cost' : 'income' }
    }),
  }
}
