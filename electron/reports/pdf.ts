/** A report as PDF, made here without network: the same bytes for the same report, whatever machine and day. @see SPEC.md RP6, RP7 */
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js'
import type { ReportDocument } from '../../shared/diligence/report/document.ts'
import { oneLine } from '../../shared/diligence/report/visible.ts'
import { drawnText } from './drawn-text.ts'
import { fontFiles, readDrawable } from './fonts.ts'
import { ink, pageMargin, pdfBlock } from './pdf-blocks.ts'

/**
 * `isCompressed: false` leaves the page contents readable as they are. Example: a report of an empty card is two pages.
 * @see SPEC.md RP6
 */
export async function pdfOf(document: ReportDocument, { isCompressed = true } = {}): Promise<Uint8Array> {
  const pdfmake = await loadPdfmake()
  return pdfmake.createPdf(definitionOf(document, isCompressed)).getBuffer()
}

/** Only when the first PDF is made: it takes longer to load than all the rest of the backend. */
async function loadPdfmake() {
  const { default: pdfmake } = await import('pdfmake')
  const files = fontFiles()
  const allowed: ReadonlySet<string> = new Set(Object.values(files))
  pdfmake.setFonts({ Roboto: files })
  pdfmake.setUrlAccessPolicy(() => false)
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path))
  return pdfmake
}

function definitionOf({ name, on, blocks }: ReportDocument, isCompressed: boolean): TDocumentDefinitions {
  const { draw, writtenOut } = drawnText(readDrawable())
  const footerText = `${draw(oneLine(name))}, as of ${on}`
  const content = blocks.map((block) => pdfBlock(block, draw))
  const count = writtenOut()
  return {
    pageSize: 'A4',
    pageMargins: [pageMargin, 44, pageMargin, 52],
    compress: isCompressed,
    language: 'en',
    // Without the card's name: nothing that somebody typed stands outside the pages.
    info: {
      title: `Scorecard as of ${on}`,
      creator: 'Idlewatt',
      producer: 'Idlewatt',
      creationDate: new Date(`${on}T00:00:00Z`),
    },
    displayTitle: true,
    defaultStyle: { font: 'Roboto', fontSize: 9, color: ink.plain, lineHeight: 1.15 },
    footer: (page, pages) => ({
      columns: [
        { text: footerText, width: '*' },
        { text: `${page} of ${pages}`, width: 60, alignment: 'right' },
      ],
      fontSize: 8,
      color: ink.faint,
      margin: [pageMargin, 18, pageMargin, 0],
    }),
    content: [...content, ...(count === 0 ? [] : [writtenOutNote(count)])],
    // A heading alone at the foot of a page goes with what it heads.
    pageBreakBefore: (node, nodes) =>
      node.headlineLevel === 1 && nodes.getFollowingNodesOnPage().length === 0,
  }
}

function writtenOutNote(count: number) {
  return {
    text: `Characters that this report's letters lack are written as their code points, such as [U+4E2D]: ${count} in this report.`,
    color: ink.faint,
    fontSize: 8.5,
    margin: [0, 10, 0, 0] as [number, number, number, number],
  }
}
