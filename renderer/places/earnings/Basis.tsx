import { definitionOf } from '../../../shared/economics/inputs.ts'
import type { NumberInput } from '../../../shared/economics/input-definition.ts'
import type { Evaluation } from '../../../shared/economics/evaluate.ts'
import { figureWords, rangeWords } from '../../controls/figure-text.ts'
import tables from '../../controls/Table.module.css'
import classes from './Basis.module.css'

type Evaluated = Extract<Evaluation, { kind: 'evaluated' }>

/** On what the answer rests: what was assumed, what is a range, what is not in it. */
export function Basis({ evaluation }: { readonly evaluation: Evaluated }) {
  const { assumptions, ranged, leftOut, wallRentedWatts, wallIdleWatts, wallEstimated } = evaluation
  return (
    <section className={classes.basis} aria-labelledby="basis-title">
      <h2 id="basis-title" className={classes.title}>
        What this rests on
      </h2>
      <p>
        At the wall {wallEstimated ? 'about ' : ''}
        {figureWords(wallRentedWatts, 'watts', { decimals: 0 })} rented and{' '}
        {figureWords(wallIdleWatts, 'watts', { decimals: 0 })} idle
        {wallEstimated ? ', estimated: measure it, or calibrate with one reading of a wall meter.' : '.'}{' '}
        Before tax.
      </p>
      {ranged.length > 0 && (
        <p>
          Unknown terms, taken at their bad end:{' '}
          {ranged
            .map((key) => {
              const { label, range, unit } = definitionOf(key) as NumberInput
              const [low, high] = range === undefined ? [0, 0] : [range.good, range.bad].sort((a, b) => a - b)
              return `${label.toLowerCase()} (${rangeWords(low ?? 0, high ?? 0, unit)})`
            })
            .join(', ')}
          .
        </p>
      )}
      {leftOut.length > 0 && (
        <p>
          Not in the figures, because unknown: {leftOut.map((key) => definitionOf(key).label).join('; ')}.
        </p>
      )}
      <details className={classes.list}>
        <summary>{assumptions.length} inputs assumed by Idlewatt</summary>
        <table className={tables.table}>
          <thead>
            <tr>
              <th scope="col">Input</th>
              <th scope="col" data-number>
                Assumed
              </th>
              <th scope="col">Whose idea</th>
            </tr>
          </thead>
          <tbody>
            {assumptions.map(({ key, label, value, unit, source }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td data-number>{figureWords(value, unit)}</td>
                <td>{source}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </details>
    </section>
  )
}
