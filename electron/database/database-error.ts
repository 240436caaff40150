/**
 * One shape for everything that can go wrong with a database file: what, which file, why, and what to do.
 * @see SPEC.md D6
 */
export type DatabaseErrorCode =
  | 'not-ours'
  | 'damaged'
  | 'not-a-file'
  | 'no-permission'
  | 'folder-unusable'
  | 'disk-full'
  | 'disk-failed'
  | 'busy'
  | 'pragma-not-taken'
  | 'backup-failed'
  | 'migration-failed'
  | 'read-only'
  | 'not-finite'
  | 'write-in-query'
  | 'unexpected'

export type DatabaseProblem = {
  readonly code: DatabaseErrorCode
  readonly file: string
  /** One sentence: what happened. */
  readonly what: string
  /** What the system below said, if anything. */
  readonly cause: string | null
  /** One sentence: the next step for the user. */
  readonly whatToDo: string
}

export type DatabaseError = Error & { readonly problem: DatabaseProblem }

export function databaseError(problem: DatabaseProblem): DatabaseError {
  const cause = problem.cause === null ? '' : ` (${problem.cause})`
  const error = new Error(`${problem.what}${cause} File: ${problem.file}. ${problem.whatToDo}`)
  return Object.assign(error, { name: 'DatabaseError', problem })
}

export function isDatabaseError(thrown: unknown): thrown is DatabaseError {
  return thrown instanceof Error && thrown.name === 'DatabaseError' && 'problem' in thrown
}

const restoreAdvice =
  'Nothing was changed. Keep the file and put a copy from the backups folder in its place, or move it (with its -wal and -shm beside it) away to start afresh; then start Idlewatt again.'

type Advice = Pick<DatabaseProblem, 'code' | 'what' | 'whatToDo'>

const adviceByCause: readonly (readonly [RegExp, Advice])[] = [
  [
    /^SQLITE_(CORRUPT|NOTADB)/,
    { code: 'damaged', what: 'The database is damaged.', whatToDo: restoreAdvice },
  ],
  [
    /^(SQLITE_FULL|ENOSPC|EDQUOT)/,
    {
      code: 'disk-full',
      what: 'The disk is full; nothing was saved by this step.',
      whatToDo: 'Free some space and try again.',
    },
  ],
  [
    /^(SQLITE_IOERR|EIO)/,
    {
      code: 'disk-failed',
      what: 'The disk reported an error; nothing was saved by this step.',
      whatToDo: 'Check the disk and copy the data folder to another one before going on.',
    },
  ],
  [
    /^SQLITE_(BUSY|LOCKED)/,
    {
      code: 'busy',
      what: 'Another Idlewatt process holds the database.',
      whatToDo: 'Try again in a moment, or close the other process.',
    },
  ],
  [
    /^(EISDIR|SQLITE_CANTOPEN_ISDIR)/,
    {
      code: 'not-a-file',
      what: 'A folder stands where the database file belongs.',
      whatToDo: 'Move that folder away, or choose another data folder.',
    },
  ],
  [
    /^(EROFS|EACCES|EPERM|SQLITE_READONLY|SQLITE_CANTOPEN|SQLITE_PERM)/,
    {
      code: 'no-permission',
      what: 'The database cannot be written here.',
      whatToDo: 'Give yourself write permission on the file and its folder, or choose another data folder.',
    },
  ],
  [
    /^(ENOTDIR|EEXIST|ENOENT|ELOOP|ENAMETOOLONG)/,
    {
      code: 'folder-unusable',
      what: 'The data folder cannot be used.',
      whatToDo: 'Choose another data folder, or move away what stands in its place.',
    },
  ],
]

/** Names whatever SQLite or the file system threw, once and in words. */
export function asDatabaseError(thrown: unknown, file: string): DatabaseError {
  if (isDatabaseError(thrown)) return thrown
  const cause = thrown instanceof Error ? thrown.message : String(thrown)
  const code =
    thrown instanceof Error && 'code' in thrown && typeof thrown.code === 'string' ? thrown.code : ''
  const advice = adviceByCause.find(([pattern]) => pattern.test(code))?.[1] ?? {
    code: 'unexpected' as const,
    what: 'The database refused this step.',
    whatToDo: 'Try again; if it happens again, report it with this sentence.',
  }
  return databaseError({ ...advice, file, cause: code === '' ? cause : `${code}: ${cause}` })
}
