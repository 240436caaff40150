import { Button } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { InputEntries } from '../../../../shared/economics/inputs.ts'
import type { Metric, Outcome } from '../../../../shared/sensitivity/cases.ts'
import { basisWords } from '../../../../shared/sensitivity/ranges.ts'
import { tornadoOf, type TornadoRow } from '../../../../shared/sensitivity/tornado.ts'
import { Tornado, type TornadoBar } from '../../../charts/Tornado.tsx'
import classes from './Sensitivity.module.css'
import { MetricPicker, metricWords, valueWords } from './pickers.tsx'

/** As many as fit into a look. */
const shownAtFirst = 12

/** Each input at its low and its high end, the widest first. */
export function WhatMovesIt({ entries }: { readonly entries: InputEntries }) {
  const [metric, setMetric] = useState<Metric>('net')
  const [all, setAll] = useState(false)
  const tornado = useMemo(() => tornadoOf(entries, metric), [entries, metric])
  const picker = (
    <div className={classes.row}>
      <MetricPicker metric={metric} onChoose={setMetric} />
    </div>
  )
  if (tornado.kind === 'unanswered') {
    return (
      <>
        {picker}
        <p className={classes.words}>There is nothing to move yet. {tornado.reason}</p>
      </>
    )
  }
  const { rows, baseUsd, unmovedCount, withoutSwingCount } = tornado
  const [first] = rows
  const shown = all ? rows : rows.slice(0, shownAtFirst)
  return (
    <>
      {picker}
      <p className={classes.words}>
        {first === undefined
          ? 'No input moves it.'
          : `“${first.label}” moves it most. Each input is moved alone, all else as it is; what Idlewatt estimates from it follows.`}
      </p>
      {rows.length > 0 && (
        <Tornado
          title="What moves it"
          unitText={metricWords[metric].unit}
          baseUsd={baseUsd}
          bars={shown.map((row) => barOf(row, entries))}
        />
      )}
      <p className={classes.words}>
        {rows.length > shownAtFirst && (
          <Button size="compact-xs" variant="default" onClick={() => setAll((before) => !before)}>
            {all ? `Only the first ${shownAtFirst}` : `All ${rows.length}`}
          </Button>
        )}{' '}
        {unmovedCount} more move nothing; {withoutSwingCount} stand at zero, where a share is no swing.
      </p>
    </>
  )
}

function barOf({ key, label, ends, atLow, atHigh }: TornadoRow, entries: InputEntries): TornadoBar {
  const words = valueWords(entries, key)
  return {
    key,
    label,
    lowWords: words(ends.low),
    highWords: words(ends.high),
    basis: basisWords(ends.basis),
    atLowUsd: usdOf(atLow),
    atHighUsd: usdOf(atHigh),
  }
}

function usdOf(outcome: Outcome): number | null {
  return outcome.kind === 'value' ? outcome.usd : null
}
