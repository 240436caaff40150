import { useComputedColorScheme } from '@mantine/core'
import { type Palette, palettes } from '../theme/theme.ts'

/** The theme's colours as values: a canvas cannot read the variables of a style sheet. */
export function useChartColours(): Palette {
  return palettes[useComputedColorScheme('light', { getInitialValueInEffect: false })]
}

/** Strokes that stay apart without colour. */
export const seriesDashes: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [10, 3, 2, 3]]
