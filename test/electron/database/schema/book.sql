CREATE TABLE freed_networks (
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

CREATE TABLE settings (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  role TEXT CHECK (role IN ('owner', 'operator', 'investor', 'buyer')),
  theme TEXT NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
  open_scenario_id TEXT CHECK (
    length(open_scenario_id) BETWEEN 1 AND 64 AND open_scenario_id NOT GLOB '*[^0-9a-zA-Z-]*'
  ),
  first_run_done INTEGER NOT NULL CHECK (first_run_done IN (0, 1))
) STRICT;
