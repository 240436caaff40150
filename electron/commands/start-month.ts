import { isoDate, nextMonth } from '../../shared/calendar.ts'
import type { InputEntries } from '../../shared/economics/inputs.ts'
import { systemClock } from '../clock.ts'

const dayMs = 86_400_000

/** Where nothing names a start month, work starts next month. */
export function nextMonthStart(): InputEntries {
  return { startMonth: nextMonth(isoDate(Math.floor(systemClock.nowUtcMs() / dayMs))) }
}
