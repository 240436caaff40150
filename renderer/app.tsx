import { MantineProvider, useMantineColorScheme } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { useEffect, useState } from 'react'
import { BookContext, type BookStore, useBook } from './book.ts'
import { EmptyState } from './controls/EmptyState.tsx'
import { Frame } from './frame/Frame.tsx'
import { NoSession } from './frame/NoSession.tsx'
import classes from './frame/NoSession.module.css'
import { styleNonce } from './style-nonce.ts'
import { cssVariables, theme } from './theme/theme.ts'

export type Start =
  | { readonly kind: 'opened'; readonly book: BookStore }
  | { readonly kind: 'no-session' }
  | { readonly kind: 'failed'; readonly reason: string }
  /** The backend answers, and says what is the matter with the book. */
  | { readonly kind: 'book-unreadable'; readonly reason: string }

type AppProps = {
  readonly start: Start
  /** Calls back when the host no longer knows this page's session. */
  readonly onSessionLost: (tell: () => void) => void
}

export function App({ start, onSessionLost }: AppProps) {
  const [sessionLost, setSessionLost] = useState(start.kind === 'no-session')
  useEffect(() => onSessionLost(() => setSessionLost(true)), [onSessionLost])
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      getStyleNonce={() => styleNonce}
    >
      {sessionLost ? <NoSession /> : <Started start={start} />}
      <Notifications position="bottom-right" autoClose={5000} transitionDuration={0} />
    </MantineProvider>
  )
}

function Started({ start }: { readonly start: Start }) {
  if (start.kind === 'opened')
    return (
      <BookContext value={start.book}>
        <ThemeFromSettings />
        <Frame />
      </BookContext>
    )
  return (
    <main className={classes.alone}>
      {start.kind === 'book-unreadable' ? (
        <EmptyState
          isPage
          kind="broken"
          title="Your book cannot be read. It is left as it is."
          whatToDo={start.reason}
        />
      ) : (
        <EmptyState
          isPage
          kind="broken"
          title="Idlewatt’s backend does not answer."
          whatToDo="Look at the terminal in which it was started, start it again, and load this page once more."
          reason={start.kind === 'failed' ? start.reason : undefined}
        />
      )}
    </main>
  )
}

function ThemeFromSettings() {
  const chosen = useBook((book) => book.settings.theme)
  const { setColorScheme } = useMantineColorScheme()
  useEffect(() => setColorScheme(chosen === 'system' ? 'auto' : chosen), [chosen, setColorScheme])
  return null
}
