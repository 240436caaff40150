import { ActionIcon, Button, UnstyledButton } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useRef } from 'react'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import type { FeeStep } from '../../../../shared/markets/market-profile.ts'
import { FigureValue } from '../../../controls/FigureValue.tsx'
import tables from '../../../controls/Table.module.css'
import { oldWords } from './age.ts'
import { byBeginning, inForceWords } from './fee-words.ts'
import { FeeStepEditor } from './FeeStepEditor.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Profile.module.css'

/** The dated schedule, one step a row in the order of time, today's marked. */
export function FeeSchedule() {
  const { open, today, readOnly, editing, setEditing, change, reset } = useMarketPage()
  const add = useRef<HTMLButtonElement>(null)
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
                  readOnly={readOnly}
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
      {editing === 'new fee' ? (
        <FeeStepEditor
          onClose={() => {
            setEditing(null)
            // The button is drawn again in the place of the form.
            setTimeout(() => add.current?.focus())
          }}
        />
      ) : (
        <Button
          ref={add}
          size="compact-xs"
          variant="subtle"
          className={classes.add ?? ''}
          disabled={readOnly}
          leftSection={<IconPlus size={13} stroke={1.8} aria-hidden />}
          onClick={() => setEditing('new fee')}
        >
          Add a fee from a date on
        </Button>
      )}
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
  readonly readOnly: boolean
  readonly onRemove: () => void
}

function StepRow({ step, fees, today, isOwn, readOnly, onRemove }: StepRowProps) {
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
        <ActionIcon
          variant="subtle"
          color="gray"
          size="sm"
          disabled={readOnly}
          aria-label={`Remove the fee from ${beginning}, paid out in ${payoutCurrency}`}
          onClick={onRemove}
        >
          <IconTrash size={14} stroke={1.6} aria-hidden />
        </ActionIcon>
      </td>
    </tr>
  )
}
