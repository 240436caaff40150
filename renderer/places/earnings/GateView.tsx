import type { BreakEven } from '../../../shared/economics/break-even.ts'
import type { Gate } from '../../../shared/economics/verdict.ts'
import { gateSentence } from '../../../shared/economics/words.ts'
import { figureWords } from '../../controls/figure-text.ts'
import { ShowHow } from '../../controls/ShowHow.tsx'
import tables from '../../controls/Table.module.css'
import classes from './Section.module.css'

type GateViewProps = {
  readonly gate: Gate
  readonly changeNeeded: BreakEven | null
}

/** Which kind of income it is, with the three legs that decide it; only where a token is involved. */
export function GateView({ gate, changeNeeded }: GateViewProps) {
  if (!gate.tokenInvolved) return null
  const legs = [
    { how: 'usage-alone', label: 'Usage alone, token flat', usd: gate.usageOnlyUsd },
    { how: 'subsidy-adds', label: 'Subsidy adds', usd: gate.subsidyUsd },
    { how: 'token-path-adds', label: 'The token path you expect adds', usd: gate.tokenPathUsd },
  ]
  const total = gate.usageOnlyUsd + gate.subsidyUsd + gate.tokenPathUsd
  return (
    <section className={classes.section} aria-labelledby="gate-title">
      <h2 id="gate-title" className={classes.title}>
        Without the token rising
      </h2>
      <p className={classes.words}>
        <strong>{gate.verdict}</strong>. {gateSentence(gate)}
      </p>
      {changeNeeded !== null && <p className={classes.words}>{changeWords(changeNeeded)}</p>}
      <table className={tables.table}>
        <caption className={classes.hidden}>The three legs of the present value</caption>
        <thead>
          <tr>
            <th scope="col">
              {gate.withCapital ? 'Net present value' : 'Present value, card value left out'}
            </th>
            <th scope="col" data-number>
              $
            </th>
          </tr>
        </thead>
        <tbody>
          {legs.map(({ how, label, usd }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td data-number>
                {figureWords(usd, 'usd', { decimals: 2, withPlus: true })}
                <ShowHow of={how} label={label} />
              </td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">On the path you expect</th>
            <td data-number>
              {figureWords(total, 'usd', { decimals: 2, withPlus: true })}
              <ShowHow of="npv" label="present value on the path you expect" />
            </td>
          </tr>
        </tfoot>
      </table>
    </section>
  )
}

function changeWords({ crossings, everywhere }: BreakEven): string {
  if (everywhere === 'above') return 'It is worth something however far the token falls.'
  if (everywhere !== null) return 'No rise of the token within reason makes it worth something.'
  const changes = crossings.map((each) => figureWords(each.kind === 'root' ? each.at : each.high, 'ratio'))
  return `It is worth nothing where the token changes by ${changes.join(' or ')} a year.`
}
