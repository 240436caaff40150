/** One card as the file that is handed on. @see SPEC.md DX5 */
import { canonicalJson } from './canonical-json.ts'
import type { Link } from './chain.ts'
import { namedFiles } from './entry-names.ts'
import type { Scorecard, ScorecardFile } from './scorecard.ts'
import type { Checklists } from './standing.ts'

/**
 * The card with its whole history, the checklists that it names and the names of its files, these in the order of
 * their digests. Example: a card with one checklist entry has one checklist. @see SPEC.md DX5
 */
export function scorecardFile(
  { id, body }: Pick<Scorecard, 'id' | 'body'>,
  links: readonly Link[],
  known: { readonly checklists: Checklists; readonly attachments: ScorecardFile['attachments'] },
): ScorecardFile {
  const bodies = links.map((link) => link.body)
  const files = new Set(bodies.flatMap(namedFiles))
  const checklists = bodies.flatMap((each) => {
    const checklist = each.kind === 'checklist' ? known.checklists[each.sha256] : undefined
    return each.kind === 'checklist' && checklist !== undefined ? [[each.sha256, checklist] as const] : []
  })
  return {
    kind: 'idlewatt-scorecard',
    schema: 1,
    card: { id, ...body },
    checklists: Object.fromEntries(checklists),
    entries: links,
    attachments: known.attachments
      .filter(({ sha256 }) => files.has(sha256))
      .map(({ sha256, fileName, bytes }) => ({ sha256, fileName, bytes }))
      .toSorted((left, right) => (left.sha256 < right.sha256 ? -1 : 1)),
  }
}

/** A card as text, the same bytes for the same card. @see SPEC.md DX5 */
export function scorecardText(file: ScorecardFile): string {
  return `${canonicalJson(file)}\n`
}
