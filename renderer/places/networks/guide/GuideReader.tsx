import { Button } from '@mantine/core'
import { type ReactNode, useContext, useEffect } from 'react'
import type { Guide } from '../../../../shared/guide.ts'
import { BookContext } from '../../../book.ts'
import { EmptyState } from '../../../controls/EmptyState.tsx'
import { readGuideOnce, useGuide } from './store.ts'

type GuideReaderProps = { readonly children: (guide: Guide) => ReactNode }

/** What needs the guide, once it is read; where it cannot be, why. */
export function GuideReader({ children }: GuideReaderProps) {
  const client = useContext(BookContext)?.getState().client ?? null
  const reading = useGuide((place) => place.reading)
  useEffect(() => {
    if (client !== null) void readGuideOnce(client)
  }, [client])
  if (reading.kind === 'here') return children(reading.guide)
  if (reading.kind === 'reading')
    return <EmptyState kind="waiting" isPage title="Reading the guide." whatToDo="It ships with Idlewatt." />
  return (
    <EmptyState
      kind="broken"
      isPage
      title="The guide could not be read."
      whatToDo="Read it again. Where that does not help, install Idlewatt again: the guide is part of it."
      reason={reading.reason}
    >
      {client !== null && <Button onClick={() => void readGuideOnce(client)}>Read again</Button>}
    </EmptyState>
  )
}
