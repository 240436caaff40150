import { Button, NumberInput } from '@mantine/core'
import { useState } from 'react'
import { calibrationOf, wallPowerOf } from '../../../shared/economics/energy.ts'
import { batchOf } from '../../../shared/economics/batch.ts'
import { type InputEntries, resolveInputs } from '../../../shared/economics/inputs.ts'
import type { Unit } from '../../../shared/figure.ts'
import type { EntriesPatch } from '../../../shared/scenario-entries.ts'
import { figureWords } from '../../controls/figure-text.ts'
import { typedFigure } from './typed-figure.ts'
import classes from './CalibrationFiller.module.css'

type CalibrationFillerProps = {
  readonly entries: InputEntries
  readonly onPatch: (patch: EntriesPatch) => void
}

/** One or two readings of a wall meter become slope and offset of the computed power. */
export function CalibrationFiller({ entries, onPatch }: CalibrationFillerProps) {
  const [rented, setRented] = useState<number | string>('')
  const [idle, setIdle] = useState<number | string>('')
  const [problem, setProblem] = useState<string | null>(null)
  const computed = uncalibratedWatts(entries)
  if (computed === null) return null

  const calibrate = () => {
    if (typeof rented !== 'number') return setProblem('Type what the meter reads with every card working.')
    const loaded = { computedWatts: computed.rentedWatts, meterWatts: rented }
    const resting = typeof idle === 'number' ? { computedWatts: computed.idleWatts, meterWatts: idle } : null
    try {
      const { slopeRatio, offsetWatts } = calibrationOf(resting === null ? [loaded] : [resting, loaded])
      setProblem(null)
      onPatch({
        calibrationSlopeRatio: measured(slopeRatio, 'ratio'),
        calibrationOffsetWatts: measured(offsetWatts, 'watts'),
      })
    } catch (failure) {
      setProblem(failure instanceof Error ? failure.message : 'These readings give no calibration.')
    }
  }
  return (
    <fieldset className={classes.frame}>
      <legend className={classes.legend}>Calibrate by a wall meter</legend>
      <div className={classes.fields}>
        <NumberInput
          size="xs"
          label="Meter, all rented"
          description={`computed ${figureWords(computed.rentedWatts, 'watts', { decimals: 0 })}`}
          min={0}
          hideControls
          value={rented}
          onChange={setRented}
        />
        <NumberInput
          size="xs"
          label="Meter, idle (optional)"
          description={`computed ${figureWords(computed.idleWatts, 'watts', { decimals: 0 })}`}
          min={0}
          hideControls
          value={idle}
          onChange={setIdle}
        />
      </div>
      <Button size="compact-xs" variant="default" onClick={calibrate}>
        Calibrate
      </Button>
      {problem !== null && (
        <p className={classes.problem} role="alert">
          {problem}
        </p>
      )}
    </fieldset>
  )
}

function measured(value: number, unit: Unit) {
  return typedFigure(value, unit, 'own-measurement', 'your wall meter')
}

function uncalibratedWatts(entries: InputEntries) {
  const { calibrationSlopeRatio: _slope, calibrationOffsetWatts: _offset, ...bare } = entries
  const resolution = resolveInputs(bare)
  if (resolution.kind === 'refused' || resolution.inputs.choices.powerBasis === 'wall') return null
  const wall = wallPowerOf(batchOf(resolution.inputs, 1))
  return { rentedWatts: wall.rentedWatts[0] ?? 0, idleWatts: wall.idleWatts[0] ?? 0 }
}
