/** What the journal says of a change: what was done, what undo would do, what redo would do. */
import type { ChangeWords, JournalSubject } from './journal.ts'

export function creationInWords(subject: JournalSubject, what: string, name: string): ChangeWords {
  return {
    what,
    undoWords: `Remove the ${subject} “${name}”`,
    redoWords: `Bring back the ${subject} “${name}”`,
  }
}

export function removalInWords(subject: JournalSubject, name: string): ChangeWords {
  return {
    what: `Removed the ${subject} “${name}”`,
    undoWords: `Bring back the ${subject} “${name}”`,
    redoWords: `Remove the ${subject} “${name}”`,
  }
}

export function changeInWords(subject: JournalSubject, before: string, after: string): ChangeWords {
  return before === after
    ? {
        what: `Changed the ${subject} “${after}”`,
        undoWords: `Take back the change of the ${subject} “${after}”`,
        redoWords: `Make the change of the ${subject} “${after}” again`,
      }
    : {
        what: `Renamed the ${subject} “${before}” to “${after}”`,
        undoWords: `Rename the ${subject} “${after}” back to “${before}”`,
        redoWords: `Rename the ${subject} “${before}” to “${after}” again`,
      }
}

/** Edits of a network are taken back, one or all. */
export function marketResetInWords(name: string): ChangeWords {
  return {
    what: `Took back edits of the network “${name}”`,
    undoWords: `Bring back your edits of the network “${name}”`,
    redoWords: `Take back your edits of the network “${name}” again`,
  }
}

/** What the book keeps of a network goes; a shipped one shows again as it was shipped. */
export function marketRemovalInWords(name: string): ChangeWords {
  return {
    what: `Removed what the book kept of the network “${name}”`,
    undoWords: `Bring back what the book kept of the network “${name}”`,
    redoWords: `Remove what the book keeps of the network “${name}”`,
  }
}

export function packImportInWords(names: readonly string[]): ChangeWords {
  const whom = names.length === 1 ? `the network “${names[0]}”` : `${names.length} networks`
  return {
    what: `Imported ${whom} from a pack`,
    undoWords: `Take back the import of ${whom}`,
    redoWords: `Import ${whom} again`,
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
