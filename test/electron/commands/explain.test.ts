/** `idlewatt explain`: the names, the tree as text, and a JSON that gives the figure to whoever reads it alone. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { assumed } from '../../../shared/figure.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { removeFolder, runHost, temporaryFolder } from '../host-processes.ts'

let folder = ''
let file = ''
const inputs = {
  idleBoardWatts: assumed(20, 'watts'),
  rentedBoardWatts: assumed(320, 'watts'),
  flatTariffPerKwh: { ...assumed(0.3, 'currencyUnitsPerKwh'), source: 'my bill', asOf: '2026-10' },
  startMonth: '2026-12',
  priceUsdPerGpuHour: assumed(0.4, 'usdPerGpuHour'),
  rentalUtilizationRatio: assumed(0.5, 'ratio'),
  horizonMonths: assumed(14, 'months'),
}
beforeAll(() => {
  folder = temporaryFolder()
  file = join(folder, 'scenario.json')
  writeFileSync(file, JSON.stringify({ schema: 1, name: 'One card', rigId: null, networkId: null, inputs }))
})
afterAll(() => removeFolder(folder))

async function explain(...given: string[]): Promise<{ code: number | null; output: string; errors: string }> {
  const host = runHost('electron/idlewatt.mjs', ['explain', file, ...given])
  return { code: await host.ended, output: host.output(), errors: host.errors() }
}

/** A tree as JSON has it. */
type Data = {
  readonly kind: string
  readonly id?: number
  readonly operator?: string
  readonly value?: number
  readonly operands?: readonly Data[]
}

/** A reader of its own: plain arithmetic over the JSON, without a line of the engine. */
function computed(data: Data, known = new Map<number, number>()): number {
  if (data.kind === 'same') return known.get(data.id!)!
  if (data.kind !== 'operation') return data.value!
  const [first, ...others] = data.operands!.map((operand) => computed(operand, known)) as [
    number,
    ...number[],
  ]
  const all = [first, ...others]
  const by: Readonly<Record<string, () => number>> = {
    sum: () => all.reduce((total, each) => total + each, 0),
    difference: () => others.reduce((left, each) => left - each, first),
    product: () => all.reduce((total, each) => total * each, 1),
    quotient: () => others.reduce((left, each) => left / each, first),
    power: () => first ** others[0]!,
    negative: () => -first,
    mean: () => all.reduce((total, each) => total + each, 0) / all.length,
    minimum: () => Math.min(...all),
    maximum: () => Math.max(...all),
    // The two points around x: here the loads lie between the 10 % and the 100 % point.
    interpolated: () => {
      const i = others.findIndex((x, at) => at % 2 === 0 && x >= first)
      const [x1, y1, x2, y2] = others.slice(i - 2, i + 2) as [number, number, number, number]
      return y1 + ((first - x1) / (x2 - x1)) * (y2 - y1)
    },
  }
  const value = by[data.operator!]!()
  known.set(data.id!, value)
  return value
}

describe('without a name', () => {
  it('all names are listed, lines of the statement among them', async () => {
    const { code, output } = await explain()
    expect(code).toBe(0)
    for (const name of ['net', 'electricity', 'npv', 'full-cost', 'floor-off-mean', 'share-break-even'])
      expect(output).toMatch(new RegExp(`^${name} +\\S`, 'm'))
    expect(output).toContain('usage@2026-12')
  })
})

describe('with a name', () => {
  it('the text has the formula, the numbers, the rule and the source of each input', async () => {
    const { code, output } = await explain('electricity@2027-01')
    expect(code).toBe(0)
    const text = output.replaceAll('\u00a0', ' ')
    expect(text).toContain('[E10]')
    expect(text).toContain('= Electricity of the rig, 2027-01 × Electricity')
    expect(text).toContain('Electricity: 0.30/kWh  (assumption; my bill; 2026-10)')
    expect(text).toContain('Uptime: 98 %  (assumption; assumed by Idlewatt)')
  })

  it.each(['net', 'npv', 'banked@2027-02'])(
    'the JSON of %s, computed by another reader, gives the figure of evaluate',
    async (name) => {
      const { code, output } = await explain(name, '--json')
      expect(code).toBe(0)
      const { figure, expression } = JSON.parse(output) as { figure: number; expression: Data }
      expect(computed(expression)).toBeCloseTo(figure, 7)
      const evaluation = evaluate(inputs)
      if (evaluation.kind === 'refused') throw new Error(evaluation.problems[0]!.message)
      if (name === 'net') expect(figure).toBe(evaluation.answer?.headlines.netUsdPerMonth)
      if (name === 'npv') expect(figure).toBe(evaluation.answer?.headlines.npvUsd)
    },
  )

  it('a figure that is unknown says so', async () => {
    const { code, output } = await explain('wear')
    expect([code, output.trim()]).toEqual([
      0,
      'Value lost through this use: unknown, or not meaningful, in this scenario.',
    ])
  })
})

describe('what it cannot do is one sentence on standard error', () => {
  it.each([
    [['netto'], 'There is no figure "netto" in this scenario; did you mean: net'],
    [['net', '--levels', 'deep'], '--levels: expected a whole number from 1 to 9999; given was deep.'],
    [['net', '--uptime-ratio', '2'], 'Uptime (uptimeRatio): expected a number from 0 to 1; given was 2.'],
  ])('%s', async (given, message) => {
    const { code, output, errors } = await explain(...given)
    expect(code).not.toBe(0)
    expect(output).toBe('')
    expect(errors).toContain(message)
  })
})
