import type { Figure } from '../../shared/figure.ts'
import classes from './FigureLegend.module.css'
import { FigureValue } from './FigureValue.tsx'

const example: Figure = {
  value: 320,
  low: null,
  high: null,
  unit: 'watts',
  source: 'an example',
  asOf: null,
  class: 'own-measurement',
}

/** How a figure looks by its standing. */
export function FigureLegend() {
  return (
    <dl className={classes.legend}>
      <dt>
        <FigureValue label="A measured figure" figure={example} />
      </dt>
      <dd>measured, on a receipt or on a chain</dd>
      <dt>
        <FigureValue label="A stated figure" figure={{ ...example, class: 'third-party' }} />
      </dt>
      <dd>stated by a maker, a project or a third party</dd>
      <dt>
        <FigureValue
          label="An estimated figure"
          figure={{ ...example, value: 272, low: 231, high: 313, class: 'assumption' }}
        />
      </dt>
      <dd>estimated or assumed, with its range</dd>
      <dt>
        <FigureValue label="An unknown figure" figure={{ ...example, value: null, source: null }} />
      </dt>
      <dd>not known; never counted as zero</dd>
    </dl>
  )
}
