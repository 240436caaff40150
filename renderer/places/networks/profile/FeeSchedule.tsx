import { UnstyledButton } from '@mantine/core'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import type { FeeStep } from '../../../../shared/markets/market-profile.ts'
import { FigureValue } from '../../../controls/FigureValue.tsx'
import tables from '../../../controls/Table.module.css'
import { oldWords } from './age.ts'
import { byBeginning, inForceWords } from './fee-words.ts'
import { FeeStepEditor } from './FeeStepEditor.tsx'
import { AddRow, RemoveRow } from './OwnRows.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Profile.module.css'

/** The dated schedule, one step a row in the order of time, today's marked. */
export function FeeSchedule() {
  const { open, today, readOnly, change, reset } = useMarketPage()
  const { fees } = open.entry.profile
  const isYours = open.edits.fees !== null
  const remove = (step: FeeStep) =>
    void change('remove the fee', { ...open.edits, fees: fees.filter((each) => each !== step) })
  return (
    <div className={classes.list} data-yours={isYours || undefined}>
      {fees.length === 0 ? (
        <p className={classes.unknown}>No fee was found, from any day.</p>
      ) : (
        <div className={tables.scroller} tabIndex={0} role="region" aria-label="Fees by date, table">
          <table className={`${tables.table} ${classes.table}`}>
            <thead>
              <tr>
                <th scope="col">From</th>
                <th scope="col">Paid out in</th>
                <th scope="col" data-number>
                  Platform fee
                </th>
                <th scope="col" data-number>
                  Payment fee
                </th>
                <th scope="col">
                  <span className={classes.hidden}>Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {byBeginning(fees).map((step) => (
                <StepRow
                  key={JSON.stringify(step)}
                  step={step}
                  fees={fees}
                  today={today}
                  isOwn={isYours && !open.beneath.fees.some((each) => saysTheSame(each, step))}
                  onRemove={() => remove(step)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {isYours && (
        <p className={classes.yours}>
          <strong>Yours.</strong> The {open.beneathIs} has {countWords(open.beneath.fees.length)}.{' '}
          <UnstyledButton
            className={classes.link}
            aria-label="Reset the fees"
            disabled={readOnly}
            onClick={() => void reset('reset the fees', 'fees')}
          >
            Reset
          </UnstyledButton>
        </p>
      )}
      <AddRow label="Add a fee from a date on" opens="new fee" Editor={FeeStepEditor} />
    </div>
  )
}

const countWords = (count: number): string =>
  count === 0 ? 'none' : count === 1 ? 'one step' : `${count} steps`

type StepRowProps = {
  readonly step: FeeStep
  readonly fees: readonly FeeStep[]
  readonly today: string
  readonly isOwn: boolean
  readonly onRemove: () => void
}

function StepRow({ step, fees, today, isOwn, onRemove }: StepRowProps) {
  const { from, payoutCurrency, platformFeeRatio, paymentFeeRatio, note } = step
  const inForce = inForceWords(fees, step, today)
  const beginning = from ?? 'the beginning'
  const old = oldWords(platformFeeRatio.asOf, today)
  return (
    <tr data-in-force={inForce !== null || undefined}>
      <th scope="row">
        {beginning}
        {inForce !== null && <span className={classes.inForce}>{inForce}</span>}
        {isOwn && <span className={classes.mine}>yours</span>}
      </th>
      <td>
        {payoutCurrency}
        {note !== null && <span className={classes.note}>{note}</span>}
      </td>
      <td data-number>
        <FigureValue label={`Platform fee from ${beginning}`} figure={platformFeeRatio} />
        {old !== null && <span className={classes.oldBelow}>{old}</span>}
      </td>
      <td data-number>
        <FigureValue label={`Payment fee from ${beginning}`} figure={paymentFeeRatio} />
      </td>
      <td className={classes.actionCell}>
        <RemoveRow
          label={`Remove the fee from ${beginning}, paid out in ${payoutCurrency}`}
          onRemove={onRemove}
        />
      </td>
    </tr>
  )
}
