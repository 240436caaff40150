/** A scorecard's file from its text to a card of the right shape; runs in the worker. @see SPEC.md DX5 */
import { scorecardFileSchema } from '../../shared/diligence/scorecard-schema.ts'
import { quoted } from '../../shared/units.ts'
import { readJsonText } from '../../shared/imports/json-text.ts'
import type { ScorecardResult } from './import-messages.ts'

const mostProblemsShown = 3

export function readScorecard(text: string): ScorecardResult {
  const reading = readJsonText(text)
  if (reading.kind === 'refused') return reading
  const parsed = scorecardFileSchema.safeParse(reading.value)
  if (parsed.success) return { kind: 'scorecard', file: parsed.data }
  const { issues } = parsed.error
  const shown = issues
    .slice(0, mostProblemsShown)
    .map(
      ({ path, message }) =>
        `${path.length === 0 ? 'the file' : quoted(path.map(String).join('.'))}: ${message}`,
    )
  const more = issues.length - shown.length
  return {
    kind: 'refused',
    message: `This is not a scorecard that can be taken in. ${shown.join('; ')}${more > 0 ? `; and ${more} more` : ''}. Export it again from Idlewatt.`,
    line: null,
    column: null,
  }
}
