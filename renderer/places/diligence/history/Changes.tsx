import { useMemo } from 'react'
import { changesBetween, type EndChange } from '../../../../shared/diligence/changes.ts'
import type { Scorecard } from '../../../../shared/diligence/scorecard.ts'
import { evidenceWords, gateLabels, gateStateWords } from '../../../../shared/diligence/words.ts'
import { figureWords } from '../../../controls/figure-text.ts'
import table from '../../../controls/Table.module.css'
import { checklistsOf } from '../scored-today.ts'
import { useListing, useRoles } from '../use-diligence.ts'
import { pillarLabels } from '../words.ts'
import { answerWords, namesOf } from './entry-words.ts'
import classes from './History.module.css'
import { shown } from '../shown.ts'

type ChangesProps = { readonly card: Scorecard; readonly from: string; readonly to: string }

const shownAtFirst = 8

/** What became another between two days, parted into getting older and new entries. */
export function Changes({ card, from, to }: ChangesProps) {
  const listing = useListing()
  const roles = useRoles()
  const changes = useMemo(
    () => changesBetween(card.entries, checklistsOf(listing), roles, from, to),
    [card, listing, roles, from, to],
  )
  const names = useMemo(
    () =>
      namesOf(
        listing,
        card.entries.map(({ body }) => body),
      ),
    [listing, card],
  )
  const others = [
    ...changes.gates.map(({ from: was, to: is }) => ({
      key: is.id,
      what: `${gateLabels[is.id]}: ${gateStateWords[was.state]} → ${gateStateWords[is.state]}`,
      detail: shown(is.reason),
    })),
    ...changes.tripwires.map(({ from: was, to: is }) => ({
      key: is.tripwire.tripwireId,
      what: `Tripwire “${shown(is.tripwire.words)}”: ${was ?? 'not set'} → ${is.state}`,
      detail: null,
    })),
    ...changes.answers.map(({ itemId, from: was, to: is }) => ({
      key: itemId,
      what: `${shown(names.get(itemId) ?? itemId)}: ${answerWords(was?.value ?? null)} → ${answerWords(is?.value ?? null)}`,
      detail: is === null ? 'taken back' : `${evidenceWords[is.class]}, seen on ${is.seenOn}`,
    })),
  ]
  return (
    <section className={classes.section} aria-labelledby="changes-title">
      <h2 id="changes-title" className={classes.title}>
        What changed since {from}
      </h2>
      <div className={table.scroller} role="region" aria-label="Changes of the pillars, table" tabIndex={0}>
        <table className={`${table.table} ${classes.changes}`}>
          <thead>
            <tr>
              <th scope="col">Pillar</th>
              <th scope="col" data-number>
                Low, by getting older
              </th>
              <th scope="col" data-number>
                Low, by entries
              </th>
              <th scope="col" data-number>
                High, by getting older
              </th>
              <th scope="col" data-number>
                High, by entries
              </th>
              <th scope="col">Verdict</th>
            </tr>
          </thead>
          <tbody>
            {changes.pillars.map(({ pillar, low, high, from: was, to: is }) => (
              <tr key={pillar}>
                <th scope="row">{pillarLabels[pillar]}</th>
                <Ends change={low} />
                <Ends change={high} />
                <td>{was === is ? is : `${was} → ${is}`}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {others.length === 0 ? (
        <p className={classes.faint}>No gate, tripwire or answer is another than on {from}.</p>
      ) : (
        <Others others={others.slice(0, shownAtFirst)} />
      )}
      {others.length > shownAtFirst && (
        <details className={classes.more}>
          <summary>{others.length - shownAtFirst} more</summary>
          <Others others={others.slice(shownAtFirst)} />
        </details>
      )}
    </section>
  )
}

type OtherChange = { readonly key: string; readonly what: string; readonly detail: string | null }

function Others({ others }: { readonly others: readonly OtherChange[] }) {
  return (
    <ul className={classes.others}>
      {others.map(({ key, what, detail }) => (
        <li key={key}>
          {what}
          {detail !== null && <span className={classes.small}>{detail}</span>}
        </li>
      ))}
    </ul>
  )
}

function Ends({ change }: { readonly change: EndChange }) {
  return (
    <>
      <td data-number>{pointsChange(change.byAgeing)}</td>
      <td data-number>{pointsChange(change.byEntries)}</td>
    </>
  )
}

/** One decimal; what rounds to nothing is nothing. */
function pointsChange(points: number): string {
  return Math.abs(points) < 0.05 ? '0' : figureWords(points, 'count', { decimals: 1, withPlus: true })
}
