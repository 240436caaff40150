/** Sentences of the import screens. */
import type { DuplicateLine, RejectedLine } from '../../../../shared/imports/import-limits.ts'
import type { PackPreview, PackPreviewEntry } from '../../../../shared/markets/market-pack.ts'

export const countWords = (count: number, one: string, many: string): string =>
  count === 1 ? `1 ${one}` : `${String(count).replace(/\B(?=(?:\d{3})+$)/g, ',')} ${many}`

/** "3 networks, compiled 2026-11-20: 1 new, 1 changed, 1 the same." */
export function packSentence({ compiledAt, markets }: PackPreview): string {
  const parts = (['new', 'changed', 'same'] as const).flatMap((status) => {
    const count = markets.filter((market) => market.status === status).length
    return count === 0 ? [] : [`${count} ${status === 'same' ? 'the same' : status}`]
  })
  const end = markets.every(({ status }) => status === 'same') ? ' There is nothing to import.' : ''
  return `${countWords(markets.length, 'network', 'networks')}, compiled ${compiledAt}: ${parts.join(', ')}.${end}`
}

export function statusWords({ status, changes }: PackPreviewEntry): string {
  switch (status) {
    case 'new':
      return 'new'
    case 'changed':
      return countWords(changes.length, 'term changed', 'terms changed')
    case 'same':
      return 'the same as here'
  }
}

/** A row as it is named to people: of JSON an entry has a number, no line. */
type RowName = 'line' | 'entry'

export function duplicateWords({ line, sameAsLine }: DuplicateLine, row: RowName): string {
  return `${row} ${line} says the same as ${row} ${sameAsLine}`
}

export function rejectedWords({ line, column, found, expected }: RejectedLine, row: RowName): string {
  const where = column === null ? `${row} ${line}` : `${row} ${line}, column “${column}”`
  return `${where}: found ${found}, expected ${expected}`
}
