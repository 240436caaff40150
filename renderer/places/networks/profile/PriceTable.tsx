import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import { saysTheSame } from '../../../../shared/markets/market-leaves.ts'
import type { PricePoint } from '../../../../shared/markets/market-profile.ts'
import { classInWords, figureWords } from '../../../controls/figure-text.ts'
import { FigureValue } from '../../../controls/FigureValue.tsx'
import tables from '../../../controls/Table.module.css'
import { oldWords } from './age.ts'
import { onlyCardOf } from './deciding-terms.ts'
import { AddRow, RemoveRow } from './OwnRows.tsx'
import { useMarketPage } from './page-context.ts'
import { priceRows, type PriceRow } from './price-rows.ts'
import { PriceEditor } from './PriceEditor.tsx'
import classes from './Profile.module.css'

/** Every price that is known of the network, each with its basis: an ask, a cap and a reference are no payments. */
export function PriceTable() {
  const { open, cards, today, change } = useMarketPage()
  const [mineOnly, setMineOnly] = useState(false)
  const rows = priceRows(open.entry.profile, onlyCardOf(cards))
  const mine = rows.filter(({ isMine }) => isMine)
  const shown = mineOnly ? mine : rows
  const remove = (point: PricePoint) =>
    void change('remove the price', {
      ...open.edits,
      prices: open.edits.prices.filter((each) => !saysTheSame(each, point)),
    })
  return (
    <section className={classes.section} aria-labelledby="market-prices">
      <div className={classes.head}>
        <h2 id="market-prices" className={classes.title}>
          Prices
        </h2>
        {rows.length > 0 && onlyCardOf(cards) !== null && (
          <SegmentedControl
            aria-label="Prices shown"
            size="xs"
            value={mineOnly ? 'mine' : 'all'}
            data={[
              { value: 'all', label: `All ${rows.length}` },
              { value: 'mine', label: `My card: ${mine.length}` },
            ]}
            onChange={(chosen) => setMineOnly(chosen === 'mine')}
          />
        )}
      </div>
      {shown.length === 0 ? (
        <p className={classes.unknown}>
          {mineOnly ? 'No price of your card was found.' : 'No price was found.'}
        </p>
      ) : (
        <div className={tables.scroller} tabIndex={0} role="region" aria-label="Prices, table">
          <table className={`${tables.table} ${classes.table}`}>
            <thead>
              <tr>
                <th scope="col">Card</th>
                <th scope="col" data-number>
                  Price
                </th>
                <th scope="col">Basis</th>
                <th scope="col">Standing</th>
                <th scope="col">As of</th>
                <th scope="col">What speaks for or against it</th>
                <th scope="col">
                  <span className={classes.hidden}>Remove</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((row) => (
                <PriceLine
                  key={JSON.stringify(row.point)}
                  row={row}
                  today={today}
                  isOwn={open.edits.prices.some((each) => saysTheSame(each, row.point))}
                  onRemove={() => remove(row.point)}
                />
              ))}
            </tbody>
          </table>
        </div>
      )}
      <AddRow label="Add a price" opens="new price" Editor={PriceEditor} />
    </section>
  )
}

type PriceLineProps = {
  readonly row: PriceRow
  readonly today: string
  readonly isOwn: boolean
  readonly onRemove: () => void
}

function PriceLine({ row, today, isOwn, onRemove }: PriceLineProps) {
  const { gpu, basis, usdPerGpuHour, note } = row.point
  const old = oldWords(usdPerGpuHour.asOf, today)
  return (
    <tr data-yours={isOwn || undefined}>
      <th scope="row">
        {gpu}
        {isOwn && <span className={classes.mine}>yours</span>}
      </th>
      <td data-number>
        <FigureValue label={`Price of ${gpu}, ${basis}`} figure={usdPerGpuHour} />
      </td>
      <td>{basis}</td>
      <td>{classInWords(usdPerGpuHour.class)}</td>
      <td className={classes.nowrap}>
        {usdPerGpuHour.asOf ?? 'no date'}
        {old !== null && <strong className={classes.old}> {old}</strong>}
      </td>
      <td className={classes.remarks}>
        {row.counts && <strong className={classes.inForce}>counts for your card</strong>}
        {row.contradicts.map((other) => (
          <strong key={`${other.usdPerGpuHour.value} ${other.usdPerGpuHour.source}`} className={classes.flag}>
            contradicts{' '}
            {other.usdPerGpuHour.value === null
              ? 'another'
              : figureWords(other.usdPerGpuHour.value, 'usdPerGpuHour')}
          </strong>
        ))}
        {note}
      </td>
      <td className={classes.actionCell}>
        {isOwn && <RemoveRow label={`Remove your price of ${gpu}`} onRemove={onRemove} />}
      </td>
    </tr>
  )
}
