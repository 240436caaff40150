CREATE TRIGGER scorecard_entries_are_never_changed BEFORE UPDATE ON scorecard_entries
BEGIN
  SELECT RAISE(ABORT, 'an entry of a scorecard is never changed');
END;

CREATE TRIGGER scorecard_entries_are_never_deleted BEFORE DELETE ON scorecard_entries
BEGIN
  SELECT RAISE(ABORT, 'an entry of a scorecard is never deleted');
END;

CREATE TRIGGER scorecard_entries_are_never_replaced BEFORE INSERT ON scorecard_entries
WHEN EXISTS (SELECT 1 FROM scorecard_entries WHERE card_id = NEW.card_id AND sequence >= NEW.sequence)
BEGIN
  SELECT RAISE(ABORT, 'an entry of a scorecard is only appended');
END;

CREATE TABLE attachments (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  file_name TEXT NOT NULL CHECK (length(file_name) <= 255),
  bytes INTEGER NOT NULL CHECK (bytes BETWEEN 0 AND 10485760),
  added_at_utc_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE checklists (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE freed_networks (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

CREATE TABLE freed_scorecards (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1)
) STRICT;

CREATE TABLE imported_rows (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  rows_json TEXT NOT NULL CHECK (json_valid(rows_json))
) STRICT;

CREATE TABLE journal (
  position INTEGER NOT NULL PRIMARY KEY,
  change INTEGER NOT NULL,
  at_utc_ms INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (
    subject IN (
      'scenario', 'rig', 'network', 'offer snapshot', 'price series', 'scorecard', 'scorecard entries', 'checklist'
    )
  ),
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

CREATE TABLE kept_checklists (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  text TEXT NOT NULL CHECK (json_valid(text))
) STRICT;

CREATE TABLE markets (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE migration_log (
  version INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at_utc_ms INTEGER NOT NULL,
  backup TEXT
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

CREATE TABLE rigs (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE scenarios (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE scorecard_entries (
  card_id TEXT NOT NULL CHECK (length(card_id) BETWEEN 1 AND 64 AND card_id NOT GLOB '*[^0-9a-zA-Z-]*'),
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  recorded_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json)),
  origin_json TEXT CHECK (json_valid(origin_json)),
  previous_digest TEXT CHECK (length(previous_digest) = 64 AND previous_digest NOT GLOB '*[^0-9a-f]*'),
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*'),
  PRIMARY KEY (card_id, sequence),
  CHECK ((sequence = 1) = (previous_digest IS NULL))
) STRICT;

CREATE TABLE scorecard_heads (
  card_id TEXT NOT NULL PRIMARY KEY,
  sequence INTEGER NOT NULL CHECK (sequence >= 1),
  digest TEXT NOT NULL CHECK (length(digest) = 64 AND digest NOT GLOB '*[^0-9a-f]*')
) STRICT;

CREATE TABLE scorecards (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE settings (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  role TEXT CHECK (role IN ('owner', 'operator', 'investor', 'buyer')),
  theme TEXT NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
  open_scenario_id TEXT CHECK (
    length(open_scenario_id) BETWEEN 1 AND 64 AND open_scenario_id NOT GLOB '*[^0-9a-zA-Z-]*'
  ),
  first_run_done INTEGER NOT NULL CHECK (first_run_done IN (0, 1))
) STRICT;
