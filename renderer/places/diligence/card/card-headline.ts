/** What a card comes to in one sentence, and what is to be said beneath each pillar. */
import { type Pillar, pillars, type Role } from '../../../../shared/diligence/checklist.ts'
import { type Gate, rolesWithoutTest } from '../../../../shared/diligence/gates.ts'
import type { PillarScore, Verdict } from '../../../../shared/diligence/score.ts'
import { gateLabels } from '../../../../shared/diligence/words.ts'
import type { ScoredOn } from '../scored-today.ts'
import { shown } from '../shown.ts'
import { isWithoutToken, pillarLabels, rangePoints, rolesWords } from '../words.ts'

/**
 * Pillars of the same verdict are said together; what reads well is said with the gates that are closed behind it.
 * Example: "Akash, seen as provider: service acceptable (62 to 81), but its first test was not done; insufficient
 * evidence on economics (3 to 97) and token (1 to 99)."
 */
export function cardSentence(name: string, roles: readonly Role[], scoredOn: ScoredOn): string {
  const { scored, gates } = scoredOn
  const noToken = isWithoutToken(gates)
  const asked = pillars.filter((pillar) => pillar !== 'token' || !noToken)
  const verdicts = [...new Set(asked.map((pillar) => scored.pillars[pillar].verdict))]
  const lastGood = verdicts.findLast(readsWell)
  const each = verdicts.map((verdict) => {
    const alike = asked.filter((pillar) => scored.pillars[pillar].verdict === verdict)
    const said = verdictWords(verdict, alike, scoredOn)
    if (verdict !== lastGood) return said
    const closed = closedBehind(
      asked.filter((pillar) => readsWell(scored.pillars[pillar].verdict)),
      gates,
    )
    return closed.length === 0 ? said : `${said}, but ${listed(closed.map(closedWords(roles, scoredOn)))}`
  })
  const all = noToken ? [...each, 'it has no token'] : each
  return `${shown(name)}, seen as ${rolesWords(roles)}: ${all.join('; ')}.`
}

const readsWell = (verdict: Verdict) => verdict === 'strong' || verdict === 'acceptable'

function verdictWords(verdict: Verdict, alike: readonly Pillar[], { scored }: ScoredOn): string {
  const ranges = alike.map(
    (pillar) => `${pillarLabels[pillar].toLowerCase()} (${rangePoints(scored.pillars[pillar])})`,
  )
  const [first = '', ...more] = ranges
  if (verdict === 'insufficient evidence') return `insufficient evidence on ${listed(ranges)}`
  return more.length > 0 ? `${verdict} on ${listed(ranges)}` : first.replace(' (', ` ${verdict} (`)
}

/** The gates up to the one that stands behind the last of these pillars. */
function closedBehind(good: readonly Pillar[], gates: readonly Gate[]): readonly Gate[] {
  const reach = Math.max(...good.map((pillar) => pillars.indexOf(pillar)))
  return gates.filter(({ state }, at) => at <= reach && state === 'closed')
}

function closedWords(roles: readonly Role[], { standing }: ScoredOn): (gate: Gate) => string {
  return ({ id }) => {
    if (id !== 'first-test') return `its ${gateLabels[id].toLowerCase()} is closed`
    const missing = rolesWithoutTest(standing, roles)
    return missing.length < roles.length
      ? `its first test as ${rolesWords(missing)} was not done`
      : 'its first test was not done'
  }
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`
}

/** What caps a pillar, what is taken out of it, and what stands closed in front of it. */
export function pillarNotes({ scored, greyed, gates }: ScoredOn, pillar: Pillar): readonly string[] {
  const score: PillarScore = scored.pillars[pillar]
  const noToken = pillar === 'token' && isWithoutToken(gates)
  const gate = noToken ? null : greyed[pillar]
  const share = Math.round(100 * score.notApplicableShare)
  const own = Math.round(100 * score.ownShare)
  return [
    ...score.redFlags.map(({ item }) => `Capped at 25 by a red flag: ${shown(item.question)}`),
    ...(noToken ? ['No token: there is nothing of it to judge.'] : []),
    ...(gate === null ? [] : [`Greyed until this gate opens: ${gateLabels[gate.id].toLowerCase()}.`]),
    ...(score.ownShare === 0 ? [] : [`Own questions are ${own === 0 ? 'less than 1' : own} % of this.`]),
    ...(share === 0 ? [] : [`${share} % of its weight does not apply.`]),
  ]
}
