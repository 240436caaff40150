/** What the facts say of each network before anybody looked: an answer only where the tables name a fact for it. */
import type { Answer, AnswerValue } from '../../shared/diligence/entry.ts'
import type { StarterCard } from '../../shared/diligence/scorecard.ts'
import type { MarketFacts } from './facts.ts'
import { foundFact, undatedPage } from './found.ts'
import { labelByField } from './networks.ts'
import { starterAnswersA } from './starter-answers-a.ts'
import { starterAnswersB } from './starter-answers-b.ts'
import { wordingA } from './wording-a.ts'
import { wordingB } from './wording-b.ts'

/** An item or circumstance, its value, the field of the facts that says so, and words where the field's own do not fit. */
export type StarterChoice = readonly [
  itemId: string,
  value: Exclude<AnswerValue, 'not-applicable' | 'unknown'>,
  field: string,
  words?: string,
]

/** The first day of a year or month: what was seen is never taken for younger than it may be. */
const firstDayOf = (asOf: string): string => `${asOf}-01-01`.slice(0, 10)

function starterAnswer(market: MarketFacts, [itemId, value, field, ownWords]: StarterChoice): Answer {
  const wording = wordingA[market.id] ?? wordingB[market.id]
  const words = ownWords ?? `${labelByField[field] ?? 'Status'}: ${wording?.[field]}`
  const { source, asOf, class: evidenceClass } = foundFact(market, [words, field])
  const page = source!.replace(undatedPage, '')
  const notes = [
    ...(source === page ? [] : ['The page has no date; it was read on this day.']),
    ...(asOf!.length === 10 ? [] : [`The page is dated ${asOf} without a day: its first is taken.`]),
    ...(page.startsWith('https://') ? [] : [`Source: ${page}`]),
  ]
  return {
    kind: 'answer',
    itemId,
    value,
    class: evidenceClass,
    text: [`${words}.`, ...notes].join(' '),
    link: page.startsWith('https://') ? page : null,
    fileSha256: null,
    seenOn: firstDayOf(asOf!),
    quote: null,
    who: 'Idlewatt',
    computed: null,
  }
}

export function starterCard(market: MarketFacts): StarterCard {
  const choices = starterAnswersA[market.id] ?? starterAnswersB[market.id]
  if (choices === undefined) throw new Error(`${market.id}: no table of what its facts answer`)
  return { networkId: market.id, answers: choices.map((choice) => starterAnswer(market, choice)) }
}
