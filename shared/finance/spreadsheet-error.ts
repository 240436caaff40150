/**
 * The two refusals of the standard finance functions, named as a spreadsheet names them and with the reason in words.
 * @see SPEC.md FN1
 */

/** An argument or a result outside what the function can answer. */
export function numError(name: string, reason: string): RangeError {
  return new RangeError(`#NUM!: ${name} ${reason}`)
}

/** Something that is not a finite number where one is needed. */
export function valueError(name: string, reason: string): RangeError {
  return new RangeError(`#VALUE!: ${name} ${reason}`)
}

/**
 * Refuses, with #VALUE!, the first argument that is not a finite number, by its name.
 * Example: `mustBeNumbers('straightLine', { lifePeriods: NaN })` throws
 * "#VALUE!: straightLine needs finite numbers, but lifePeriods is NaN".
 * @see SPEC.md FN1
 */
export function mustBeNumbers(name: string, given: Readonly<Record<string, number>>): void {
  for (const [argument, value] of Object.entries(given)) {
    if (!Number.isFinite(value)) throw valueError(name, `needs finite numbers, but ${argument} is ${value}`)
  }
}

/** The result, or #NUM! where it is not a number any more: never NaN, never infinity. */
export function finiteResult(name: string, value: number): number {
  if (!Number.isFinite(value)) throw numError(name, 'has no finite result for these arguments')
  return value
}

/** The result of `compute`, whose own RangeErrors (a power too large, a division by zero) become #NUM!. */
export function numbered(name: string, compute: () => number): number {
  try {
    return finiteResult(name, compute())
  } catch (error) {
    if (error instanceof RangeError && !error.message.startsWith('#')) throw numError(name, error.message)
    throw error
  }
}
