/** The scoring of random cards, once by the engine and once in exact rationals by a statement of the same rules in Python. */
import { beforeAll, describe, expect, it } from 'vitest'
import { isNightly } from '../property/runs.ts'
import type { RandomCard } from './diligence-cards.ts'
import { cardFrom } from './diligence-cards.ts'
import type { OracleAnswer, Topic } from './diligence-checks.ts'
import { checkCard, topics } from './diligence-checks.ts'
import { openStatement, pythonVersion } from './oracle.ts'

const python = pythonVersion()
const cards = isNightly ? 100_000 : 10_000
const chunk = 250
const firstSeed = Number(process.env['IDLEWATT_SEED'] ?? 20_261_121)

/** By turns with ages that are exact powers of 1/2, and any. */
function chunkFrom(from: number): readonly RandomCard[] {
  return Array.from({ length: chunk }, (_, i) =>
    cardFrom(firstSeed + from + i, i % 2 === 0 ? 'exact' : 'any'),
  )
}

describe.skipIf(python === null)(
  python === null
    ? 'scoring of random cards (SKIPPED: no python3 here)'
    : `scoring of ${cards} random cards, twice`,
  () => {
    const different = new Map<Topic, string[]>()
    const checks = new Map<Topic, number>()
    const seen = new Map<string, number>()
    const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1)
    const found = (topic: Topic, same: boolean, what: () => string) => {
      checks.set(topic, (checks.get(topic) ?? 0) + 1)
      if (!same) different.set(topic, [...(different.get(topic) ?? []), what()])
    }
    beforeAll(async () => {
      const statement = openStatement<OracleAnswer>('diligence.py')
      let some = chunkFrom(0)
      let asked = statement.ask(some)
      for (let from = chunk; from <= cards; from += chunk) {
        // oxlint-disable-next-line no-await-in-loop -- one process answers in order
        const answers = await asked
        const here = some
        some = from < cards ? chunkFrom(from) : []
        // The other process works on these while this one compares those.
        asked = statement.ask(some)
        for (const [i, answer] of answers.entries()) {
          checkCard(here[i]!, answer, found)
          const [, { pillars, gates, tripwires, items, findOut }] = answer.dates
          for (const { verdict } of Object.values(pillars)) see(`verdict ${verdict}`)
          for (const [gate, state] of Object.entries(gates)) if (gate !== 'until') see(`${gate} ${state}`)
          for (const state of Object.values(tripwires)) see(`tripwire ${state}`)
          if (items.some(({ redFlag }) => redFlag)) see('a red flag')
          if (items.some(({ applies }) => !applies)) see('an item that does not apply')
          if (items.length === 0) see('nothing asked')
          if (findOut?.some(({ changes }) => changes) === true) see('a verdict worth finding out')
        }
      }
      statement.close()
      console.log(`scorecards: ${JSON.stringify(Object.fromEntries([...checks, ...seen]))}`)
    }, 3_600_000)

    it.each(topics)('agrees on %s', (topic) => {
      expect(different.get(topic)?.slice(0, 20)).toEqual(undefined)
    })
    it.each(topics)('has looked at %s', (topic) => {
      expect(checks.get(topic) ?? 0).toBeGreaterThan(0)
    })
    it.each([
      ...['avoid', 'strong', 'acceptable', 'insufficient evidence', 'caution'].map((it) => `verdict ${it}`),
      ...['open', 'closed'].map((state) => `first-test ${state}`),
      ...['open', 'half', 'closed'].map((state) => `provider ${state}`),
      ...['open', 'half', 'open-until', 'closed', 'not-needed'].map((state) => `token ${state}`),
      ...['red', 'armed', 'over'].map((state) => `tripwire ${state}`),
      'a red flag',
      'an item that does not apply',
      'nothing asked',
      'a verdict worth finding out',
    ])('has met %s among the cards', (what) => {
      expect(seen.get(what) ?? 0).toBeGreaterThan(0)
    })
  },
)
