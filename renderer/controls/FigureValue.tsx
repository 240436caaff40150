import { Popover } from '@mantine/core'
import { type ReactNode, useRef, useState } from 'react'
import type { Figure } from '../../shared/figure.ts'
import { FigureCard } from './FigureCard.tsx'
import classes from './FigureValue.module.css'
import {
  type FigureTextOptions,
  figureText,
  figureWords,
  rangeWords,
  type Standing,
  standingOf,
} from './figure-text.ts'

type FigureValueProps = FigureTextOptions & {
  readonly figure: Figure
  /** What the figure is; a screen reader hears it before the number. */
  readonly label: string
  /** Colour a loss; the sign is there anyway. */
  readonly signed?: boolean
  readonly size?: 'small' | 'normal' | 'large'
  /** Shown where nothing is known. */
  readonly unknownText?: string
  /** "Show me how": formula, inputs and sources, drawn below the card. */
  readonly explanation?: ReactNode
  /** Leave the band out of the line; it stays in the card. */
  readonly withoutBand?: boolean
}

/** A number with its unit, its standing (measured, stated, estimated, unknown) and, one hover or Enter away, why. */
export function FigureValue(props: FigureValueProps) {
  const { figure, label, size = 'normal', explanation } = props
  const standing = standingOf(figure)
  const nothingToSay = figure.source === null && explanation === undefined && standing === 'measured'
  if (nothingToSay || (standing === 'unknown' && figure.source === null && explanation === undefined))
    return (
      <span
        className={classes.figure}
        data-size={size}
        data-standing={standing}
        data-value={valueAttribute(figure)}
      >
        <FigureLine {...props} standing={standing} />
      </span>
    )
  return (
    <Opening label={label} figure={figure} size={size} standing={standing} explanation={explanation}>
      <FigureLine {...props} standing={standing} />
    </Opening>
  )
}

type OpeningProps = Pick<FigureValueProps, 'label' | 'figure' | 'explanation'> & {
  readonly size: string
  readonly standing: Standing
  readonly children: ReactNode
}

/** Opens by hover for a look, by Enter or a click to stay; Escape closes. */
function Opening({ label, figure, size, standing, explanation, children }: OpeningProps) {
  const [shown, setShown] = useState<'no' | 'look' | 'stay'>('no')
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined)
  const look = () => {
    clearTimeout(leaving.current)
    setShown((before) => (before === 'no' ? 'look' : before))
  }
  const leave = () => {
    clearTimeout(leaving.current)
    leaving.current = setTimeout(() => setShown((before) => (before === 'look' ? 'no' : before)), 150)
  }
  return (
    <Popover
      opened={shown !== 'no'}
      onChange={(opened) => {
        if (!opened) setShown('no')
      }}
      position="bottom-end"
      width={340}
      offset={4}
      trapFocus={shown === 'stay'}
      returnFocus={shown === 'stay'}
      shadow="md"
    >
      <Popover.Target>
        <button
          type="button"
          className={classes.figure}
          data-size={size}
          data-standing={standing}
          data-value={valueAttribute(figure)}
          onMouseEnter={look}
          onMouseLeave={leave}
          onClick={() => setShown((before) => (before === 'stay' ? 'no' : 'stay'))}
          // The card closes on Escape by itself only once the focus has arrived in it.
          onKeyDown={(event) => {
            if (event.key !== 'Escape' || shown === 'no') return
            event.stopPropagation()
            setShown('no')
          }}
        >
          {children}
        </button>
      </Popover.Target>
      <Popover.Dropdown className={classes.card} onMouseEnter={look} onMouseLeave={leave}>
        <FigureCard label={label} figure={figure} explanation={explanation} />
      </Popover.Dropdown>
    </Popover>
  )
}

function FigureLine(props: FigureValueProps & { readonly standing: Standing }) {
  const { figure, label, standing, signed = false, unknownText = 'unknown', withoutBand = false } = props
  const { value, low, high, unit } = figure
  const hasBand = low !== null && high !== null && low !== high
  if (value === null)
    return (
      <>
        <span className={classes.hidden}>{label}: </span>
        <span className={classes.unknown}>{hasBand ? rangeWords(low, high, unit) : unknownText}</span>
      </>
    )
  const { sign, prefix, digits, suffix } = figureText(value, unit, props)
  return (
    <>
      <span className={classes.hidden}>
        {label}: {standing === 'estimated' ? 'about ' : ''}
        {figureWords(value, unit, props)}
        {hasBand ? `, between ${rangeWords(low, high, unit)}` : ''}
      </span>
      <span aria-hidden className={classes.line} data-negative={(signed && sign === '−') || undefined}>
        {standing === 'estimated' && <span className={classes.mark}>≈</span>}
        <span className={classes.number}>
          {sign}
          {prefix}
          {digits}
        </span>
        {suffix !== '' && <span className={classes.unit}>{suffix}</span>}
        {hasBand && !withoutBand && <span className={classes.band}>{rangeWords(low, high, unit)}</span>}
      </span>
    </>
  )
}

/** The value to its last digit, for whoever compares the screen with the command line. */
function valueAttribute(figure: Figure): string {
  return figure.value === null ? 'unknown' : String(figure.value)
}
