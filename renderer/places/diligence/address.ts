/** What the place shows, by the address's detail: "card-3f2a/jobs", "compare". */
export const cardTabs = ['questions', 'jobs', 'history', 'exchange'] as const
export type CardTab = (typeof cardTabs)[number]

export const looks = ['compare', 'review', 'checklists', 'exchange'] as const
export type Look = (typeof looks)[number]

export type Address =
  | { readonly kind: 'matrix' }
  | { readonly kind: 'card'; readonly cardId: string; readonly tab: CardTab }
  /** A network that has no card yet: what the facts that ship say of it. */
  | { readonly kind: 'network'; readonly networkId: string }
  | { readonly kind: 'look'; readonly look: Look }
  | { readonly kind: 'nowhere' }

/** Example: `addressOf('card-3f2a/jobs')` is the tab of test jobs of card 3f2a. */
export function addressOf(detail: string | null): Address {
  if (detail === null) return { kind: 'matrix' }
  const look = looks.find((each) => each === detail)
  if (look !== undefined) return { kind: 'look', look }
  const card = /^card-([0-9A-Za-z-]+)(?:\/([a-z]+))?$/.exec(detail)
  if (card?.[1] !== undefined) {
    const tab = cardTabs.find((each) => each === (card[2] ?? 'questions'))
    return tab === undefined ? { kind: 'nowhere' } : { kind: 'card', cardId: card[1], tab }
  }
  const network = /^network-([0-9A-Za-z-]+)$/.exec(detail)
  return network?.[1] === undefined ? { kind: 'nowhere' } : { kind: 'network', networkId: network[1] }
}

/** The detail that leads to a card. Example: `cardDetail('3f2a', 'jobs')` is `card-3f2a/jobs`. */
export function cardDetail(cardId: string, tab: CardTab = 'questions'): string {
  return tab === 'questions' ? `card-${cardId}` : `card-${cardId}/${tab}`
}

export function networkDetail(networkId: string): string {
  return `network-${networkId}`
}
