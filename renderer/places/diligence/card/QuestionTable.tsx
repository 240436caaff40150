import { VisuallyHidden } from '@mantine/core'
import { IconFlag, IconFlagFilled } from '@tabler/icons-react'
import { type KeyboardEvent, memo } from 'react'
import type { Answer } from '../../../../shared/diligence/entry.ts'
import tables from '../../../controls/Table.module.css'
import { AnswerMark } from '../AnswerMark.tsx'
import { focusItem } from '../store.ts'
import { useLocalDay } from '../use-diligence.ts'
import { seenWords, valueLabels } from '../words.ts'
import classes from './Card.module.css'
import type { AnswerDraft } from './draft.ts'
import { useDrafts } from './drafts.ts'
import { answerOf, type QuestionGroup, type QuestionRow } from './rows.ts'
import { shown } from '../shown.ts'

type QuestionTableProps = {
  readonly cardId: string
  readonly groups: readonly QuestionGroup[]
  readonly focusedId: string | null
  readonly onKeyDown: (event: KeyboardEvent<HTMLTableElement>) => void
}

/** Questions by part and topic. One row is in the order of Tab; arrows lead to the others. */
export function QuestionTable({ cardId, groups, focusedId, onKeyDown }: QuestionTableProps) {
  return (
    <table
      className={`${tables.table} ${classes.table}`}
      role="grid"
      aria-label="Questions"
      aria-describedby="question-keys"
      onKeyDown={onKeyDown}
    >
      <colgroup>
        <col />
        <col className={classes.answerColumn} />
        <col className={classes.certaintyColumn} />
        <col className={classes.seenColumn} />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">Question</th>
          <th scope="col">Answer</th>
          <th scope="col">Certainty</th>
          <th scope="col">Seen</th>
        </tr>
      </thead>
      {groups.map(({ id, part, topic, rows }) => (
        <tbody key={id}>
          <tr>
            <th scope="rowgroup" colSpan={4} className={classes.group}>
              {part} <span className={classes.topic}>{shown(topic)}</span>
            </th>
          </tr>
          {rows.map((row) => (
            <Row key={row.id} cardId={cardId} row={row} isFocused={row.id === focusedId} />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = { readonly cardId: string; readonly row: QuestionRow; readonly isFocused: boolean }

const Row = memo(function Row({ cardId, row, isFocused }: RowProps) {
  const draft = useDrafts(cardId, (drafts) => drafts.byItem.get(row.id) ?? null)
  const today = useLocalDay()
  const answer = answerOf(row)
  return (
    <tr
      data-item={row.id}
      data-answered={answer?.value ?? 'none'}
      tabIndex={isFocused ? 0 : -1}
      aria-selected={isFocused}
      className={classes.row}
      onFocus={() => focusItem(cardId, row.id)}
      onClick={(event) => event.currentTarget.focus()}
    >
      <th scope="row">
        <span className={classes.question}>
          {row.kind === 'item' && <Flag row={row} />}
          {shown(row.question)}
        </span>
      </th>
      <td>
        <AnswerCell cardId={cardId} row={row} answer={answer} draft={draft} />
      </td>
      <td>{row.kind === 'item' && <CertaintyBar certainty={row.scored.certainty} />}</td>
      <td className={classes.seen}>{answer === null ? '' : seenWords(answer.seenOn, today)}</td>
    </tr>
  )
})

function Flag({ row }: { readonly row: Extract<QuestionRow, { kind: 'item' }> }) {
  const { isRedFlag, item } = row.scored
  if (isRedFlag)
    return (
      <span className={classes.raised} title="Red flag">
        <IconFlagFilled size={13} aria-hidden />
        <VisuallyHidden>Red flag: </VisuallyHidden>
      </span>
    )
  if (!item.redFlag) return null
  return (
    <span className={classes.mayFlag} title="A “no” here caps the pillar">
      <IconFlag size={13} stroke={1.6} aria-hidden />
      <VisuallyHidden>A no caps the pillar: </VisuallyHidden>
    </span>
  )
}

type AnswerCellProps = {
  readonly cardId: string
  readonly row: QuestionRow
  readonly answer: Answer | null
  readonly draft: AnswerDraft | null
}

function AnswerCell({ cardId, row, answer, draft }: AnswerCellProps) {
  const isSaving = useDrafts(cardId, (drafts) => drafts.saving.has(row.id))
  if (draft !== null)
    return (
      <span className={classes.drafted}>
        <AnswerMark value={draft.value} isFact={row.kind === 'circumstance'} />
        {valueLabels[draft.value]}
        <span className={classes.tag}>{isSaving ? 'keeping …' : 'not kept yet'}</span>
      </span>
    )
  return (
    <span className={classes.answer} data-none={answer === null || undefined}>
      <AnswerMark value={answer?.value ?? null} isFact={row.kind === 'circumstance'} />
      {answer === null ? 'Not answered' : valueLabels[answer.value]}
      {row.kind === 'item' && row.scored.isYesCutToPartly && (
        <span className={classes.tag}>counts as partly</span>
      )}
      {row.kind === 'item' && row.scored.state === 'exemption-not-shown' && (
        <span className={classes.tag}>not shown to hold</span>
      )}
    </span>
  )
}

function CertaintyBar({ certainty }: { readonly certainty: number }) {
  const percent = Math.round(100 * certainty)
  return (
    <span className={classes.certainty} title={`${percent} % certain`}>
      <span className={classes.certaintyBand} style={{ width: `${100 * certainty}%` }} />
      <VisuallyHidden>{percent} %</VisuallyHidden>
    </span>
  )
}
