import { useEffect, useState } from 'react'

const settlesAfterMs = 250

/** A value that follows once it has rested: what is costly does not run while a slider moves. */
export function useSettled<T>(value: T): T {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), settlesAfterMs)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}
