/** What a card says, in sentences. */
import { type Pillar, pillars } from '../../../../shared/diligence/checklist.ts'
import type { PillarScore } from '../../../../shared/diligence/score.ts'
import type { ToFindOut } from '../../../../shared/diligence/value-of-information.ts'
import type { Damage } from '../../../../shared/diligence/scorecard.ts'
import { pillarLabels } from '../words.ts'

/** "Would change service from caution to strong or avoid", "Narrows the ranges by 4 points". */
export function worthWords(
  { verdictChanges, widthPoints }: ToFindOut,
  scores: Readonly<Record<Pillar, PillarScore>>,
): string {
  const changed = pillars.flatMap((pillar) => {
    const to = verdictChanges.filter((change) => change.pillar === pillar).map((change) => change.to)
    return to.length === 0
      ? []
      : [`${pillarLabels[pillar].toLowerCase()} from ${scores[pillar].verdict} to ${to.join(' or ')}`]
  })
  if (changed.length > 0) return `Could change ${changed.join(', and ')}`
  const narrower = Math.round(10 * widthPoints) / 10
  return narrower > 0
    ? `Narrows the ranges by ${narrower} ${narrower === 1 ? 'point' : 'points'} at least`
    : 'May raise a red flag, and else narrows the ranges'
}

/** What is intact of a damaged card, and what is not. */
export function damageWords(damage: readonly Damage[], intact: number): string {
  const what = damage.map(({ sequence, message }) =>
    sequence === null ? message : `Entry ${sequence}: ${message}`,
  )
  return `${intact} ${intact === 1 ? 'entry is' : 'entries are'} intact and shown. ${what.join(' ')}`
}
