import { useEffect } from 'react'
import { create } from 'zustand'

/** What a place adds to the command palette while it is on screen. */
export type Command = {
  readonly id: string
  readonly label: string
  readonly description?: string
  readonly run: () => void
}

export const useCommandList = create<{ readonly byOwner: ReadonlyMap<string, readonly Command[]> }>()(() => ({
  byOwner: new Map(),
}))

/** `commands` must keep its identity between renders (useMemo). */
export function useCommands(owner: string, commands: readonly Command[]): void {
  useEffect(() => {
    useCommandList.setState(({ byOwner }) => ({ byOwner: new Map(byOwner).set(owner, commands) }))
    return () =>
      useCommandList.setState(({ byOwner }) => {
        const rest = new Map(byOwner)
        rest.delete(owner)
        return { byOwner: rest }
      })
  }, [owner, commands])
}
