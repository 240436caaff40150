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

/**
 * Ids with entries but without a card, and not because it was removed: the row of the card is lost. The tables
 * themselves are asked: an index may still name what its table has lost.
 * @see SPEC.md DX2
 */
export function lostScorecards(read: ReadHandle): readonly string[] {
  return read
    .all<{ id: string }>(
      `SELECT card_id AS id FROM scorecard_heads NOT INDEXED
       UNION SELECT card_id FROM scorecard_entries NOT INDEXED
       EXCEPT SELECT id FROM scorecards NOT INDEXED
       EXCEPT SELECT id FROM freed_scorecards NOT INDEXED ORDER BY id`,
    )
    .map(({ id }) => id)
}
