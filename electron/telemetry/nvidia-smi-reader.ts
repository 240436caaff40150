import { beginsNextInstant, isCompleteInstant, keyCards, type CardRow } from '../../shared/telemetry/card.ts'
import type { RigSample } from '../../shared/telemetry/gpu-sample.ts'
import { readHeader, readRow, type CsvHeader } from '../../shared/telemetry/nvidia-smi.ts'
import type { Clock } from '../backend.ts'

export type CardReader = {
  readonly addLine: (line: string) => void
  /** Takes the open instant as complete: the tool has ended, or the other cards did not come. */
  readonly closeInstant: () => void
}

/** Turns the lines of a looping nvidia-smi into samples; an instant carries the time of its first card's line. */
export function createCardReader(options: {
  readonly clock: Clock
  readonly instantQuietMs: number
  readonly onSample: (sample: RigSample, notes: readonly string[]) => void
  readonly onBadLine: (line: string) => void
}): CardReader {
  const { clock } = options
  let header: CsvHeader | null = null
  let open: readonly CardRow[] = []
  let openedAt = { atUtcMs: 0, monotonicMs: 0 }
  let quiet: NodeJS.Timeout | undefined

  function closeInstant(): void {
    clearTimeout(quiet)
    if (open.length === 0) return
    const { gpus, problems } = keyCards(open)
    open = []
    if (gpus.length === 0) options.onBadLine(problems.join(' '))
    else options.onSample({ ...openedAt, gpus }, problems)
  }

  function addLine(line: string): void {
    if (line.trim() === '') return
    const newHeader = readHeader(line)
    if (newHeader !== null) {
      closeInstant()
      header = newHeader
      return
    }
    const row = header && readRow(header, line, 'written')
    if (!row) {
      options.onBadLine(line)
      return
    }
    clearTimeout(quiet)
    if (beginsNextInstant(open, row)) closeInstant()
    if (open.length === 0) openedAt = { atUtcMs: clock.nowUtcMs(), monotonicMs: clock.monotonicMs() }
    open = [...open, row]
    if (isCompleteInstant(open)) closeInstant()
    else quiet = setTimeout(closeInstant, options.instantQuietMs)
  }

  return { addLine, closeInstant }
}
