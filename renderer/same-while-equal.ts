import { useState } from 'react'

/** What was saved comes back as an equal copy: the value before it is kept, so that nothing is computed again. */
export function useSameWhileEqual<T>(value: T): T {
  const text = JSON.stringify(value)
  const [kept, setKept] = useState({ text, value })
  if (kept.text === text) return kept.value
  setKept({ text, value })
  return value
}
