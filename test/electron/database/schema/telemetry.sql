CREATE TABLE cards (
  card INTEGER NOT NULL PRIMARY KEY,
  uuid TEXT NOT NULL UNIQUE CHECK (length(uuid) BETWEEN 1 AND 200),
  name TEXT NOT NULL
) STRICT;

CREATE TABLE hours (
  card INTEGER NOT NULL REFERENCES cards (card),
  start_utc_ms INTEGER NOT NULL CHECK (start_utc_ms % 3600000 = 0),
  measured_seconds REAL NOT NULL CHECK (measured_seconds BETWEEN 0 AND 1e9),
  unknown_seconds REAL NOT NULL CHECK (unknown_seconds BETWEEN 0 AND 1e9),
  watt_seconds REAL CHECK (watt_seconds BETWEEN 0 AND 1e15),
  lowest_watts REAL CHECK (lowest_watts BETWEEN 0 AND 100000),
  highest_watts REAL CHECK (highest_watts BETWEEN 0 AND 100000),
  PRIMARY KEY (card, start_utc_ms),
  CHECK ((watt_seconds IS NULL) = (measured_seconds = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE migration_log (
  version INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at_utc_ms INTEGER NOT NULL,
  backup TEXT
) STRICT;

CREATE TABLE minutes (
  card INTEGER NOT NULL REFERENCES cards (card),
  start_utc_ms INTEGER NOT NULL CHECK (start_utc_ms % 60000 = 0),
  measured_seconds REAL NOT NULL CHECK (measured_seconds BETWEEN 0 AND 1e9),
  unknown_seconds REAL NOT NULL CHECK (unknown_seconds BETWEEN 0 AND 1e9),
  watt_seconds REAL CHECK (watt_seconds BETWEEN 0 AND 1e15),
  lowest_watts REAL CHECK (lowest_watts BETWEEN 0 AND 100000),
  highest_watts REAL CHECK (highest_watts BETWEEN 0 AND 100000),
  PRIMARY KEY (card, start_utc_ms),
  CHECK ((watt_seconds IS NULL) = (measured_seconds = 0))
) STRICT, WITHOUT ROWID;

CREATE TABLE readings (
  card INTEGER NOT NULL REFERENCES cards (card),
  at_utc_ms INTEGER NOT NULL,
  board_watts REAL CHECK (board_watts BETWEEN 0 AND 100000),
  busy_ratio REAL CHECK (busy_ratio BETWEEN 0 AND 1),
  temperature_celsius REAL CHECK (temperature_celsius BETWEEN -100 AND 1000)
) STRICT;

CREATE INDEX readings_by_time ON readings (at_utc_ms, card);
