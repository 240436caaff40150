/** Tax tables, power supplies, and worked examples of markets that a function of ours computes. */
import type { ProofVector } from '../../shared/proof/vector.ts'
import { type Draft, outside, sourceOf, vectorsOf } from './outside.ts'

type Macrs = Record<'A1_half_year' | 'A5_mid_quarter_Q4', Record<string, number[]>>

const macrs = (
  title: string,
  classYears: number,
  convention: string,
  expected: readonly number[],
): Draft => ({
  title: `MACRS ${classYears} years, ${title}`,
  function: 'MACRS',
  arguments: [classYears, convention],
  expected,
  tolerance: 0,
})

/** Only the tables that the file calls confirmed. */
export function macrsVectors(): readonly ProofVector[] {
  const file = outside('irs/macrs.json') as Macrs
  const halfYear = file['A1_half_year']
  const lastQuarter = file['A5_mid_quarter_Q4']
  return vectorsOf(
    'irs-macrs',
    'Tax depreciation',
    sourceOf(
      'IRS Publication 946, appendix A',
      'https://www.irs.gov/publications/p946',
      'public domain (US government)',
    ),
    [
      macrs('half-year', 5, 'half-year', halfYear['5']!),
      macrs('half-year', 7, 'half-year', halfYear['7']!),
      macrs('half-year', 15, 'half-year', halfYear['15_150DB']!),
      macrs('last quarter', 5, 'mid-quarter 4', lastQuarter['5']!),
      macrs('last quarter', 7, 'mid-quarter 4', lastQuarter['7']!),
    ],
  )
}

type Power = { eighty_plus: Record<string, Record<string, (number | null)[]>> & { source: string } }

export function powerVectors(): readonly ProofVector[] {
  const { source: _, ...tables } = (outside('pue/pue_psu.json') as Power).eighty_plus
  const loads = [0.1, 0.2, 0.5, 1]
  const drafts = Object.entries(tables).flatMap(([mains, labels]) =>
    Object.entries(labels).flatMap(([label, points]) =>
      points.flatMap((efficiency, at): readonly Draft[] =>
        efficiency === null
          ? []
          : [
              {
                title: `80 PLUS ${label}, ${mains.replace('_', ' ')}, at ${loads[at]! * 100} % load`,
                function: 'supply efficiency',
                arguments: [points, loads[at]!],
                expected: efficiency,
                tolerance: 1e-12,
              },
            ],
      ),
    ),
  )
  return vectorsOf(
    'eighty-plus',
    'Power',
    sourceOf(
      "80 PLUS certification table, Tom's Hardware",
      'https://www.tomshardware.com/uk/reviews/80-plus-psu-efficiency,4848-2.html',
      'figures only',
    ),
    drafts,
  )
}

type Market = {
  vast_compute_only: { vectors: [number, number, number, number][] }
  power_cost: { wall_W: number; usd_per_kwh: number; expected_usd: number; source: string }
  income_then_gain_FIFO: {
    receipts: [number, number][]
    sales_1_each: number[]
    expected: { fifo_gains: number[] }
  }
  capex_per_hour: {
    source: string
    price: number
    utilization: number
    vectors: [number, number][]
    tol: number
  }
  io_net: {
    source: string
    emission: { monthly_decay: number; years: number }
    check: { 'sum_240_months_if_month1=40M/12': number }
  }
}

export function marketVectors(): readonly ProofVector[] {
  const market = outside('market/fees_revenue_token.json') as Market
  const { capex_per_hour: capex, io_net: io } = market
  const decay = io.emission.monthly_decay
  return [
    ...statementVectors(market),
    ...vectorsOf(
      'capex-per-hour',
      'Market examples',
      sourceOf('Compute Tape: how fast does an H100 depreciate', capex.source, 'figures only'),
      capex.vectors.map(([years, expected]) => ({
        title: `Purchase of $${capex.price} per rented hour over ${years} years at ${capex.utilization * 100} %`,
        function: 'levelized cost, fixed charge',
        arguments: [capex.price, 0, 0, 1 / years, 8760 * capex.utilization],
        expected,
        tolerance: capex.tol / Math.max(1, expected),
      })),
    ),
    ...vectorsOf(
      'io-net-emission',
      'Market examples',
      sourceOf(
        'io.net tokenomics, before 2026-06-11',
        'https://docs.io.net/docs/io-tokenomics',
        'figures only',
      ),
      [
        {
          title: 'Tokens emitted in 240 months that each bring 1.02 % less',
          function: 'PV',
          arguments: [decay / (1 - decay), io.emission.years * 12, -40_000_000 / 12, 0, 1],
          expected: io.check['sum_240_months_if_month1=40M/12'],
          tolerance: 1e-12,
        },
      ],
    ),
  ]
}

/** Examples that go through the whole statement, and the order in which tokens are sold. */
function statementVectors(market: Market): readonly ProofVector[] {
  const { vast_compute_only: vast, power_cost: power, income_then_gain_FIFO: lots } = market
  return [
    ...vectorsOf(
      'vast-earning',
      'Market examples',
      sourceOf('Vast.ai: earning as a host', 'https://docs.vast.ai/host/earning', 'figures only'),
      vast.vectors.map(([gpus, price, utilization, expected]) => ({
        title: `${gpus} GPUs at $${price}, ${Math.round(utilization * 100)} % of 720 hours`,
        function: 'statement, usage of 720 hours',
        arguments: [gpus, price, utilization],
        expected,
        tolerance: 1e-12,
      })),
    ),
    ...vectorsOf(
      'power-cost',
      'Market examples',
      sourceOf('Terabyte Triangle: DePIN GPU rental against mining', power.source, 'figures only'),
      [
        {
          title: `${power.wall_W} W at the wall for a day at $${power.usd_per_kwh} a kWh, to the cent`,
          function: 'statement, electricity of a day',
          arguments: [power.wall_W, power.usd_per_kwh],
          expected: power.expected_usd,
          tolerance: 0.005 / power.expected_usd,
        },
      ],
    ),
    ...vectorsOf(
      'fifo-gains',
      'Market examples',
      sourceOf(
        'A worked example of first in, first out',
        'https://beta.ninjastic.space/post/5978518',
        'figures only',
      ),
      [
        {
          title: 'Tokens received at $200 and $250, sold one by one',
          function: 'lots, gains of sales',
          arguments: [lots.receipts, lots.sales_1_each],
          expected: lots.expected.fifo_gains,
          tolerance: 1e-12,
        },
      ],
    ),
  ]
}
