import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { tell } from '../../../frame/attempt.ts'
import { me } from '../fields/who.ts'
import type { ScoredOn } from '../scored-today.ts'
import { shown } from '../shown.ts'
import { useAppend } from '../use-diligence.ts'
import { counted } from '../words.ts'
import classes from './Card.module.css'
import { exemptAnswers } from './exempt-answers.ts'

type ExemptNoticeProps = {
  readonly card: Scorecard
  readonly scoredOn: ScoredOn
  readonly readOnly: boolean
}

/** Once it is shown what the market is, the questions that this takes out are marked in one step. */
export function ExemptNotice({ card, scoredOn, readOnly }: ExemptNoticeProps) {
  const append = useAppend(card)
  const [marking, setMarking] = useState(false)
  const answers = useMemo(() => exemptAnswers(scoredOn, me), [scoredOn])
  if (answers.length === 0 || readOnly) return null
  const reasons = [...new Set(answers.map(({ text }) => shown(text)))]
  const questions = counted(answers.length, 'question', 'questions')
  const mark = async () => {
    setMarking(true)
    const kept = await append('mark what does not apply', answers)
    setMarking(false)
    if (kept !== null) tell(`Marked: ${questions} that ${verb}. Ctrl Z takes all of it back.`)
  }
  const verb = answers.length === 1 ? 'does not apply' : 'do not apply'
  return (
    <div className={classes.notice}>
      <p>
        <strong>
          {questions} {verb}.
        </strong>{' '}
        {reasons.join(' ')} Until that is marked they count as unknown.
      </p>
      <Button loading={marking} onClick={() => void mark()}>
        Mark the {questions} that {verb}
      </Button>
    </div>
  )
}
