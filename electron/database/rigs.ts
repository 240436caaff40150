/** Rigs, as the contract describes them. */
import { rigBodySchema } from '../../shared/api.ts'
import type { RigBody } from '../../shared/scenario.ts'
import { documentTable, type DocumentTable } from './document-table.ts'

export const rigs: DocumentTable<RigBody> = documentTable<RigBody>({
  table: 'rigs',
  subject: 'rig',
  parse: (value) => rigBodySchema.parse(value),
})
