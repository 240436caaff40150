/** What somebody else’s answer is worth here. @see SPEC.md DX7 */
import { trustByClass } from '../figure.ts'
import type { Answer } from './entry.ts'
import type { ImportRequest } from './scorecard-import.ts'

/** Whether an answer says what the market is, by any checklist: it decides what is asked at all. @see SPEC.md DX7 */
export function isCircumstance(
  { file, checklists }: Pick<ImportRequest, 'file' | 'checklists'>,
  { itemId }: Answer,
): boolean {
  return [...Object.values(file.checklists), ...Object.values(checklists)].some(({ circumstances }) =>
    circumstances.some(({ id }) => id === itemId),
  )
}

/** Better than a third party's word. */
export function isAboveThirdParty({ class: evidenceClass }: Answer): boolean {
  return trustByClass[evidenceClass] > trustByClass['third-party']
}
