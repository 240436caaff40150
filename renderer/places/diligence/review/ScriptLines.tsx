import { useEffect, useMemo, useRef } from 'react'
import type { Finding } from '../../../../shared/install-review/machine.ts'
import type { ScriptReview } from '../../../../shared/install-review/script-review.ts'
import classes from './Review.module.css'
import { type ShownLine, shownLines } from './review-groups.ts'

type ScriptLinesProps = {
  readonly script: string
  readonly review: ScriptReview
  readonly chosen: Finding | null
}

/** The script by numbered lines; those with a finding are marked, the chosen one is in sight. */
export function ScriptLines({ script, review, chosen }: ScriptLinesProps) {
  const lines = useMemo(() => shownLines(script, review), [script, review])
  const marks = useMemo(() => {
    const byLine = new Map<number, Finding['severity']>()
    for (const { line, severity } of review.findings)
      if (severity === 'alarm' || !byLine.has(line)) byLine.set(line, severity)
    return byLine
  }, [review])
  const frame = useRef<HTMLDivElement>(null)
  const chosenLine = chosen?.line ?? null
  useEffect(() => {
    const line = frame.current?.querySelector<HTMLElement>(`[data-line="${chosenLine}"]`)
    if (frame.current === null || line === null || line === undefined) return
    // Within its own frame only: the page stays where it is.
    frame.current.scrollTop = line.offsetTop - frame.current.clientHeight / 3
  }, [chosenLine])
  return (
    <div
      ref={frame}
      className={classes.lines}
      role="region"
      aria-label="The script, line by line"
      tabIndex={0}
    >
      {lines.map((line) => (
        <Line
          key={line.kind === 'line' ? line.number : `gap ${line.from}`}
          line={line}
          mark={line.kind === 'line' ? marks.get(line.number) : undefined}
          isChosen={line.kind === 'line' && chosenLine === line.number}
        />
      ))}
    </div>
  )
}

type LineProps = {
  readonly line: ShownLine
  readonly mark: Finding['severity'] | undefined
  readonly isChosen: boolean
}

function Line({ line, mark, isChosen }: LineProps) {
  if (line.kind === 'gap')
    return (
      <p className={classes.gap}>
        {line.from === line.to ? `Line ${line.from} is` : `Lines ${line.from} to ${line.to} are`} left out
        here.
      </p>
    )
  return (
    <div
      className={classes.line}
      data-line={line.number}
      data-mark={mark}
      data-chosen={isChosen || undefined}
    >
      <span className={classes.number}>{line.number}</span>
      <span className={classes.sign} role={mark === undefined ? undefined : 'img'} aria-label={mark}>
        {mark === 'alarm' ? '!' : mark === 'note' ? '·' : ''}
      </span>
      <code className={classes.code}>
        {line.parts.map(({ text, isEscape }, at) =>
          isEscape ? (
            // The parts of a line never change their order.
            // oxlint-disable-next-line react/no-array-index-key
            <mark key={at} className={classes.escape}>
              {text}
            </mark>
          ) : (
            text
          ),
        )}
      </code>
    </div>
  )
}
