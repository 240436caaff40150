import { countedUtilization } from '../../../../shared/markets/evidence.ts'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import type { UtilizationPoint } from '../../../../shared/markets/market-profile.ts'
import { useBook } from '../../../book.ts'
import { classInWords } from '../../../controls/figure-text.ts'
import { FigureValue } from '../../../controls/FigureValue.tsx'
import tables from '../../../controls/Table.module.css'
import { oldWords } from './age.ts'
import { onlyCardOf } from './deciding-terms.ts'
import { AddRow, RemoveRow } from './OwnRows.tsx'
import { useMarketPage } from './page-context.ts'
import classes from './Profile.module.css'
import { ShareEditor } from './ShareEditor.tsx'

/** Shares of up hours that are rented, of some cards or of all. */
export function ShareTable() {
  const { open, cards, today, change } = useMarketPage()
  const gpus = useBook((book) => book.catalogue.gpus)
  const { profile } = open.entry
  const counted = countedUtilization(profile, onlyCardOf(cards))
  const namesOf = ({ catalogueIds }: UtilizationPoint) =>
    catalogueIds.length === 0
      ? 'all cards'
      : catalogueIds.map((id) => gpus.find((gpu) => gpu.id === id)?.name ?? id).join(', ')
  const isOwn = (point: UtilizationPoint) => open.edits.utilizations.some((each) => saysTheSame(each, point))
  const remove = (point: UtilizationPoint) =>
    void change('remove the rented share', {
      ...open.edits,
      utilizations: open.edits.utilizations.filter((each) => !saysTheSame(each, point)),
    })
  return (
    <section className={classes.section} aria-labelledby="market-shares">
      <h2 id="market-shares" className={classes.title}>
        Rented shares
      </h2>
      {profile.utilizations.length === 0 ? (
        <p className={classes.unknown}>No rented share was found.</p>
      ) : (
        <div className={tables.scroller} tabIndex={0} role="region" aria-label="Rented shares, table">
          <table className={`${tables.table} ${classes.table}`}>
            <thead>
              <tr>
                <th scope="col">Cards</th>
                <th scope="col" data-number>
                  Rented share
                </th>
                <th scope="col">Standing</th>
                <th scope="col">As of</th>
                <th scope="col">What speaks for or against it</th>
                <th scope="col">
                  <span className={classes.hidden}>Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {profile.utilizations.map((point) => {
                const { rentalUtilizationRatio: share, note } = point
                const old = oldWords(share.asOf, today)
                const names = namesOf(point)
                return (
                  <tr key={JSON.stringify(point)} data-yours={isOwn(point) || undefined}>
                    <th scope="row">
                      {names}
                      {isOwn(point) && <span className={classes.mine}>yours</span>}
                    </th>
                    <td data-number>
                      <FigureValue label={`Rented share of ${names}`} figure={share} />
                    </td>
                    <td>{classInWords(share.class)}</td>
                    <td className={classes.nowrap}>
                      {share.asOf ?? 'no date'}
                      {old !== null && <strong className={classes.old}> {old}</strong>}
                    </td>
                    <td className={classes.remarks}>
                      {point === counted && <strong className={classes.inForce}>counts for your card</strong>}
                      {note}
                    </td>
                    <td className={classes.actionCell}>
                      {isOwn(point) && (
                        <RemoveRow
                          label={`Remove your rented share of ${names}`}
                          onRemove={() => remove(point)}
                        />
                      )}
                    </td>
                  </tr>
                )
              })}
            </tbody>
          </table>
        </div>
      )}
      <AddRow label="Add a rented share" opens="new share" Editor={ShareEditor} />
    </section>
  )
}
