/**
 * Networks compared against a second statement of the same rules: plain Python, written from SPEC.md alone before
 * the engine was read. Three rigs on all networks, as shipped and with generated terms.
 */
import { beforeAll, describe, expect, it } from 'vitest'
import { unknownPolicies } from '../../shared/markets/market-entries.ts'
import { marketFrom } from '../property/market-generator.ts'
import { isNightly } from '../property/runs.ts'
import { randomFrom } from '../property/scenario-generator.ts'
import type { MarketQuestion } from './market-answers.ts'
import { topics } from './market-answers.ts'
import { cases } from './compare-cases.ts'
import { openMarketOracle } from './market-oracle.ts'
import { marketRigs, shippedMarkets } from './market-rigs.ts'
import { pythonVersion } from './oracle.ts'

const python = pythonVersion()
/** Sets of generated terms for each rig. */
const sets = isNightly ? 30 : 1
const firstSeed = 20_261_121
const currencies = ['cash', 'token'] as const

function* questions(): Generator<MarketQuestion> {
  for (const rig of marketRigs) {
    const { cards, owner, ownNetworkId, name, catalogueId, usualUsdPerGpuHour } = rig
    const startMonth = owner['startMonth'] as string
    for (let set = 0; set <= sets; set += 1) {
      const random = randomFrom(firstSeed + set)
      const markets =
        set === 0
          ? shippedMarkets
          : shippedMarkets.map((market) =>
              marketFrom(random, market, { catalogueId, startMonth, usualUsdPerGpuHour }),
            )
      for (const policy of unknownPolicies) {
        for (const preferredCurrency of currencies) {
          const frontiers =
            set === 0 || preferredCurrency === 'token' || policy === 'typical'
              ? []
              : [{ elasticity: 0.4 + ((set * 0.9) % 9), ownShare: 0.02 }]
          yield {
            name: set === 0 ? `${name}, as shipped` : `${name}, terms ${set}`,
            cards, owner, ownNetworkId, policy, preferredCurrency, markets, frontiers,
            pairs: set === 0 ? 0 : 1,
          } // prettier-ignore
        }
      }
    }
  }
}

describe.skipIf(python === null)(
  python === null
    ? 'networks compared (SKIPPED: no python3 here)'
    : `networks compared twice, ${marketRigs.length} rigs on ${shippedMarkets.length} networks, ${sets} sets of terms`,
  () => {
    const different = new Map<string, string[]>()
    const checks = new Map<string, number>()
    beforeAll(async () => {
      const oracle = openMarketOracle()
      for (const question of questions()) {
        // oxlint-disable-next-line no-await-in-loop -- one process answers in order
        await oracle.check(question, (topic, same, what) => {
          checks.set(topic, (checks.get(topic) ?? 0) + 1)
          if (!same) different.set(topic, [...(different.get(topic) ?? []), what()])
        })
      }
      oracle.close()
      console.log(`networks compared: ${JSON.stringify(Object.fromEntries(checks))}`)
    }, 2 * 3_600_000)

    it.each(topics)('agrees on %s', (topic) => {
      expect(different.get(topic)?.slice(0, 20)).toEqual(undefined)
    })
    it.each(topics)('has looked at %s', (topic) => {
      expect(checks.get(topic) ?? 0).toBeGreaterThan(0)
    })
  },
)

async function differencesOf(question: MarketQuestion): Promise<readonly string[]> {
  const oracle = openMarketOracle()
  const different: string[] = []
  await oracle.check(question, (topic, same, what) => {
    if (!same) different.push(`${topic}: ${what()}`)
  })
  oracle.close()
  return different
}

describe.skipIf(python === null)(
  python === null ? 'single terms (SKIPPED: no python3 here)' : 'single terms, computed twice',
  () => {
    it.each(cases.map((question) => [question.name, question] as const))('agree: %s', async (_, question) => {
      expect(await differencesOf(question)).toEqual([])
    })
  },
)
