/**
 * What the journal says of a change: what was done, what undo would do, and what is undone or done again. The last
 * names the change as a thing, so that it reads after "Undone:", "Do again:" and "Done again:" alike.
 */
import type { ChangeWords, JournalSubject } from './journal.ts'

export function creationInWords(subject: JournalSubject, what: string, name: string): ChangeWords {
  return {
    what,
    undoWords: `Remove the ${subject} “${name}”`,
    redoWords: `The new ${subject} “${name}”`,
  }
}

export function removalInWords(subject: JournalSubject, name: string): ChangeWords {
  return {
    what: `Removed the ${subject} “${name}”`,
    undoWords: `Bring back the ${subject} “${name}”`,
    redoWords: `The removal of the ${subject} “${name}”`,
  }
}

export function changeInWords(subject: JournalSubject, before: string, after: string): ChangeWords {
  return before === after
    ? {
        what: `Changed the ${subject} “${after}”`,
        undoWords: `Take back the change of the ${subject} “${after}”`,
        redoWords: `The change of the ${subject} “${after}”`,
      }
    : {
        what: `Renamed the ${subject} “${before}” to “${after}”`,
        undoWords: `Rename the ${subject} “${after}” back to “${before}”`,
        redoWords: `The renaming of the ${subject} “${before}” to “${after}”`,
      }
}

/** Edits of a network are taken back, one or all. */
export function marketResetInWords(name: string): ChangeWords {
  return {
    what: `Took back edits of the network “${name}”`,
    undoWords: `Bring back your edits of the network “${name}”`,
    redoWords: `The taking back of edits of the network “${name}”`,
  }
}

/** What the book keeps of a network goes; a shipped one shows again as it was shipped. */
export function marketRemovalInWords(name: string): ChangeWords {
  return {
    what: `Removed what the book kept of the network “${name}”`,
    undoWords: `Bring back what the book kept of the network “${name}”`,
    redoWords: `The removal of what the book kept of the network “${name}”`,
  }
}

export function packImportInWords(names: readonly string[]): ChangeWords {
  const whom = names.length === 1 ? `the network “${names[0]}”` : `${names.length} networks`
  return {
    what: `Imported ${whom} from a pack`,
    undoWords: `Take back the import of ${whom}`,
    redoWords: `The import of ${whom}`,
  }
}

/** What a card was given, or a whole card from a file. */
export function scorecardEntriesInWords(what: string, name: string): ChangeWords {
  return {
    what: `Added ${what} to the scorecard “${name}”`,
    undoWords: `Take back ${what} of the scorecard “${name}”`,
    redoWords: `The addition of ${what} to the scorecard “${name}”`,
  }
}

export function scorecardImportInWords(name: string): ChangeWords {
  return {
    what: `Took in the scorecard “${name}” from a file`,
    undoWords: `Take back what came with the file of the scorecard “${name}”`,
    redoWords: `The taking in of the scorecard “${name}” from a file`,
  }
}

const longestName = 120

/** "Rig" gives "Rig copy", then "Rig copy 2": short enough for a name, and not taken. */
export function freeCopyName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? ' copy' : ` copy ${count}`
    const candidate = `${name.slice(0, longestName - suffix.length).trimEnd()}${suffix}`
    if (!taken.has(candidate)) return candidate
  }
}
