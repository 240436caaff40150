/** Who a card is about and for whom. Its entries are kept beside it, and stay when it goes. */
import { scorecardBodySchema } from '../../shared/diligence/scorecard-schema.ts'
import type { ScorecardBody } from '../../shared/diligence/scorecard.ts'
import { documentTable, type DocumentTable } from './document-table.ts'
import type { ReadHandle } from './handles.ts'

export const scorecards: DocumentTable<ScorecardBody> = documentTable<ScorecardBody>({
  table: 'scorecards',
  subject: 'scorecard',
  parse: (value) => scorecardBodySchema.parse(value),
})

/** Ids with entries but without a card, and not because it was removed: the row of the card is lost. @see SPEC.md DX2 */
export function lostScorecards(read: ReadHandle): readonly string[] {
  return read
    .all<{ id: string }>(
      `SELECT card_id AS id FROM scorecard_heads UNION SELECT card_id FROM scorecard_entries
       EXCEPT SELECT id FROM scorecards EXCEPT SELECT id FROM freed_scorecards ORDER BY id`,
    )
    .map(({ id }) => id)
}
