/** Text as the report's font can draw it. @see SPEC.md RP6 */
import { codePointOf, visible } from '../../shared/diligence/report/visible.ts'

export type DrawnText = {
  /** What can be drawn stays; what cannot is written out. */
  readonly draw: (text: string) => string
  /** How many characters were written out so far, one by one. */
  readonly writtenOut: () => number
}

/** Formats and marks of other scripts have glyphs of no width: they are written out too. */
const nothingToSee = /[\p{Cf}\p{Co}\p{Cn}]/u

/**
 * Replaces every character that the font has no glyph for by its code point, never drops one.
 * Example: with Roboto `draw('中')` is `'[U+4E2D]'`. @see SPEC.md RP6
 */
export function drawnText(drawable: ReadonlySet<number>): DrawnText {
  let count = 0
  return {
    draw: (text) =>
      Array.from(visible(text), (character) => {
        if (character === '\n') return character
        if (drawable.has(character.codePointAt(0) ?? 0) && !nothingToSee.test(character)) return character
        count += 1
        return codePointOf(character)
      }).join(''),
    writtenOut: () => count,
  }
}
