import { Button } from '@mantine/core'
import { type KeyboardEvent, useId } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import { isTyping } from '../../../frame/shortcuts.ts'
import type { ScoredOn } from '../scored-today.ts'
import { partLabels } from '../words.ts'
import { AnswerForm } from './AnswerForm.tsx'
import { AnswerHistory } from './AnswerHistory.tsx'
import { obeyAnswerKey } from './answering.ts'
import classes from './Drawer.module.css'
import { useDrafts } from './drafts.ts'
import { isOwnItem, type QuestionRow } from './rows.ts'
import { shown, shownLines } from '../shown.ts'

type EvidenceDrawerProps = {
  readonly card: Scorecard
  readonly scoredOn: ScoredOn
  readonly row: QuestionRow
  readonly readOnly: string | null
  readonly onKeep: () => void
  readonly onBack: () => void
  readonly onEditItem: (item: ChecklistItem) => void
}

/** Of one question: why it is asked, how to check it, the answer being given, and all that were given before. */
export function EvidenceDrawer(props: EvidenceDrawerProps) {
  const { card, scoredOn, row, readOnly, onKeep, onBack, onEditItem } = props
  const id = useId()
  const draft = useDrafts(card.id, (drafts) => drafts.byItem.get(row.id) ?? null)
  const problem = useDrafts(card.id, (drafts) => drafts.problems.get(row.id) ?? null)
  const isOwn = row.kind === 'item' && isOwnItem(scoredOn.standing, row.scored.item)
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return
    if (event.key === 'Escape') onBack()
    else if (isTyping(event.target) || obeyAnswerKey(card.id, row, event.key, readOnly) === null) return
    event.preventDefault()
  }
  return (
    <section
      data-drawer
      className={classes.drawer}
      aria-labelledby={`${id}-title`}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <p className={classes.where}>
        {row.kind === 'item'
          ? `${partLabels[row.scored.item.part]}, ${shown(row.scored.item.topic)}`
          : 'What it is: decides which questions apply'}
      </p>
      <h2 id={`${id}-title`} className={classes.title}>
        {shown(row.question)}
      </h2>
      <AnswerForm
        card={card}
        scoredOn={scoredOn}
        row={row}
        draft={draft}
        problem={problem}
        readOnly={readOnly}
        onKeep={onKeep}
      />
      <Facts row={row} />
      {isOwn && (
        <Button
          variant="default"
          size="compact-xs"
          disabled={readOnly !== null}
          onClick={() => onEditItem(row.scored.item)}
        >
          Change this question of yours
        </Button>
      )}
      <AnswerHistory
        card={card}
        answers={scoredOn.standing.answers.get(row.id) ?? []}
        item={row.kind === 'item' ? row.scored.item : null}
        readOnly={readOnly !== null}
        isFact={row.kind === 'circumstance'}
      />
    </section>
  )
}

const importanceWords = {
  critical: 'critical',
  high: 'of high weight',
  medium: 'of medium weight',
  low: 'of low weight',
} as const

function Facts({ row }: { readonly row: QuestionRow }) {
  if (row.kind === 'circumstance')
    return (
      <dl className={classes.facts}>
        <dt>How to check</dt>
        <dd>{shown(row.circumstance.howToCheck)}</dd>
      </dl>
    )
  const { item, weight } = row.scored
  return (
    <dl className={classes.facts}>
      <dt>Why</dt>
      <dd>{shownLines(item.why)}</dd>
      <dt>How to check</dt>
      <dd>{shownLines(item.howToCheck)}</dd>
      <dt>What counts</dt>
      <dd>{shownLines(item.evidenceThatCounts)}</dd>
      {item.exemption !== null && (
        <>
          <dt>Does not apply where</dt>
          <dd>{shown(item.exemption.words)}</dd>
        </>
      )}
      <dt>Weight</dt>
      <dd>
        {`${weight === 0 ? 'Counts for nothing in this role' : `${weight} here, ${importanceWords[item.importance]}`}; what was seen is worth half after ${item.halfLifeDays} days`}
        {item.redFlag ? '; a “no” is a red flag.' : '.'}
      </dd>
    </dl>
  )
}
