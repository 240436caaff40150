import { describe, expect, it } from 'vitest'
import type { ChangeWords } from '../../../electron/database/journal.ts'
import {
  changeInWords,
  creationInWords,
  marketRemovalInWords,
  marketResetInWords,
  packImportInWords,
  removalInWords,
  scorecardEntriesInWords,
  scorecardImportInWords,
} from '../../../electron/database/document-words.ts'
import { inSentence } from '../../../renderer/frame/undo.ts'

const told: readonly (readonly [ChangeWords, string])[] = [
  [creationInWords('rig', 'Added the rig “Attic”', 'Attic'), 'the new rig “Attic”'],
  [
    removalInWords('offer snapshot', 'Vast, 2026-11-20'),
    'the removal of the offer snapshot “Vast, 2026-11-20”',
  ],
  [
    changeInWords('network', 'Salad (SaladCloud)', 'Salad (SaladCloud)'),
    'the change of the network “Salad (SaladCloud)”',
  ],
  [changeInWords('scenario', 'Shed', 'Garage'), 'the renaming of the scenario “Shed” to “Garage”'],
  [marketResetInWords('Salad'), 'the taking back of edits of the network “Salad”'],
  [marketRemovalInWords('Salad'), 'the removal of what the book kept of the network “Salad”'],
  [packImportInWords(['Salad']), 'the import of the network “Salad”'],
  [packImportInWords(['Salad', 'Vast']), 'the import of 2 networks'],
  [scorecardEntriesInWords('2 entries', 'Salad'), 'the addition of 2 entries to the scorecard “Salad”'],
  [scorecardImportInWords('Salad'), 'the taking in of the scorecard “Salad” from a file'],
]

describe('What was undone or is done again', () => {
  it.each(told)(
    'is named as a thing, behind "Undone:" and "Done again:" alike: %#',
    ({ redoWords }, words) => {
      expect(inSentence(redoWords)).toBe(words)
    },
  )

  it('is the change itself, and what undo would do is its reverse', () => {
    expect(changeInWords('network', 'Salad', 'Salad')).toEqual({
      what: 'Changed the network “Salad”',
      undoWords: 'Take back the change of the network “Salad”',
      redoWords: 'The change of the network “Salad”',
    })
  })
})
