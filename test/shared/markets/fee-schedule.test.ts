import * as fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { dayNumber, isoDate } from '../../../shared/calendar.ts'
import { definitionOf } from '../../../shared/economics/inputs.ts'
import type { ListInput } from '../../../shared/economics/input-definition.ts'
import { listFault } from '../../../shared/economics/lists.ts'
import { unknownFigure } from '../../../shared/figure.ts'
import {
  feeStepOn,
  feeStepsAfter,
  feeUnknownFrom,
  type PaidOutIn,
} from '../../../shared/markets/fee-schedule.ts'
import type { FeeStep } from '../../../shared/markets/market-profile.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { known } from './profiles.ts'

function step(from: string | null, payoutCurrency: FeeStep['payoutCurrency'], fee: number | null): FeeStep {
  return {
    from,
    payoutCurrency,
    platformFeeRatio: fee === null ? unknownFigure('ratio') : known(fee, 'ratio'),
    paymentFeeRatio: unknownFigure('ratio'),
    note: null,
  }
}

const paidOutIn: readonly PaidOutIn[] = ['cash', 'token']
const dayBefore = (isoDay: string): string => isoDate(dayNumber(isoDay) - 1)
const feeOn = (fees: readonly FeeStep[], isoDay: string, currency: PaidOutIn) =>
  feeStepOn(fees, isoDay, currency)?.platformFeeRatio.value

const fits = ({ payoutCurrency }: FeeStep, currency: PaidOutIn): boolean =>
  payoutCurrency === 'any' || payoutCurrency === currency
const later = (fees: readonly FeeStep[], isoDay: string, currency: PaidOutIn = 'cash') =>
  feeStepsAfter(fees, isoDay, currency).map(({ month, step: each }) => [month, each.platformFeeRatio.value])
const monthOf = (isoDay: string) => later([step(isoDay, 'any', 0.1)], '2026-01-01')
const unknownFromAfterNewYear = (id: string) =>
  feeUnknownFrom(shippedCatalogue.networks.find((each) => each.id === id)!.fees, '2026-01-01', 'token')

describe('MK2 the fee that holds on a day', () => {
  const example = [step(null, 'token', 0.04), step('2026-03-23', 'any', null)]

  test('the example of the docstring: 4 % until the day before, unknown from its day on, nothing said of cash', () => {
    expect(feeStepOn(example, '2026-03-22', 'token')).toBe(example[0])
    expect(feeStepOn(example, '2026-03-23', 'token')).toBe(example[1])
    expect(feeStepOn(example, '2026-03-22', 'cash')).toBeNull()
    expect(feeStepOn(example, '2026-03-23', 'cash')).toBe(example[1])
  })

  test('an empty schedule says nothing of any day', () => {
    expect(feeStepOn([], '2026-03-23', 'cash')).toBeNull()
    expect(feeStepsAfter([], '2026-03-23', 'cash')).toEqual([])
  })

  test('on one date the currency’s own step stands before "any", whichever is written first', () => {
    const steps = [step('2026-01-01', 'any', 0.1), step('2026-01-01', 'token', 0.2)]
    for (const fees of [steps, steps.toReversed()]) {
      expect(feeOn(fees, '2026-01-01', 'token')).toBe(0.2)
      expect(feeOn(fees, '2026-01-01', 'cash')).toBe(0.1)
    }
  })

  test('a later step for any currency ends the currency’s own earlier one', () => {
    const fees = [step('2026-02-01', 'any', 0.3), step(null, 'token', 0.2)]
    expect([feeOn(fees, '2026-01-31', 'token'), feeOn(fees, '2026-02-01', 'token')]).toEqual([0.2, 0.3])
  })
})

describe('MK2 every step of every shipped schedule', () => {
  const schedules = shippedCatalogue.networks.filter(({ fees }) => fees.length > 0)

  test('six networks ship one', () => {
    expect(schedules.map(({ id }) => id)).toEqual([
      'akash', 'ionet', 'clore', 'lium', 'octaspace', 'hyperbolic',
    ]) // prettier-ignore
  })

  // Oracle: the documents that the catalogue cites, as facts.md reports them.
  test.each([
    ['akash', '2024-06-30', 'token', 0.04],
    ['akash', '2024-06-30', 'cash', 0.2],
    ['akash', '2026-03-22', 'token', 0.04],
    ['akash', '2026-03-22', 'cash', 0.2],
    ['akash', '2026-03-23', 'token', null],
    ['akash', '2026-03-23', 'cash', null],
    ['ionet', '2026-06-10', 'token', 0.0025],
    ['ionet', '2026-06-10', 'cash', 0.0025],
    ['ionet', '2026-06-11', 'token', null],
    ['ionet', '2026-11-20', 'cash', null],
    ['clore', '2020-01-01', 'token', 0.05],
    ['lium', '2026-11-20', 'token', 0.05],
    ['octaspace', '2026-11-20', 'token', 0.05],
    ['hyperbolic', '2026-11-20', 'cash', 0.1],
  ] as const)('%s on %s, paid out in %s: %s', (id, isoDay, currency, fee) => {
    expect(feeOn(schedules.find((each) => each.id === id)!.fees, isoDay, currency)).toBe(fee)
  })

  test('io.net’s payment fee was 2 % in USDC and none in IO, and is unknown today', () => {
    const { fees } = schedules.find(({ id }) => id === 'ionet')!
    const paymentFee = (isoDay: string, currency: PaidOutIn) =>
      feeStepOn(fees, isoDay, currency)!.paymentFeeRatio.value
    expect(paidOutIn.map((currency) => paymentFee('2026-06-10', currency))).toEqual([0.02, 0])
    expect(paidOutIn.map((currency) => paymentFee('2026-06-11', currency))).toEqual([null, null])
  })

  test('holds on its first day, not the day before, and on every day up to the next', () => {
    for (const { id, fees } of schedules)
      for (const currency of paidOutIn) {
        const own = fees.filter((each) => fits(each, currency))
        for (const [at, each] of own.entries()) {
          const next = own[at + 1]?.from ?? '2030-01-01'
          const first = each.from ?? '2000-01-01'
          const between = isoDate(Math.floor((dayNumber(first) + dayNumber(next)) / 2))
          for (const isoDay of [first, between, dayBefore(next)])
            expect([id, isoDay, feeStepOn(fees, isoDay, currency) === each]).toEqual([id, isoDay, true])
          if (each.from !== null)
            expect(feeStepOn(fees, dayBefore(first), currency)).toBe(own[at - 1] ?? null)
        }
      }
  })
})

describe('MK3 the fees that come later', () => {
  test('begin with the month of which they hold the greater part', () => {
    expect(['2026-03-01', '2026-03-15', '2026-03-16', '2026-12-31'].map(monthOf)).toEqual([
      [['2026-03', 0.1]],
      [['2026-03', 0.1]],
      [['2026-04', 0.1]],
      [['2027-01', 0.1]],
    ])
  })

  test('are by date, of the currency asked for, and without what has begun; an unknown fee stays unknown', () => {
    const fees = [
      step('2027-06-01', 'any', null),
      step('2027-01-01', 'cash', 0.12),
      step('2027-01-01', 'any', 0.3),
      step('2027-02-01', 'token', 0.5),
      step('2026-05-01', 'any', 0.1),
      step(null, 'any', 0.05),
    ]
    expect(later(fees, '2026-05-01')).toEqual([
      ['2027-01', 0.12],
      ['2027-06', null],
    ])
    expect(later(fees, '2026-04-30')[0]).toEqual(['2026-05', 0.1])
    expect(later(fees, '2026-05-01', 'token')).toEqual([
      ['2027-01', 0.3],
      ['2027-02', 0.5],
      ['2027-06', null],
    ])
  })

  test('of two that fall on one month the later counts, in its place', () => {
    const fees = [
      step('2027-03-20', 'any', 0.1),
      step('2027-04-10', 'any', 0.2),
      step('2027-05-01', 'any', 0.3),
    ]
    expect(later(fees, '2027-01-01')).toEqual([
      ['2027-04', 0.2],
      ['2027-05', 0.3],
    ])
  })

  test('of two in one month a known one stands before an unknown one, which is named all the same', () => {
    const fees = [step('2027-03-20', 'any', 0.1), step('2027-04-10', 'any', null)]
    expect(later(fees, '2027-01-01')).toEqual([['2027-04', 0.1]])
    expect(feeUnknownFrom(fees, '2027-01-01', 'cash')).toBe('2027-04')
    expect(feeUnknownFrom(fees, '2027-04-10', 'cash')).toBeNull()
    expect(feeUnknownFrom([step('2027-04-10', 'token', null)], '2027-01-01', 'cash')).toBeNull()
  })

  test('of Akash and io.net are unknown from the month of which their new rules hold the greater part', () => {
    expect(['akash', 'ionet', 'lium'].map(unknownFromAfterNewYear)).toEqual(['2026-04', '2026-06', null])
  })

  test('make a list that the engine takes', () => {
    const definition = definitionOf('platformFeeSteps') as ListInput
    fc.assert(
      fc.property(fc.array(anyStep, { maxLength: 12 }), anyDay, (fees, isoDay) => {
        const text = later(fees, isoDay)
          .map(([month, fee]) => `${month} ${fee}`)
          .join('; ')
        expect(listFault(definition, text)).toBeNull()
      }),
    )
  })
})

const anyDay = fc.integer({ min: 19_000, max: 22_000 }).map((day) => isoDate(day))
const anyStep = fc
  .tuple(
    fc.option(anyDay),
    fc.constantFrom('cash', 'token', 'any'),
    fc.double({ min: 0, max: 0.95, noNaN: true }),
  )
  .map(([from, currency, fee]) => step(from, currency, fee))

describe('whatever the schedule', () => {
  test('one more step changes nothing before its day', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 8 }),
        anyStep,
        fc.nat({ max: 8 }),
        anyDay,
        fc.constantFrom(...paidOutIn),
        (fees, added, at, isoDay, currency) => {
          fc.pre(added.from !== null && isoDay < added.from)
          expect(feeStepOn(fees.toSpliced(at, 0, added), isoDay, currency)).toBe(
            feeStepOn(fees, isoDay, currency),
          )
        },
      ),
    )
  })

  test('what holds has begun, fits the currency, and nothing that fits has begun since', () => {
    fc.assert(
      fc.property(
        fc.array(anyStep, { maxLength: 8 }),
        anyDay,
        fc.constantFrom(...paidOutIn),
        (fees, isoDay, currency) => {
          const begun = fees.filter(
            ({ from, payoutCurrency }) =>
              (from === null || from <= isoDay) &&
              payoutCurrency !== (currency === 'cash' ? 'token' : 'cash'),
          )
          const holds = feeStepOn(fees, isoDay, currency)
          if (holds === null) expect(begun).toEqual([])
          else {
            expect(begun).toContain(holds)
            for (const { from } of begun) expect((holds.from ?? '') >= (from ?? '')).toBe(true)
          }
        },
      ),
    )
  })
})
