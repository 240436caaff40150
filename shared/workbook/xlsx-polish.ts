/**
 * What the package does not write: looks, panes that stay in sight, and what may be typed. Number formats carry the
 * look through the package: each look adds its own empty text to the format, and the styles are told apart by it.
 */
import type { Look, Sheet, Validation } from './cells.ts'
import { address } from './cells.ts'

type Style = { readonly font: string; readonly fill: string | null; readonly wraps: boolean }

const plainFont = '<sz val="11"/><name val="Calibri"/><family val="2"/>'
const styles: Readonly<Record<Exclude<Look, 'plain'>, Style>> = {
  title: { font: '<b/><sz val="15"/><name val="Calibri"/><family val="2"/>', fill: null, wraps: false },
  header: { font: `<b/>${plainFont}`, fill: 'FFE3E8EE', wraps: true },
  group: {
    font: '<b/><sz val="12"/><color rgb="FF1F4E79"/><name val="Calibri"/><family val="2"/>',
    fill: null,
    wraps: false,
  },
  input: { font: `<color rgb="FF0B3D91"/>${plainFont}`, fill: 'FFFFF8DC', wraps: false },
  assumption: { font: `<i/><color rgb="FF6B6B6B"/>${plainFont}`, fill: 'FFF0F0F0', wraps: false },
  list: { font: `<color rgb="FF0B3D91"/>${plainFont}`, fill: 'FFFFFCEE', wraps: false },
  'key figure': { font: `<b/>${plainFont}`, fill: null, wraps: false },
  note: { font: `<color rgb="FF6B6B6B"/>${plainFont}`, fill: null, wraps: false },
}
const looks = Object.keys(styles) as (keyof typeof styles)[]

/** The format with its look's mark: as many empty texts at its end as the look has its place in the table. */
export function styledFormat(format: string, look: Look): string {
  if (look === 'plain') return format
  return `${format === 'General' ? 'General' : format}${'""'.repeat(looks.indexOf(look) + 1)}`
}

/** Gives each style of the package's stylesheet the look that its number format carries. */
export function polishStyles(xml: string): string {
  const marks = new Map<string, number>()
  for (const [, id, code] of xml.matchAll(/<numFmt numFmtId="(\d+)" formatCode="([^"]*)"\/>/g)) {
    const mark = /((?:&quot;&quot;)+)$/.exec(code!)?.[1]
    if (mark !== undefined) marks.set(id!, mark.length / 12)
  }
  const fonts = looks.map((look) => `<font>${styles[look].font}</font>`).join('')
  const fills = looks.map((look) => fillOf(styles[look].fill)).join('')
  const fontCount = Number(/<fonts count="(\d+)"/.exec(xml)![1])
  const fillCount = Number(/<fills count="(\d+)"/.exec(xml)![1])
  return xml
    .replaceAll(/(?:&quot;&quot;)+"\/>/g, '"/>')
    .replace(/<fonts count="\d+">/, `<fonts count="${fontCount + looks.length}">`)
    .replace('</fonts>', `${fonts}</fonts>`)
    .replace(/<fills count="\d+">/, `<fills count="${fillCount + looks.length}">`)
    .replace('</fills>', `${fills}</fills>`)
    .replaceAll(
      /<xf numFmtId="(\d+)" fontId="0" fillId="0"([^>]*?)\/>/g,
      (whole, id: string, rest: string) => {
        const mark = marks.get(id)
        if (mark === undefined) return whole
        const wraps = styles[looks[mark - 1]!].wraps ? '<alignment wrapText="1" vertical="top"/>' : ''
        const applied = `<xf numFmtId="${id}" fontId="${fontCount + mark - 1}" fillId="${fillCount + mark - 1}"${rest} applyFont="1" applyFill="1"`
        return wraps === '' ? `${applied}/>` : `${applied} applyAlignment="1">${wraps}</xf>`
      },
    )
}

function fillOf(colour: string | null): string {
  if (colour === null) return '<fill><patternFill patternType="none"/></fill>'
  return `<fill><patternFill patternType="solid"><fgColor rgb="${colour}"/><bgColor indexed="64"/></patternFill></fill>`
}

/** Frozen panes and checks of what is typed. */
export function polishSheet(xml: string, sheet: Sheet): string {
  const frozen = xml.replace(
    /<sheetView workbookViewId="0"\/>/,
    `<sheetView workbookViewId="0">${paneOf(sheet)}</sheetView>`,
  )
  if (sheet.validations.length === 0) return frozen
  const each = sheet.validations.map(validationXml).join('')
  const all = `<dataValidations count="${sheet.validations.length}">${each}</dataValidations>`
  return frozen.replace(/<\/sheetData>/, `</sheetData>${all}`)
}

function paneOf({ frozenRows, frozenColumns }: Sheet): string {
  if (frozenRows === 0 && frozenColumns === 0) return ''
  const x = frozenColumns > 0 ? ` xSplit="${frozenColumns}"` : ''
  const y = frozenRows > 0 ? ` ySplit="${frozenRows}"` : ''
  const pane = frozenColumns > 0 ? (frozenRows > 0 ? 'bottomRight' : 'topRight') : 'bottomLeft'
  const first = address(frozenRows + 1, frozenColumns + 1)
  return `<pane${x}${y} topLeftCell="${first}" activePane="${pane}" state="frozen"/><selection pane="${pane}"/>`
}

/** Spreadsheets take at most 255 letters of words and of message. */
function validationXml(validation: Validation): string {
  const { range, message } = validation
  const common = `allowBlank="1" showErrorMessage="1" errorTitle="Idlewatt" error="${escaped(message.slice(0, 220))}" sqref="${range}"`
  if (validation.kind === 'list') {
    return `<dataValidation type="list" ${common}><formula1>"${escaped(validation.words.join(','))}"</formula1></dataValidation>`
  }
  const type = validation.kind === 'integer' ? 'whole' : 'decimal'
  return `<dataValidation type="${type}" operator="between" ${common}><formula1>${validation.low}</formula1><formula2>${validation.high}</formula2></dataValidation>`
}

/** Letters that XML needs escaped, and all others as the bytes of UTF-8. */
function escaped(text: string): string {
  const xml = text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
  return encodeURIComponent(xml).replaceAll(/%([0-9A-F]{2})/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
}
