/** A file that was chosen, what it would bring, and the same again after its columns were named otherwise. */
import { useState } from 'react'
import type { ImportAnswer } from '../../../../shared/markets/market-book.ts'
import { type ChosenFile, readFile } from './read-file.ts'
import { useWork, type Work } from './use-work.ts'

export type Preview<Row, Mapping> = {
  readonly work: Work
  readonly refusal: string | null
  readonly file: ChosenFile | null
  readonly answer: ImportAnswer<Row, Mapping> | null
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

  const leave = () => {
    setFile(null)
    setAnswer(null)
    setRefusal(null)
    work.forget()
  }
  const preview = async (chosen: ChosenFile, mapping: Mapping | null) => {
    const read = await work.run(`Reading “${chosen.name}” …`, (signal) => ask(chosen.text, mapping, signal))
    if (read !== null) setAnswer(read)
  }
  return {
    work,
    refusal,
    file,
    answer,
    leave,
    look: async (chosen) => {
      leave()
      const reading = await readFile(chosen)
      if (reading.kind === 'refused') return setRefusal(reading.message)
      setFile(reading.file)
      await preview(reading.file, null)
    },
    map: async (mapping) => {
      if (answer === null || file === null) return
      // What was chosen shows at once; the counts follow.
      setAnswer({ ...answer, mapping })
      await preview(file, mapping)
    },
  }
}
