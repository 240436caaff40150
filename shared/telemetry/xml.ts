/**
 * A small reader for the plain XML that nvidia-smi prints: elements, text, one level of attributes, the five named
 * entities. Not a general XML parser; what it does not know it refuses by line.
 */
export type XmlElement = {
  readonly name: string
  readonly attributes: string
  readonly text: string
  readonly children: readonly XmlElement[]
}

export type XmlResult =
  | { readonly roots: readonly XmlElement[]; readonly problem: null }
  | { readonly roots: null; readonly problem: { readonly at: number; readonly expected: string } }

type OpenElement = { name: string; attributes: string; text: string; children: XmlElement[] }

const deepest = 32
const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

/**
 * Reads the elements of `text`; several documents after one another are several roots. `problem.at` is the offset of
 * what did not fit.
 *
 * Example: `readXml('<a><b>1 W</b></a>').roots?.[0]?.children[0]?.text` is `'1 W'`.
 * @see SPEC.md M8
 */
export function readXml(text: string): XmlResult {
  const roots: XmlElement[] = []
  const open: OpenElement[] = []
  let at = 0
  while (at < text.length) {
    const tagAt = text.indexOf('<', at)
    const between = text.slice(at, tagAt === -1 ? text.length : tagAt)
    const inside = open.at(-1)
    if (inside) inside.text += between
    if (tagAt === -1) break
    if (text.startsWith('<!--', tagAt)) {
      const end = text.indexOf('-->', tagAt)
      if (end === -1) return refuse(tagAt, 'the end of the comment, -->')
      at = end + 3
      continue
    }
    const end = text.indexOf('>', tagAt)
    if (end === -1) return refuse(tagAt, 'the end of the tag, >')
    const tag = text.slice(tagAt + 1, end)
    at = end + 1
    if (tag.startsWith('?') || tag.startsWith('!')) continue
    if (tag.startsWith('/')) {
      const closed = open.pop()
      if (closed?.name !== tag.slice(1).trim())
        return refuse(tagAt, closed ? `</${closed.name}>` : 'an opening tag')
      const element = { ...closed, text: decode(closed.text.trim()) }
      const parent = open.at(-1)
      if (parent) parent.children.push(element)
      else roots.push(element)
      continue
    }
    const name = /^[A-Za-z_][\w.-]*/.exec(tag)?.[0]
    if (name === undefined) return refuse(tagAt, 'the name of an element')
    if (open.length >= deepest) return refuse(tagAt, `at most ${deepest} elements within one another`)
    const element = {
      name,
      attributes: tag.slice(name.length).replace(/\/$/, '').trim(),
      text: '',
      children: [],
    }
    if (!tag.endsWith('/')) open.push(element)
    else if (open.length > 0) open.at(-1)?.children.push(element)
    else roots.push(element)
  }
  const unclosed = open.at(-1)
  if (unclosed) return refuse(text.length, `</${unclosed.name}>`)
  return { roots, problem: null }
}

function decode(text: string): string {
  return text.replace(/&(amp|lt|gt|quot|apos);/g, (whole, name: string) => entities[name] ?? whole)
}

function refuse(at: number, expected: string): XmlResult {
  return { roots: null, problem: { at, expected } }
}
