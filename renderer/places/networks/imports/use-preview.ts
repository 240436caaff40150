/** A file that was chosen, what it would bring, and the same again after its columns were named otherwise. */
import { useState } from 'react'
import type { ImportAnswer } from '../../../../shared/markets/market-book.ts'
import { type ChosenFile, readFile } from '../../../files/read-file.ts'
import { useWork, type Work } from '../../../files/use-work.ts'

export type Preview<Row, Mapping> = {
  readonly work: Work
  readonly refusal: string | null
  readonly file: ChosenFile | null
  /** What was read, with the mapping that it was read by. */
  readonly answer: ImportAnswer<Row, Mapping> | null
  /** The answer's own mapping, or the one by which the file is being read anew. */
  readonly mapping: Mapping | null
  /** Whether that mapping is the answer's, so that the counts are true of it. */
  readonly isRead: boolean
  readonly look: (file: File) => Promise<void>
  readonly map: (mapping: Mapping) => Promise<void>
  readonly leave: () => void
}

type Ask<Row, Mapping> = (
  text: string,
  mapping: Mapping | null,
  signal: AbortSignal,
) => Promise<ImportAnswer<Row, Mapping>>

export function usePreview<Row, Mapping>(ask: Ask<Row, Mapping>): Preview<Row, Mapping> {
  const work = useWork()
  const [refusal, setRefusal] = useState<string | null>(null)
  const [file, setFile] = useState<ChosenFile | null>(null)
  const [answer, setAnswer] = useState<ImportAnswer<Row, Mapping> | null>(null)
  const [asked, setAsked] = useState<Mapping | null>(null)

  const leave = () => {
    work.stop()
    setFile(null)
    setAnswer(null)
    setAsked(null)
    setRefusal(null)
  }
  const read = async (chosen: ChosenFile, mapping: Mapping | null) => {
    setAsked(mapping)
    const made = await work.run(`Reading “${chosen.name}” …`, (signal) => ask(chosen.text, mapping, signal))
    if (made !== null) setAnswer(made)
    // Read, failed or given up: what shows is the answer's own mapping again, unless another is asked by now.
    setAsked((latest) => (latest === mapping ? null : latest))
  }
  return {
    work,
    refusal,
    file,
    answer,
    mapping: asked ?? answer?.mapping ?? null,
    isRead: answer !== null && asked === null,
    leave,
    look: async (chosen) => {
      leave()
      const reading = await work.run(`Opening “${chosen.name}” …`, () => readFile(chosen))
      if (reading === null) return
      if (reading.kind === 'refused') return setRefusal(reading.message)
      setFile(reading.file)
      await read(reading.file, null)
    },
    map: async (mapping) => {
      if (file !== null) await read(file, mapping)
    },
  }
}
