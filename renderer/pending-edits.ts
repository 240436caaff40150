/** Edits that a place has not saved yet. Whoever reads or undoes what is stored lets them land first. */
const pending = new Set<() => Promise<void>>()

/** The effect is called while it is registered; the answer takes it back. */
export function registerPendingEdits(land: () => Promise<void>): () => void {
  pending.add(land)
  return () => pending.delete(land)
}

export async function landPendingEdits(): Promise<void> {
  await Promise.all([...pending].map((land) => land()))
}
