/** Watts at the wall and kWh, as expressions. @see SPEC.md E1 to E6, E10, I4 */
import type { NumberKey } from '../economics/input-table.ts'
import type { Expression } from './expression.ts'
import { between, fact, greatest, minus, over, plus, times, zero } from './expression.ts'
import { rentedShare, upHours } from './hours.ts'
import type { Subject } from './subject.ts'
import { begun, cell, choice, input, month, part } from './subject.ts'

const thousand = fact('Watts of a kilowatt', 1000)

/** Whether Idlewatt made a figure from others, and this question did not set it. @see SPEC.md I4 */
function isEstimated({ inputs, set }: Subject, key: NumberKey): boolean {
  return set[key] === undefined && inputs.assumptions.some((each) => each.key === key)
}

function rentedBoardWatts(subject: Subject): Expression {
  if (!isEstimated(subject, 'rentedBoardWatts')) return input(subject, 'rentedBoardWatts')
  return times(
    ['Board power while rented, estimated', 'watts', 'I4'],
    fact('Share of the limit that Idlewatt assumes', 0.85, 'ratio'),
    input(subject, 'gpuBoardLimitWatts'),
  )
}

/** What cards and machine draw from the supply. @see SPEC.md E1 */
export function drawnWatts(subject: Subject, state: 'rented' | 'idle'): Expression {
  return part(subject, `drawn ${state}`, () => {
    const rented = state === 'rented'
    const board = rented ? rentedBoardWatts(subject) : input(subject, 'idleBoardWatts')
    return plus(
      [`Drawn from the supply, ${state}`, 'watts', 'E1'],
      times([`Cards, ${state}`, 'watts'], input(subject, 'gpuCount'), board),
      input(subject, rented ? 'hostRentedWatts' : 'hostIdleWatts'),
    )
  })
}

function supplyWatts(subject: Subject): Expression {
  if (!isEstimated(subject, 'psuRatedWatts')) return input(subject, 'psuRatedWatts')
  return greatest(
    ['Power supply rating, estimated', 'watts', 'I4'],
    fact('Smallest supply', 50, 'watts'),
    over(
      ['Rating at which the rented load is 60 %', 'watts'],
      drawnWatts(subject, 'rented'),
      fact('Share that Idlewatt assumes', 0.6, 'ratio'),
    ),
  )
}

/** The whole rig at the wall, all GPUs rented or all idle. @see SPEC.md E1, E2 */
export function wallWatts(subject: Subject, state: 'rented' | 'idle'): Expression {
  return part(subject, `wall ${state}`, () => {
    const rented = state === 'rented'
    if (choice(subject, 'powerBasis') === 'wall') {
      return input(subject, rented ? 'wallRentedWatts' : 'wallIdleWatts')
    }
    const direct = drawnWatts(subject, state)
    const load = over([`Load of the supply, ${state}`, 'ratio'], direct, supplyWatts(subject))
    const points = [10, 20, 50, 100].flatMap((percent) => [
      fact(`Load ${percent} %`, percent / 100, 'ratio'),
      input(subject, `psuEfficiencyAt${percent as 10 | 20 | 50 | 100}Ratio`),
    ])
    const efficiency = between([`Efficiency of the supply, ${state}`, 'ratio', 'E2'], load, points)
    const wall = plus(
      [`At the wall by the model, ${state}`, 'watts', 'E1'],
      times(
        ['Slope times computed', 'watts'],
        input(subject, 'calibrationSlopeRatio'),
        over(['Drawn over efficiency', 'watts'], direct, efficiency),
      ),
      input(subject, 'calibrationOffsetWatts'),
    )
    return greatest([`At the wall, ${state}`, 'watts', 'E1'], zero('Never below', 'watts'), wall)
  })
}

/** What planned replacements leave of the watts. @see SPEC.md E10 */
export function wattsFactor(subject: Subject, m: number): Expression | null {
  const factors = begun(subject, 'replacements', m).map((row) =>
    cell(subject, 'replacements', row, 3, 'Watts after the replacement, x'),
  )
  return factors.length === 0 ? null : times(['Watts after replacements, x', 'ratio', 'E10'], ...factors)
}

/** kWh of the rig without cooling. @see SPEC.md E5, E10 */
export function rigKwh(subject: Subject, m: number): Expression {
  return part(subject, `kWh ${m}`, () => {
    const name = month(subject, m).month
    const [rented, idle] = [wallWatts(subject, 'rented'), wallWatts(subject, 'idle')]
    const overIdle = times(
      ['Over idle, on average', 'watts'],
      rentedShare(subject, m),
      minus(['Rented less idle', 'watts'], rented, idle),
    )
    const watts =
      choice(subject, 'baseline') === 'off'
        ? plus([`Average watts while up, ${name}`, 'watts', 'E5'], idle, overIdle)
        : overIdle
    const factor = wattsFactor(subject, m)
    const hours = upHours(subject, m)
    const wattHours = times(['Watt-hours', 'count'], hours, watts, ...(factor === null ? [] : [factor]))
    return over([`Electricity of the rig, ${name}`, 'kilowattHours', 'E5'], wattHours, thousand)
  })
}

/** Cooling per kWh of the rig. @see SPEC.md E6 */
export function cooling(subject: Subject, m: number): Expression {
  const name = month(subject, m).month
  return part(subject, `cooling ${m}`, () => {
    const kind = choice(subject, 'coolingKind')
    if (kind === 'site') {
      return minus(
        ['Cooling per kWh of the rig', 'ratio', 'E6'],
        input(subject, 'pueRatio'),
        fact('The rig itself', 1),
      )
    }
    const isCooled = subject.inputs.choices.coolingMonths[month(subject, m).monthOfYear] === '1'
    if (kind !== 'room' || !isCooled) return zero(`No cooling to pay in ${name}`, 'ratio')
    return over(
      ['Cooling per kWh of the rig', 'ratio', 'E6'],
      input(subject, 'heatRemovedRatio'),
      input(subject, 'coolingCop'),
    )
  })
}

export function onePlusCooling(subject: Subject, m: number): Expression {
  return part(subject, `1 + cooling ${m}`, () =>
    plus(['Rig and cooling', 'ratio', 'E6'], fact('The rig itself', 1, 'ratio'), cooling(subject, m)),
  )
}
