/** A report's blocks as pdfmake takes them: strings are text and never markup, links are those that may be opened. @see SPEC.md RP6 */
import type { Content, CustomTableLayout, TableCell } from 'pdfmake/interfaces.js'
import {
  type Block,
  type Cell,
  type Column,
  isRangeCell,
  type Range,
  type Span,
} from '../../shared/diligence/report/document.ts'
import { endsText } from '../../shared/diligence/report/markdown.ts'

/** The app's light colours. */
export const ink = {
  plain: '#1d1c1a',
  soft: '#56524b',
  faint: '#6b675f',
  accent: '#0b5d75',
  negative: '#a8381b',
  line: '#e4e0d8',
  track: '#efece6',
  paper: '#ffffff',
  greyed: '#8b867c',
} as const

/** A4 less its margins, in points. */
export const pageMargin = 44
const lineWidth = 595.28 - 2 * pageMargin
const cellPadding = 4

/** Characters, line by line in the narrowest column. */
const fitsOnPage = 700

type Draw = (text: string) => string

/** One block. Example: a title is its text in the largest size. @see SPEC.md RP6 */
export function pdfBlock(block: Block, draw: Draw): Content {
  switch (block.kind) {
    case 'title':
      return { text: draw(block.text), fontSize: 20, bold: true, margin: [0, 0, 0, 2] }
    case 'heading':
      return { text: draw(block.text), fontSize: 13, bold: true, margin: [0, 16, 0, 5], headlineLevel: 1 }
    case 'subheading':
      return { text: draw(block.text), fontSize: 10.5, bold: true, margin: [0, 10, 0, 3], headlineLevel: 1 }
    case 'lead':
      return { text: spans(block.spans, draw), fontSize: 11.5, lineHeight: 1.25, margin: [0, 8, 0, 4] }
    case 'paragraph':
      return { text: spans(block.spans, draw), margin: [0, 2, 0, 4] }
    case 'quiet':
      return { text: spans(block.spans, draw), color: ink.faint, fontSize: 8.5, margin: [0, 2, 0, 4] }
    case 'alarm':
      return { text: spans(block.spans, draw), color: ink.negative, bold: true, margin: [0, 4, 0, 4] }
    case 'list':
      return {
        ul: block.items.map((item) => ({
          text: spans(item, draw),
          margin: [0, 1, 0, 2] as [number, number, number, number],
        })),
        markerColor: ink.faint,
      }
    case 'table':
      return table(block.columns, block.rows, draw)
    case 'record':
      return {
        margin: [0, 4, 0, 4],
        // What is short stays on one page; what is longer than a page could not.
        unbreakable: lengthOf([...block.title, ...block.fields.flatMap((field) => field.spans)]) < fitsOnPage,
        stack: [
          { text: spans(block.title, draw) },
          ...block.fields.map((field) => ({
            text: [{ text: `${draw(field.label)}  `, color: ink.faint }, ...spans(field.spans, draw)],
            fontSize: 8.5,
            margin: [14, 1, 0, 0] as [number, number, number, number],
          })),
        ],
      }
  }
}

function lengthOf(given: readonly Span[]): number {
  return given.reduce((sum, span) => {
    if (typeof span === 'string') return sum + span.length
    if ('strong' in span) return sum + span.strong.length
    return sum + ('digest' in span ? span.digest : span.link.address).length
  }, 0)
}

function spans(given: readonly Span[], draw: Draw): Content[] {
  return given.map((span) => {
    if (typeof span === 'string') return { text: pieces(draw(span)) }
    if ('strong' in span) return { text: pieces(draw(span.strong)), bold: true }
    if ('digest' in span) return { text: draw(span.digest), color: ink.soft }
    const { url, address } = span.link
    return url === null
      ? { text: pieces(`${draw(address)} (not a link that may be opened)`) }
      : { text: pieces(draw(url)), link: url, color: ink.accent }
  })
}

/** A word of thousands of letters is measured anew for every line of it, unless it comes in pieces. */
function pieces(text: string): string | string[] {
  const cut = text.replace(/\S{40}(?=\S)/g, '$&\0').split('\0')
  return cut.length === 1 ? text : cut
}

const layout: CustomTableLayout = {
  hLineWidth: (row, { table: { body } }) => (row === 0 || row === body.length ? 0 : 0.5),
  vLineWidth: () => 0,
  hLineColor: (row) => (row === 1 ? ink.greyed : ink.line),
  paddingLeft: (column) => (column === 0 ? 0 : cellPadding),
  paddingRight: () => cellPadding,
  paddingTop: () => 3,
  paddingBottom: () => 3,
}

function table(columns: readonly Column[], rows: readonly (readonly Cell[])[], draw: Draw): Content {
  const shares = columns.reduce((sum, { share }) => sum + share, 0)
  const free = lineWidth - cellPadding * (2 * columns.length - 1)
  const widths = columns.map(({ share }) => (free * share) / shares)
  const alignmentOf = (at: number) => (columns[at]?.isNumber === true ? 'right' : 'left')
  const head = columns.map(({ title }, at): TableCell => ({
    text: draw(title),
    color: ink.faint,
    fontSize: 8,
    alignment: alignmentOf(at),
  }))
  const body = rows.map((row) =>
    row.map((cell, at): TableCell =>
      isRangeCell(cell)
        ? { stack: [bar(cell.range, widths[at] ?? 0), { text: draw(rangeWords(cell.range)), fontSize: 8 }] }
        : { text: spans(cell, draw), alignment: alignmentOf(at), fontSize: 8.5 },
    ),
  )
  const areShort = rows.flat().every((cell) => isRangeCell(cell) || lengthOf(cell) < fitsOnPage)
  return {
    table: { headerRows: 1, keepWithHeaderRows: 1, dontBreakRows: areShort, widths, body: [head, ...body] },
    layout,
    margin: [0, 2, 0, 6],
  }
}

function rangeWords(range: Range): string {
  return `${endsText(range)}${range.isGreyed ? ', greyed' : ''}`
}

/** A track from nothing to everything: what is certain solid on it, what is only possible an outline. A point of either is still seen. */
function bar({ low, high, most, isGreyed }: Range, width: number): Content {
  const color = isGreyed ? ink.greyed : ink.accent
  const solid = (width * low) / most
  const x = Math.min(solid, width - 1.5)
  const w = Math.max((width * high) / most - x, 1.5)
  return {
    canvas: [
      { type: 'rect', x: 0, y: 2, w: width, h: 5, color: ink.track },
      ...(solid > 0 ? [{ type: 'rect' as const, x: 0, y: 2, w: solid, h: 5, color }] : []),
      { type: 'rect', x, y: 2.25, w, h: 4.5, color: ink.paper, lineColor: color, lineWidth: 0.5 },
    ],
    margin: [0, 1, 0, 1],
  }
}
