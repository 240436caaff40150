import { NativeSelect } from '@mantine/core'
import { useMemo, useState } from 'react'
import { batchOf } from '../../../../shared/economics/batch.ts'
import { type InputEntries, resolveInputs } from '../../../../shared/economics/inputs.ts'
import { statementOf } from '../../../../shared/economics/statement.ts'
import { unansweredReason } from '../../../../shared/sensitivity/cases.ts'
import { type HourMeasure, type HourTable, hourTableOf } from '../../../../shared/sensitivity/hour-table.ts'
import { HeatMap } from '../../../charts/HeatMap.tsx'
import { figureWords } from '../../../controls/figure-text.ts'
import classes from './Sensitivity.module.css'

const measures: readonly { readonly value: HourMeasure; readonly label: string; readonly words: string }[] = [
  { value: 'netUsd', label: 'What each hour leaves', words: 'net' },
  { value: 'electricityUsd', label: 'Electricity', words: 'electricity' },
  { value: 'rentedGpuHours', label: 'Rented GPU-hours', words: 'rented GPU-hours' },
]

function tableFrom(entries: InputEntries): HourTable | string {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') return resolution.problems[0]?.message ?? ''
  const reason = unansweredReason(resolution.inputs)
  if (reason !== null) return reason
  const statement = statementOf(batchOf(resolution.inputs, 1))
  if (statement.wall.overloadRatio[0]! > 1) return 'The power supply would be overloaded.'
  return hourTableOf(statement, 0)
}

/** The first year by hour of the day and month: when it earns, when it pays. */
export function HoursByMonth({ entries }: { readonly entries: InputEntries }) {
  const [measure, setMeasure] = useState<HourMeasure>('netUsd')
  const table = useMemo(() => tableFrom(entries), [entries])
  if (typeof table === 'string') return <p className={classes.words}>There are no hours yet. {table}</p>
  const { label, words } = measures.find(({ value }) => value === measure)!
  const months = table.cells[measure]
  const cells = Array.from({ length: 24 }, (_, hour) =>
    months.map((hours, m) => (table.offeredHours[m]![hour] === 0 ? null : hours[hour]!)),
  ).flat()
  const total = months.reduce((sum, hours) => sum + hours.reduce((part, each) => part + each, 0), 0)
  const inWords = (value: number) =>
    measure === 'rentedGpuHours'
      ? `${figureWords(value, 'count', { decimals: 0 })} GPU-h`
      : figureWords(value, 'usd', { decimals: 2 })
  return (
    <>
      <div className={classes.row}>
        <NativeSelect
          label="Looked at"
          value={measure}
          data={measures.map(({ value, label }) => ({ value, label }))}
          onChange={(event) => setMeasure(event.currentTarget.value as HourMeasure)}
        />
      </div>
      <HeatMap
        key={measure}
        title={`${label}, by hour and month`}
        summary={`${inWords(total)} ${words} in ${table.months.length} months.`}
        columns={{ label: 'Month', values: table.months.map((month) => ({ id: month, words: month })) }}
        rows={{
          label: 'Hour',
          values: Array.from({ length: 24 }, (_, hour) => ({ id: hour, words: `${hour}:00` })),
        }}
        cells={cells}
        words={inWords}
        emptyWords="not offered"
        upwards={false}
        withTurn={measure === 'netUsd'}
        here={null}
        heightPixels={330}
      />
      <p className={classes.words}>
        {inWords(total)} {words} in {table.months.length} months. Rented hours lie evenly over the offered
        ones; each hour pays its own tariff, and fixed costs are spread over all. Hatched hours are not
        offered.
      </p>
    </>
  )
}
