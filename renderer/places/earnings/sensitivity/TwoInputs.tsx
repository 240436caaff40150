import { useMemo, useState } from 'react'
import type { NumberKey } from '../../../../shared/economics/input-table.ts'
import type { InputEntries } from '../../../../shared/economics/inputs.ts'
import { resolveInputs } from '../../../../shared/economics/inputs.ts'
import type { Metric } from '../../../../shared/sensitivity/cases.ts'
import { numberInputOf } from '../../../../shared/sensitivity/cases.ts'
import { axisOf, type HeatMapAxis, type HeatMapSpec } from '../../../../shared/sensitivity/heat-map.ts'
import { HeatMap } from '../../../charts/HeatMap.tsx'
import { figureWords } from '../../../controls/figure-text.ts'
import classes from './Sensitivity.module.css'
import { applying, InputPicker, MetricPicker, metricWords, valueWords } from './pickers.tsx'
import { type Filling, useCells } from './use-cells.ts'

/** The answer over two inputs; price and rented share, the two that nobody publishes, stand there first. */
export function TwoInputs({ entries }: { readonly entries: InputEntries }) {
  const [metric, setMetric] = useState<Metric>('net')
  const [chosenColumns, setColumns] = useState<NumberKey>('priceUsdPerGpuHour')
  const [chosenRows, setRows] = useState<NumberKey>('rentalUtilizationRatio')
  const columnKey = applying(entries, chosenColumns, 'priceUsdPerGpuHour')
  const rowKey = applying(
    entries,
    chosenRows,
    columnKey === 'rentalUtilizationRatio' ? 'priceUsdPerGpuHour' : 'rentalUtilizationRatio',
  )
  const spec = useMemo<HeatMapSpec>(
    () => ({ metric, columns: axisOf(entries, columnKey), rows: axisOf(entries, rowKey) }),
    [entries, metric, columnKey, rowKey],
  )
  const filling = useCells(entries, spec)
  const view = ({ key, values }: HeatMapAxis) => ({
    label: numberInputOf(key).label,
    values: values.map((value) => ({ id: value, words: valueWords(entries, key)(value) })),
  })
  return (
    <>
      <div className={classes.row}>
        <InputPicker
          label="Across"
          entries={entries}
          chosen={columnKey}
          except={rowKey}
          onChoose={setColumns}
        />
        <InputPicker
          label="Upwards"
          entries={entries}
          chosen={rowKey}
          except={columnKey}
          onChoose={setRows}
        />
        <MetricPicker metric={metric} onChoose={setMetric} />
        <span className={classes.progress} role="status">
          {progressWords(filling)}
        </span>
      </div>
      <HeatMap
        key={`${columnKey} ${rowKey} ${metric}`}
        title={`${metricWords[metric].label} over two inputs`}
        summary={summaryOf(filling)}
        columns={view(spec.columns)}
        rows={view(spec.rows)}
        cells={filling.cells}
        words={usdWords}
        emptyWords="refused"
        upwards
        withTurn
        here={hereOf(entries, spec)}
        heightPixels={300}
      />
      <p className={classes.words}>
        ● as it is. Hatched cells are refused, such as a rig that overloads its power supply. Both inputs as
        if typed: what Idlewatt estimates from them follows.
      </p>
    </>
  )
}

function usdWords(usd: number): string {
  return figureWords(usd, 'usd', { decimals: Math.abs(usd) >= 100 ? 0 : 2 })
}

function progressWords({ done, total }: Filling): string {
  return done < total ? `filling, ${done} of ${total}` : `${total} cells`
}

function summaryOf({ cells, done, total }: Filling): string {
  if (done < total) return `Filling, ${done} of ${total} cells.`
  const above = cells.filter((cell) => typeof cell === 'number' && cell > 0).length
  const below = cells.filter((cell) => typeof cell === 'number' && cell < 0).length
  return `${above} of ${total} cells earn and ${below} lose.`
}

/** The cell nearest to the inputs in use; null where one of them is open. */
function hereOf(entries: InputEntries, { columns, rows }: HeatMapSpec) {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused') return null
  const nearest = ({ key, values }: HeatMapAxis) => {
    const value = resolution.inputs.numbers[key]
    if (value === null) return null
    return values.reduce(
      (best, each, i) => (Math.abs(each - value) < Math.abs(values[best]! - value) ? i : best),
      0,
    )
  }
  const [column, row] = [nearest(columns), nearest(rows)]
  return column === null || row === null ? null : { column, row }
}
