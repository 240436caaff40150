-- A book as version 2 of the schema left it, with one of everything. Never edited once version 2 has shipped.
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

INSERT INTO migration_log VALUES (1, 'scenarios, rigs, settings and the undo journal', '0000000000000000000000000000000000000000000000000000000000000000', 1795225420000, NULL);
INSERT INTO migration_log VALUES (2, 'networks, offer snapshots, price series, and changes of several things at once', '59ae8225f63bf2079c6a3839e4596d9c33d9c51f33b35ccbd61aff1f6a6e7295', 1795176000000, NULL);
INSERT INTO scenarios VALUES ('s-1', 3, 1795225425413, '{"schema":1,"name":"Garage","rigId":"r-1","networkId":null,"inputs":{}}');
INSERT INTO rigs VALUES ('r-1', 1, 1795225425000, '{"schema":1,"name":"Two cards","gpus":[{"uuid":null,"catalogueId":null,"name":"RTX 4090","count":2}],"boardLimitWatts":{"value":450,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"},"rentedBoardWatts":{"value":null,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"},"idleBoardWatts":{"value":null,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"}}');
INSERT INTO settings VALUES (1, 'owner', 'dark', 's-1', 1);
INSERT INTO markets VALUES ('akash', 1, 1795176000000, '{"schema":1,"name":"Akash Network","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":3,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}');
INSERT INTO freed_networks VALUES ('vast', 1);
INSERT INTO offer_snapshots VALUES ('i-1', 1, 1795176000000, '{"schema":1,"name":"Akash Network, 2026-11-20","networkId":"akash","seenOn":"2026-11-20","fileName":"dump.csv","mapping":{"columns":{"card":"Model","ask":"Price","rented":null,"gpus":null,"region":null,"reliability":null,"id":null},"askIs":"per GPU-hour","decimalSign":".","rentedWords":["yes"],"freeWords":["no"],"reliabilityIs":"ratio"},"offers":1,"rowsSha256":"37eab715010e44d7d87595aefec7a24f9b6debdc2c2ca7200d77853b10a6bd1f"}');
INSERT INTO price_series VALUES ('i-2', 1, 1795176000000, '{"schema":1,"name":"Akash Network, token","networkId":"akash","catalogueId":null,"basis":null,"fileName":"p.csv","mapping":{"dateColumn":"Date","priceColumn":"Price","decimalSign":".","dateOrder":null},"points":1,"firstDate":"2026-10-01","lastDate":"2026-10-01","rowsSha256":"694a9e315bbc3ba20db0081cf5590c63dc582452f8229b71a84e15a9c584629e"}');
INSERT INTO imported_rows VALUES ('37eab715010e44d7d87595aefec7a24f9b6debdc2c2ca7200d77853b10a6bd1f', '[{"gpuName":"RTX 4090","catalogueId":"geforce-rtx-4090","gpuCount":1,"askUsdPerGpuHour":0.35,"rented":null,"region":null,"reliabilityRatio":null}]');
INSERT INTO imported_rows VALUES ('694a9e315bbc3ba20db0081cf5590c63dc582452f8229b71a84e15a9c584629e', '[{"date":"2026-10-01","priceUsd":1.5}]');
INSERT INTO journal VALUES (1, 1, 1795225425413, 'scenario', 's-1', 'Renamed the scenario “Shed” to “Garage”', 'Rename the scenario “Garage” back to “Shed”', 'Rename the scenario “Shed” to “Garage” again', '{"schema":1,"name":"Shed","rigId":"r-1","networkId":null,"inputs":{}}', '{"schema":1,"name":"Garage","rigId":"r-1","networkId":null,"inputs":{}}', 3, 0);
INSERT INTO journal VALUES (2, 2, 1795176000000, 'network', 'akash', 'Imported 2 networks from a pack', 'Take back the import of 2 networks', 'Import 2 networks again', NULL, '{"schema":1,"name":"Akash Network","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":3,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}', 1, 0);
INSERT INTO journal VALUES (3, 2, 1795176000000, 'network', 'vast', 'Imported 2 networks from a pack', 'Take back the import of 2 networks', 'Import 2 networks again', NULL, '{"schema":1,"name":"Vast.ai","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":5,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}', 1, 0);
INSERT INTO journal VALUES (4, 3, 1795176000000, 'network', 'vast', 'Imported the network “Vast.ai” from a pack', 'Take back the import of the network “Vast.ai”', 'Import the network “Vast.ai” again', '{"schema":1,"name":"Vast.ai","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":5,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}', NULL, 1, 0);
INSERT INTO journal VALUES (5, 4, 1795176000000, 'offer snapshot', 'i-1', 'Created the offer snapshot “Akash Network, 2026-11-20”', 'Remove the offer snapshot “Akash Network, 2026-11-20”', 'Bring back the offer snapshot “Akash Network, 2026-11-20”', NULL, '{"schema":1,"name":"Akash Network, 2026-11-20","networkId":"akash","seenOn":"2026-11-20","fileName":"dump.csv","mapping":{"columns":{"card":"Model","ask":"Price","rented":null,"gpus":null,"region":null,"reliability":null,"id":null},"askIs":"per GPU-hour","decimalSign":".","rentedWords":["yes"],"freeWords":["no"],"reliabilityIs":"ratio"},"offers":1,"rowsSha256":"37eab715010e44d7d87595aefec7a24f9b6debdc2c2ca7200d77853b10a6bd1f"}', 1, 0);
INSERT INTO journal VALUES (6, 5, 1795176000000, 'price series', 'i-2', 'Created the price series “Akash Network, token”', 'Remove the price series “Akash Network, token”', 'Bring back the price series “Akash Network, token”', NULL, '{"schema":1,"name":"Akash Network, token","networkId":"akash","catalogueId":null,"basis":null,"fileName":"p.csv","mapping":{"dateColumn":"Date","priceColumn":"Price","decimalSign":".","dateOrder":null},"points":1,"firstDate":"2026-10-01","lastDate":"2026-10-01","rowsSha256":"694a9e315bbc3ba20db0081cf5590c63dc582452f8229b71a84e15a9c584629e"}', 1, 0);

PRAGMA application_id = 1231318114;
PRAGMA user_version = 2;
