/** What becomes of a card from elsewhere, in sentences. @see SPEC.md DX7 */
import { namedFiles } from './entry-names.ts'
import { isAboveThirdParty, isCircumstance } from './others-word.ts'
import type { ImportPlan, ImportRequest } from './scorecard-import.ts'

/** Example: of somebody else's card with one own test, that this one counts as a third party's word. @see SPEC.md DX7 */
export function importNotes(
  request: Pick<ImportRequest, 'file' | 'links' | 'as' | 'checklists' | 'shipped' | 'isFileKept'>,
  { verbatim, appended }: Pick<ImportPlan, 'verbatim' | 'appended'>,
): readonly string[] {
  const { file, links, as, shipped, isFileKept } = request
  const isTheirs = as === 'theirs'
  const bodies = [...verbatim, ...appended].map(({ body }) => body)
  const missing = [...new Set(bodies.flatMap(namedFiles))].filter((sha256) => !isFileKept(sha256)).length
  const aside = appended.filter(({ origin }) => origin.aside).length
  const answers = links.flatMap(({ body }) => (body.kind === 'answer' ? [body] : []))
  const own = answers.filter(isAboveThirdParty).length
  const computed = answers.filter((answer) => answer.computed !== null).length
  const circumstances = answers.filter((answer) => isCircumstance(request, answer)).length
  const others = Object.entries(file.checklists).flatMap(([sha256, { id, name, version }]) =>
    id === shipped.id && sha256 !== shipped.sha256 ? [`“${name}”, version ${version}`] : [],
  )
  return [
    ...others.map(
      (which) =>
        `The checklist ${which}, asks other questions or weighs them otherwise than the one that ships.`,
    ),
    ...(isTheirs && own > 0
      ? [
          `${counted(own, 'answer rests', 'answers rest')} on their own measurement, receipt, record or reading of a document: here that is a third party’s word.`,
        ]
      : []),
    ...(isTheirs && computed > 0
      ? [
          `${counted(computed, 'answer was', 'answers were')} computed from their figures: here they open no gate.`,
        ]
      : []),
    ...(isTheirs && circumstances > 0
      ? [
          `${counted(circumstances, 'answer says', 'answers say')} what the market is: that counts only where you take it.`,
        ]
      : []),
    ...(aside > 0
      ? [
          `${counted(aside, 'entry is', 'entries are')} kept aside: shown with where they come from, and counting for nothing.`,
        ]
      : []),
    ...(missing > 0
      ? [
          `${counted(missing, 'attached file is', 'attached files are')} named and not here: a card’s file has no content of them.`,
        ]
      : []),
  ]
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
