/** The one row of settings; the last writer wins, and undo leaves them alone. */
import { settingsSchema } from '../../shared/api.ts'
import { defaultSettings, type Settings } from '../../shared/scenario.ts'
import type { ReadHandle, WriteHandle } from './handles.ts'

type Row = {
  readonly role: string | null
  readonly theme: string
  readonly openScenarioId: string | null
  readonly firstRunDone: number
}

export function readSettings(read: ReadHandle): Settings {
  const [row] = read.all<Row>(
    `SELECT role, theme, open_scenario_id AS openScenarioId, first_run_done AS firstRunDone FROM settings`,
  )
  return row === undefined
    ? defaultSettings
    : settingsSchema.parse({ ...row, firstRunDone: row.firstRunDone === 1 })
}

export function writeSettings(write: WriteHandle, settings: Settings): Settings {
  write.run(
    `INSERT INTO settings (only_row, role, theme, open_scenario_id, first_run_done) VALUES (1, ?, ?, ?, ?)
     ON CONFLICT (only_row) DO UPDATE SET role = excluded.role, theme = excluded.theme,
       open_scenario_id = excluded.open_scenario_id, first_run_done = excluded.first_run_done`,
    settings.role,
    settings.theme,
    settings.openScenarioId,
    settings.firstRunDone ? 1 : 0,
  )
  return readSettings(write)
}
