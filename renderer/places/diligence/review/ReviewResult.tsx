import { type KeyboardEvent, useEffect, useMemo, useRef, useState } from 'react'
import type { Finding } from '../../../../shared/install-review/machine.ts'
import { closingSentence, type ScriptReview } from '../../../../shared/install-review/script-review.ts'
import { visible } from '../../../../shared/install-review/visible.ts'
import classes from './Review.module.css'
import { findingGroups, type FindingGroup, inReadingOrder } from './review-groups.ts'
import { ScriptLines } from './ScriptLines.tsx'

type ReviewResultProps = { readonly script: string; readonly review: ScriptReview }

const keyOf = ({ class: found, line, column }: Finding): string => `${line}:${column}:${found}`

/** Findings to the left, the script to the right; the arrow keys go through the findings and the line goes along. */
export function ReviewResult({ script, review }: ReviewResultProps) {
  const groups = useMemo(() => findingGroups(review), [review])
  const order = useMemo(() => inReadingOrder(groups), [groups])
  const [chosen, setChosen] = useState<Finding | null>(order[0] ?? null)
  const list = useRef<HTMLDivElement>(null)
  useEffect(() => {
    list.current?.querySelector<HTMLElement>('[aria-current="true"]')?.focus({ preventScroll: true })
  }, [])
  const move = (event: KeyboardEvent) => {
    const steps: Readonly<Record<string, (at: number) => number>> = {
      ArrowDown: (at) => at + 1,
      ArrowUp: (at) => at - 1,
      Home: () => 0,
      End: () => order.length - 1,
    }
    const step = steps[event.key]
    if (step === undefined || chosen === null) return
    event.preventDefault()
    const next = order[Math.min(order.length - 1, Math.max(0, step(order.indexOf(chosen))))]
    if (next === undefined) return
    setChosen(next)
    list.current?.querySelector<HTMLElement>(`[data-finding="${keyOf(next)}"]`)?.focus()
  }
  const ofSeverity = (severity: Finding['severity']) => groups.filter((group) => group.severity === severity)
  return (
    <div className={classes.result}>
      {/* The keys are those of the buttons inside. */}
      {/* oxlint-disable-next-line jsx-a11y/no-static-element-interactions */}
      <div ref={list} className={classes.findings} onKeyDown={move}>
        <Severity title="Alarms" groups={ofSeverity('alarm')} chosen={chosen} onChoose={setChosen} />
        <Severity title="Notes" groups={ofSeverity('note')} chosen={chosen} onChoose={setChosen} />
        {review.notRead.length > 0 && (
          <section className={classes.severity} aria-label="Not read">
            <h2 className={classes.title}>Not read</h2>
            <ul className={classes.notRead}>
              {review.notRead.map(({ line, why }) => (
                <li key={`${line} ${why}`}>
                  Line {line}: {visible(why)}
                </li>
              ))}
            </ul>
          </section>
        )}
        <p className={classes.closing}>{closingSentence(review)}</p>
      </div>
      <ScriptLines script={script} review={review} chosen={chosen} />
    </div>
  )
}

type SeverityProps = {
  readonly title: string
  readonly groups: readonly FindingGroup[]
  readonly chosen: Finding | null
  readonly onChoose: (finding: Finding) => void
}

function Severity({ title, groups, chosen, onChoose }: SeverityProps) {
  if (groups.length === 0) return null
  return (
    <section className={classes.severity} aria-label={title} data-severity={groups[0]?.severity}>
      <h2 className={classes.title}>{title}</h2>
      {groups.map(({ label, meanings }) => (
        <div key={label} className={classes.group}>
          <h3 className={classes.class}>{label}</h3>
          {meanings.map(({ meaning, findings }) => (
            <div key={meaning} className={classes.meaning}>
              <p>{meaning}</p>
              <ul>
                {findings.map((finding) => (
                  <li key={keyOf(finding)}>
                    <button
                      type="button"
                      className={classes.finding}
                      data-finding={keyOf(finding)}
                      aria-current={finding === chosen}
                      tabIndex={finding === chosen ? 0 : -1}
                      onClick={() => onChoose(finding)}
                      onFocus={() => onChoose(finding)}
                    >
                      <span className={classes.where}>Line {finding.line}</span>
                      <code className={classes.excerpt}>{visible(finding.excerpt)}</code>
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      ))}
    </section>
  )
}
