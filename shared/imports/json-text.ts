/** Reads JSON as the standard has it, within limits. @see SPEC.md IM3 */
import type { Reading } from './import-limits.ts'
import { plainText } from './import-text.ts'
import { jsonFault } from './json-scan.ts'

/**
 * The value of a JSON text: plain objects, arrays and scalars, each number finite, each key once and none of
 * `__proto__`, `constructor`, `prototype`. Anything else is refused with line and column.
 * Example: `readJsonText('{"a": [1, null]}')` reads `{ a: [1, null] }`; `readJsonText('{"a": 1,}')` is refused at
 * line 1, column 9. @see SPEC.md IM3
 */
export function readJsonText(given: string): Reading<unknown> {
  const reading = plainText(given)
  if (reading.kind === 'refused') return reading
  const fault = jsonFault(reading.value)
  return fault ?? { kind: 'read', value: JSON.parse(reading.value) as unknown }
}
