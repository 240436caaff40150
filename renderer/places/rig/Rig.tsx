import { useContext, useEffect } from 'react'
import { BookContext, useBook } from '../../book.ts'
import { LiveWatts } from '../../charts/LiveWatts.tsx'
import { SentenceHeadline } from '../../controls/SentenceHeadline.tsx'
import { totalWatts, useLive } from '../../telemetry/live.ts'
import { LiveCards } from './LiveCards.tsx'
import { liveSentence } from './live-words.ts'
import { Machine } from './Machine.tsx'
import { RigBuilder } from './RigBuilder.tsx'
import classes from './Rig.module.css'
import { SavedRigs } from './SavedRigs.tsx'
import { SourceNotice } from './SourceNotice.tsx'
import { askMachine } from './store.ts'

export function Rig() {
  const store = useContext(BookContext)
  const { state, sample, history, connection } = useLive()
  const hasRigs = useBook((book) => book.rigs.length > 0)
  useEffect(() => {
    if (store !== null) void askMachine(store.getState().client)
  }, [store])
  const limit = totalWatts(sample?.gpus ?? [], 'boardLimitWatts')
  const highestLimit = Math.max(0, ...(sample?.gpus ?? []).map((gpu) => gpu.boardLimitWatts.value ?? 0))
  return (
    <div className={classes.page}>
      <div className={classes.main}>
        <SentenceHeadline sentence={liveSentence(state, sample, connection)}>
          <SourceNotice state={state} connection={connection} sample={sample} />
        </SentenceHeadline>
        {sample !== null && sample.gpus.length > 0 && (
          <>
            <LiveCards sample={sample} isCurrent={connection.kind !== 'lost' && state.kind !== 'failing'} />
            <LiveWatts history={history} highestLimitWatts={limit.watts === null ? null : highestLimit} />
          </>
        )}
        {hasRigs && <SavedRigs />}
        <RigBuilder />
      </div>
      <aside className={classes.aside} aria-label="This machine">
        <Machine />
      </aside>
    </div>
  )
}
