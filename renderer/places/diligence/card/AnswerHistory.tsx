import { certaintyOf } from '../../../../shared/diligence/certainty.ts'
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import type { Answer, ComputedBasis } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { Standing } from '../../../../shared/diligence/standing.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { useBook } from '../../../book.ts'
import { safeUrl } from '../../../controls/links.ts'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import { AnswerMark } from '../AnswerMark.tsx'
import { KeptFile } from '../fields/AttachmentField.tsx'
import { TakeBack } from '../fields/TakeBack.tsx'
import { useLocalDay, useToday } from '../use-diligence.ts'
import { seenWords, valueLabels } from '../words.ts'
import { basisWords, staleWords } from './computed-words.ts'
import classes from './Drawer.module.css'
import { shown, shownLines } from '../shown.ts'

type AnswerHistoryProps = {
  readonly card: Scorecard
  readonly answers: readonly Standing<Answer>[]
  /** Null: its answers do not age. */
  readonly item: ChecklistItem | null
  readonly readOnly: boolean
  /** Answers to what a market is. */
  readonly isFact?: boolean
}

/** Every answer that stands, the newest first: that one counts. */
export function AnswerHistory({ card, answers, item, readOnly, isFact = false }: AnswerHistoryProps) {
  if (answers.length === 0) return null
  return (
    <div className={classes.history}>
      <h3 className={classes.subtitle}>
        {answers.length === 1 ? 'The answer' : 'Answers, the newest first'}
      </h3>
      <ol className={classes.answers}>
        {answers.toReversed().map((answer, at) => (
          <li key={answer.sequence} data-counts={at === 0 || undefined}>
            <AnswerEntry answer={answer} item={at === 0 ? item : null} isFact={isFact} />
            {at === 0 && !readOnly && (
              <TakeBack card={card} sequence={answer.sequence} what="the newest answer" disabled={false} />
            )}
          </li>
        ))}
      </ol>
    </div>
  )
}

function AnswerEntry({
  answer,
  item,
  isFact,
}: {
  readonly answer: Standing<Answer>
  readonly item: ChecklistItem | null
  readonly isFact: boolean
}) {
  const today = useToday()
  const localDay = useLocalDay()
  const certainty = item === null ? null : Math.round(100 * certaintyOf(answer, item.halfLifeDays, today))
  return (
    <>
      <p>
        <AnswerMark value={answer.value} isFact={isFact} /> <strong>{valueLabels[answer.value]}</strong>
        {`, by ${evidenceWords[answer.class]}, seen ${seenWords(answer.seenOn, localDay)} (${answer.seenOn})`}
        {certainty === null ? '' : `, ${certainty} % certain`}
        {answer.who === 'me' ? '' : `, said by ${shown(answer.who)}`}.
      </p>
      {answer.text !== '' && <p className={classes.text}>{shownLines(answer.text)}</p>}
      {answer.quote !== null && <blockquote className={classes.quote}>{shownLines(answer.quote)}</blockquote>}
      {answer.link !== null && (
        <p className={classes.text}>
          {safeUrl(answer.link) === null ? shown(answer.link) : <SafeLink href={answer.link} />}
        </p>
      )}
      {answer.fileSha256 !== null && <KeptFile sha256={answer.fileSha256} />}
      {answer.computed !== null && <Basis answer={answer} basis={answer.computed} counts={item !== null} />}
    </>
  )
}

type BasisProps = {
  readonly answer: Standing<Answer>
  readonly basis: ComputedBasis
  /** The newest answer of a question that is asked: only that one need be computed again. */
  readonly counts: boolean
}

function Basis({ answer, basis, counts }: BasisProps) {
  const scenarios = useBook((book) => book.scenarios)
  const stale = counts ? staleWords(basis, scenarios) : null
  return (
    <>
      <p className={classes.text}>{basisWords(basis, answer.seenOn)}</p>
      {stale !== null && (
        <p className={classes.note} data-kind="caution">
          {stale}
        </p>
      )}
    </>
  )
}
