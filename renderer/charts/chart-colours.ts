import { useComputedColorScheme } from '@mantine/core'
import { useMemo } from 'react'

const names = [
  'paper',
  'ink',
  'ink-faint',
  'line',
  'line-strong',
  'accent',
  'negative',
  'series-1',
  'series-2',
  'series-3',
  'series-4',
] as const

export type ChartColours = Readonly<Record<(typeof names)[number], string>>

/** The theme's colours as values: a canvas cannot read CSS variables. New after each change of the theme. */
export function useChartColours(): ChartColours {
  const scheme = useComputedColorScheme('light')
  return useMemo(() => coloursNow(scheme), [scheme])
}

/** Mantine writes the variables of a scheme into a style of their own, so they are read for that scheme. */
function coloursNow(scheme: 'light' | 'dark'): ChartColours {
  const probe = document.createElement('div')
  probe.dataset['mantineColorScheme'] = scheme
  const root = document.documentElement
  const before = root.dataset['mantineColorScheme']
  root.dataset['mantineColorScheme'] = scheme
  const style = getComputedStyle(root)
  const colours = Object.fromEntries(names.map((name) => [name, style.getPropertyValue(`--${name}`).trim()]))
  if (before !== undefined) root.dataset['mantineColorScheme'] = before
  return colours as ChartColours
}

/** Strokes that stay apart without colour: line width and dashes differ too. */
export const seriesDashes: readonly (readonly number[])[] = [[], [6, 3], [2, 3], [10, 3, 2, 3]]
