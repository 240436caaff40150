/** What becomes of a card from elsewhere, in sentences. @see SPEC.md DX7 */
import { trustByClass } from '../figure.ts'
import { namedFiles } from './entry-names.ts'
import type { ImportPlan, ImportRequest } from './scorecard-import.ts'

/** Example: of somebody else's card with one own test, that this one counts as a third party's word. @see SPEC.md DX7 */
export function importNotes(
  { links, as }: Pick<ImportRequest, 'links' | 'as'>,
  { verbatim, appended }: Pick<ImportPlan, 'verbatim' | 'appended'>,
): readonly string[] {
  const bodies = [...verbatim, ...appended].map(({ body }) => body)
  const files = new Set(bodies.flatMap(namedFiles)).size
  const aside = appended.filter(({ origin }) => origin.aside).length
  const answers = links.flatMap(({ body }) => (body.kind === 'answer' ? [body] : []))
  const own = answers.filter((answer) => trustByClass[answer.class] === 1).length
  const computed = answers.filter((answer) => answer.computed !== null).length
  return [
    ...(as === 'theirs' && own > 0
      ? [
          `${counted(own, 'answer rests', 'answers rest')} on their own measurement, receipt or record: here that is a third party’s word.`,
        ]
      : []),
    ...(as === 'theirs' && computed > 0
      ? [
          `${counted(computed, 'answer was', 'answers were')} computed from their figures: here they open no gate.`,
        ]
      : []),
    ...(aside > 0
      ? [
          `${counted(aside, 'entry is', 'entries are')} kept aside: shown with where they come from, and counting for nothing.`,
        ]
      : []),
    ...(files > 0
      ? [
          `${counted(files, 'attached file is', 'attached files are')} named by digest; the content is not in the file.`,
        ]
      : []),
  ]
}

function counted(count: number, one: string, several: string): string {
  return `${count} ${count === 1 ? one : several}`
}
