/** Reads the formulas that this workbook writes: a plain subset of what spreadsheets know. */

export type Node =
  | { readonly kind: 'number'; readonly value: number }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'truth'; readonly value: boolean }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'cell'; readonly sheet: string | null; readonly address: string }
  | { readonly kind: 'range'; readonly sheet: string | null; readonly first: string; readonly last: string }
  | { readonly kind: 'call'; readonly name: string; readonly given: readonly Node[] }
  | { readonly kind: 'negative'; readonly of: Node }
  | { readonly kind: 'operation'; readonly operator: string; readonly left: Node; readonly right: Node }

const token =
  /\s*(?:(\d+\.?\d*(?:E[+-]?\d+)?|\.\d+)|"((?:[^"]|"")*)"|(?:('[^']+'|[A-Za-z]+)!)?(\$?[A-Z]{1,3}\$?\d+)(?::(\$?[A-Z]{1,3}\$?\d+))?(?![A-Za-z0-9_(])|([A-Za-z_][A-Za-z0-9_.]*)|(<>|<=|>=|[-+*/^&=<>(),]))/y

type Token = { readonly kind: string; readonly text: string; readonly node?: Node }

function tokensOf(formula: string): readonly Token[] {
  const tokens: Token[] = []
  token.lastIndex = 0
  while (token.lastIndex < formula.length) {
    const at = token.lastIndex
    const match = token.exec(formula)
    if (match === null)
      throw new Error(`Formula cannot be read at "${formula.slice(at, at + 30)}": ${formula}`)
    const [, number, text, sheet, first, last, name, operator] = match
    if (number !== undefined) tokens.push(valued({ kind: 'number', value: Number(number) }))
    else if (text !== undefined) tokens.push(valued({ kind: 'text', value: text.replaceAll('""', '"') }))
    else if (first !== undefined) tokens.push(valued(reference(sheet, first, last)))
    else if (name !== undefined) tokens.push({ kind: 'name', text: name })
    else tokens.push({ kind: 'operator', text: operator! })
  }
  return tokens
}

const valued = (node: Node): Token => ({ kind: 'value', text: '', node })

function bare(text: string): string {
  return text.replaceAll('$', '')
}

function reference(sheet: string | undefined, first: string, last: string | undefined): Node {
  const of = sheet === undefined ? null : sheet.replaceAll("'", '')
  return last === undefined
    ? { kind: 'cell', sheet: of, address: bare(first) }
    : { kind: 'range', sheet: of, first: bare(first), last: bare(last) }
}

const levels: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
]

/** Example: `parseFormula('1+2*3')` is 1 + (2 x 3). Throws an Error with the formula where it cannot be read. */
export function parseFormula(formula: string): Node {
  const tokens = tokensOf(formula)
  let next = 0
  const peek = (text: string) => tokens[next]?.kind === 'operator' && tokens[next]?.text === text
  const expect = (text: string) => {
    if (!peek(text)) throw new Error(`Formula lacks "${text}" at piece ${next}: ${formula}`)
    next += 1
  }
  const binary = (level: number): Node => {
    if (level === levels.length) return unary()
    let left = binary(level + 1)
    while (tokens[next]?.kind === 'operator' && levels[level]!.includes(tokens[next]!.text)) {
      const operator = tokens[next]!.text
      next += 1
      left = { kind: 'operation', operator, left, right: binary(level + 1) }
    }
    return left
  }
  // As in spreadsheets a sign binds closer than a power: -2^2 is 4. No formula here relies on it.
  const unary = (): Node => {
    if (peek('-')) {
      next += 1
      return { kind: 'negative', of: unary() }
    }
    return primary()
  }
  const primary = (): Node => {
    const here = tokens[next]
    next += 1
    if (here?.node !== undefined) return here.node
    if (here?.kind === 'operator' && here.text === '(') {
      const inner = binary(0)
      expect(')')
      return inner
    }
    if (here?.kind !== 'name') throw new Error(`Formula is broken at piece ${next}: ${formula}`)
    if (here.text === 'TRUE' || here.text === 'FALSE') return { kind: 'truth', value: here.text === 'TRUE' }
    if (!peek('(')) return { kind: 'name', name: here.text }
    next += 1
    const given: Node[] = []
    while (!peek(')')) {
      given.push(binary(0))
      if (!peek(')')) expect(',')
    }
    next += 1
    return { kind: 'call', name: here.text, given }
  }
  const node = binary(0)
  if (next !== tokens.length) throw new Error(`Formula goes on after its end, at piece ${next}: ${formula}`)
  return node
}
