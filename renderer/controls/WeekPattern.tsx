import { Button } from '@mantine/core'
import { type KeyboardEvent, useId, useRef, useState } from 'react'
import type { WeekInput } from '../../shared/economics/input-definition.ts'
import { FieldFrame } from './FieldFrame.tsx'
import classes from './WeekPattern.module.css'
import { cellAfter, cellsBetween, countOf, painted, weekdays, type WeekPreset } from './week-pattern.ts'

type WeekPatternProps = {
  readonly definition: WeekInput
  readonly given: string | null
  readonly presets: readonly WeekPreset[]
  readonly onChange: (pattern: string | null) => void
}

/** 24 x 7 hours to paint: by drag, or by arrows and Space; a preset in one click. */
export function WeekPattern({ definition, given, presets, onChange }: WeekPatternProps) {
  const id = useId()
  const pattern = given ?? definition.assumed
  const [brush, setBrush] = useState(definition.letters[0]?.letter ?? '')
  const [cursor, setCursor] = useState(0)
  const [stroke, setStroke] = useState<{ readonly from: number; readonly before: string } | null>(null)
  const grid = useRef<HTMLTableElement>(null)
  const labelOf = (letter: string | undefined) =>
    definition.letters.find((each) => each.letter === letter)?.label ?? 'unknown'

  const moveTo = (cell: number) => {
    setCursor(cell)
    grid.current?.querySelector<HTMLElement>(`[data-cell="${cell}"]`)?.focus()
  }
  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ' || event.key === 'Enter') onChange(painted(pattern, [cursor], brush))
    else {
      const next = cellAfter(cursor, event.key)
      if (next === cursor) return
      if (event.shiftKey) onChange(painted(pattern, [cursor, next], brush))
      moveTo(next)
    }
    event.preventDefault()
  }

  return (
    <FieldFrame
      id={id}
      label={definition.label}
      help={definition.help}
      changed={given !== null}
      onReset={() => onChange(null)}
      isGroup
    >
      <p className={classes.summary}>
        {definition.letters
          .map(({ letter, label }) => ({ label, hours: countOf(pattern, letter) }))
          .filter(({ hours }) => hours > 0)
          .map(({ label, hours }) => `${hours} h ${label}`)
          .join(', ')}{' '}
        a week
      </p>
      <div className={classes.tools}>
        <fieldset className={classes.brushes}>
          <legend className={classes.legend}>Paint hours as</legend>
          {definition.letters.map(({ letter, label }) => (
            <label key={letter} className={classes.brush} data-chosen={letter === brush || undefined}>
              <input
                type="radio"
                name={`${id}-brush`}
                checked={letter === brush}
                onChange={() => setBrush(letter)}
              />
              <span className={classes.swatch} data-letter={letter} aria-hidden />
              {label}
            </label>
          ))}
        </fieldset>
        <div className={classes.presets}>
          {presets.map((preset) => (
            <Button
              key={preset.label}
              size="compact-xs"
              variant="default"
              aria-pressed={preset.pattern === pattern}
              onClick={() => onChange(preset.pattern)}
            >
              {preset.label}
            </Button>
          ))}
        </div>
      </div>
      <table
        ref={grid}
        role="grid"
        aria-label={`${definition.label}, hour by hour`}
        className={classes.week}
        onKeyDown={onKey}
        onPointerUp={() => setStroke(null)}
        onPointerLeave={() => setStroke(null)}
      >
        <thead>
          <tr>
            <td />
            {[0, 3, 6, 9, 12, 15, 18, 21].map((hour) => (
              <th key={hour} colSpan={3} scope="colgroup" className={classes.hour}>
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((day, dayNumber) => (
            <tr key={day}>
              <th scope="row" className={classes.day} abbr={day}>
                {day.slice(0, 2)}
              </th>
              {pattern
                .slice(dayNumber * 24, dayNumber * 24 + 24)
                .split('')
                .map((letter, hour) => {
                  const cell = dayNumber * 24 + hour
                  return (
                    <td
                      key={cell}
                      role="gridcell"
                      data-cell={cell}
                      data-letter={letter}
                      className={classes.cell}
                      tabIndex={cell === cursor ? 0 : -1}
                      aria-label={`${day} ${hour}:00, ${labelOf(letter)}`}
                      onPointerDown={(event) => {
                        event.currentTarget.releasePointerCapture(event.pointerId)
                        setStroke({ from: cell, before: pattern })
                        setCursor(cell)
                        onChange(painted(pattern, [cell], brush))
                      }}
                      onPointerEnter={() => {
                        if (stroke === null) return
                        onChange(painted(stroke.before, cellsBetween(stroke.from, cell), brush))
                      }}
                    />
                  )
                })}
            </tr>
          ))}
        </tbody>
      </table>
    </FieldFrame>
  )
}
