/** What the journal says of a change: what was done, what undo would do, what redo would do. */
import type { JournalEntry, JournalSubject } from './journal.ts'

type Words = Pick<JournalEntry, 'what' | 'undoWords' | 'redoWords'>

export function creationInWords(subject: JournalSubject, what: string, name: string): Words {
  return {
    what,
    undoWords: `Remove the ${subject} “${name}”`,
    redoWords: `Bring back the ${subject} “${name}”`,
  }
}

export function removalInWords(subject: JournalSubject, name: string): Words {
  return {
    what: `Removed the ${subject} “${name}”`,
    undoWords: `Bring back the ${subject} “${name}”`,
    redoWords: `Remove the ${subject} “${name}”`,
  }
}

export function changeInWords(subject: JournalSubject, before: string, after: string): Words {
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

const longestName = 120

/** "Rig" gives "Rig copy", then "Rig copy 2": short enough for a name, and not taken. */
export function freeCopyName(name: string, taken: ReadonlySet<string>): string {
  for (let count = 1; ; count += 1) {
    const suffix = count === 1 ? ' copy' : ` copy ${count}`
    const candidate = `${name.slice(0, longestName - suffix.length).trimEnd()}${suffix}`
    if (!taken.has(candidate)) return candidate
  }
}
