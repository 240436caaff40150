/** Spreadsheet functions (formulajs, HyperFormula) and numpy-financial. */
import type { ProofArgument, ProofVector } from '../../shared/proof/vector.ts'
import {
  type Draft,
  guessNear,
  mayHaveSeveralRates,
  numError,
  outside,
  sourceOf,
  vectorsOf,
} from './outside.ts'

type Case = { fn: string; args: ProofArgument[] | string; expected?: number; error?: string; tol?: number }

const product = (words: string): number =>
  words
    .split('*')
    .map((factor) => factor.split('/').map(Number))
    .map(([top, ...below]) => below.reduce((left, right) => left / right, top!))
    .reduce((left, right) => left * right, 1)

/** Refused cases are written as an expression: `-0.1 / 12, 30 * 12`, or one list. */
function argumentsOf(given: ProofArgument[] | string): readonly ProofArgument[] {
  if (typeof given !== 'string') return given
  const inside = /^\[(.*)\]$/.exec(given)?.[1]
  const values = (inside ?? given).split(',').map((words) => product(words))
  return inside === undefined ? values : [values]
}

/** A spreadsheet reads a block of cells row by row and leaves empty ones out. */
const flat = (block: ProofArgument): ProofArgument =>
  Array.isArray(block) ? block.flat().filter((cell) => cell !== null) : block

/** Dates come after the amounts there, before them here. */
function ordered(name: string, given: readonly ProofArgument[]): readonly ProofArgument[] {
  if (name === 'XNPV') return [given[0]!, given[2]!, given[1]!]
  return name === 'IRR' ? [flat(given[0]!)] : given
}

const written = (name: string, given: readonly ProofArgument[]): string => {
  const words = JSON.stringify(given).slice(1, -1).replaceAll(',', ', ')
  return `${name}(${words.length > 60 ? `${words.slice(0, 57)} ...` : words})`
}

/** A coarse tolerance there is of the printed digits, so absolute; a fine one is of the computation, so relative. */
const toleranceOf = (tolerance: number, expected: number): number =>
  tolerance < 1e-3 ? tolerance : tolerance / Math.max(1, Math.abs(expected))

const draft = ({ fn, args, expected, tol }: Case): Draft => {
  const given = ordered(fn, argumentsOf(args))
  return {
    title: written(fn, given),
    function: fn,
    arguments: given,
    expected: expected ?? numError,
    tolerance: expected === undefined ? 0 : toleranceOf(tol ?? 0, expected),
  }
}

export function spreadsheetVectors(): readonly ProofVector[] {
  const file = outside('spreadsheet/financial_functions.json') as {
    formulajs: Case[]
    hyperformula_DB: Case[]
  }
  return [
    ...vectorsOf(
      'formulajs',
      'Spreadsheet functions',
      sourceOf(
        'formulajs, test/financial.js at af0f0b41',
        'https://github.com/formulajs/formulajs/blob/af0f0b41ed9786b795909b93ace268b139cbdb08/test/financial.js',
        'MIT',
      ),
      file.formulajs.map((one) => draft(one)),
    ),
    ...vectorsOf(
      'hyperformula',
      'Spreadsheet functions',
      sourceOf(
        'HyperFormula, test/interpreter/function-db.spec.ts at 1b9d4b9a (numbers only)',
        'https://github.com/handsontable/hyperformula',
        'numbers only; the project is GPL-3.0',
      ),
      file.hyperformula_DB.map((one) => draft(one)),
    ),
  ]
}

type Numpy = {
  [name: string]: { args: ProofArgument[]; expected: number | null }[]
} & {
  irr: { cf: number[]; expected: number | null; rtol?: number }[]
  issue_vectors: { cf: number[]; roots?: number[]; irr?: number }[]
}

const numpyNames: Readonly<Record<string, string>> = { npv_t0: 'NPV from period 0' }

export function numpyVectors(): readonly ProofVector[] {
  const file = outside('numpy_financial/vectors.json') as Numpy
  const plain = ['pv', 'rate', 'npv_t0', 'pmt', 'mirr', 'nper', 'ppmt'].flatMap((name) =>
    file[name]!.map(({ args, expected }): Draft => {
      const called = numpyNames[name] ?? name.toUpperCase()
      return {
        title: written(called, args),
        function: called,
        arguments: args,
        expected: expected ?? numError,
        tolerance: expected === null ? 0 : 1e-8,
      }
    }),
  )
  const rates = file.irr.map(({ cf, expected, rtol }): Draft => ({
    title: written('IRR', [cf]),
    function: 'IRR',
    arguments: expected !== null && mayHaveSeveralRates(cf) ? [cf, guessNear(expected)] : [cf],
    expected: expected ?? numError,
    // The rates are below 1, so a relative tolerance there is an absolute one here.
    tolerance: expected === null ? 0 : (rtol ?? 0) * Math.abs(expected),
  }))
  const issues = file.issue_vectors.map(({ cf, roots, irr }): Draft => {
    const several = roots !== undefined // published with two digits
    return {
      title: `${written('IRR', [cf])}${several ? ', two rates' : ''}`,
      function: several ? 'IRR, all roots' : 'IRR',
      arguments: [cf],
      expected: several ? roots.toSorted((one, other) => one - other) : irr!,
      tolerance: several ? 0.01 : 1e-9,
    }
  })
  return vectorsOf(
    'numpy',
    'numpy-financial',
    sourceOf(
      'numpy-financial, tests/test_financial.py at f47e8af2 and its issues',
      'https://github.com/numpy/numpy-financial/blob/f47e8af289f9abd34002267c6663869b9ed586a8/numpy_financial/tests/test_financial.py',
      'BSD-3-Clause',
    ),
    [...plain, ...rates, ...issues],
  )
}
