/** `idlewatt compare`: one rig on many networks, each on its own terms, with the difference explained; as on screen. */
import { createRouterClient } from '@orpc/server'
import { Command, Option } from 'commander'
import { type InputEntries, wordOf } from '../../shared/economics/inputs.ts'
import { type ComparedMarket, compareMarkets, type MarketOutcome } from '../../shared/markets/compare.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import { type UnknownPolicy, unknownPolicies } from '../../shared/markets/market-entries.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import { termKeys } from '../../shared/markets/market-terms.ts'
import { marketSentence } from '../../shared/markets/comparison-words.ts'
import { systemClock } from '../clock.ts'
import { prepareDataFolder } from '../data-folder.ts'
import { dataFolderFor } from '../host-options.ts'
import { type ComparedSubject, subjectOf } from './compare-subject.ts'
import { addInputFlags, entriesFromFlags } from './input-flags.ts'
import { nextMonthStart } from './start-month.ts'

type Options = Readonly<Record<string, unknown>> & {
  readonly networks?: string
  readonly policy: UnknownPolicy
  readonly currency: 'cash' | 'token'
  readonly data?: string
  readonly json?: true
}

export function compareCommand(): Command {
  const command = new Command('compare')
    .description('one rig on many networks: net, range, what is missing, and why they differ')
    .argument('<rig>', 'a rig or scenario of the book, a scenario file, or cards such as "2x RTX 4090"')
    .option('--networks <ids>', 'only these, parted by commas')
    .addOption(
      new Option('--policy <policy>', 'terms that nobody knows')
        .choices([...unknownPolicies])
        .default('pessimistic'),
    )
    .addOption(
      new Option('--currency <currency>', 'where a network leaves the choice')
        .choices(['cash', 'token'])
        .default('cash'),
    )
    .option('--data <folder>', 'the data folder to use')
    .option('--json', 'print JSON only')
    .action(async (rig: string, options: Options) => {
      const { subject, markets } = await read(rig, dataFolderFor(options.data))
      const owner = { ...nextMonthStart(), ...subject.inputs, ...entriesFromFlags(options) }
      const compared = compareMarkets(
        {
          owner,
          ownNetworkId: subject.networkId,
          cards: subject.cards,
          policy: options.policy,
          preferredCurrency: options.currency,
        },
        chosen(markets, options.networks),
      )
      refuseWhereAllAre(compared)
      const differences = differencesOf(compared, options.policy)
      if (options.json === true) {
        const networks = compared.map((market) => ({ ...market, outcome: summaryOf(market.outcome) }))
        const { name, cards } = subject
        const counted = cards.map(({ gpu, name: card, count }) => ({
          id: gpu?.id ?? null,
          name: card,
          count,
        }))
        const { policy, currency } = options
        const asked = {
          name,
          cards: counted,
          startMonth: owner.startMonth,
          policy,
          preferredCurrency: currency,
        }
        console.log(JSON.stringify({ ...asked, networks, differences }, null, 2))
      } else {
        console.log(
          `${subject.name}: net is the mean month of the first year, ${taxWords(owner)}, without loss of value.`,
        )
        for (const market of compared) console.log(marketSentence(market))
        for (const { difference } of differences)
          if (difference.kind === 'explained') console.log(difference.sentence)
      }
    })
  // What a network decides is set on the network, not for all of them at once.
  return addInputFlags(command, (key) => !termKeys.has(key))
}

/** What is wrong with the scenario itself is said once. */
function refuseWhereAllAre(compared: readonly ComparedMarket[]): void {
  const reasons = new Set(
    compared
      .filter(({ outcome }) => outcome.kind !== 'ineligible')
      .map(({ outcome }) => (outcome.kind === 'refused' ? outcome.reason : null)),
  )
  const [reason] = reasons
  if (reasons.size === 1 && reason) throw new Error(reason)
}

function taxWords(owner: InputEntries): string {
  return wordOf(owner, 'taxTreatment') === 'taxed' ? 'after tax' : 'before tax'
}

async function read(
  asked: string,
  dataFolder: string,
): Promise<{ readonly subject: ComparedSubject; readonly markets: readonly MarketProfile[] }> {
  prepareDataFolder(dataFolder)
  const { createBackend } = await import('../backend.ts')
  const backend = await createBackend({ dataFolder, host: 'cli', replayFile: null, clock: systemClock })
  try {
    const client = createRouterClient(backend.router)
    const [catalogue, rigs, scenarios, { markets }] = await Promise.all([
      client.catalogue(),
      client.rig.list(),
      client.scenario.list(),
      client.market.list(),
    ])
    return {
      subject: subjectOf(asked, { catalogue, rigs, scenarios }),
      markets: markets.map(({ profile }) => profile),
    }
  } finally {
    await backend.close()
  }
}

function chosen(markets: readonly MarketProfile[], networks: string | undefined): readonly MarketProfile[] {
  if (networks === undefined) return markets
  const ids = networks.split(',').map((id) => id.trim())
  const unknown = ids.filter((id) => !markets.some((market) => market.id === id))
  if (unknown.length > 0)
    throw new Error(
      `--networks: there is no network ${unknown.map((id) => `“${id}”`).join(', ')}. Known: ${markets.map(({ id }) => id).join(', ')}.`,
    )
  return markets.filter(({ id }) => ids.includes(id))
}

/** Each network with a net beside the one that nets most. */
function differencesOf(compared: readonly ComparedMarket[], policy: UnknownPolicy) {
  const [most, ...others] = compared.filter(
    ({ outcome }) => outcome.kind === 'ranked' || outcome.kind === 'assumed',
  )
  return others.map((other) => ({
    first: most!.id,
    second: other.id,
    difference: differenceBetween(most!, other, policy),
  }))
}

/** The headlines instead of the whole evaluation: `idlewatt evaluate` prints that. */
function summaryOf(outcome: MarketOutcome) {
  if (outcome.kind !== 'ranked' && outcome.kind !== 'assumed') return outcome
  const { evaluation, ...rest } = outcome
  return { ...rest, headlines: evaluation.answer.headlines, gate: evaluation.answer.gate }
}
