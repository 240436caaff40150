import { describe, expect, it } from 'vitest'
import { filledHover, type Palette, palettes, theme } from '../../renderer/theme/theme.ts'

/** WCAG 2.2: relative luminance of sRGB and the contrast ratio of two colours. */
function luminance(colour: string): number {
  const channels = [1, 3, 5].map((start) => Number.parseInt(colour.slice(start, start + 2), 16) / 255)
  const [red = 0, green = 0, blue = 0] = channels.map((each) =>
    each <= 0.04045 ? each / 12.92 : ((each + 0.055) / 1.055) ** 2.4,
  )
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b)
  return (lighter + 0.05) / (darker + 0.05)
}

const texts = ['ink', 'ink-soft', 'ink-faint', 'accent', 'negative', 'caution'] as const
const grounds = ['paper', 'rail', 'raised', 'hover'] as const
const drawn = ['series-1', 'series-2', 'series-3', 'series-4', 'line-strong', 'negative'] as const

describe.each(Object.entries(palettes) as [string, Palette][])('The %s palette', (_scheme, palette) => {
  it('has 4.5 to 1 for every text on every ground (WCAG 2.2, 1.4.3)', () => {
    for (const text of texts)
      for (const ground of grounds)
        expect(contrast(palette[text], palette[ground]), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5)
  })

  it('has 3 to 1 for every line and bar on the paper (WCAG 2.2, 1.4.11)', () => {
    for (const colour of drawn)
      expect(contrast(palette[colour], palette.paper), colour).toBeGreaterThanOrEqual(3)
  })
})

describe('A filled button', () => {
  it('has 4.5 to 1 for its words, also under the mouse, in both schemes', () => {
    const accent = theme.colors?.['accent'] ?? []
    // Mantine puts white on the light scheme's shade and the theme's black on the dark one's.
    for (const ground of [accent[7], filledHover.light])
      expect(contrast('#ffffff', ground ?? '')).toBeGreaterThanOrEqual(4.5)
    for (const ground of [accent[4], filledHover.dark])
      expect(contrast(theme.black ?? '', ground ?? '')).toBeGreaterThanOrEqual(4.5)
  })
})

describe('The contrast formula of this test', () => {
  it('gives black on white its 21 to 1 and #767676 the 4.54 that WCAG’s own documents name', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 10)
    expect(contrast('#767676', '#ffffff')).toBeCloseTo(4.54, 2)
  })
})
