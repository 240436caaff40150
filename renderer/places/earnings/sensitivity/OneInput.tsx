import { useMemo, useState } from 'react'
import type { NumberKey } from '../../../../shared/economics/input-table.ts'
import { type InputEntries, resolveInputs, wordOf } from '../../../../shared/economics/inputs.ts'
import type { Metric } from '../../../../shared/sensitivity/cases.ts'
import { numberInputOf } from '../../../../shared/sensitivity/cases.ts'
import { reasonAgainstSweep, type Sweep, sweepOf } from '../../../../shared/sensitivity/sweep.ts'
import { SweepChart } from '../../../charts/SweepChart.tsx'
import classes from './Sensitivity.module.css'
import { applying, InputPicker, MetricPicker, metricWords, valueWords } from './pickers.tsx'

type Swept =
  | { readonly kind: 'swept'; readonly sweep: Sweep; readonly here: number | null }
  | { readonly kind: 'unanswered'; readonly reason: string }

function sweptFrom(entries: InputEntries, key: NumberKey, metric: Metric): Swept {
  const resolution = resolveInputs(entries)
  if (resolution.kind === 'refused')
    return { kind: 'unanswered', reason: resolution.problems[0]?.message ?? '' }
  const reason = reasonAgainstSweep(resolution.inputs, key)
  if (reason !== null) return { kind: 'unanswered', reason }
  return {
    kind: 'swept',
    sweep: sweepOf(resolution.inputs, key, metric),
    here: resolution.inputs.numbers[key],
  }
}

/** The answer over one input, with the points at which it turns. */
export function OneInput({ entries }: { readonly entries: InputEntries }) {
  const [metric, setMetric] = useState<Metric>('net')
  const [chosen, setChosen] = useState<NumberKey>('priceUsdPerGpuHour')
  const key = applying(entries, chosen, 'priceUsdPerGpuHour')
  const swept = useMemo(() => sweptFrom(entries, key, metric), [entries, key, metric])
  const words = valueWords(entries, key)
  const { label } = numberInputOf(key)
  // A break-even of the first year is one before tax.
  const beforeTax = metric === 'net' && wordOf(entries, 'taxTreatment') === 'taxed' ? ', before tax' : ''
  const metricLabel = `${metricWords[metric].label}${beforeTax}`
  return (
    <>
      <div className={classes.row}>
        <InputPicker label="All else as it is, change" entries={entries} chosen={key} onChoose={setChosen} />
        <MetricPicker metric={metric} onChoose={setMetric} />
      </div>
      {swept.kind === 'unanswered' ? (
        <p className={classes.words}>There is no line yet. {swept.reason}</p>
      ) : (
        <>
          <SweepChart
            title={`${metricLabel}, over ${label}`}
            summary={turningWords(swept.sweep, words)}
            metricLabel={metricLabel}
            points={swept.sweep.points}
            turns={swept.sweep.crossings.map((each) => (each.kind === 'root' ? each.at : each.low))}
            here={swept.here}
            wordsAt={words}
          />
          <p className={classes.words}>
            {turningWords(swept.sweep, words)} Changed alone: what Idlewatt estimated from it stays.
          </p>
        </>
      )}
    </>
  )
}

function turningWords({ points, crossings }: Sweep, words: (value: number) => string): string {
  const between = `between ${words(points[0]?.at ?? 0)} and ${words(points.at(-1)?.at ?? 0)}`
  if (crossings.length > 0) {
    const turns = crossings.map((each) =>
      each.kind === 'root' ? words(each.at) : `a leap between ${words(each.low)} and ${words(each.high)}`,
    )
    return `It turns at ${turns.join('; ')}.`
  }
  const known = points.flatMap(({ usd }) => (usd === null ? [] : [usd]))
  if (known.length === 0) return `Everything ${between} overloads the power supply.`
  return `It ${known.every((usd) => usd >= 0) ? 'earns' : 'loses'} everywhere ${between}.`
}
