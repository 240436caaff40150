/** The outside vectors of the standard finance functions, where the folder with them lies beside the repository. */
import { existsSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { dayNumber } from '../../../shared/calendar.ts'
import {
  irr,
  npvFromPeriodOne,
  npvFromPeriodZero,
  xnpv,
  type RateOfReturn,
} from '../../../shared/finance/returns.ts'
import {
  cumulativeInterest,
  cumulativePrincipal,
  type Due,
  fv,
  ipmt,
  nper,
  pmt,
  ppmt,
  pv,
} from '../../../shared/finance/annuity.ts'
import { declining, doubleDeclining, straightLine, sumOfYears } from '../../../shared/finance/depreciation.ts'
import { levelizedCostFixedCharge } from '../../../shared/finance/levelized-cost.ts'
import { loanSchedule } from '../../../shared/finance/loan.ts'
import { macrsPercentages } from '../../../shared/finance/macrs.ts'
import {
  effect,
  fvSchedule,
  ispmt,
  mirr,
  nominal,
  pduration,
  rate,
  rri,
  xnfv,
} from '../../../shared/finance/rates.ts'

const folder = fileURLToPath(new URL('../../../../shared/vectors/', import.meta.url))
const present = existsSync(folder)
const read = (file: string): unknown => (present ? JSON.parse(readFileSync(folder + file, 'utf8')) : null)

type Arguments = readonly (number | number[])[]
type Case = { fn: string; args: Arguments | string; expected?: number; error?: string; tol?: number }

const due = (type: unknown): Due => (type === 1 ? 'start' : 'end')

/** A spreadsheet refuses a type other than 0 and 1; here the type is two words, and anything else does not compile. */
const checkedDue = (type: unknown): Due => {
  if (type !== undefined && type !== 0 && type !== 1) throw new RangeError('#NUM!: the type is 0 or 1')
  return due(type)
}

const single = (answer: RateOfReturn): number => {
  if (answer.kind === 'rate') return answer.rate
  throw new RangeError('#NUM!: no single rate')
}

type Numbers = [number, number, number, number, number, number]

const functions: { readonly [name: string]: (args: Arguments) => number } = {
  CUMIPMT: (args) => {
    const [r, n, p, from, to, type] = args as Numbers
    return cumulativeInterest(r, n, p, from, to, checkedDue(type))
  },
  CUMPRINC: (args) => {
    const [r, n, p, from, to, type] = args as Numbers
    return cumulativePrincipal(r, n, p, from, to, checkedDue(type))
  },
  DB: (args) => declining(...(args as [number, number, number, number, number?])),
  DDB: (args) => doubleDeclining(...(args as [number, number, number, number, number?])),
  EFFECT: (args) => effect(...(args as [number, number])),
  FV: (args) => {
    const [r, n, payment, p, type] = args as Numbers
    return fv(r, n, payment, p, due(type))
  },
  FVSCHEDULE: (args) => fvSchedule(...(args as [number, number[]])),
  IPMT: (args) => {
    const [r, at, n, p, f, type] = args as Numbers
    return ipmt(r, at, n, p, f, due(type))
  },
  IRR: (args) => single(irr((args[0] as (number | null)[]).flat().filter((amount) => amount !== null))),
  ISPMT: (args) => ispmt(...(args as [number, number, number, number])),
  NOMINAL: (args) => nominal(...(args as [number, number])),
  NPER: (args) => {
    const [r, payment, p, f, type] = args as Numbers
    return nper(r, payment, p, f, due(type))
  },
  NPV: (args) => npvFromPeriodOne(...(args as [number, number[]])),
  PDURATION: (args) => pduration(...(args as [number, number, number])),
  PMT: (args) => {
    const [r, n, p, f, type] = args as Numbers
    return pmt(r, n, p, f, due(type))
  },
  PPMT: (args) => {
    const [r, at, n, p, f, type] = args as Numbers
    return ppmt(r, at, n, p, f, due(type))
  },
  PV: (args) => {
    const [r, n, payment, f, type] = args as Numbers
    return pv(r, n, payment, f, due(type))
  },
  RATE: (args) => {
    const [n, payment, p, f, type, guess] = args as Numbers
    return rate(n, payment, p, f, due(type), guess)
  },
  RRI: (args) => rri(...(args as [number, number, number])),
  SLN: (args) => straightLine(...(args as [number, number, number])),
  SYD: (args) => sumOfYears(...(args as [number, number, number, number])),
  XNPV: (args) => {
    const [r, amounts, dates] = args as unknown as [number, number[], string[]]
    return xnpv(
      r,
      amounts.map((amountUsd, i) => ({ dayNumber: dayNumber(dates[i]!), amountUsd })),
    )
  },
}

const product = (words: string): number =>
  words
    .split('*')
    .map((factor) => factor.split('/').map(Number))
    .map(([top, ...below]) => below.reduce((left, right) => left / right, top!))
    .reduce((left, right) => left * right, 1)

/** Cases that are refused are written as an expression: `-0.1 / 12, 30 * 12`, or a list. */
function argumentsOf(given: Arguments | string): Arguments {
  if (typeof given !== 'string') return given
  const list = /^\[(.*)\]$/.exec(given)
  const numbers = (list?.[1] ?? given).split(',').map((words) => product(words))
  return list === null ? numbers : [numbers]
}

/** A coarse tolerance there is of the printed digits, so absolute; a fine one is relative. */
const relativeOf = (tolerance: number, expected: number): number =>
  tolerance < 1e-3 ? tolerance : tolerance / Math.max(1, Math.abs(expected))

const expectNear = (got: number, expected: number, relative: number) => {
  expect(Math.abs(got - expected)).toBeLessThanOrEqual(relative * Math.max(1, Math.abs(expected)))
}

describe.skipIf(!present)(
  present ? 'Vectors of spreadsheets' : 'SKIPPED: ../shared/vectors is absent, so no outside vectors ran',
  () => {
    const file = read('spreadsheet/financial_functions.json') as {
      formulajs: Case[]
      hyperformula_DB: Case[]
    } | null
    const cases = [...(file?.formulajs ?? []), ...(file?.hyperformula_DB ?? [])]
    it.each(cases.map((one, at) => [at, one.fn, JSON.stringify(one.args), one] as const))(
      'number %i: %s %s',
      (_at, name, _args, one) => {
        const compute = () => functions[name]!(argumentsOf(one.args))
        if (one.error !== undefined) expect(compute).toThrow(/^#NUM!: /)
        else expectNear(compute(), one.expected!, relativeOf(one.tol ?? 0, one.expected!))
      },
    )
    it('are all of them', () => expect(cases.length).toBeGreaterThanOrEqual(78))
  },
)

type NumpyCase = { args: Arguments; expected: number | null }

describe.skipIf(!present)(
  present ? 'Vectors of numpy-financial' : 'SKIPPED: ../shared/vectors is absent, so no numpy vectors ran',
  () => {
    const numpy = (read('numpy_financial/vectors.json') ?? {}) as Record<string, NumpyCase[]>
    const numpyFunctions: typeof functions = {
      ...functions,
      npv_t0: (args) => npvFromPeriodZero(...(args as [number, number[]])),
      mirr: (args) => mirr(...(args as [number[], number, number])),
    }
    const cases = ['pv', 'rate', 'npv_t0', 'pmt', 'mirr', 'nper', 'ppmt'].flatMap((name) =>
      (numpy[name] ?? []).map((one) => [name, JSON.stringify(one.args), one] as const),
    )
    it.each(cases)('%s %s', (name, _args, { args, expected }) => {
      const compute = () => (numpyFunctions[name] ?? functions[name.toUpperCase()]!)(args)
      if (expected === null) expect(compute).toThrow(/^#NUM!: /)
      else expectNear(compute(), expected, 1e-8)
    })
    it('are all of them', () => expect(cases.length).toBeGreaterThanOrEqual(15))
  },
)

describe.skipIf(!present)(
  present
    ? 'Vectors of pyxirr, SAM and the IRS'
    : 'SKIPPED: ../shared/vectors is absent, so none of these ran',
  () => {
    it('pyxirr: future, present values and payments', () => {
      const file = read('pyxirr/expected.json') as Record<string, [number[], number][]>
      for (const [args, expected] of file['fv']!) expectNear(functions['FV']!(args), expected, 1e-9)
      for (const [args, expected] of file['pv']!) expectNear(functions['PV']!(args), expected, 1e-9)
      for (const args of file['pmt'] as unknown as number[][]) {
        expectNear(pmt(args[0]!, args[1]!, args[2]!), args[3]!, 1e-9)
      }
      for (const args of file['npv'] as unknown as [number, number[], number][]) {
        expectNear(npvFromPeriodZero(args[0], args[1]), args[2], 1e-9)
      }
    })

    it('pyxirr: the interest of a loan, month by month, and a future value of dated flows', () => {
      const file = read('pyxirr/expected.json') as {
        'ipmt_loan_0.0824_12_25000': number[]
        xnfv: { rate: number; expected: number }
      }
      const interest = file['ipmt_loan_0.0824_12_25000']
      const schedule = loanSchedule({ principalUsd: 25_000, ratePerYear: 0.0824, months: 12 })
      for (const [at, expected] of interest.entries()) {
        expectNear(ipmt(0.0824 / 12, at + 1, 12, 25_000), expected, 1e-9)
        expectNear(-schedule[at]!.interestUsd, expected, 1e-9)
      }
      const flows = readFileSync(`${folder}pyxirr/samples/xnfv.csv`, 'utf8')
        .trim()
        .split('\n')
        .map((line) => line.replaceAll('"', '').split(','))
        .map(([date, amount]) => ({ dayNumber: dayNumber(date!), amountUsd: Number(amount) }))
      expectNear(xnfv(file.xnfv.rate, flows), file.xnfv.expected, 1e-9)
    })

    it('SAM: the levelized cost by the fixed-charge rate', () => {
      const { vectors } = read('sam/lcoefcr.json') as { vectors: Record<string, number>[] }
      expect(vectors.length).toBeGreaterThan(5)
      for (const one of vectors) {
        const cost = levelizedCostFixedCharge({
          capitalCostUsd: one['capital_cost']!,
          fixedOperatingUsdPerYear: one['fixed_operating_cost']!,
          variableOperatingUsdPerUnit: one['variable_operating_cost']!,
          fixedChargeRate: one['fixed_charge_rate']!,
          unitsPerYear: one['annual_energy']!,
        })
        expect(Math.abs(cost / one['lcoe_fcr']! - 1)).toBeLessThan(1e-12)
      }
    })

    it('IRS: the confirmed MACRS tables, digit by digit', () => {
      const tables = read('irs/macrs.json') as Record<string, Record<string, number[]>>
      const halfYear = tables['A1_half_year']!
      expect(macrsPercentages(5)).toEqual(halfYear['5'])
      expect(macrsPercentages(7)).toEqual(halfYear['7'])
      expect(macrsPercentages(15)).toEqual(halfYear['15_150DB'])
      expect(macrsPercentages(5, 'mid-quarter 4')).toEqual(tables['A5_mid_quarter_Q4']!['5'])
      expect(macrsPercentages(7, 'mid-quarter 4')).toEqual(tables['A5_mid_quarter_Q4']!['7'])
    })
  },
)
