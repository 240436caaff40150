import {
  comparedFigures,
  type ComparedColumn,
  type ComparedKey,
} from '../../../../shared/sensitivity/compare-scenarios.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import table from '../../../controls/Table.module.css'
import classes from './Sensitivity.module.css'

type ScenarioColumnsProps = { readonly caption: string; readonly columns: readonly ComparedColumn[] }

/** Headlines in columns, each with what it is more or less than the first. */
export function ScenarioColumns({ caption, columns }: ScenarioColumnsProps) {
  return (
    <div className={table.scroller} role="region" tabIndex={0} aria-label={caption}>
      <table className={`${table.table} ${classes.columns}`}>
        <caption className={classes.hidden}>{caption}</caption>
        <thead>
          <tr>
            <th scope="col">Headline</th>
            {columns.map(({ name }) => (
              <th key={name} scope="col" data-number>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {comparedFigures.map(({ key, label, unit }) => (
            <tr key={key} data-faint={key === 'grossUsdPerMonth' || undefined}>
              <th scope="row">{label}</th>
              {columns.map((column) => (
                <td key={column.name} data-number>
                  {column.kind === 'unanswered' ? (
                    '–'
                  ) : (
                    <Amount
                      value={column.figures[key]}
                      difference={column.differences[key]}
                      unit={unit}
                      absent={absentWords(key, column.npvWithCapital)}
                    />
                  )}
                </td>
              ))}
            </tr>
          ))}
          <tr>
            <th scope="row">First cash</th>
            {columns.map((column) => (
              <td key={column.name} data-number>
                {column.kind === 'unanswered' ? '–' : <FirstCash column={column} />}
              </td>
            ))}
          </tr>
        </tbody>
      </table>
    </div>
  )
}

/** Without the card's value neither a payback nor a return is known. */
function absentWords(key: ComparedKey, withCapital: boolean): string {
  if (!withCapital) return 'unknown'
  return key === 'paybackMonths' ? 'never' : 'not meaningful'
}

type AmountProps = {
  readonly value: number | null
  readonly difference: number | null
  readonly unit: (typeof comparedFigures)[number]['unit']
  readonly absent: string
}

function Amount({ value, difference, unit, absent }: AmountProps) {
  if (value === null) return <span className={classes.difference}>{absent}</span>
  const isMoney = unit === 'usd' || unit === 'usdPerMonth'
  const options = isMoney ? { decimals: 0, suffix: '' } : { decimals: 1 }
  return (
    <>
      <span className={classes.amount} data-negative={value < 0 || undefined}>
        {figureWords(value, unit, options)}
      </span>
      {difference !== null && (
        <span className={classes.difference}>
          {figureWords(difference, unit, { ...options, withPlus: true, suffix: '' })}
          {unit === 'ratioPerYear' ? ' points' : ''}
        </span>
      )}
    </>
  )
}

function FirstCash({ column }: { readonly column: Extract<ComparedColumn, { kind: 'answered' }> }) {
  const { firstCashDate, firstCashLaterDays } = column
  if (firstCashDate === null) return <span className={classes.difference}>none</span>
  return (
    <>
      <span className={classes.amount}>{firstCashDate}</span>
      {firstCashLaterDays !== null && (
        <span className={classes.difference}>
          {figureWords(firstCashLaterDays, 'days', { decimals: 0, withPlus: true })}
        </span>
      )}
    </>
  )
}
