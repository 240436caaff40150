import { create } from 'zustand'
import type { MachineFacts } from '../../../shared/telemetry/gpu-sample.ts'
import type { Client } from '../../client.ts'
import { reasonOf } from '../../frame/attempt.ts'
import type { RigCard } from '../../../shared/rig-body.ts'

type Machine =
  | { readonly kind: 'asking' }
  | { readonly kind: 'known'; readonly facts: MachineFacts }
  | { readonly kind: 'failed'; readonly reason: string }

type RigPlace = {
  readonly machine: Machine
  /** The rig being put together; null while none is. It stays while one looks at another place. */
  readonly draft: Draft | null
}

export type Draft = { readonly name: string | null; readonly cards: readonly RigCard[] }

export const useRigPlace = create<RigPlace>()(() => ({ machine: { kind: 'asking' }, draft: null }))

/** Asked once: processor, board and memory do not change while the page lives. */
export async function askMachine(client: Client): Promise<void> {
  if (useRigPlace.getState().machine.kind === 'known') return
  try {
    const { machine } = await client.rig.detect()
    useRigPlace.setState({ machine: { kind: 'known', facts: machine } })
  } catch (failure) {
    useRigPlace.setState({ machine: { kind: 'failed', reason: reasonOf(failure) } })
  }
}

export function setDraft(draft: Draft | null): void {
  useRigPlace.setState({ draft })
}

/** Adds cards to the draft; equal catalogue cards are counted together, detected ones stay apart by their UUID. */
export function addToDraft(added: readonly RigCard[]): void {
  const before = useRigPlace.getState().draft ?? { name: null, cards: [] }
  const cards = [...before.cards]
  for (const card of added) {
    const place = cards.findIndex(({ uuid, catalogueId }) =>
      card.uuid === null ? uuid === null && catalogueId === card.catalogueId : uuid === card.uuid,
    )
    const same = cards[place]
    if (same === undefined) cards.push(card)
    else if (card.uuid === null) cards[place] = { ...same, count: same.count + card.count }
  }
  setDraft({ ...before, cards })
}
