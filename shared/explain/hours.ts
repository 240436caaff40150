/** Hours, as expressions by month. @see SPEC.md H1 to H6 */
import { hoursMarked } from '../economics/hours.ts'
import type { Expression } from './expression.ts'
import { fact, greatest, least, minus, over, plus, times } from './expression.ts'
import type { Subject } from './subject.ts'
import { amount, begun, cell, choice, horizon, input, month, monthOfRow, part, rows } from './subject.ts'

export function offeredHours(subject: Subject, m: number): Expression {
  return part(subject, `offered ${m}`, () => {
    const hours = part(subject, 'offered', () =>
      hoursMarked(subject.inputs.choices.offeredWeek, 'O', subject.timeline),
    )
    return fact(`Offered hours, ${month(subject, m).month}`, hours[m]!, 'hours')
  })
}

/** Machine hours in which the rig is reachable; only in months of work. @see SPEC.md H1, H6 */
export function upHours(subject: Subject, m: number): Expression {
  return part(subject, `up ${m}`, () => {
    const name = month(subject, m).month
    const factors = [offeredHours(subject, m), input(subject, 'uptimeRatio')]
    if (choice(subject, 'failureDowntime') === 'separate') {
      const away = over(
        ['Share of the year in repair', 'ratio'],
        times(
          ['Days in repair a year', 'days'],
          input(subject, 'annualFailureRatio'),
          input(subject, 'repairDays'),
        ),
        fact('Days of a year', 365, 'days'),
      )
      factors.push(
        greatest(
          ['Not in repair', 'ratio', 'H6'],
          fact('Never below', 0, 'ratio'),
          minus(['Share not in repair', 'ratio'], fact('All of it', 1, 'ratio'), away),
        ),
      )
    }
    const up = times([`Up hours, ${name}`, 'hours', 'H1'], ...factors)
    const inMonth = rows(subject, 'replacements').filter((row) => monthOfRow(subject, row) === m)
    if (inMonth.length === 0) return up
    const down = inMonth.map((row) => cell(subject, 'replacements', row, 2, 'Hours down for the replacement'))
    return greatest(
      [`Up hours, ${name}, less the replacement`, 'hours', 'H6'],
      fact('Never below', 0, 'hours'),
      minus(['Up hours less hours down', 'hours'], up, ...down),
    )
  })
}

type Contracted = { readonly gpus: Expression; readonly usdPerUpHour: Expression } | null

/** Cards under contract and what an up hour of them brings; null in a month without. @see SPEC.md H5 */
export function contracted(subject: Subject, m: number): Contracted {
  return part(subject, `contracted ${m}`, () => {
    const inForce = begun(subject, 'contracts', m).filter(([, to]) => monthOfRow(subject, [to!]) >= m)
    if (inForce.length === 0 || m >= horizon(subject)) return null
    const name = month(subject, m).month
    let left: Expression = input(subject, 'gpuCount')
    const gpus: Expression[] = []
    const usd: Expression[] = []
    for (const row of inForce) {
      const cards = cell(subject, 'contracts', row, 2, 'GPUs under contract')
      const taken = least(['GPUs taken by the contract', 'count'], cards, left)
      left = minus(['GPUs left', 'count'], left, taken)
      gpus.push(taken)
      const price = cell(subject, 'contracts', row, 3, 'Contract price')
      usd.push(times(['Contract, per up hour', 'usdPerHour'], taken, price))
    }
    return {
      gpus: plus([`GPUs under contract, ${name}`, 'count', 'H5'], ...gpus),
      usdPerUpHour: plus([`Contracts per up hour, ${name}`, 'usdPerHour', 'H5'], ...usd),
    }
  })
}

/** Rented share of the cards that are not under contract. @see SPEC.md H3, H5 */
export function spotShare(subject: Subject, m: number): Expression {
  return part(subject, `spot ${m}`, () => {
    const name = month(subject, m).month
    const share = input(subject, 'rentalUtilizationRatio')
    const row = begun(subject, 'utilizationByMonth', m).at(-1)
    const byMonth =
      row === undefined
        ? share
        : least(
            [`Rented share, ${name}`, 'ratio', 'H5'],
            fact('At most all', 1, 'ratio'),
            times(
              ['Rented share times its factor', 'ratio'],
              share,
              cell(subject, 'utilizationByMonth', row, 1, `Factor, ${name}`),
            ),
          )
    if (amount(subject, 'rampUpMonths') <= m + 1) return byMonth
    const ramp = over(
      [`Ramp, ${name}`, 'ratio', 'H3'],
      fact('Months since the start', m + 1, 'months'),
      input(subject, 'rampUpMonths'),
    )
    return times([`Rented share on the ramp, ${name}`, 'ratio', 'H3'], byMonth, ramp)
  })
}

/** GPUs that are not under contract. */
function spotGpus(subject: Subject, m: number): Expression {
  const contract = contracted(subject, m)
  const gpus = input(subject, 'gpuCount')
  return contract === null ? gpus : minus(['GPUs not under contract', 'count'], gpus, contract.gpus)
}

export function spotGpuHours(subject: Subject, m: number): Expression {
  return part(subject, `spot hours ${m}`, () =>
    times(
      [`Rented GPU-hours, ${month(subject, m).month}`, 'hours', 'H2'],
      upHours(subject, m),
      spotShare(subject, m),
      spotGpus(subject, m),
    ),
  )
}

/** @see SPEC.md H2, H5 */
export function rentedGpuHours(subject: Subject, m: number): Expression {
  if (m >= horizon(subject)) return fact('No work any more', 0, 'hours')
  return part(subject, `rented ${m}`, () => {
    const contract = contracted(subject, m)
    const spot = spotGpuHours(subject, m)
    if (contract === null) return spot
    const name = month(subject, m).month
    return plus(
      [`Rented GPU-hours with contracts, ${name}`, 'hours', 'H5'],
      spot,
      times(['GPU-hours under contract', 'hours'], upHours(subject, m), contract.gpus),
    )
  })
}

/** Rented share of the rig's up hours, contracts included. @see SPEC.md H5 */
export function rentedShare(subject: Subject, m: number): Expression {
  return part(subject, `share ${m}`, () => {
    const contract = contracted(subject, m)
    const spot = spotShare(subject, m)
    if (contract === null) return spot
    return over(
      [`Rented share of the rig, ${month(subject, m).month}`, 'ratio', 'H5'],
      plus(
        ['GPUs rented on average', 'count'],
        contract.gpus,
        times(['GPUs rented by the hour', 'count'], spotGpus(subject, m), spot),
      ),
      input(subject, 'gpuCount'),
    )
  })
}

export function upGpuHours(subject: Subject, m: number): Expression {
  if (m >= horizon(subject)) return fact('No work any more', 0, 'hours')
  return part(subject, `up GPU ${m}`, () =>
    times(
      [`Up GPU-hours, ${month(subject, m).month}`, 'hours', 'H2'],
      upHours(subject, m),
      input(subject, 'gpuCount'),
    ),
  )
}
