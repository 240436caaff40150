import { useMemo } from 'react'
import { isoDate } from '../../../shared/calendar.ts'
import type { CashCalendar as Calendar, Payout } from '../../../shared/economics/cash-calendar.ts'
import { cashCalendarOf } from '../../../shared/economics/cash-calendar.ts'
import type { InputEntries } from '../../../shared/economics/inputs.ts'
import { resolveInputs } from '../../../shared/economics/inputs.ts'
import { figureWords } from '../../controls/figure-text.ts'
import tables from '../../controls/Table.module.css'
import calendar from './CashCalendar.module.css'
import classes from './Section.module.css'

const monthsShown = 6
const payoutsShown = 3

/** When money comes: the first payouts with their five dates, and the days on which it arrives. */
export function CashCalendar({ entries }: { readonly entries: InputEntries }) {
  const dates = useMemo(() => {
    const resolution = resolveInputs(entries)
    return resolution.kind === 'resolved' ? cashCalendarOf(resolution.inputs) : null
  }, [entries])
  if (dates === null) return null
  return (
    <section className={classes.section} aria-labelledby="calendar-title">
      <h2 id="calendar-title" className={classes.title}>
        Cash calendar
      </h2>
      {dates.arrivals.length === 0 ? (
        <p className={classes.words}>No money ever arrives: every payout stays below the minimum.</p>
      ) : (
        <>
          <FirstPayouts payouts={dates.payouts.slice(0, payoutsShown)} />
          <Arrivals arrivals={dates.arrivals} />
        </>
      )}
    </section>
  )
}

function FirstPayouts({ payouts }: { readonly payouts: readonly Payout[] }) {
  return (
    <div className={calendar.scroll}>
      <table className={tables.table}>
        <caption className={calendar.caption}>The first payouts, from work to account</caption>
        <thead>
          <tr>
            <th scope="col">Earned</th>
            <th scope="col">Credited</th>
            <th scope="col">Paid</th>
            <th scope="col">Free</th>
            <th scope="col">In the account</th>
            <th scope="col" data-number>
              Paid out
            </th>
          </tr>
        </thead>
        <tbody>
          {payouts.map((payout) => (
            <tr key={payout.paidDay}>
              <td>
                {isoDate(payout.earnedFromDay)} to {isoDate(payout.earnedToDay)}
              </td>
              <td>{isoDate(payout.creditedDay)}</td>
              <td>{isoDate(payout.paidDay)}</td>
              <td>{isoDate(payout.freeDay)}</td>
              <td>{payout.bankedDay === null ? 'never' : isoDate(payout.bankedDay)}</td>
              <td data-number>{figureWords(payout.paidUsd, 'usd', { decimals: 2 })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

const monthOf = (day: number) => isoDate(day).slice(0, 7)

function Arrivals({ arrivals }: Pick<Calendar, 'arrivals'>) {
  const months = [...new Set(arrivals.map(({ day }) => monthOf(day)))].slice(0, monthsShown)
  return (
    <div className={calendar.scroll}>
      <table className={tables.table}>
        <caption className={calendar.caption}>
          The days on which money arrives, first {monthsShown} months with any
        </caption>
        <thead>
          <tr>
            <th scope="col">Month</th>
            <th scope="col">Day and amount</th>
            <th scope="col" data-number>
              Arrives
            </th>
          </tr>
        </thead>
        <tbody>
          {months.map((month) => {
            const days = arrivals.filter(({ day }) => monthOf(day) === month)
            const total = days.reduce((sum, { usd }) => sum + usd, 0)
            return (
              <tr key={month}>
                <th scope="row">{month}</th>
                <td>
                  <Days days={days} />
                </td>
                <td data-number>{figureWords(total, 'usd', { decimals: 2 })}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

const mostDaysListed = 6

function Days({ days }: { readonly days: Calendar['arrivals'] }) {
  if (days.length > mostDaysListed) return <>on {days.length} days</>
  return (
    <ul className={calendar.days}>
      {days.map(({ day, usd }) => (
        <li key={day}>
          <b>{Number(isoDate(day).slice(8))}</b> {figureWords(usd, 'usd', { decimals: 2 })}
        </li>
      ))}
    </ul>
  )
}
