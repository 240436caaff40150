/** Dated cash flows: pyxirr's samples, those without an answer among them. */
import type { ProofVector } from '../../shared/proof/vector.ts'
import {
  type Draft,
  guessNear,
  mayHaveSeveralRates,
  numError,
  outside,
  outsideText,
  sourceOf,
  vectorsOf,
} from './outside.ts'

type FromFile = { case: string; file: string; expected: number | null }

type Pyxirr = {
  xirr: FromFile[]
  'xnpv_rate_0.1': FromFile[]
  xnfv: { rate: number; file: string; expected: number }
  xirr_day_count: { dates: string[]; amounts: number[]; expected: Record<string, number> }
  irr_same_files: Record<string, number>
  fv: [number[], number][]
  pv: [number[], number][]
  npv: [number, number[], number][]
  pmt: [number, number, number, number][]
  'ipmt_loan_0.0824_12_25000': number[]
}

type Flows = readonly [dates: string[], amounts: number[]]

function flows(file: string): Flows {
  const rows = outsideText(`pyxirr/${file}`)
    .trim()
    .split(/\r?\n/)
    .map((line) => line.replaceAll('"', '').split(','))
  return [rows.map(([date]) => date!.trim()), rows.map(([, amount]) => Number(amount))]
}

/** In date order, days with several flows as one: the order in which signs count. */
function inOrder([dates, amounts]: Flows): readonly number[] {
  const byDate = new Map<string, number>()
  for (const [at, date] of dates.entries()) byDate.set(date, (byDate.get(date) ?? 0) + amounts[at]!)
  return [...byDate].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, amount]) => amount)
}

function rateVector(name: string, given: Flows, rate: number | null): Draft {
  const [dates, amounts] = given
  const several = rate !== null && mayHaveSeveralRates(inOrder(given))
  return {
    title: `XIRR of "${name}", ${dates.length} flows${rate === null ? ', without an answer' : ''}`,
    function: 'XIRR',
    arguments: [dates, amounts, ...(several ? [guessNear(rate)] : [])],
    expected: rate ?? numError,
    tolerance: rate === null ? 0 : 1e-9,
  }
}

/**
 * pyxirr's search finds nothing in this sample; there is a rate all the same (XNPV is above 0 at -0.9 and below 0 at
 * -0.5), computed with Python's decimal at 60 digits.
 */
const missed = 'case_30_45'
const missedRate = -0.840_789_040_421_337

export function datedVectors(): readonly ProofVector[] {
  const file = outside('pyxirr/expected.json') as Pyxirr
  const rates = file.xirr
    .filter((one) => one.case !== missed)
    .map((one) => rateVector(one.case, flows(one.file), one.expected))
  const values = file['xnpv_rate_0.1'].map((one): Draft => {
    const [dates, amounts] = flows(one.file)
    return {
      title: `XNPV at 10 % of "${one.case}", ${dates.length} flows`,
      function: 'XNPV',
      arguments: [0.1, dates, amounts],
      expected: one.expected!,
      tolerance: 1e-9,
    }
  })
  const [dates, amounts] = flows(file.xnfv.file)
  const dayCount = file.xirr_day_count
  const single: readonly Draft[] = [
    {
      title: 'XNFV at 2.5 %',
      function: 'XNFV',
      arguments: [file.xnfv.rate, dates, amounts],
      expected: file.xnfv.expected,
      tolerance: 1e-9,
    },
    {
      title: 'XIRR, actual days over 365',
      function: 'XIRR',
      arguments: [dayCount.dates, dayCount.amounts],
      expected: dayCount.expected['act/365F']!,
      tolerance: 1e-9,
    },
  ]
  const periodic = Object.entries(file.irr_same_files).map(([name, expected]): Draft => ({
    title: `IRR of ${name}, its dates ignored`,
    function: 'IRR',
    arguments: [flows(`samples/${name}`)[1], guessNear(expected)],
    expected,
    tolerance: 1e-8,
  }))
  const annuities = (['fv', 'pv'] as const).flatMap((name) =>
    file[name].map(([given, expected]): Draft => ({
      title: `${name.toUpperCase()}(${given.join(', ')})`,
      function: name.toUpperCase(),
      arguments: given,
      expected,
      tolerance: 1e-9,
    })),
  )
  const present = file.npv.map(([rate, cash, expected]): Draft => ({
    title: `NPV at ${rate} of ${cash.join(', ')}`,
    function: 'NPV from period 0',
    arguments: [rate, cash],
    expected,
    tolerance: 1e-9,
  }))
  const payments = file.pmt.map(([rate, periods, loan, expected]): Draft => ({
    title: `PMT(${rate}, ${periods}, ${loan})`,
    function: 'PMT',
    arguments: [rate, periods, loan],
    expected,
    tolerance: 1e-9,
  }))
  const interest = file['ipmt_loan_0.0824_12_25000'].map((expected, at): Draft => ({
    title: `Interest of month ${at + 1} of 12, 25,000 at 8.24 %`,
    function: 'IPMT',
    arguments: [0.0824 / 12, at + 1, 12, 25_000],
    expected,
    tolerance: 1e-9,
  }))
  const fromPyxirr = vectorsOf(
    'pyxirr',
    'Dated cash flows',
    sourceOf(
      'pyxirr, tests at 5f31a856',
      'https://github.com/Anexen/pyxirr/tree/5f31a85684051fb6badb542afba0ac1af5a68f9c/tests',
      'Unlicense (public domain)',
    ),
    [...rates, ...values, ...single, ...periodic, ...annuities, ...present, ...payments, ...interest],
  )
  const fromDecimal = vectorsOf(
    'decimal',
    'Dated cash flows',
    sourceOf(
      'Python decimal at 60 digits, on a sample of pyxirr at 5f31a856',
      'https://github.com/Anexen/pyxirr/tree/5f31a85684051fb6badb542afba0ac1af5a68f9c/tests/samples',
      'Unlicense (public domain)',
    ),
    [rateVector(missed, flows('samples/30-45.csv'), missedRate)],
  )
  return [...fromPyxirr, ...fromDecimal]
}
