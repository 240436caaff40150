/** Scenarios, as the contract describes them. */
import { scenarioBodySchema } from '../../shared/api.ts'
import type { ScenarioBody } from '../../shared/scenario.ts'
import { documentTable, type DocumentTable } from './document-table.ts'

export const scenarios: DocumentTable<ScenarioBody> = documentTable<ScenarioBody>({
  table: 'scenarios',
  subject: 'scenario',
  parse: (value) => scenarioBodySchema.parse(value),
})
