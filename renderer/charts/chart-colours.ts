import { useComputedColorScheme } from '@mantine/core'
import { type Palette, palettes } from '../theme/theme.ts'

/** The theme's colours as values: a canvas cannot read the variables of a style sheet. */
export function useChartColours(): Palette {
  return palettes[useComputedColorScheme('light', { getInitialValueInEffect: false })]
}

const dashes: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [10, 3, 2, 3]]

/** The stroke of a series: it stays apart without colour, and the fifth is not taken for the first. */
export function seriesDash(position: number): readonly number[] {
  return dashes[(position + Math.floor(position / dashes.length)) % dashes.length] ?? []
}
