import { Button } from '@mantine/core'
import { IconAlertTriangle } from '@tabler/icons-react'
import type { Table } from '../../../../shared/imports/table.ts'
import type { Question } from '../../../../shared/imports/import-limits.ts'
import type { ImportAnswer } from '../../../../shared/markets/market-book.ts'
import { Counts } from './Counts.tsx'
import classes from './Imports.module.css'

type OutcomeProps = {
  readonly table: Pick<Table, 'format'>
  readonly outcome: ImportAnswer<unknown, unknown>['outcome']
  readonly onAnswer: (question: Question, choice: string) => void
}

/** Counts; or the question that only a person can answer; or why the columns, as they are named, tell nothing. */
export function Outcome({ table, outcome, onAnswer }: OutcomeProps) {
  switch (outcome.kind) {
    case 'read':
      return <Counts table={table} outcome={outcome} />
    case 'asks':
      return (
        <div className={classes.question} role="alert">
          <span>{outcome.question}</span>
          {outcome.choices.map((choice) => (
            <Button
              key={choice}
              size="compact-xs"
              variant="default"
              onClick={() => onAnswer(outcome, choice)}
            >
              {choiceWords[choice] ?? choice}
            </Button>
          ))}
        </div>
      )
    case 'refused':
      return (
        <p className={classes.refused} role="alert">
          <IconAlertTriangle size={16} stroke={1.6} aria-hidden />
          <span>{outcome.message}</span>
        </p>
      )
  }
}

const choiceWords: Readonly<Record<string, string>> = {
  '.': 'a point: 1234.5',
  ',': 'a comma: 1234,5',
  'day first': 'the day: 31/12/2026',
  'month first': 'the month: 12/31/2026',
  'per GPU-hour': 'of each GPU',
  'per machine-hour': 'of all of them together',
}
