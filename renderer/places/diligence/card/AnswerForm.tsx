import { Button, Kbd, NativeSelect, Textarea, TextInput } from '@mantine/core'
import { type FormEvent, type KeyboardEvent, useMemo } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { EvidenceClass } from '../../../../shared/figure.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { AnswerMark } from '../AnswerMark.tsx'
import { AttachmentField } from '../fields/AttachmentField.tsx'
import type { ScoredOn } from '../scored-today.ts'
import { shown } from '../shown.ts'
import { useLocalDay } from '../use-diligence.ts'
import { evidenceKeys, valueLabels } from '../words.ts'
import { daysAfter } from './ageing.ts'
import { valuesOf } from './answering.ts'
import { ComputeAnswer } from './ComputeAnswer.tsx'
import { type AnswerDraft, draftNotes } from './draft.ts'
import { changeDraft, draftValue, dropDraft } from './drafts.ts'
import classes from './Drawer.module.css'
import type { QuestionRow } from './rows.ts'

type AnswerFormProps = {
  readonly card: Scorecard
  readonly scoredOn: ScoredOn
  readonly row: QuestionRow
  readonly draft: AnswerDraft | null
  readonly problem: string | null
  readonly readOnly: string | null
  readonly onKeep: () => void
}

const valueKeys = { yes: 'Y', partly: 'P', no: 'N', unknown: 'U', 'not-applicable': 'X' } as const

/** The answer being given: its value first, then what it rests on. Enter keeps it and goes on. */
export function AnswerForm(props: AnswerFormProps) {
  const { card, scoredOn, row, draft, problem, readOnly, onKeep } = props
  if (readOnly !== null) return <p className={classes.readOnly}>{readOnly}</p>
  const onSubmit = (event: FormEvent) => {
    event.preventDefault()
    onKeep()
  }
  return (
    <form className={classes.form} aria-label="Answer" noValidate onSubmit={onSubmit}>
      <div className={classes.values} role="group" aria-label="The answer">
        {valuesOf(row).map((value) => (
          <button
            key={value}
            type="button"
            className={classes.value}
            aria-pressed={draft?.value === value}
            aria-keyshortcuts={valueKeys[value]}
            onClick={() => draftValue(card.id, row.id, value)}
          >
            <AnswerMark value={value} isFact={row.kind === 'circumstance'} />
            {valueLabels[value]}
            <Kbd className={classes.key} aria-hidden>
              {valueKeys[value]}
            </Kbd>
          </button>
        ))}
      </div>
      {row.kind === 'item' && row.scored.item.computation !== null && (
        <ComputeAnswer computation={row.scored.item.computation} itemId={row.id} card={card} />
      )}
      {draft !== null && (
        <DraftFields cardId={card.id} scoredOn={scoredOn} row={row} draft={draft} problem={problem} />
      )}
    </form>
  )
}

type DraftFieldsProps = {
  readonly cardId: string
  readonly scoredOn: ScoredOn
  readonly row: QuestionRow
  readonly draft: AnswerDraft
  readonly problem: string | null
}

/** Enter keeps, here as anywhere in the form; Shift with it is a new line. */
function keepByEnter(event: KeyboardEvent<HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

/** A select keeps Enter to itself; here it keeps the answer. */
function submitByEnter(event: KeyboardEvent<HTMLSelectElement>): void {
  if (event.key !== 'Enter') return
  event.preventDefault()
  event.currentTarget.form?.requestSubmit()
}

function DraftFields({ cardId, scoredOn: { standing }, row, draft, problem }: DraftFieldsProps) {
  const today = useLocalDay()
  const change = (changed: Partial<AnswerDraft>) => changeDraft(cardId, row.id, changed)
  const item = row.kind === 'item' ? row.scored.item : null
  const notes = useMemo(() => draftNotes(standing, item, row.id, draft), [standing, item, row.id, draft])
  const yesterday = daysAfter(today, -1)
  return (
    <>
      <div aria-live="polite" className={classes.notes}>
        {notes.map(({ kind, words }) => (
          <p key={words} className={classes.note} data-kind={kind}>
            {shown(words)}
          </p>
        ))}
      </div>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
      <div className={classes.pair}>
        <NativeSelect
          label="It rests on, 1 to 7"
          value={draft.class ?? ''}
          data={[
            ...(draft.class === null ? [{ value: '', label: 'Choose …' }] : []),
            ...evidenceKeys.map((each, at) => ({ value: each.class, label: `${at + 1}  ${each.label}` })),
            ...(draft.class === null || evidenceKeys.some((each) => each.class === draft.class)
              ? []
              : [{ value: draft.class, label: evidenceWords[draft.class] }]),
          ]}
          onKeyDown={submitByEnter}
          onChange={(event) =>
            change({
              class: event.currentTarget.value === '' ? null : (event.currentTarget.value as EvidenceClass),
            })
          }
        />
        <div className={classes.day}>
          <TextInput
            label="Seen on"
            type="date"
            max={today}
            value={draft.seenOn}
            onChange={(event) => change({ seenOn: event.currentTarget.value })}
          />
          <Button
            variant="default"
            size="xs"
            aria-keyshortcuts="D"
            onClick={() => change({ seenOn: draft.seenOn === yesterday ? today : yesterday })}
          >
            {draft.seenOn === yesterday ? 'Today' : 'Yesterday'}
          </Button>
        </div>
      </div>
      <Textarea
        label={draft.value === 'not-applicable' ? 'Why it does not apply' : 'In words'}
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4_000}
        data-first
        value={draft.text}
        onKeyDown={keepByEnter}
        onChange={(event) => change({ text: event.currentTarget.value })}
      />
      <TextInput
        label="Link"
        value={draft.link}
        maxLength={2_000}
        autoComplete="off"
        spellCheck={false}
        onChange={(event) => change({ link: event.currentTarget.value })}
      />
      <Textarea
        label="Quote"
        size="xs"
        autosize
        minRows={1}
        maxRows={6}
        maxLength={4_000}
        value={draft.quote}
        onKeyDown={keepByEnter}
        onChange={(event) => change({ quote: event.currentTarget.value })}
      />
      <AttachmentField
        label="File"
        sha256={draft.fileSha256}
        disabled={false}
        onChange={(fileSha256) => change({ fileSha256 })}
      />
      <div className={classes.buttons}>
        <Button type="submit">Keep and go on</Button>
        <Button variant="default" onClick={() => dropDraft(cardId, row.id)}>
          Drop it
        </Button>
      </div>
    </>
  )
}
