/**
 * One step back or forward through the journal, restoring the exact text; the revision still rises,
 * so that a page holding an older one notices.
 * @see SPEC.md D11
 */
import type { Undoable } from '../../shared/api.ts'
import { bookError } from './book-error.ts'
import { checklists } from './checklists.ts'
import type { WriteHandle } from './handles.ts'
import { firstUndone, journalState, lastDone, markEntry, type JournalSubject } from './journal.ts'
import { markets } from './markets.ts'
import { offerSnapshots } from './offer-snapshots.ts'
import { priceSeries } from './price-series.ts'
import { rigs } from './rigs.ts'
import { scenarios } from './scenarios.ts'
import { restoreEntries } from './scorecard-entries.ts'
import { scorecards } from './scorecards.ts'

const restoreBySubject: Readonly<Record<JournalSubject, typeof scenarios.restore>> = {
  scenario: scenarios.restore,
  rig: rigs.restore,
  network: markets.restore,
  'offer snapshot': offerSnapshots.restore,
  'price series': priceSeries.restore,
  scorecard: scorecards.restore,
  'scorecard entries': restoreEntries,
  checklist: checklists.restore,
}

export function undo(write: WriteHandle, nowUtcMs: number): Undoable {
  const entries = lastDone(write)
  if (entries.length === 0) throw bookError('nothing-to-undo', 'There is nothing to undo.')
  for (const entry of entries) {
    const revision = restoreBySubject[entry.subject](write, {
      id: entry.subjectId,
      expectedJson: entry.afterJson,
      wantedJson: entry.beforeJson,
      lastRevision: entry.revision,
      words: entry.undoWords,
      nowUtcMs,
    })
    markEntry(write, entry, true, revision)
  }
  return journalState(write)
}

export function redo(write: WriteHandle, nowUtcMs: number): Undoable {
  const entries = firstUndone(write)
  if (entries.length === 0) throw bookError('nothing-to-redo', 'There is nothing to redo.')
  for (const entry of entries) {
    const revision = restoreBySubject[entry.subject](write, {
      id: entry.subjectId,
      expectedJson: entry.beforeJson,
      wantedJson: entry.afterJson,
      lastRevision: entry.revision,
      words: entry.redoWords,
      nowUtcMs,
    })
    markEntry(write, entry, false, revision)
  }
  return journalState(write)
}
