/** Which day it is, for as long as the place is on screen: the UTC day that is scored, and the person's own. */
import { isoDate } from '../../../shared/calendar.ts'
import { useDiligencePlace } from './store.ts'

const minuteMs = 60_000
const dayMs = 24 * 60 * minuteMs
/** Every zone's midnight lies on a quarter of an hour of UTC. */
const quarterMs = 15 * minuteMs

export type Days = { readonly today: string; readonly localDay: string }

/**
 * `offsetMinutes` as Date has it: UTC less local time.
 * Example: 23:30 UTC on the 21st is the 22nd in Sydney (-660) and the 21st in Los Angeles (480).
 */
export function daysAt(utcMs: number, offsetMinutes: number): Days {
  return {
    today: isoDate(Math.floor(utcMs / dayMs)),
    localDay: isoDate(Math.floor((utcMs - offsetMinutes * minuteMs) / dayMs)),
  }
}

/** Until a day may begin somewhere. Example: at 23:59:59 UTC: a second. */
export function msToNextQuarter(utcMs: number): number {
  return quarterMs - (utcMs % quarterMs)
}

export function setToday(): void {
  const now = new Date()
  useDiligencePlace.setState(daysAt(now.getTime(), now.getTimezoneOffset()))
}

/** Sets both days anew whenever one may have begun, and when a page that was hidden is seen again. */
export function followToday(): () => void {
  let timer: ReturnType<typeof setTimeout>
  const wait = () => {
    timer = setTimeout(() => {
      setToday()
      wait()
    }, msToNextQuarter(Date.now()))
  }
  wait()
  document.addEventListener('visibilitychange', setTodayIfSeen)
  return () => {
    clearTimeout(timer)
    document.removeEventListener('visibilitychange', setTodayIfSeen)
  }
}

function setTodayIfSeen(): void {
  if (document.visibilityState === 'visible') setToday()
}
