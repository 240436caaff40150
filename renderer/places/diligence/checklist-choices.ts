/** Checklists that a card can be asked by: the one that ships, and the person's own. */
import { canonicalJson } from '../../../shared/diligence/canonical-json.ts'
import type { Checklist } from '../../../shared/diligence/checklist.ts'
import type { DiligenceListing } from '../../../shared/diligence/scorecard.ts'
import { shown } from './shown.ts'

export type ChecklistChoice = {
  /** By which the book knows it. */
  readonly key: string
  readonly checklist: Checklist
}

export function checklistChoices(
  listing: Pick<DiligenceListing, 'shippedChecklist' | 'shippedSha256' | 'ownChecklists'>,
): readonly ChecklistChoice[] {
  return [
    { key: listing.shippedSha256, checklist: listing.shippedChecklist },
    ...listing.ownChecklists.map(({ id, body }) => ({ key: id, checklist: body })),
  ]
}

/** A later version of the checklist in force; null where there is none. */
export function newerVersion(
  inForce: Checklist,
  choices: readonly ChecklistChoice[],
): ChecklistChoice | null {
  return (
    choices.find(({ checklist }) => checklist.id === inForce.id && checklist.version > inForce.version) ??
    null
  )
}

/** All others than the one in force, by what is in them: a name and a version can be borrowed. */
export function otherChoices(
  inForce: Checklist | null,
  choices: readonly ChecklistChoice[],
): readonly ChecklistChoice[] {
  const text = inForce === null ? null : canonicalJson(inForce)
  return choices.filter(({ checklist }) => canonicalJson(checklist) !== text)
}

/** Whether a checklist bears the id of the one that ships and is another. */
export function bearsShippedId(
  inForce: Checklist,
  { shippedChecklist }: Pick<DiligenceListing, 'shippedChecklist'>,
): boolean {
  return inForce.id === shippedChecklist.id && canonicalJson(inForce) !== canonicalJson(shippedChecklist)
}

/** "Compute market, version 2" */
export function checklistWords({ name, version }: Checklist): string {
  return `${shown(name)}, version ${version}`
}
