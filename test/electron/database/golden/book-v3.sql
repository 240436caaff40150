-- A book as version 3 of the schema left it, with one of everything. Never edited once version 3 has shipped.
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

CREATE TABLE scorecards (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
) STRICT;

CREATE TABLE freed_scorecards (
  id TEXT NOT NULL PRIMARY KEY,
  revision INTEGER NOT NULL CHECK (revision >= 1)
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

CREATE TABLE attachments (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  file_name TEXT NOT NULL CHECK (length(file_name) <= 255),
  bytes INTEGER NOT NULL CHECK (bytes BETWEEN 0 AND 10485760),
  added_at_utc_ms INTEGER NOT NULL
) STRICT;

CREATE TABLE kept_checklists (
  sha256 TEXT NOT NULL PRIMARY KEY CHECK (length(sha256) = 64 AND sha256 NOT GLOB '*[^0-9a-f]*'),
  text TEXT NOT NULL CHECK (json_valid(text))
) STRICT;

CREATE TABLE checklists (
  id TEXT NOT NULL PRIMARY KEY CHECK (length(id) BETWEEN 1 AND 64 AND id NOT GLOB '*[^0-9a-zA-Z-]*'),
  revision INTEGER NOT NULL CHECK (revision >= 1),
  updated_at_utc_ms INTEGER NOT NULL,
  body_json TEXT NOT NULL CHECK (json_valid(body_json))
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

INSERT INTO migration_log VALUES (1, 'scenarios, rigs, settings and the undo journal', '0000000000000000000000000000000000000000000000000000000000000000', 1795225420000, NULL);
INSERT INTO migration_log VALUES (2, 'networks, offer snapshots, price series, and changes of several things at once', '59ae8225f63bf2079c6a3839e4596d9c33d9c51f33b35ccbd61aff1f6a6e7295', 1795176000000, NULL);
INSERT INTO migration_log VALUES (3, 'scorecards with their entries, checklists, and files attached to them', '9298976cd4db7a60cf5e88e041fcff18474d6333257022bd9bf25818899f1c7e', 1795176000000, NULL);
INSERT INTO scenarios VALUES ('s-1', 3, 1795225425413, '{"schema":1,"name":"Garage","rigId":"r-1","networkId":null,"inputs":{}}');
INSERT INTO rigs VALUES ('r-1', 1, 1795225425000, '{"schema":1,"name":"Two cards","gpus":[{"uuid":null,"catalogueId":null,"name":"RTX 4090","count":2}],"boardLimitWatts":{"value":450,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"},"rentedBoardWatts":{"value":null,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"},"idleBoardWatts":{"value":null,"low":null,"high":null,"unit":"watts","source":null,"asOf":null,"class":"assumption"}}');
INSERT INTO settings VALUES (1, 'owner', 'dark', 's-1', 1);
INSERT INTO markets VALUES ('akash', 1, 1795176000000, '{"schema":1,"name":"Akash Network","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":3,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}');
INSERT INTO freed_networks VALUES ('vast', 1);
INSERT INTO offer_snapshots VALUES ('i-1', 1, 1795176000000, '{"schema":1,"name":"Akash Network, 2026-11-20","networkId":"akash","seenOn":"2026-11-20","fileName":"dump.csv","mapping":{"columns":{"card":"Model","ask":"Price","rented":null,"gpus":null,"region":null,"reliability":null,"id":null},"askIs":"per GPU-hour","decimalSign":".","rentedWords":["yes"],"freeWords":["no"],"reliabilityIs":"ratio"},"offers":1,"rowsSha256":"37eab715010e44d7d87595aefec7a24f9b6debdc2c2ca7200d77853b10a6bd1f"}');
INSERT INTO price_series VALUES ('i-2', 1, 1795176000000, '{"schema":1,"name":"Akash Network, token","networkId":"akash","catalogueId":null,"basis":null,"fileName":"p.csv","mapping":{"dateColumn":"Date","priceColumn":"Price","decimalSign":".","dateOrder":null},"points":1,"firstDate":"2026-10-01","lastDate":"2026-10-01","rowsSha256":"694a9e315bbc3ba20db0081cf5590c63dc582452f8229b71a84e15a9c584629e"}');
INSERT INTO imported_rows VALUES ('37eab715010e44d7d87595aefec7a24f9b6debdc2c2ca7200d77853b10a6bd1f', '[{"gpuName":"RTX 4090","catalogueId":"geforce-rtx-4090","gpuCount":1,"askUsdPerGpuHour":0.35,"rented":null,"region":null,"reliabilityRatio":null}]');
INSERT INTO imported_rows VALUES ('694a9e315bbc3ba20db0081cf5590c63dc582452f8229b71a84e15a9c584629e', '[{"date":"2026-10-01","priceUsd":1.5}]');
INSERT INTO scorecards VALUES ('g-2', 1, 1795176000000, '{"schema":1,"name":"Alpha","networkId":"akash","roles":["buyer"]}');
INSERT INTO freed_scorecards VALUES ('g-4', 1);
INSERT INTO scorecard_entries VALUES ('g-2', 1, 1795176000000, '{"kind":"checklist","sha256":"0a200ed656559256d6e99170006343089ba87a4ee31ce65bc84f6b8797b95ee6","who":"Idlewatt"}', NULL, NULL, '73857f6c64daec2cce52c45164ed4c2624720f22faa085b2234628262c378072');
INSERT INTO scorecard_entries VALUES ('g-2', 2, 1795176000000, '{"class":"own-measurement","computed":null,"fileSha256":"d1ada271bbd1851c04850208cba3705e204487969f55d440767a7d070d44271d","itemId":"uptime","kind":"answer","link":null,"quote":null,"seenOn":"2026-11-20","text":"","value":"no","who":"a tester"}', NULL, '73857f6c64daec2cce52c45164ed4c2624720f22faa085b2234628262c378072', '0fef6e43294d66db59836bdac762ea6d3e7efb72df3f6fa894656fa4e25078cf');
INSERT INTO scorecard_entries VALUES ('g-2', 3, 1795176000000, '{"class":"own-measurement","computed":null,"fileSha256":null,"itemId":"uptime","kind":"answer","link":null,"quote":null,"seenOn":"2026-11-20","text":"","value":"yes","who":"a tester"}', NULL, '0fef6e43294d66db59836bdac762ea6d3e7efb72df3f6fa894656fa4e25078cf', 'cc33f65a4f97f0d2f91b666e33c0d33140ac2f5a11dc5738e4ad97b4815ef4c5');
INSERT INTO scorecard_entries VALUES ('g-2', 4, 1795176000000, '{"kind":"withdrawal","sequence":3,"who":"undo"}', NULL, 'cc33f65a4f97f0d2f91b666e33c0d33140ac2f5a11dc5738e4ad97b4815ef4c5', 'b942453d923e3985b6762a2680a27ebc65fcc0e53c5a617f05701dbb12c69e68');
INSERT INTO scorecard_entries VALUES ('g-4', 1, 1795176000000, '{"kind":"checklist","sha256":"0a200ed656559256d6e99170006343089ba87a4ee31ce65bc84f6b8797b95ee6","who":"Idlewatt"}', NULL, NULL, '57d705325bc131a1edd38d9f716145bcfe464e93e9919ffffcd1f659e895fd29');
INSERT INTO scorecard_heads VALUES ('g-2', 4, 'b942453d923e3985b6762a2680a27ebc65fcc0e53c5a617f05701dbb12c69e68');
INSERT INTO scorecard_heads VALUES ('g-4', 1, '57d705325bc131a1edd38d9f716145bcfe464e93e9919ffffcd1f659e895fd29');
INSERT INTO attachments VALUES ('d1ada271bbd1851c04850208cba3705e204487969f55d440767a7d070d44271d', 'bill.pdf', 6, 1795176000000);
INSERT INTO kept_checklists VALUES ('0a200ed656559256d6e99170006343089ba87a4ee31ce65bc84f6b8797b95ee6', '{"circumstances":[{"howToCheck":"Look.","id":"has-token","question":"has-token?"}],"compiledAt":"2026-01-01","id":"own","items":[{"computation":null,"evidenceThatCounts":"A test.","exemption":null,"halfLifeDays":100,"howToCheck":"Look.","id":"uptime","importance":"medium","part":"service","question":"Is uptime so?","redFlag":false,"roleWeights":{"buyer":1,"investor":1,"provider":1},"topic":"Anything","why":"It matters."},{"computation":null,"evidenceThatCounts":"A test.","exemption":null,"halfLifeDays":100,"howToCheck":"Look.","id":"support","importance":"medium","part":"service","question":"Is support so?","redFlag":false,"roleWeights":{"buyer":1,"investor":1,"provider":1},"topic":"Anything","why":"It matters."}],"name":"Own","schema":1,"version":1}');
INSERT INTO checklists VALUES ('g-1', 1, 1795176000000, '{"schema":1,"id":"own","version":1,"name":"Own","compiledAt":"2026-01-01","circumstances":[{"id":"has-token","question":"has-token?","howToCheck":"Look."}],"items":[{"id":"uptime","part":"service","topic":"Anything","question":"Is uptime so?","why":"It matters.","howToCheck":"Look.","evidenceThatCounts":"A test.","importance":"medium","halfLifeDays":100,"redFlag":false,"exemption":null,"roleWeights":{"buyer":1,"provider":1,"investor":1},"computation":null},{"id":"support","part":"service","topic":"Anything","question":"Is support so?","why":"It matters.","howToCheck":"Look.","evidenceThatCounts":"A test.","importance":"medium","halfLifeDays":100,"redFlag":false,"exemption":null,"roleWeights":{"buyer":1,"provider":1,"investor":1},"computation":null}]}');
INSERT INTO journal VALUES (1, 1, 1795225425413, 'scenario', 's-1', 'Renamed the scenario “Shed” to “Garage”', 'Rename the scenario “Garage” back to “Shed”', 'Rename the scenario “Shed” to “Garage” again', '{"schema":1,"name":"Shed","rigId":"r-1","networkId":null,"inputs":{}}', '{"schema":1,"name":"Garage","rigId":"r-1","networkId":null,"inputs":{}}', 3, 0);
INSERT INTO journal VALUES (2, 2, 1795176000000, 'network', 'akash', 'Imported 2 networks from a pack', 'Take back the import of 2 networks', 'Import 2 networks again', NULL, '{"schema":1,"name":"Akash Network","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":3,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}', 1, 0);
INSERT INTO journal VALUES (3, 2, 1795176000000, 'network', 'vast', 'Imported 2 networks from a pack', 'Take back the import of 2 networks', 'Import 2 networks again', NULL, '{"schema":1,"name":"Vast.ai","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":5,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}', 1, 0);
INSERT INTO journal VALUES (4, 3, 1795176000000, 'network', 'vast', 'Imported the network “Vast.ai” from a pack', 'Take back the import of the network “Vast.ai”', 'Import the network “Vast.ai” again', '{"schema":1,"name":"Vast.ai","profile":null,"packCompiledAt":null,"edits":{"terms":{"payout.holdDays":{"value":5,"low":null,"high":null,"unit":"days","source":"https://example.org/terms","asOf":"2026-10-01","class":"own-receipt"}},"fees":null,"prices":[{"gpu":"RTX 4090","catalogueIds":["geforce-rtx-4090"],"usdPerGpuHour":{"value":0.3,"low":null,"high":null,"unit":"usdPerGpuHour","source":"https://example.org/terms","asOf":"2026-10-01","class":"third-party"},"basis":"buyer pays","note":null}],"utilizations":[],"workloadFits":[]}}', NULL, 1, 0);
INSERT INTO journal VALUES (5, 4, 1795176000000, 'offer snapshot', 'i-1', 'Created the offer snapshot “Akash Network, 2026-11-20”', 'Remove the offer snapshot “Akash Network, 2026-11-20”', 'Bring back the offer snapshot “Akash Network, 2026-11-20”', NULL, '{"schema":1,"name":"Akash Network, 2026-11-20","networkId":"akash","seenOn":"2026-11-20","fileName":"dump.csv","mapping":{"columns":{"card":"Model","ask":"Price","rented":null,"gpus":null,"region":null,"reliability":null,"id":null},"askIs":"per GPU-hour","decimalSign":".","rentedWords":["yes"],"freeWords":["no"],"reliabilityIs":"ratio"},"offers":1,"rowsSha256":"37eab715010e44d7d87595aefec7a24f9b6debdc2c2ca7200d77853b10a6bd1f"}', 1, 0);
INSERT INTO journal VALUES (6, 5, 1795176000000, 'price series', 'i-2', 'Created the price series “Akash Network, token”', 'Remove the price series “Akash Network, token”', 'Bring back the price series “Akash Network, token”', NULL, '{"schema":1,"name":"Akash Network, token","networkId":"akash","catalogueId":null,"basis":null,"fileName":"p.csv","mapping":{"dateColumn":"Date","priceColumn":"Price","decimalSign":".","dateOrder":null},"points":1,"firstDate":"2026-10-01","lastDate":"2026-10-01","rowsSha256":"694a9e315bbc3ba20db0081cf5590c63dc582452f8229b71a84e15a9c584629e"}', 1, 0);
INSERT INTO journal VALUES (7, 6, 1795176000000, 'checklist', 'g-1', 'Created the checklist “Own”', 'Remove the checklist “Own”', 'The new checklist “Own”', NULL, '{"schema":1,"id":"own","version":1,"name":"Own","compiledAt":"2026-01-01","circumstances":[{"id":"has-token","question":"has-token?","howToCheck":"Look."}],"items":[{"id":"uptime","part":"service","topic":"Anything","question":"Is uptime so?","why":"It matters.","howToCheck":"Look.","evidenceThatCounts":"A test.","importance":"medium","halfLifeDays":100,"redFlag":false,"exemption":null,"roleWeights":{"buyer":1,"provider":1,"investor":1},"computation":null},{"id":"support","part":"service","topic":"Anything","question":"Is support so?","why":"It matters.","howToCheck":"Look.","evidenceThatCounts":"A test.","importance":"medium","halfLifeDays":100,"redFlag":false,"exemption":null,"roleWeights":{"buyer":1,"provider":1,"investor":1},"computation":null}]}', 1, 0);
INSERT INTO journal VALUES (8, 7, 1795176000000, 'scorecard', 'g-2', 'Began the scorecard “Alpha”', 'Remove the scorecard “Alpha”', 'The new scorecard “Alpha”', NULL, '{"schema":1,"name":"Alpha","networkId":"akash","roles":["buyer"]}', 1, 0);
INSERT INTO journal VALUES (9, 8, 1795176000000, 'scorecard entries', 'g-2', 'Added an answer to the scorecard “Alpha”', 'Take back an answer of the scorecard “Alpha”', 'The addition of an answer to the scorecard “Alpha”', NULL, '{"from":2,"to":2}', 2, 0);
INSERT INTO journal VALUES (10, 9, 1795176000000, 'scorecard', 'g-4', 'Began the scorecard “Gone”', 'Remove the scorecard “Gone”', 'The new scorecard “Gone”', NULL, '{"schema":1,"name":"Gone","networkId":null,"roles":["investor"]}', 1, 0);
INSERT INTO journal VALUES (11, 10, 1795176000000, 'scorecard', 'g-4', 'Removed the scorecard “Gone”', 'Bring back the scorecard “Gone”', 'The removal of the scorecard “Gone”', '{"schema":1,"name":"Gone","networkId":null,"roles":["investor"]}', NULL, 1, 0);

PRAGMA application_id = 1231318114;
PRAGMA user_version = 3;
