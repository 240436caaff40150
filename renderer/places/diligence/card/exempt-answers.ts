/** Questions that a shown circumstance takes out, and the answers that say so. */
import { exemptingAnswer } from '../../../../shared/diligence/certainty.ts'
import type { Answer } from '../../../../shared/diligence/entry.ts'
import type { ScoredOn } from '../scored-today.ts'

/**
 * One "does not apply" for each question whose exemption is shown and of which nothing else is known, with the
 * exemption's words as its reason and on the evidence that shows it. What somebody answered is left as it is.
 */
export function exemptAnswers({ standing, scored }: ScoredOn, who: string): readonly Answer[] {
  return scored.items.flatMap(({ item, answer, isRedFlag }) => {
    const by = exemptingAnswer(standing, item)
    const isOpen = answer === null || answer.value === 'unknown'
    if (by === null || item.exemption === null || !isOpen || isRedFlag) return []
    const { link, fileSha256, seenOn } = by
    return [
      {
        kind: 'answer',
        itemId: item.id,
        value: 'not-applicable',
        class: by.class,
        text: item.exemption.words,
        link,
        fileSha256,
        seenOn,
        quote: null,
        who,
        computed: null,
      } as const,
    ]
  })
}

/** How many of the questions that apply have an answer. Example: "12 of 98 answered", "12 of the 70 that apply answered". */
export function answeredWords({ items }: ScoredOn['scored']): string {
  const applying = items.filter(({ state }) => state !== 'not-applicable')
  const answered = applying.filter(({ answer }) => answer !== null).length
  return applying.length === items.length
    ? `${answered} of ${items.length} answered`
    : `${answered} of the ${applying.length} that apply answered`
}
