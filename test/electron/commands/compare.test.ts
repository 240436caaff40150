/** `idlewatt compare` as a process, and what it may be asked about. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { subjectOf } from '../../../electron/commands/compare-subject.ts'
import { evaluate } from '../../../shared/economics/evaluate.ts'
import { compareMarkets } from '../../../shared/markets/compare.ts'
import { differenceBetween } from '../../../shared/markets/difference.ts'
import { packOf, packText } from '../../../shared/markets/market-pack.ts'
import { rigCards } from '../../../shared/markets/rig-cards.ts'
import { cardFromCatalogue, rigBody } from '../../../shared/rig-body.ts'
import type { Rig, Scenario } from '../../../shared/scenario.ts'
import { entriesFromRig, patched } from '../../../shared/scenario-entries.ts'
import { shippedCatalogue } from '../../catalogue/shipped.ts'
import { entriesOf } from '../../shared/economics/given.ts'
import { fee, knownProfile, priced } from '../../shared/markets/profiles.ts'
import { removeFolder, runHost, temporaryFolder } from '../host-processes.ts'

const gpu = shippedCatalogue.gpus.find(({ id }) => id === 'geforce-rtx-4090')!
const twoCards = rigBody('Attic', [cardFromCatalogue(gpu, 2, shippedCatalogue)])
const rig: Rig = { id: 'rig-1', revision: 1, updatedAtUtcMs: 1, body: twoCards }
const scenario = (id: string, name: string, updatedAtUtcMs: number, tariff: number): Scenario => ({
  id,
  revision: 1,
  updatedAtUtcMs,
  body: {
    schema: 1,
    name,
    rigId: 'rig-1',
    networkId: 'vast',
    inputs: entriesOf({ flatTariffPerKwh: tariff }),
  },
})
const library = {
  catalogue: shippedCatalogue,
  rigs: [rig],
  scenarios: [scenario('s-1', 'Winter', 5, 0.3), scenario('s-2', 'Summer', 9, 0.2)],
}

describe('what is compared', () => {
  it('is a rig with the scenario that was changed last for it', () => {
    const subject = subjectOf('attic', library)
    expect(subject).toMatchObject({ name: 'Attic', networkId: 'vast' })
    expect(subject.inputs['flatTariffPerKwh']).toMatchObject({ value: 0.2 })
    expect(subject.cards).toEqual([{ gpu, name: gpu.name, count: 2 }])
  })

  it('with the scenario’s own watts, not the rig’s', () => {
    const metered = scenario('s-9', 'Metered', 99, 0.3)
    const inputs = {
      ...metered.body.inputs,
      ...entriesOf({ powerBasis: 'wall', wallRentedWatts: 400, wallIdleWatts: 100 }),
    }
    const scenarios = [{ ...metered, body: { ...metered.body, inputs } }]
    expect(subjectOf('attic', { ...library, scenarios }).inputs['powerBasis']).toBe('wall')
    const bare = subjectOf('attic', { ...library, scenarios: [] }).inputs
    expect(bare).toMatchObject({ powerBasis: 'board', gpuCount: { value: 2 } })
  })

  it('or a scenario by name or id, with the cards of its rig', () => {
    for (const asked of ['Winter', 's-1'])
      expect(subjectOf(asked, library)).toMatchObject({ name: 'Winter', cards: [{ count: 2 }] })
  })

  it('or cards of the catalogue', () => {
    expect(subjectOf('2x RTX 4090', library)).toMatchObject({
      name: '2 × GeForce RTX 4090',
      cards: [{ count: 2 }],
    })
    expect(subjectOf('geforce-rtx-4090', library)).toMatchObject({
      cards: [{ gpu: { id: 'geforce-rtx-4090' }, count: 1 }],
    })
  })

  it('and never guesses which of several cards is meant', () => {
    for (const asked of ['A100', 'RTX 3080 Ti or so', '2x H100'])
      expect(() => subjectOf(asked, library)).toThrow(
        /may be several cards: say which: |There is no scenario file/,
      )
    expect(() => subjectOf('0x RTX 4090', library)).toThrow('There is no scenario file')
  })

  it('and says what there is where nothing fits, or more than one', () => {
    expect(() => subjectOf('Cellar', library)).toThrow(
      'There is no scenario file, rig, scenario or card “Cellar”. In the book: “Attic”, “Winter”, “Summer”.',
    )
    const twice = { ...library, scenarios: [...library.scenarios, scenario('s-3', 'Winter', 2, 0.1)] }
    expect(() => subjectOf('winter', twice)).toThrow(
      '“winter” is the name of 2: say which by its id: s-1, s-3.',
    )
  })
})

describe('idlewatt compare', () => {
  let folder = ''
  beforeAll(() => {
    folder = temporaryFolder()
  })
  afterAll(() => removeFolder(folder))

  async function run(...given: string[]): Promise<{ code: number | null; output: string; errors: string }> {
    const host = runHost('electron/idlewatt.mjs', [...given, '--data', join(folder, 'data')])
    return { code: await host.ended, output: host.output(), errors: host.errors() }
  }

  const flags = ['--start-month', '2026-12', '--flat-tariff-per-kwh', '0.3']
  const markets = [
    knownProfile('fair', { name: 'Fair' }),
    knownProfile('dear', { name: 'Dear', fees: [fee(0.3)], prices: [priced(0.48)] }),
  ]

  it('prints what the engine says of each network and of the difference, to the last digit', async () => {
    const pack = join(folder, 'pack.json')
    writeFileSync(pack, packText(packOf(markets, '2026-11-20')))
    expect((await run('market', 'import', pack, '--yes')).code).toBe(0)
    const { code, output, errors } = await run(
      'compare',
      'geforce-rtx-4090',
      '--networks',
      'fair,dear,akash',
      '--json',
      ...flags,
    )
    expect([code, errors]).toEqual([0, ''])
    const printed = JSON.parse(output)
    const body = rigBody('geforce-rtx-4090', [cardFromCatalogue(gpu, 1, shippedCatalogue)])
    const question = {
      owner: patched(entriesOf({ startMonth: '2026-12', flatTariffPerKwh: 0.3 }), entriesFromRig(body)),
      ownNetworkId: null,
      cards: rigCards(body, shippedCatalogue),
      policy: 'pessimistic',
      preferredCurrency: 'cash',
    } as const
    const akash = shippedCatalogue.networks.find(({ id }) => id === 'akash')!
    const expected = compareMarkets(question, [...markets, akash])
    expect(printed.networks.map(({ id }: { id: string }) => id)).toEqual(['fair', 'dear', 'akash'])
    expected.forEach((market, i) => {
      const { outcome } = printed.networks[i]
      expect(outcome.kind).toBe(market.outcome.kind)
      if (market.outcome.kind !== 'ranked') return
      expect(outcome.netUsdPerMonth).toBe(market.outcome.netUsdPerMonth)
      const alone = evaluate(market.entries)
      expect(outcome.headlines.netUsdPerMonth).toBe(
        alone.kind === 'evaluated' ? alone.answer?.headlines.netUsdPerMonth : NaN,
      )
    })
    const [fair, dear] = expected
    expect(printed.differences).toEqual([
      {
        first: 'fair',
        second: 'dear',
        difference: JSON.parse(JSON.stringify(differenceBetween(fair!, dear!, 'pessimistic'))),
      },
    ])
  })

  it('says in a sentence each what a network nets or needs, with the shipped facts alone', async () => {
    const { code, output } = await run('compare', '2x RTX 4090', '--networks', 'vast,nosana,akash', ...flags)
    expect(code).toBe(0)
    const lines = output.trim().split('\n')
    expect(lines).toHaveLength(4)
    expect(lines[0]).toBe(
      '2 × GeForce RTX 4090: net is the mean month of the first year, before tax, without loss of value.',
    )
    expect(output).toMatch(/^Vast\.ai: .*needs \d+\s% rented at/m)
    expect(output).toMatch(/^Akash Network: .*needs \$0\.\d+.* at 40\s% rented/m)
    expect(output).toContain('Nosana: not for this rig: takes at most 1 GPU a machine; the rig has 2.')
  })

  it('refuses an unknown network and an unknown rig by name', async () => {
    const network = await run('compare', 'geforce-rtx-4090', '--networks', 'vast,nobody', ...flags)
    expect([network.code, network.errors]).toEqual([
      1,
      expect.stringContaining('--networks: there is no network “nobody”. Known: akash'),
    ])
    const price = await run('compare', 'geforce-rtx-4090', '--price-usd-per-gpu-hour', '0.3', ...flags)
    expect([price.code, price.errors]).toEqual([
      1,
      expect.stringContaining("unknown option '--price-usd-per-gpu-hour'"),
    ])
    const euros = await run('compare', 'geforce-rtx-4090', '--tariff-currency', 'EUR', ...flags)
    expect([euros.code, euros.errors.match(/tariffCurrencyUsd/g)]).toEqual([1, ['tariffCurrencyUsd']])
    const unknownRig = await run('compare', 'Cellar', ...flags)
    expect([unknownRig.code, unknownRig.errors]).toEqual([1, expect.stringContaining('“Cellar”')])
  })
})
