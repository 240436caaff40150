import { Code } from '@mantine/core'
import { useEffect } from 'react'
import { EmptyState } from '../controls/EmptyState.tsx'
import { bootstrapTokenIn } from '../session.ts'
import classes from './NoSession.module.css'

/** A browser page without a session: the address alone opens nothing, only a fresh link does. */
export function NoSession() {
  useEffect(() => {
    const restart = () => {
      if (bootstrapTokenIn(window.location.hash) !== null) window.location.reload()
    }
    window.addEventListener('hashchange', restart)
    return () => window.removeEventListener('hashchange', restart)
  }, [])
  return (
    <main className={classes.alone}>
      <EmptyState
        isPage
        kind="closed"
        title="This page has no session."
        whatToDo={
          <>
            Run <Code>idlewatt open</Code> in a terminal on this machine and follow the link that it prints. A
            link works once and for one minute.
          </>
        }
        reason="Other pages and other users of this machine can reach this address too; the link is how Idlewatt knows that it is you. Nothing that was saved is lost."
      />
    </main>
  )
}
