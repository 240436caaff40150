/** A week as 168 letters, Monday 0 h to Sunday 23 h, and the ways to change it. */
export const weekdays = [
  'Monday',
  'Tuesday',
  'Wednesday',
  'Thursday',
  'Friday',
  'Saturday',
  'Sunday',
] as const

export const hoursOfWeek = 168

export type WeekPreset = { readonly label: string; readonly pattern: string }

/** The pattern with one letter in each given cell. */
export function painted(pattern: string, cells: Iterable<number>, letter: string): string {
  const letters = pattern.split('')
  for (const cell of cells) letters[cell] = letter
  return letters.join('')
}

/** All cells of the rectangle between two cells, both included. */
export function cellsBetween(from: number, to: number): readonly number[] {
  const days = ordered(Math.floor(from / 24), Math.floor(to / 24))
  const hours = ordered(from % 24, to % 24)
  const cells: number[] = []
  for (let day = days[0]; day <= days[1]; day += 1)
    for (let hour = hours[0]; hour <= hours[1]; hour += 1) cells.push(day * 24 + hour)
  return cells
}

/** The cell that an arrow key leads to; the week's edges stop it. */
export function cellAfter(cell: number, key: string): number {
  const day = Math.floor(cell / 24)
  const hour = cell % 24
  switch (key) {
    case 'ArrowLeft':
      return hour === 0 ? cell : cell - 1
    case 'ArrowRight':
      return hour === 23 ? cell : cell + 1
    case 'ArrowUp':
      return day === 0 ? cell : cell - 24
    case 'ArrowDown':
      return day === 6 ? cell : cell + 24
    case 'Home':
      return day * 24
    case 'End':
      return day * 24 + 23
    default:
      return cell
  }
}

export function countOf(pattern: string, letter: string): number {
  return pattern.split('').filter((each) => each === letter).length
}

/** A week built from a rule for each day (0 is Monday) and hour. */
export function weekOf(letterAt: (day: number, hour: number) => string): string {
  return Array.from({ length: hoursOfWeek }, (_, cell) => letterAt(Math.floor(cell / 24), cell % 24)).join('')
}

const night = (hour: number) => hour >= 22 || hour < 8

export const offeredWeekPresets: readonly WeekPreset[] = [
  { label: 'Always', pattern: weekOf(() => 'O') },
  { label: 'Nights', pattern: weekOf((_, hour) => (night(hour) ? 'O' : '-')) },
  { label: 'Nights and weekends', pattern: weekOf((day, hour) => (night(hour) || day >= 5 ? 'O' : '-')) },
  {
    label: 'All but evenings',
    pattern: weekOf((_, hour) => (hour >= 17 && hour < 23 ? 'U' : 'O')),
  },
]

export const tariffWeekPresets: readonly WeekPreset[] = [
  { label: 'Low at night', pattern: weekOf((_, hour) => (night(hour) ? 'L' : 'H')) },
  {
    label: 'Three levels on workdays',
    pattern: weekOf((day, hour) => (day >= 5 || hour < 7 || hour >= 21 ? 'L' : hour >= 16 ? 'H' : 'M')),
  },
]

function ordered(one: number, other: number): readonly [number, number] {
  return one <= other ? [one, other] : [other, one]
}
