import { Button, Checkbox } from '@mantine/core'
import type { Answer } from '../../../../shared/diligence/entry.ts'
import type { ItemDifference } from '../../../../shared/diligence/scorecard.ts'
import { evidenceWords } from '../../../../shared/diligence/words.ts'
import { SafeLink } from '../../../controls/SafeLink.tsx'
import table from '../../../controls/Table.module.css'
import { valueLabels } from '../words.ts'
import { differenceWords } from './exchange-words.ts'
import classes from './Exchange.module.css'
import { shown } from '../shown.ts'

type DifferencesProps = {
  readonly differences: readonly ItemDifference[]
  /** The items of which their answer is to count. */
  readonly take: readonly string[]
  readonly disabled: boolean
  readonly onTake: (itemIds: readonly string[]) => void
}

/** Ours beside theirs; ours counts on unless theirs is taken. Where there is none here theirs comes in. */
export function Differences({ differences, take, disabled, onTake }: DifferencesProps) {
  const answeredHere = differences.filter(({ ours }) => ours !== null)
  const others = differences.filter(({ ours }) => ours === null)
  const all = answeredHere.map(({ itemId }) => itemId)
  return (
    <div className={classes.differences}>
      <div className={classes.bar}>
        <p className={classes.about}>{differenceWords(answeredHere.length, others.length)}</p>
        {all.length > 0 && (
          <Button
            variant="default"
            size="compact-xs"
            disabled={disabled}
            onClick={() => onTake(take.length === all.length ? [] : all)}
          >
            {take.length === all.length ? 'Take none' : 'Take all of theirs'}
          </Button>
        )}
      </div>
      <div className={table.scroller} role="region" aria-label="Answers that differ, table" tabIndex={0}>
        <table className={`${table.table} ${classes.table}`}>
          <thead>
            <tr>
              <th scope="col">Question</th>
              <th scope="col">Ours</th>
              <th scope="col">Theirs</th>
              <th scope="col">Take theirs</th>
            </tr>
          </thead>
          <tbody>
            {[...answeredHere, ...others].map(({ itemId, question, ours, theirs }) => (
              <tr key={itemId}>
                <th scope="row">{shown(question)}</th>
                <Said answer={ours} />
                <Said answer={theirs} />
                <td>
                  {ours === null ? (
                    <span className={classes.small}>comes in</span>
                  ) : (
                    <Checkbox
                      size="xs"
                      aria-label={`Take theirs: ${shown(question)}`}
                      disabled={disabled}
                      checked={take.includes(itemId)}
                      onChange={(event) =>
                        onTake(
                          event.currentTarget.checked
                            ? [...take, itemId]
                            : take.filter((each) => each !== itemId),
                        )
                      }
                    />
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  )
}

function Said({ answer }: { readonly answer: Answer | null }) {
  if (answer === null) return <td className={classes.unknown}>unanswered</td>
  return (
    <td>
      <span className={classes.value}>{valueLabels[answer.value]}</span>
      <span className={classes.small}>
        {evidenceWords[answer.class]}, seen on {answer.seenOn}
      </span>
      {answer.text !== '' && <span className={classes.small}>{shown(answer.text)}</span>}
      {answer.quote !== null && answer.quote !== '' && (
        <span className={classes.small}>“{shown(answer.quote)}”</span>
      )}
      {answer.link !== null && (
        <span className={classes.small}>
          <SafeLink href={answer.link} />
        </span>
      )}
    </td>
  )
}
