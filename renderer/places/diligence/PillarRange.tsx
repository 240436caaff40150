import { VisuallyHidden } from '@mantine/core'
import type { Gate } from '../../../shared/diligence/gates.ts'
import type { PillarScore } from '../../../shared/diligence/score.ts'
import { gateLabels } from '../../../shared/diligence/words.ts'
import classes from './Marks.module.css'
import { isWithoutToken, pillarLabels, rangePoints } from './words.ts'
import { shown } from './shown.ts'

type PillarRangeProps = {
  readonly score: PillarScore
  /** The closed gate in front of it. */
  readonly greyedBy: Gate | null
  readonly gates: readonly Gate[]
}

/** A pillar between two numbers of 0 to 100, with the verdict in words. Behind a closed gate it is grey. */
export function PillarRange({ score, greyedBy: gate, gates }: PillarRangeProps) {
  const { low, high, verdict, pillar, redFlags } = score
  const noToken = pillar === 'token' && isWithoutToken(gates)
  const greyedBy = noToken ? null : gate
  const isPoint = high - low < 2
  const greyed =
    greyedBy === null ? '' : `Greyed, for ${gateLabels[greyedBy.id]} is closed: ${shown(greyedBy.reason)}`
  return (
    <div
      className={classes.pillar}
      data-verdict={verdict}
      data-greyed={greyedBy !== null || noToken || undefined}
      data-low={low}
      data-high={high}
      title={greyed === '' ? undefined : greyed}
    >
      <div className={classes.pillarTop}>
        <span className={classes.verdict} data-verdict={verdict}>
          <VisuallyHidden>{pillarLabels[pillar]}: </VisuallyHidden>
          {noToken ? 'no token' : verdict}
          {redFlags.length > 0 && (
            <span className={classes.flag}>
              {' '}
              <span aria-hidden>⚑</span>
              <VisuallyHidden>, capped by a red flag</VisuallyHidden>
            </span>
          )}
        </span>
        {!noToken && <span className={classes.range}>{rangePoints(score)}</span>}
      </div>
      <div className={classes.track} aria-hidden>
        {[40, 60, 75].map((limit) => (
          <span key={limit} className={classes.limit} style={{ left: `${limit}%` }} />
        ))}
        {!noToken && (
          <span
            className={classes.band}
            data-point={isPoint || undefined}
            style={
              isPoint
                ? { left: `calc((100% - 5px) * ${(low + high) / 200})` }
                : { left: `${low}%`, width: `${high - low}%` }
            }
          />
        )}
      </div>
      {greyed !== '' && <VisuallyHidden>{greyed}</VisuallyHidden>}
    </div>
  )
}
