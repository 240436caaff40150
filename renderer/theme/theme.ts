import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
  type VariantColorsResolver,
} from '@mantine/core'

/** Petrol: the one accent. */
const accent: MantineColorsTuple = [
  '#e9f4f7', '#d3e7ed', '#a9d2de', '#7cbdd0', '#63b3ca', '#2f8ba6', '#17708b', '#0b5d75', '#084b5f', '#06394a',
] // prettier-ignore

/** Brick: the one negative. Told from petrol by every common colour blindness. */
const negative: MantineColorsTuple = [
  '#fbeeea', '#f6dad2', '#efb8a9', '#f0967a', '#e67a5a', '#cf5433', '#bd4223', '#a8381b', '#8a2d15', '#6b220f',
] // prettier-ignore

const grey: MantineColorsTuple = [
  '#f8f7f4', '#f1efeb', '#e6e3dc', '#d6d2c9', '#bcb7ac', '#8b867c', '#625e57', '#4d4a44', '#35332e', '#1d1c1a',
] // prettier-ignore

const dark: MantineColorsTuple = [
  '#eae8e3', '#cfccc5', '#b5b1a8', '#9d998f', '#6c6962', '#44423d', '#272623', '#191918', '#131312', '#0d0d0c',
] // prettier-ignore

export const systemFonts =
  '-apple-system, BlinkMacSystemFont, "Segoe UI", Ubuntu, Cantarell, "Noto Sans", "Liberation Sans", "Helvetica Neue", Arial, sans-serif'

/** Mantine judges the words on a filled button by the light scheme's shade alone; its variable knows both. */
const colorsOfVariant: VariantColorsResolver = (input) => {
  const colors = defaultVariantColorsResolver(input)
  const onPrimary = input.variant === 'filled' && input.color === input.theme.primaryColor
  return onPrimary ? { ...colors, color: 'var(--mantine-primary-color-contrast)' } : colors
}

export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: { light: 7, dark: 4 },
  autoContrast: true,
  variantColorResolver: colorsOfVariant,
  colors: { accent, red: negative, gray: grey, dark },
  white: '#ffffff',
  black: '#1d1c1a',
  fontFamily: systemFonts,
  fontFamilyMonospace: 'ui-monospace, "SF Mono", "Cascadia Mono", "Liberation Mono", monospace',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.45', lg: '1.4', xl: '1.3' },
  spacing: { xs: '6px', sm: '10px', md: '16px', lg: '24px', xl: '36px' },
  radius: { xs: '2px', sm: '3px', md: '4px', lg: '6px', xl: '8px' },
  defaultRadius: 'sm',
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    Button: { defaultProps: { size: 'xs' } },
    Radio: { styles: { label: { fontSize: '13px' }, description: { fontSize: '12px' } } },
    TextInput: { defaultProps: { size: 'xs' } },
    NativeSelect: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs' } },
    Tooltip: {
      defaultProps: { withArrow: false, multiline: true, maw: 320, transitionProps: { duration: 0 } },
    },
    Popover: { defaultProps: { transitionProps: { duration: 0 } } },
    Modal: {
      defaultProps: {
        transitionProps: { duration: 0 },
        centered: true,
        // Its <header> would count as a second banner of the page.
        attributes: { header: { role: 'presentation' } },
      },
    },
  },
})

/** The colours that our own styles and the charts use, by scheme. */
export const palettes = {
  light: {
    paper: '#fdfcfa',
    rail: '#f4f2ed',
    raised: '#ffffff',
    hover: '#efece6',
    line: '#e4e0d8',
    'line-strong': '#8b867c',
    ink: '#1d1c1a',
    'ink-soft': '#56524b',
    'ink-faint': '#6b675f',
    accent: '#0b5d75',
    'accent-wash': '#e3f0f4',
    negative: '#a8381b',
    'negative-wash': '#fbeeea',
    caution: '#7c5200',
    'caution-wash': '#fbf1da',
    'series-1': '#0b5d75',
    'series-2': '#c8641b',
    'series-3': '#6a4c93',
    'series-4': '#6b675f',
  },
  dark: {
    paper: '#191918',
    rail: '#141413',
    raised: '#21201e',
    hover: '#2a2926',
    line: '#34322e',
    'line-strong': '#7d796f',
    ink: '#eae8e3',
    'ink-soft': '#b8b4ab',
    'ink-faint': '#a09c92',
    accent: '#74c0d5',
    'accent-wash': '#17333b',
    negative: '#f0967a',
    'negative-wash': '#3a201a',
    caution: '#e0b35c',
    'caution-wash': '#362b14',
    'series-1': '#74c0d5',
    'series-2': '#e8975a',
    'series-3': '#b79ad8',
    'series-4': '#a09c92',
  },
} as const

export type Palette = Readonly<Record<keyof (typeof palettes)['light'], string>>

/** A filled button under the mouse: on a dark ground lighter, so that its dark words stay readable. */
export const filledHover = { light: accent[8], dark: accent[3] } as const

/** In style sheets the same colours are variables: "--paper", "--ink". */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: { ...variablesOf(palettes.light), '--mantine-color-accent-filled-hover': filledHover.light },
  dark: { ...variablesOf(palettes.dark), '--mantine-color-accent-filled-hover': filledHover.dark },
})

function variablesOf(palette: Palette): Record<string, string> {
  return {
    ...Object.fromEntries(Object.entries(palette).map(([name, colour]) => [`--${name}`, colour])),
    '--mantine-color-body': palette.paper,
    '--mantine-color-dimmed': palette['ink-soft'],
    '--mantine-color-placeholder': palette['ink-faint'],
    '--mantine-color-error': palette.negative,
  }
}
