/** A scorecard's report as a file: Markdown, CSV or PDF. @see SPEC.md RP1 to RP7 */
import type { Role } from '../../shared/diligence/checklist.ts'
import { csvOf } from '../../shared/diligence/report/csv.ts'
import { markdownOf } from '../../shared/diligence/report/markdown.ts'
import { documentOf } from '../../shared/diligence/report/report-document.ts'
import { reportOf } from '../../shared/diligence/report/report.ts'
import type { DiligenceListing, KeptAttachment, Scorecard } from '../../shared/diligence/scorecard.ts'
import { decideExternal } from '../policy/navigation.ts'
import { pdfOf } from '../reports/pdf.ts'

export const reportForms = ['markdown', 'csv', 'pdf'] as const
export type ReportForm = (typeof reportForms)[number]

export type ReportFile = { readonly fileName: string; readonly mediaType: string; readonly base64: string }

const endings: Readonly<Record<ReportForm, { readonly ending: string; readonly mediaType: string }>> = {
  markdown: { ending: 'md', mediaType: 'text/markdown; charset=utf-8' },
  csv: { ending: 'csv', mediaType: 'text/csv; charset=utf-8' },
  pdf: { ending: 'pdf', mediaType: 'application/pdf' },
}

/**
 * A card's report as of a day, for the roles asked for. Throws a RangeError for a malformed day.
 * Example: Markdown of the card "Any network" on 2026-11-21 is `scorecard-any-network-2026-11-21.md`.
 */
export async function scorecardReport(
  card: Scorecard,
  known: Pick<DiligenceListing, 'keptChecklists' | 'permissionSheet'> & {
    readonly attachments: readonly KeptAttachment[]
  },
  {
    form,
    asOf,
    roles,
  }: { readonly form: ReportForm; readonly asOf: string; readonly roles: readonly Role[] },
): Promise<ReportFile> {
  const { keptChecklists: checklists, attachments, permissionSheet } = known
  const report = reportOf({ card, checklists, attachments, permissionSheet, linkOf }, roles, asOf)
  const { ending, mediaType } = endings[form]
  const bytes =
    form === 'pdf'
      ? await pdfOf(documentOf(report))
      : Buffer.from(form === 'csv' ? csvOf(report) : markdownOf(documentOf(report)), 'utf8')
  return {
    fileName: `${fileStem(card.body.name)}-${asOf}.${ending}`,
    mediaType,
    base64: Buffer.from(bytes).toString('base64'),
  }
}

/** What the app itself would open, and nothing else. */
function linkOf(address: string): string | null {
  const decision = decideExternal(address)
  return decision.allowed ? decision.url : null
}

/** Letters, digits and hyphens, so that no name is a path, a device or an option. */
function fileStem(name: string): string {
  const stem = name
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '')
    .join('-')
    .slice(0, 60)
  return stem === '' ? 'scorecard' : `scorecard-${stem}`
}
