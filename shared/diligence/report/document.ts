/**
 * A report as blocks, before it becomes Markdown or PDF. No block holds markup: every string in it is only text,
 * and a link is one only where whoever decides about links said so.
 * @see SPEC.md RP1, RP3
 */

/** `url` is what may be opened; null: the address is shown as text. */
export type Link = { readonly address: string; readonly url: string | null }

export type Span =
  | string
  | { readonly strong: string }
  | { readonly digest: string }
  | { readonly link: Link }

/** A pillar's or an item's range on a scale from 0 to `most`. */
export type Range = {
  readonly low: number
  readonly high: number
  readonly most: number
  readonly isGreyed: boolean
}

export type Cell = readonly Span[] | { readonly range: Range }

export type Column = {
  readonly title: string
  /** Beside the other columns of the table. */
  readonly share: number
  readonly isNumber?: boolean
}

export type Block =
  | { readonly kind: 'title' | 'heading' | 'subheading'; readonly text: string }
  | { readonly kind: 'lead' | 'paragraph' | 'quiet' | 'alarm'; readonly spans: readonly Span[] }
  | { readonly kind: 'list'; readonly items: readonly (readonly Span[])[] }
  | {
      readonly kind: 'table'
      readonly columns: readonly Column[]
      readonly rows: readonly (readonly Cell[])[]
    }
  /** What somebody saw, with where it stands in the card's history. */
  | {
      readonly kind: 'record'
      readonly title: readonly Span[]
      readonly fields: readonly { readonly label: string; readonly spans: readonly Span[] }[]
    }

export type ReportDocument = {
  readonly name: string
  readonly on: string
  readonly blocks: readonly Block[]
}

/** Whether a cell is a range. Example: `isRangeCell(['yes'])` is `false`. */
export function isRangeCell(cell: Cell): cell is { readonly range: Range } {
  return 'range' in cell
}
