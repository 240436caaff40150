/** NREL's System Advisor Model: levelized cost, loans, present values and rates of return. */
import type { ProofVector } from '../../shared/proof/vector.ts'
import { type Draft, outside, sourceOf, vectorsOf } from './outside.ts'

const at = 'e97a19f8e035b6c8845690ee23c01b598c36d550'

const samSource = (part: string) =>
  sourceOf(
    `NREL SAM (ssc), ${part} regression at ${at.slice(0, 8)}`,
    `https://github.com/NREL/ssc/tree/${at}/test/input_json/FinancialModels/${part}`,
    'BSD-3-Clause',
  )

type FixedCharge = {
  vectors: {
    name: string
    capital_cost: number
    fixed_operating_cost: number
    variable_operating_cost: number
    fixed_charge_rate: number
    annual_energy: number
    lcoe_fcr: number
  }[]
}

type CashLoan = {
  vectors: {
    name: string
    inputs: {
      loan_rate: number
      loan_term: number
      real_discount_rate: number
      inflation_rate: number
    }
    outputs: Record<string, number[]> & {
      npv: number
      loan_amount: number
      lcoe_nom: number
      lcoe_real: number
    }
    derived_check: { nominal_discount_rate: number; pmt: number; lcoe_nom: number; lcoe_real: number }
  }[]
}

const words = (name: string): string => name.replaceAll('_', ' ')

function fixedCharge(): readonly Draft[] {
  return (outside('sam/lcoefcr.json') as FixedCharge).vectors.map((one): Draft => ({
    title: `Levelized cost by fixed charge: ${words(one.name)}`,
    function: 'levelized cost, fixed charge',
    arguments: [
      one.capital_cost,
      one.fixed_operating_cost,
      one.variable_operating_cost,
      one.fixed_charge_rate,
      one.annual_energy,
    ],
    expected: one.lcoe_fcr,
    tolerance: 1e-12,
  }))
}

/** SAM's own levelized cost stands only where its file's check agrees with it. */
function levelized(one: CashLoan['vectors'][number]): readonly Draft[] {
  const { inputs, outputs, derived_check: check } = one
  if (Math.abs(check.lcoe_nom / outputs.lcoe_nom - 1) > 1e-9) return []
  const given = [
    outputs['cf_after_tax_net_equity_cost_flow']!.map((flow) => -flow * 100),
    outputs['cf_energy_net']!,
    inputs.real_discount_rate / 100,
    inputs.inflation_rate / 100,
  ]
  return (['nominal', 'real'] as const).map((kind): Draft => ({
    title: `Levelized cost, ${kind}, in cents: ${words(one.name)}`,
    function: `levelized cost, ${kind}`,
    arguments: given,
    expected: kind === 'nominal' ? outputs.lcoe_nom : outputs.lcoe_real,
    tolerance: 1e-12,
  }))
}

function loan(one: CashLoan['vectors'][number]): readonly Draft[] {
  const { inputs, outputs, derived_check: check } = one
  const given = [outputs.loan_amount, inputs.loan_rate / 100, inputs.loan_term]
  const years = (key: string) => outputs[key]!.slice(1, inputs.loan_term + 1)
  const part = (title: string, name: string, key: string): Draft => ({
    title: `${title}: ${words(one.name)}`,
    function: name,
    arguments: given,
    expected: years(key),
    tolerance: 1e-9,
  })
  return [
    {
      title: `Yearly payment: ${words(one.name)}`,
      function: 'PMT',
      arguments: [inputs.loan_rate / 100, inputs.loan_term, -outputs.loan_amount],
      expected: check.pmt,
      tolerance: 1e-12,
    },
    part('Interest by year', 'loan, interest', 'cf_debt_payment_interest'),
    part('Principal by year', 'loan, principal', 'cf_debt_payment_principal'),
    {
      ...part('Balance by year', 'loan, balance', 'cf_debt_balance'),
      // The last balance is nothing; what the source keeps there is the rounding of its own subtraction.
      tolerance: Math.max(1e-9, 2 * Math.abs(years('cf_debt_balance').at(-1)!)),
    },
  ]
}

function depreciation(one: CashLoan['vectors'][number]): readonly Draft[] {
  const schedule = one.outputs['cf_fed_depr_sched']?.slice(1, 7)
  const allowances = one.outputs['cf_fed_depreciation']?.slice(1, 7)
  if (schedule === undefined || allowances === undefined || schedule.length === 0) return []
  const basis = allowances.reduce((total, allowance) => total + allowance, 0)
  return [
    {
      title: `Federal MACRS by year: ${words(one.name)}`,
      function: 'MACRS allowance',
      arguments: [basis, 5],
      expected: allowances,
      tolerance: 1e-12,
    },
  ]
}

function cashLoan(): readonly Draft[] {
  return (outside('sam/cashloan_reduced.json') as CashLoan).vectors.flatMap((one) =>
    [
      [
        {
          title: `Net present value: ${words(one.name)}`,
          function: 'NPV from period 0',
          arguments: [one.derived_check.nominal_discount_rate, one.outputs['cf_after_tax_cash_flow']!],
          expected: one.outputs.npv,
          tolerance: 1e-12,
        },
      ],
      levelized(one),
      loan(one),
      depreciation(one),
    ].flat(),
  )
}

type SingleOwner = {
  vectors: ({
    name: string
    inputs: { real_discount_rate?: number; inflation_rate?: number }
    project_return_aftertax_irr: number | null
    project_return_aftertax_npv: number
    npv_energy_nom: number
  } & Record<string, (number | string | null)[]>)[]
}

const isNumber = (value: unknown): value is number => typeof value === 'number' && Number.isFinite(value)

function singleOwner(): readonly Draft[] {
  return (outside('sam/singleowner_reduced.json') as SingleOwner).vectors.flatMap((one): readonly Draft[] => {
    const name = words(one.name)
    const flow = one['cf_project_return_aftertax']!.filter((value) => isNumber(value))
    const rates = one['cf_project_return_aftertax_irr']!
    const values = one['cf_project_return_aftertax_npv']!
    const rateOfReturn = (until: number, percent: unknown): readonly Draft[] =>
      isNumber(percent)
        ? [
            {
              title: `After-tax rate of return to year ${until}: ${name}`,
              function: 'IRR',
              arguments: [flow.slice(0, until + 1)],
              expected: percent / 100,
              tolerance: 1e-5,
            },
          ]
        : []
    const { real_discount_rate: real, inflation_rate: inflation } = one.inputs
    const rate =
      real === undefined || inflation === undefined ? null : (1 + real / 100) * (1 + inflation / 100) - 1
    const value = (until: number, expected: unknown): readonly Draft[] =>
      rate !== null && isNumber(expected)
        ? [
            {
              title: `After-tax present value to year ${until}: ${name}`,
              function: 'NPV from period 0',
              arguments: [rate, flow.slice(0, until + 1)],
              expected,
              tolerance: 1e-11,
            },
          ]
        : []
    const last = flow.length - 1
    const marks = [5, 10, 15, 20].filter((year) => year < last)
    return [
      rateOfReturn(last, one.project_return_aftertax_irr),
      value(last, one.project_return_aftertax_npv),
      ...marks.map((year) => rateOfReturn(year, rates[year])),
      ...marks.map((year) => value(year, values[year])),
    ].flat()
  })
}

export function projectFinanceVectors(): readonly ProofVector[] {
  return [
    ...vectorsOf('sam-lcoefcr', 'Project finance', samSource('lcoefcr'), fixedCharge()),
    ...vectorsOf('sam-cashloan', 'Project finance', samSource('cashloan'), cashLoan()),
    ...vectorsOf('sam-singleowner', 'Project finance', samSource('singleowner'), singleOwner()),
  ]
}
