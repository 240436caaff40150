import { create } from 'zustand'
import type { Guide } from '../../../../shared/guide.ts'
import type { Client } from '../../../client.ts'
import { reasonOf } from '../../../frame/attempt.ts'

export type GuideReading =
  | { readonly kind: 'reading' }
  | { readonly kind: 'here'; readonly guide: Guide }
  | { readonly kind: 'failed'; readonly reason: string }

type GuidePlace = {
  readonly reading: GuideReading
  /** What is typed into the glossary's search. */
  readonly typed: string
}

export const useGuide = create<GuidePlace>()(() => ({ reading: { kind: 'reading' }, typed: '' }))

/** The guide ships with the app and does not change while it runs: once read, it stays. */
export async function readGuideOnce(client: Client): Promise<void> {
  if (useGuide.getState().reading.kind === 'here') return
  useGuide.setState({ reading: { kind: 'reading' } })
  try {
    useGuide.setState({ reading: { kind: 'here', guide: await client.guide() } })
  } catch (failure) {
    useGuide.setState({ reading: { kind: 'failed', reason: reasonOf(failure) } })
  }
}
