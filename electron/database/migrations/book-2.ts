import type { Migration } from '../migrate.ts'

/**
 * Entries of the journal that share a `change` are undone and redone together. A network's id is its own, so it may be
 * free and taken again: `freed_networks` remembers its last revision, that none stands for two contents. Imported rows are kept once, under
 * their digest, so that the journal remembers a listing of many thousand offers in a few words.
 */
export const book2: Migration = {
  version: 2,
  name: 'networks, offer snapshots, price series, and changes of several things at once',
  sql: `
CREATE TABLE markets (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE freed_networks (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

CREATE TABLE offer_snapshots (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE price_series (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE imported_rows (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  rows_json TEXT NOT NULL CHECK (json_valid(rows_json))
) STRICT;

ALTER TABLE journal RENAME TO journal_of_version_1;
CREATE TABLE journal (
  position INTEGER NOT NULL PRIMARY KEY,
  change INTEGER NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('scenario', 'rig', 'network', 'offer snapshot', 'price series')),
  subject_id TEXT NOT NULL,
  what TEXT NOT NULL,
  undo_words TEXT NOT NULL,
  redo_words TEXT NOT NULL,
  before_json TEXT,
  after_json TEXT,
  revision INTEGER NOT NULL CHECK (revision >= 1),
  undone INTEGER NOT NULL CHECK (undone IN (0, 1)),
  CHECK (before_json IS NOT NULL OR after_json IS NOT NULL)
) STRICT;
INSERT INTO journal
  SELECT position, position, at_utc_ms, subject, subject_id, what, undo_words, redo_words, before_json, after_json,
    revision, undone
  FROM journal_of_version_1;
DROP TABLE journal_of_version_1;
`,
}
