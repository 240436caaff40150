/** What the files of the three folders import, read by a real parser. */
import { globSync, readFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseSync } from 'vite'

export const root = fileURLToPath(new URL('../..', import.meta.url))

export const files = globSync('{shared,electron,renderer}/**/*.{ts,tsx,mts,cts,js,mjs,cjs,jsx}', {
  cwd: root,
})
  .map((file) => file.replaceAll('\\', '/'))
  .sort()

export type Import = {
  readonly from: string
  readonly to: string
  readonly typeOnly: boolean
  /** Loaded by import() when it is needed. */
  readonly late: boolean
}

/** Everything that a file imports or exports from, statically or by import(); local targets as paths from the root. */
export function importsOf(from: string): Import[] {
  const parsed = parseSync(from, readFileSync(path.join(root, from), 'utf8'))
  if (parsed.errors.length > 0) throw new Error(`${from} does not parse: ${parsed.errors[0]?.message}`)
  const { staticImports, staticExports, dynamicImports } = parsed.module
  const found: { target: string; typeOnly: boolean; late?: boolean }[] = [
    ...staticImports.map((each) => ({
      target: each.moduleRequest.value,
      typeOnly: each.entries.length > 0 && each.entries.every((entry) => entry.isType),
    })),
    ...staticExports.flatMap((each) =>
      each.entries.flatMap((entry) =>
        entry.moduleRequest === null ? [] : [{ target: entry.moduleRequest.value, typeOnly: entry.isType }],
      ),
    ),
    ...dynamicImports.map((each) => ({
      target: dynamicTarget(from, each.moduleRequest),
      typeOnly: false,
      late: true,
    })),
  ]
  return found.map(({ target, typeOnly, late = false }) => ({
    from,
    typeOnly,
    late,
    to: target.startsWith('.') ? path.posix.join(path.posix.dirname(from), target) : target,
  }))
}

/** What import() names; an expression that is no plain text is not allowed: nobody could check it. */
function dynamicTarget(from: string, span: { readonly start: number; readonly end: number }): string {
  const text = readFileSync(path.join(root, from), 'utf8').slice(span.start, span.end)
  const match = /^(['"`])([^'"`$]+)\1$/.exec(text)
  if (match === null) throw new Error(`${from} imports ${text}: name the module in plain text`)
  return match[2] as string
}
