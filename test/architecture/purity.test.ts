import { readFileSync } from 'node:fs'
import path from 'node:path'
import { parseSync } from 'vite'
import { describe, expect, it } from 'vitest'
import { files, root } from './imports.ts'

/** What shared/ may take from Math: the rest has other last digits in other engines, or is chance. */
const exactMath = new Set([
  'abs',
  'ceil',
  'floor',
  'max',
  'min',
  'round',
  'sign',
  'sqrt',
  'trunc',
  'imul',
  'LN2',
  'SQRT2',
])

describe('Purity of shared/', () => {
  it('takes no clock, no chance, no locale and no inexact mathematics', () => {
    const faults: string[] = []
    const walk = (file: string, node: unknown): void => {
      if (typeof node !== 'object' || node === null) return
      for (const child of Object.values(node)) walk(file, child)
      const { type, name, operator, object, property } = node as Record<string, unknown> & {
        readonly object?: { readonly name?: string }
        readonly property?: { readonly name?: string }
      }
      if (type === 'Identifier' && (name === 'Date' || name === 'Intl')) faults.push(`${file}: ${name}`)
      if (operator === '**' || operator === '**=') faults.push(`${file}: ${operator}`)
      if (type !== 'MemberExpression') return
      if (object?.name === 'Math' && !exactMath.has(property?.name ?? ''))
        faults.push(`${file}: Math.${property?.name}`)
      if (/^(?:toLocale|localeCompare)/.test(property?.name ?? '')) faults.push(`${file}: ${property?.name}`)
    }
    for (const file of files.filter((each) => each.startsWith('shared/'))) {
      walk(file, parseSync(file, readFileSync(path.join(root, file), 'utf8')).program)
    }
    expect(faults).toEqual([])
  })
})
