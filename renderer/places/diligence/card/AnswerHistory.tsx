import { certaintyOf } from '../../../../shared/diligence/certainty.ts'
import type { ChecklistItem } from '../../../../shared/diligence/checklist.ts'
import type { Answer, ComputedBasis } from '../../../../shared/diligence/entry.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import type { Standing } from '../../../../shared/diligence/standing.ts'
import { formatFigure } from '../../../../shared/units.ts'
import { safeUrl } from '../../../controls/links.ts'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import { AnswerMark } from '../AnswerMark.tsx'
import { KeptFile } from '../fields/AttachmentField.tsx'
import { TakeBack } from '../fields/TakeBack.tsx'
import { useLocalDay, useToday } from '../use-diligence.ts'
import { evidenceLabel, seenWords, started, valueLabels } from '../words.ts'
import classes from './Drawer.module.css'
import { shown, shownLines } from '../shown.ts'

type AnswerHistoryProps = {
  readonly card: Scorecard
  readonly answers: readonly Standing<Answer>[]
  /** Null: its answers do not age. */
  readonly item: ChecklistItem | null
  readonly readOnly: boolean
}

/** Every answer that stands, the newest first: that one counts. */
export function AnswerHistory({ card, answers, item, readOnly }: AnswerHistoryProps) {
  if (answers.length === 0) return null
  return (
    <div className={classes.history}>
      <h3 className={classes.subtitle}>
        {answers.length === 1 ? 'The answer' : 'Answers, the newest first'}
      </h3>
      <ol className={classes.answers}>
        {answers.toReversed().map((answer, at) => (
          <li key={answer.sequence} data-counts={at === 0 || undefined}>
            <AnswerEntry answer={answer} item={at === 0 ? item : null} />
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
}: {
  readonly answer: Standing<Answer>
  readonly item: ChecklistItem | null
}) {
  const today = useToday()
  const localDay = useLocalDay()
  const certainty = item === null ? null : Math.round(100 * certaintyOf(answer, item.halfLifeDays, today))
  return (
    <>
      <p>
        <AnswerMark value={answer.value} /> <strong>{valueLabels[answer.value]}</strong>
        {`, by ${evidenceLabel(answer.class)}, seen ${seenWords(answer.seenOn, localDay)} (${answer.seenOn})`}
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
      {answer.computed !== null && <p className={classes.text}>{basisWords(answer.computed)}</p>}
    </>
  )
}

/** On what a computed answer rests, in words. */
export function basisWords(basis: ComputedBasis): string {
  if (basis.by === 'exit')
    return `Computed: selling ${formatFigure(basis.sizeUsd, 'usd', 0)} into ${formatFigure(basis.depthUsd, 'usd', 0)} on that side loses ${formatFigure(basis.slippageRatio, 'ratio', 2)}, the limit is ${formatFigure(basis.slippageLimitRatio, 'ratio', 2)}.`
  const decisive =
    basis.decisive.length === 0
      ? 'No input within its range turns that.'
      : `Within their ranges these turn it: ${basis.decisive.map((each) => `${shown(each.label)} (${evidenceLabel(each.class)})`).join(', ')}.`
  return `${started(`computed from “${shown(basis.scenarioName)}”`)}: usage alone is worth ${formatFigure(basis.usageOnlyUsd, 'usd', 0)} today. ${decisive}`
}
