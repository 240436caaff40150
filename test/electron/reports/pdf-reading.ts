/** Reads what a PDF is made of, without the library that wrote it; its text by a program of the system, where there is one. */
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'

/** Names of keys and values, and strings, outside of the streams. */
export function partsOf(pdf: Uint8Array): {
  readonly names: readonly string[]
  readonly strings: readonly string[]
} {
  const outside = Buffer.from(pdf)
    .toString('latin1')
    .replace(/\bstream\r?\n[\s\S]*?\nendstream/g, '')
  const strings: string[] = []
  // The parentheses of a literal string are escaped or in pairs; the writer escapes all.
  const withoutStrings = outside.replace(/\((?:\\[\s\S]|[^\\()])*\)/g, (found) => {
    strings.push(found.slice(1, -1).replace(/\\([\s\S])/g, '$1'))
    return '()'
  })
  return { names: withoutStrings.match(/\/[A-Za-z0-9_+#-]+/g) ?? [], strings }
}

const exists = (program: string) => spawnSync(program, ['--version']).error === undefined
export const hasPdftotext = exists('pdftotext')
export const hasQpdf = exists('qpdf')

/** By poppler, blanks and line ends as single blanks. */
export function textByPoppler(pdf: Uint8Array): string {
  return withFile(pdf, (file) =>
    execFileSync('pdftotext', ['-raw', file, '-'], { encoding: 'utf8' }).replace(/\s+/g, ' '),
  )
}

/**
 * The text that the pages draw, in the order drawn, a blank after each run: glyphs by way of the table of Unicode that
 * the file carries for each of its fonts. For a file that is not compressed.
 */
export function textOf(pdf: Uint8Array): string {
  const source = Buffer.from(pdf).toString('latin1')
  const objects = new Map(
    Array.from(source.matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj$/gm), ([, id, body]) => [id, body ?? '']),
  )
  const referred = (body: string, key: string) =>
    objects.get(new RegExp(`/${key} (\\d+) 0 R`).exec(body)?.[1]) ?? ''
  const fonts = new Map(
    Array.from(source.matchAll(/^\/(F\d+) (\d+) 0 R$/gm), ([, name, id]) => [
      name,
      unicodeOf(referred(objects.get(id) ?? '', 'ToUnicode')),
    ]),
  )
  let text = ''
  for (const page of objects.values()) {
    if (!/\/Type \/Page\n/.test(page)) continue
    let font: readonly string[] = []
    for (const [, name, run] of referred(page, 'Contents').matchAll(/\/(F\d+) [\d.]+ Tf|^\[(.*)\] TJ$/gm)) {
      if (name !== undefined) font = fonts.get(name) ?? []
      else
        text += `${glyphsOf(run ?? '')
          .map((glyph) => font[glyph] ?? '\ufffd')
          .join('')} `
    }
  }
  return text.replace(/\s+/g, ' ')
}

function glyphsOf(run: string): number[] {
  return Array.from(run.matchAll(/<([0-9a-f]*)>/g), ([, hex = '']) => hex.match(/.{4}/g) ?? [])
    .flat()
    .map((hex) => Number.parseInt(hex, 16))
}

/** What each glyph of a font stands for, by its CMap. */
function unicodeOf(stream: string): string[] {
  const found: string[] = []
  for (const [, from = '', list = ''] of stream.matchAll(/^<([0-9a-f]+)> <[0-9a-f]+> \[(.*)\]$/gm))
    for (const [at, [, hex = '']] of [...list.matchAll(/<([0-9a-f ]*)>/g)].entries())
      found[Number.parseInt(from, 16) + at] = String.fromCharCode(
        ...(hex.replaceAll(' ', '').match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)),
      )
  return found
}

/** What qpdf says of the file: nothing to say is exit code 0. */
export function qpdfCheck(pdf: Uint8Array): number | null {
  return withFile(pdf, (file) => spawnSync('qpdf', ['--check', file]).status)
}

function withFile<Result>(bytes: Uint8Array, use: (file: string) => Result): Result {
  const folder = mkdtempSync(path.join(tmpdir(), 'idlewatt-report-'))
  const file = path.join(folder, 'report.pdf')
  try {
    writeFileSync(file, bytes)
    return use(file)
  } finally {
    rmSync(folder, { recursive: true })
  }
}
