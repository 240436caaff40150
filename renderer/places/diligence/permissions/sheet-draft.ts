/** A permission sheet as it is being filled in, and as it is kept. */
import type { PermissionSheetForm } from '../../../../shared/diligence/checklist.ts'
import type { PermissionSheet } from '../../../../shared/diligence/entry.ts'
import { type FieldReading, readDayField } from '../fields/field-values.ts'

export type Permitted = PermissionSheet['permissions'][number]['value']

export const permittedChoices = [
  { value: 'unknown', label: 'unknown' },
  { value: 'granted', label: 'granted' },
  { value: 'refused', label: 'refused' },
] as const satisfies readonly { readonly value: Permitted; readonly label: string }[]

export type SheetDraft = {
  readonly permissions: Readonly<Record<string, { readonly value: Permitted; readonly note: string }>>
  /** The day that a step was done on; a step that is not here is not done. */
  readonly stepsDone: Readonly<Record<string, string>>
}

export function draftOfSheet(sheet: PermissionSheet | undefined): SheetDraft {
  return {
    permissions: Object.fromEntries(
      (sheet?.permissions ?? []).map(({ permissionId, value, note }) => [permissionId, { value, note }]),
    ),
    stepsDone: Object.fromEntries((sheet?.stepsDone ?? []).map(({ stepId, doneOn }) => [stepId, doneOn])),
  }
}

/** What was said to the form's own questions; what nobody said stays unknown and is not written. */
export function sheetOfDraft(
  draft: SheetDraft,
  form: PermissionSheetForm,
  jobId: string,
  today: string,
  who: string,
): FieldReading<PermissionSheet> {
  const stepsDone: { stepId: string; doneOn: string }[] = []
  for (const { id, step } of form.steps) {
    const doneOn = draft.stepsDone[id]
    if (doneOn === undefined) continue
    const read = readDayField(doneOn, step, today)
    if ('problem' in read) return read
    stepsDone.push({ stepId: id, doneOn: read.value })
  }
  const permissions = form.permissions.flatMap(({ id }) => {
    const { value = 'unknown', note = '' } = draft.permissions[id] ?? {}
    return value === 'unknown' && note.trim() === '' ? [] : [{ permissionId: id, value, note: note.trim() }]
  })
  return { value: { kind: 'permissions', jobId, permissions, stepsDone, who } }
}

/** Example: "2 granted, 1 refused, 15 unknown; 3 of 17 steps done." */
export function sheetSentence(sheet: PermissionSheet | undefined, form: PermissionSheetForm): string {
  const counts = { granted: 0, refused: 0 }
  for (const { id } of form.permissions) {
    const said = sheet?.permissions.find(({ permissionId }) => permissionId === id)?.value
    if (said === 'granted' || said === 'refused') counts[said] += 1
  }
  const unknown = form.permissions.length - counts.granted - counts.refused
  const done = form.steps.filter(({ id }) => sheet?.stepsDone.some(({ stepId }) => stepId === id)).length
  return `${counts.granted} granted, ${counts.refused} refused, ${unknown} unknown; ${done} of ${form.steps.length} steps done.`
}
