/** A report as Markdown, as CommonMark with the tables of GitHub. @see SPEC.md RP3, RP4 */
import {
  type Block,
  type Cell,
  type Column,
  isRangeCell,
  type Range,
  type ReportDocument,
  type Span,
} from './document.ts'
import { inlineText, linesOfText } from './markdown-text.ts'
import { outward, rangeOf } from './words.ts'

/**
 * The report's text, ended by a line feed. Example: a title "A|B" is `# A&#124;B`.
 * @see SPEC.md RP3, RP4
 */
export function markdownOf({ blocks }: ReportDocument): string {
  return `${blocks.map(blockText).join('\n\n')}\n`
}

function blockText(block: Block): string {
  switch (block.kind) {
    case 'title':
      return `# ${inlineText(block.text)}`
    case 'heading':
      return `## ${inlineText(block.text)}`
    case 'subheading':
      return `### ${inlineText(block.text)}`
    case 'alarm':
      return `> ${spansText(block.spans, '> ')}`
    case 'lead':
    case 'paragraph':
    case 'quiet':
      return spansText(block.spans, '')
    case 'list':
      return block.items.map((spans) => `- ${spansText(spans, '  ')}`).join('\n')
    case 'table':
      return tableText(block.columns, block.rows)
    case 'record':
      return [
        `- ${spansText(block.title, '  ')}`,
        ...block.fields.map(({ label, spans }) => `  - ${inlineText(label)}: ${spansText(spans, '    ')}`),
      ].join('\n')
  }
}

function spanText(span: Span, textOf: (text: string) => string): string {
  if (typeof span === 'string') return textOf(span)
  if ('digest' in span) return `\`${span.digest}\``
  if ('link' in span) {
    const { url, address } = span.link
    return url === null ? `${textOf(address)} (not a link that may be opened)` : `<${url}>`
  }
  const text = inlineText(span.strong).trim()
  return text === '' ? '' : `**${text}**`
}

function joined(spans: readonly Span[], textOf: (text: string) => string): string {
  let text = ''
  for (const span of spans) {
    const next = spanText(span, textOf)
    // Two code spans side by side would read as one with other ends.
    text += text.endsWith('`') && next.startsWith('`') ? ` ${next}` : next
  }
  return text.trim()
}

/** With the line ends of the data, so only where a line more does no harm. */
function spansText(spans: readonly Span[], indent: string): string {
  return joined(spans, (text) => {
    const [before, after] = [/^\s/.test(text) ? ' ' : '', /\s$/.test(text) ? ' ' : '']
    return `${before}${linesOfText(text, indent)}${after}`
  })
}

function tableText(columns: readonly Column[], rows: readonly (readonly Cell[])[]): string {
  return [
    rowText(columns.map(({ title }) => inlineText(title))),
    rowText(columns.map(({ isNumber }) => (isNumber === true ? '---:' : '---'))),
    ...rows.map((cells) => rowText(cells.map(cellText))),
  ].join('\n')
}

function rowText(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

function cellText(cell: Cell): string {
  return isRangeCell(cell) ? rangeText(cell.range) : joined(cell, inlineText)
}

/** Twenty steps from nothing to everything: what is certain, what is only possible, what is not. */
function rangeText({ low, high, most, isGreyed }: Range): string {
  const [certain, possible] = [Math.floor((20 * low) / most), Math.ceil((20 * high) / most)]
  const bar = `${'█'.repeat(certain)}${'▒'.repeat(possible - certain)}${'·'.repeat(20 - possible)}`
  return `\`${bar}\` ${endsText({ low, high, most })}${isGreyed ? ', greyed' : ''}`
}

/** Both ends in words: points of 100, or shares of 1. Example: `endsText({ low: 0, high: 59.96, most: 100 })` is `'0 to 60'`. @see SPEC.md RP1 */
export function endsText({ low, high, most }: Pick<Range, 'low' | 'high' | 'most'>): string {
  if (most !== 1) return rangeOf({ low, high })
  const ends = outward({ low, high }, 100)
  return `${ends.low.toFixed(2)} to ${ends.high.toFixed(2)}`
}
