import { Button } from '@mantine/core'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { tell } from '../../../frame/attempt.ts'
import { useAppend } from '../use-diligence.ts'
import { me } from './who.ts'

type TakeBackProps = {
  readonly card: Scorecard
  readonly sequence: number
  /** What is taken back, for a screen reader. */
  readonly what: string
  /** The entry is itself a withdrawal: taking that back brings the other again. */
  readonly label?: string
  readonly disabled: boolean
}

/** Appends a withdrawal: the entry stays in the history and counts no longer. */
export function TakeBack({ card, sequence, what, label = 'Take back', disabled }: TakeBackProps) {
  const append = useAppend(card)
  const run = async () => {
    const done = await append('take the entry back', [{ kind: 'withdrawal', sequence, who: me }])
    if (done !== null)
      tell(`${label === 'Take back' ? 'Taken back' : 'Brought again'}: ${what}. Ctrl Z undoes that.`)
  }
  return (
    <Button
      variant="default"
      size="compact-xs"
      disabled={disabled}
      aria-label={`${label}: ${what}`}
      onClick={() => void run()}
    >
      {label}
    </Button>
  )
}
