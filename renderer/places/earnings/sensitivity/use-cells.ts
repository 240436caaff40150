import { useEffect, useState } from 'react'
import type { InputEntries } from '../../../../shared/economics/inputs.ts'
import { cellCount, cellsOf, type HeatMapSpec } from '../../../../shared/sensitivity/heat-map.ts'
import type { HeatCell } from '../../../charts/HeatMap.tsx'

export type Filling = { readonly cells: readonly HeatCell[]; readonly done: number; readonly total: number }

/** Leaves most of a frame to the page. */
const budgetMs = 6

/** Fills the grid a few cells a frame; other inputs start it anew. */
export function useCells(entries: InputEntries, spec: HeatMapSpec): Filling {
  const total = cellCount(spec)
  const [filled, setFilled] = useState<{
    spec: HeatMapSpec
    entries: InputEntries
    cells: HeatCell[]
  } | null>(null)
  useEffect(() => {
    const cells: HeatCell[] = []
    let chunk = 4
    let frame = requestAnimationFrame(function fill() {
      const startedMs = performance.now()
      const toCell = Math.min(total, cells.length + chunk)
      for (const outcome of cellsOf(entries, spec, cells.length, toCell))
        cells.push(outcome.kind === 'value' ? outcome.usd : null)
      const tookMs = performance.now() - startedMs
      chunk = Math.max(1, Math.min(96, Math.round((chunk * budgetMs) / Math.max(0.5, tookMs))))
      setFilled({ spec, entries, cells: [...cells] })
      if (cells.length < total) frame = requestAnimationFrame(fill)
    })
    return () => cancelAnimationFrame(frame)
  }, [entries, spec, total])
  const isOfThese = filled !== null && filled.spec === spec && filled.entries === entries
  const computed = isOfThese ? filled.cells : []
  const cells = Array.from({ length: total }, (_, cell) => computed[cell])
  return { cells, done: computed.length, total }
}
