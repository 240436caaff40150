/**
 * What comparing 20 networks for 30 cards costs beside 600 single answers of the engine to the same scenarios,
 * interleaved card by card in one run. Nothing is asserted: machines are shared and noisy.
 * `node test/bench/markets.ts`
 */
import { readCatalogue } from '../../electron/catalogue.ts'
import { evaluate } from '../../shared/economics/evaluate.ts'
import { compareMarkets } from '../../shared/markets/compare.ts'
import { differenceBetween } from '../../shared/markets/difference.ts'
import type { MarketProfile } from '../../shared/markets/market-profile.ts'
import { rigCards } from '../../shared/markets/rig-cards.ts'
import { cardFromCatalogue, rigBody } from '../../shared/rig-body.ts'
import { entriesFromRig, patched } from '../../shared/scenario-entries.ts'
import { entriesOf } from '../shared/economics/given.ts'
import { priced, rented } from '../shared/markets/profiles.ts'

const networkCount = 20
const cardCount = 30

const catalogue = readCatalogue()
const cards = catalogue.gpus
  .filter(({ boardLimitWatts }) => boardLimitWatts.value !== null)
  .slice(0, cardCount)

for (const evidenced of [false, true]) {
  const ratios: number[] = []
  const differences: number[] = []
  let answers = 0
  for (const gpu of cards) {
    const rig = rigBody(gpu.name, [cardFromCatalogue(gpu, 1, catalogue)])
    const owner = patched(
      entriesOf({
        startMonth: '2026-12',
        flatTariffPerKwh: 0.3,
        idleBoardWatts: 15,
        resaleTodayUsdPerGpu: 600,
        resaleIn12MonthsUsdPerGpu: 480,
      }),
      { ...entriesFromRig(rig), idleBoardWatts: entriesOf({ idleBoardWatts: 15 })['idleBoardWatts']! },
    )
    const shipped = catalogue.networks.slice(0, networkCount)
    const markets = evidenced ? shipped.map((network, i) => withEvidence(network, i, gpu.id)) : shipped
    const question = {
      owner,
      ownNetworkId: null,
      cards: rigCards(rig, catalogue),
      policy: 'pessimistic',
      preferredCurrency: 'cash',
    } as const
    const startedMs = performance.now()
    const compared = compareMarkets(question, markets)
    const comparedMs = performance.now() - startedMs
    const singleStartedMs = performance.now()
    for (const { entries } of compared) evaluate(entries)
    const singleMs = performance.now() - singleStartedMs
    answers += compared.length
    ratios.push(comparedMs / singleMs)
    const [first, second] = compared.filter(({ outcome }) => outcome.kind === 'ranked')
    if (first === undefined || second === undefined) continue
    const differenceStartedMs = performance.now()
    differenceBetween(first, second, 'pessimistic')
    differences.push((performance.now() - differenceStartedMs) / (singleMs / compared.length))
  }
  const what = evidenced ? 'with price and rented share' : 'as shipped'
  console.log(
    `${networkCount} networks x ${cards.length} cards ${what}, beside ${answers} single answers: ratio ${middle(ratios)}`,
  )
  if (differences.length > 0)
    console.log(`  the difference between the two best: ${middle(differences)} answers' worth`)
}

function withEvidence(network: MarketProfile, i: number, catalogueId: string): MarketProfile {
  const prices = [{ ...priced(0.3 + i / 100), catalogueIds: [catalogueId] }]
  return { ...network, prices, utilizations: [rented(0.4)] }
}

function middle(values: readonly number[]): string {
  return (values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN).toPrecision(3)
}
