-- A book as version 1 of the schema left it, with one of everything. Never edited once version 1 has shipped.
CREATE TABLE migration_log (
  version INTEGER NOT NULL PRIMARY KEY,
  name TEXT NOT NULL,
  sha256 TEXT NOT NULL CHECK (length(sha256) = 64),
  at_utc_ms INTEGER NOT NULL,
  backup TEXT
) STRICT;

CREATE TABLE scenarios (
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

CREATE TABLE settings (
  only_row INTEGER NOT NULL PRIMARY KEY CHECK (only_row = 1),
  role TEXT CHECK (role IN ('owner', 'operator', 'investor', 'buyer')),
  theme TEXT NOT NULL CHECK (theme IN ('system', 'light', 'dark')),
  open_scenario_id TEXT CHECK (
    length(open_scenario_id) BETWEEN 1 AND 64 AND open_scenario_id NOT GLOB '*[^0-9a-zA-Z-]*'
  ),
  first_run_done INTEGER NOT NULL CHECK (first_run_done IN (0, 1))
) STRICT;

CREATE TABLE journal (
  position INTEGER NOT NULL PRIMARY KEY,
  at_utc_ms INTEGER NOT NULL,
  subject TEXT NOT NULL CHECK (subject IN ('scenario', 'rig')),
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

INSERT INTO scenarios VALUES ('s-1', 3, 1795225425413, '{"schema":1,"name":"Garage","rigId":"r-1","networkId":null,"inputs":{}}');
INSERT INTO rigs VALUES ('r-1', 1, 1795225425000, '{"schema":1,"name":"Two cards","gpus":[{"uuid":null,"catalogueId":null,"name":"RTX 4090","count":2}],"boardLimitWatts":{"value":450,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"},"rentedBoardWatts":{"value":null,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"},"idleBoardWatts":{"value":null,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"}}');
INSERT INTO settings VALUES (1, 'owner', 'dark', 's-1', 1);
INSERT INTO journal VALUES (1, 1795225425413, 'scenario', 's-1', 'Renamed the scenario “Shed” to “Garage”', 'Rename the scenario “Garage” back to “Shed”', 'Rename the scenario “Shed” to “Garage” again', '{"schema":1,"name":"Shed","rigId":"r-1","networkId":null,"inputs":{}}', '{"schema":1,"name":"Garage","rigId":"r-1","networkId":null,"inputs":{}}', 3, 0);
INSERT INTO migration_log VALUES (1, 'scenarios, rigs, settings and the undo journal', '0000000000000000000000000000000000000000000000000000000000000000', 1795225420000, NULL);
PRAGMA application_id = 1231318114;
PRAGMA user_version = 1;
