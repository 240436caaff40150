/** The starter cards: nothing in them that the facts do not say, nothing younger, nothing surer, and no verdict. */
import { describe, expect, test } from 'vitest'
import { readChecklists } from '../../electron/checklists.ts'
import { roles } from '../../shared/diligence/checklist.ts'
import type { Answer, Entry } from '../../shared/diligence/entry.ts'
import { scoredCard } from '../../shared/diligence/score.ts'
import { standingCard } from '../../shared/diligence/standing.ts'
import { trustByClass } from '../../shared/figure.ts'
import { factsAreHere, type MarketFacts, readFacts } from './facts.ts'
import { shippedCatalogue } from './shipped.ts'

const { starters, shippedChecklist } = readChecklists()
const answers = starters.flatMap((card) => card.answers.map((answer) => ({ ...answer, of: card.networkId })))
const skipped = factsAreHere ? '' : ' (SKIPPED: ../shared/facts is not beside this repository)'
const circumstanceIds = new Set(shippedChecklist.circumstances.map(({ id }) => id))

const numbersIn = (text: string): readonly string[] => text.match(/\d+(\.\d+)?/g) ?? []

/** A book in which only the starter card was taken over, on the day the facts were compiled. */
function scoredOn(day: string, given: readonly Answer[]) {
  const bodies = [{ kind: 'checklist', sha256: 'c', who: 'Idlewatt' } as const, ...given]
  const entries: readonly Entry[] = bodies.map((body, at) => ({
    sequence: at + 1,
    recordedAtUtcMs: Date.parse('2026-11-20T12:00:00Z'),
    body,
    origin: null,
  }))
  return scoredCard(standingCard(entries, { c: shippedChecklist }, day), roles)
}

describe('starter cards', () => {
  test('there is one for each network of the catalogue, in its order', () => {
    expect(starters.map(({ networkId }) => networkId)).toEqual(shippedCatalogue.networks.map(({ id }) => id))
  })

  test('C11 no answer is surer than a project’s own document, and none was computed, quoted or tested', () => {
    for (const { itemId, of, class: evidenceClass, computed, quote, fileSha256, who } of answers) {
      expect(trustByClass[evidenceClass], `${of} ${itemId}`).toBeLessThanOrEqual(0.8)
      expect(trustByClass[evidenceClass], `${of} ${itemId}`).toBeGreaterThan(0)
      expect([computed, quote, fileSha256, who]).toEqual([null, null, null, 'Idlewatt'])
    }
  })

  test('what only a test, a receipt or a chain can show is left open', () => {
    const answered = new Set(answers.map(({ itemId }) => itemId))
    const open = [
      'net-at-own-tariff', 'depth-for-own-size', 'holder-revenue', 'bill-matches-quote', 'output-checked', 'payouts-arrive',
      'last-release', 'last-answer', 'uptime', 'utilization-evidence', 'over-issuance', 'upgrade-keys', 'team-known',
      'paid-usage-over-time', 'repeat-customers', 'three-sources',
    ] // prettier-ignore
    expect(open.filter((id) => answered.has(id))).toEqual([])
  })

  test('a circumstance is answered by yes or no, an item never by what does not apply', () => {
    for (const { itemId, value } of answers)
      expect(circumstanceIds.has(itemId) ? ['yes', 'no'] : ['yes', 'partly', 'no'], itemId).toContain(value)
  })

  test('the catalogue’s symbol and the card agree on whether there is a token', () => {
    for (const { id, token } of shippedCatalogue.networks) {
      const said = answers.find((answer) => answer.of === id && answer.itemId === 'has-token')
      if (token.symbol !== null) expect(said?.value, id).toBe('yes')
      else expect(said?.value, id).not.toBe('yes')
    }
  })

  test('DG9, DG10 alone they raise no red flag and reach no verdict but insufficient evidence', () => {
    for (const { networkId, answers: given } of starters)
      for (const { pillar, verdict, redFlags } of Object.values(scoredOn('2026-11-20', given).pillars))
        expect([networkId, pillar, verdict, redFlags.length]).toEqual([
          networkId,
          pillar,
          'insufficient evidence',
          0,
        ])
  })
})

describe.skipIf(!factsAreHere)(`the starter cards are what the facts say${skipped}`, () => {
  const markets = factsAreHere ? readFacts().markets.markets : []
  const market = (id: string): MarketFacts => markets.find((each) => each.id === id)!

  test('each answer has the source, the day and at most the confidence of a field of its network', () => {
    /** By hand: what the facts’ confidence is worth at most. */
    const most: Readonly<Record<string, number>> = { high: 0.8, medium: 0.5, low: 0.25, none: 0 }
    let checked = 0
    for (const { of, itemId, link, text, seenOn, class: evidenceClass } of answers) {
      const source = link ?? /Source: (http:\S+)$/.exec(text)?.[1]
      const fields = Object.values(market(of).fields).filter(
        (field) => field.source === source && field.asOf !== null && seenOn.startsWith(field.asOf),
      )
      expect(fields.length, `${of} ${itemId}`).toBeGreaterThan(0)
      const surest = Math.max(...fields.map(({ confidence }) => most[confidence]!))
      expect(trustByClass[evidenceClass], `${of} ${itemId}`).toBeLessThanOrEqual(surest)
      if (!fields.some(({ asOf }) => asOf === seenOn)) expect(seenOn, `${of} ${itemId}`).toMatch(/-01$/)
      checked += 1
    }
    expect(checked).toBeGreaterThan(200)
  })

  test('every number in an answer stands in the facts of its network, or was rounded by hand from one that does', () => {
    const rounded: Readonly<Record<string, string>> = {
      'render 644': '644250000',
      'render 9.1': '9.13M',
      'render 5.9': '5.90M',
      'render 107': '107.38M',
      'clore 2': '2000000',
      'flux 560': '560000000',
      'theta 1': '1000000000',
    }
    const used = new Set<string>()
    for (const { of, itemId, text } of answers) {
      const said = JSON.stringify(market(of)).replaceAll(',', '')
      const told = text.replace(/The page .*|Source: .*/, '').replaceAll(',', '')
      for (const number of numbersIn(told)) {
        if (numbersIn(said).includes(number)) continue
        const key = `${of} ${number}`
        expect(said.includes(rounded[key] ?? 'nothing'), `${key}, ${itemId}`).toBe(true)
        used.add(key)
      }
    }
    expect([...used]).toEqual(Object.keys(rounded))
  })

  test('the two entries of the facts that are no networks have no card', () => {
    expect(JSON.stringify(starters)).not.toMatch(/singularity|runonml|AGIX|\bFET\b/i)
  })
})
