import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, test } from 'vitest'
import { readGuide } from '../../electron/guide.ts'
import { applies } from '../../shared/economics/inputs.ts'
import { searchTerms } from '../../shared/guide.ts'

const { terms, models, workloads } = readGuide()
const byId = new Map(terms.map((term) => [term.id, term]))
const first = (typed: string) => searchTerms(terms, typed)[0]?.id

const named = (id: string, term: string, meaning = 'A word.') => ({
  ...terms[0]!,
  id,
  term,
  aliases: [],
  meaning,
})

describe('GD1 searching the glossary', () => {
  test('finds a term by its name, by another word for it, and inside a question', () => {
    expect(first('PUE')).toBe('pue')
    expect(first('what is PUE?')).toBe('pue')
    expect(first('What’s a take rate?')).toBe('take-rate')
    expect(first('TDP')).toBe('board-power')
    expect(first('rug pull')).toBe('hard-rug')
    expect(first('COMMISSION')).toBe('platform-fee')
    expect(first('gpu hour')).toBe('gpu-hour')
  })

  test('puts the word itself before longer names, and names before meanings', () => {
    const found = searchTerms(terms, 'burn').map(({ id }) => id)
    expect(found.slice(0, 2)).toEqual(['burn', 'burn-and-mint'])
    expect(found).toContain('re-mint')
    expect(searchTerms(terms, 'hold')[0]?.id).toBe('hold')
  })

  test('ranks: is it, begins with it, a word begins with it, holds it, only its meaning names it', () => {
    const list = [
      named('meant', 'Fire', 'To burn.'),
      named('held', 'Heartburn'),
      named('inner', 'Slow burning'),
      named('first', 'Burn rate'),
      named('exact', 'Bürn'),
      named('other', 'Ash'),
    ]
    expect(searchTerms(list, 'burn').map(({ id }) => id)).toEqual([
      'exact',
      'first',
      'inner',
      'held',
      'meant',
    ])
  })

  test('wants every typed word', () => {
    expect(searchTerms(terms, 'wall power').map(({ id }) => id)).not.toContain('power-floor')
    expect(first('power wall')).toBe('wall-power')
  })

  test('gives all as they stand for nothing, and none for what no term has', () => {
    expect(searchTerms(terms, ' ? ')).toEqual(terms)
    expect(searchTerms(terms, 'zeppelin')).toEqual([])
  })
})

/** The words of the product and of its screens; each must be found as a term or as another word for one. */
const expectedWords = `
GPU-hour, rented hours, idle hours, down hours, rental utilization, busy share, board power
wall power, PUE, COP, platform fee, take rate, payout, slippage, market depth, emissions, burn
re-mint, unlock, circulating supply, fully diluted supply, holder revenue, NPV, IRR, payback
levelized cost, residual value, compute market, decentralized compute, GPU marketplace, DePIN
ComputeFi, AI mining, verifiable compute, centralized cloud, crypto mining
decentralized GPU network, hold, unbonding, slashing, burn and mint, basis of a price
evidence class, power floor, full-cost price, cash break-even price, Shapley parts, elasticity
occupancy, ask, spot, interruptible, reserved, bare metal, escrow, reverse auction, proof of work
proof of render, proof of sampling, sybil, wash volume, exit liquidity, bagholder, top signal
hard rug, soft rug, trenches, narrative coin, doxxed team, KYC, staking, governance, treasury
stablecoin, token utility, value capture, dilution, coverage, zero-appreciation gate, exit rent
shutdown rent, collateral, subsidy, gross, net`
  .trim()
  .split(/\s*[,\n]\s*/)

describe('the glossary that ships', () => {
  test('has each word of the product and its screens, and about a hundred terms', () => {
    const found = new Set(
      terms.flatMap(({ term, aliases }) => [term, ...aliases].map((name) => name.toLowerCase())),
    )
    expect(expectedWords.filter((word) => !found.has(word.toLowerCase()))).toEqual([])
    expect(terms.length).toBeGreaterThanOrEqual(90)
  })

  test('is sorted, and no word leads to two terms', () => {
    const names = terms.map(({ term }) => term.toLowerCase())
    expect(names).toEqual(names.toSorted())
    const all = terms.flatMap(({ term, aliases }) => [term, ...aliases].map((name) => name.toLowerCase()))
    expect(all.filter((name, at) => all.indexOf(name) !== at)).toEqual([])
  })

  test('says each in one to three plain sentences of at most 240 characters', () => {
    for (const { id, meaning } of terms) {
      const sentences = meaning.match(/[.?](?= \p{Lu}|$)/gu)?.length ?? 0
      expect([id, sentences >= 1 && sentences <= 3 && meaning.length <= 240]).toEqual([id, true])
    }
  })

  test('names rules that SPEC.md has and inputs that the calculator has', () => {
    const spec = readFileSync(fileURLToPath(new URL('../../shared/SPEC.md', import.meta.url)), 'utf8')
    const rules = new Set([...spec.matchAll(/^- \*\*([A-Z]+\d+)\*\*/gm)].map(([, rule]) => rule))
    expect(rules.size).toBeGreaterThan(100)
    for (const { id, rule, inputKey } of terms) {
      if (rule !== null) expect([id, rules.has(rule)]).toEqual([id, true])
      if (inputKey !== null) expect(() => applies({}, inputKey)).not.toThrow()
    }
    expect(terms.filter(({ rule }) => rule !== null).length).toBeGreaterThan(50)
  })

  test('keeps rental utilization and the busy share apart, in both directions', () => {
    expect(byId.get('rental-utilization')?.notToBeMixedWith.map(({ id }) => id)).toContain('busy-share')
    expect(byId.get('busy-share')?.notToBeMixedWith.map(({ id }) => id)).toContain('rental-utilization')
  })
})

describe('the guide’s words', () => {
  const texts: readonly (readonly [string, string])[] = [
    ...terms.map(({ id, meaning }) => [id, meaning] as const),
    ...terms.flatMap(({ id, notToBeMixedWith }) => notToBeMixedWith.map(({ why }) => [id, why] as const)),
    ...models.questions.flatMap(({ id, question, answers }) =>
      [question, ...Object.values(answers)].map((text) => [id, text] as const),
    ),
    ...models.whichIsMine.map((text) => ['whichIsMine', text] as const),
    ...workloads.flatMap(({ workload, meaning, whatToAsk }) =>
      [meaning, whatToAsk].map((text) => [workload, text] as const),
    ),
  ]

  test('hold no hype, no exclamation mark, no advice', () => {
    const banned =
      /!|\bAI\b|\bshould\b|\brecommend|\badvi[cs]e|\bbest\b|\bguarantee|\brevolution|\bpassive income|\bunlock the|\bpower of\b|\p{Extended_Pictographic}/iu
    expect(texts.filter(([, text]) => banned.test(text))).toEqual([])
    expect(texts.length).toBeGreaterThan(250)
  })

  test('are each a sentence, and no cell of the models is longer than one', () => {
    for (const [id, text] of texts) expect([id, /^[“\p{L}].*[.?]$/su.test(text)]).toEqual([id, true])
    for (const { id, answers } of models.questions)
      for (const text of Object.values(answers)) expect([id, text.match(/\.(?= )/g)]).toEqual([id, null])
  })
})

describe('the models compared', () => {
  test('are six, each asked the same ten questions, and each a term of the glossary', () => {
    expect(models.models.map(({ id }) => id)).toEqual([
      'centralized-cloud',
      'compute-market',
      'crypto-mining',
      'depin',
      'decentralized-gpu-network',
      'computefi',
    ])
    expect(models.questions).toHaveLength(10)
    for (const { answers } of models.questions) expect(Object.keys(answers)).toHaveLength(6)
    for (const { termId } of models.models) expect(byId.has(termId)).toBe(true)
  })
})
