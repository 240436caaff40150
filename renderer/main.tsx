import './theme/reset.css'
import '@mantine/core/styles.layer.css'
import '@mantine/notifications/styles.layer.css'
import '@mantine/spotlight/styles.layer.css'
import './theme/theme.css'
import { createRoot } from 'react-dom/client'
import { App, type Start } from './app.tsx'
import { followChanges, openBook } from './book.ts'
import { connect } from './client.ts'
import { codeOf, reasonOf } from './frame/attempt.ts'
import { followLive } from './telemetry/live.ts'
import { installDefaultPolicy } from './trusted-types.ts'
import { whileVisible } from './while-visible.ts'

installDefaultPolicy(globalThis)

const pageLife = new AbortController()
let tellSessionLost = () => {}

async function start(): Promise<Start> {
  try {
    const connection = await connect(() => {
      pageLife.abort()
      tellSessionLost()
    })
    if (connection.kind === 'no-session') return { kind: 'no-session' }
    const book = await openBook(connection.client)
    whileVisible((seen) => {
      void followChanges(book, seen)
      void followLive(connection.client, seen)
    }, pageLife.signal)
    return { kind: 'opened', book }
  } catch (failure) {
    if (pageLife.signal.aborted) return { kind: 'no-session' }
    const kind = codeOf(failure) === 'BOOK_UNREADABLE' ? 'book-unreadable' : 'failed'
    return { kind, reason: reasonOf(failure) }
  }
}

const root = document.getElementById('root')
if (root === null) throw new Error('The page has no element with the id "root".')
const started = await start()
createRoot(root).render(
  <App
    start={started}
    onSessionLost={(tell) => {
      tellSessionLost = tell
    }}
  />,
)
