/** A number as a person wrote it, with its field's name in whatever is wrong with it. */
import type { NumberInput } from '../../../../shared/economics/input-definition.ts'
import { readTyped } from '../../../controls/number-field.ts'

/** The number, null for an empty field, or what is wrong with it. */
export function readNumberText(
  text: string,
  definition: NumberInput,
): { readonly value: number | null } | { readonly problem: string } {
  if (text.trim() === '') return { value: null }
  const read = readTyped(text, definition)
  if (read.kind === 'number') return { value: read.value }
  const { label } = definition
  if (read.kind === 'ambiguous') return { problem: `${label}: “${text}” means two numbers. Choose one.` }
  return { problem: read.message.startsWith(label) ? read.message : `${label}: ${read.message}` }
}
