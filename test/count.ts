/** Counts tests from the runners' JSON reports. What is in none of the known states counts as failed. */

export type Count = {
  readonly passed: number
  readonly failed: readonly string[]
  readonly skipped: readonly string[]
}

type VitestReport = {
  readonly testResults: readonly {
    readonly name: string
    readonly status: string
    readonly message: string
    readonly assertionResults: readonly { readonly fullName: string; readonly status: string }[]
  }[]
}

const isSkipped = (status: string) => ['pending', 'skipped', 'todo', 'disabled'].includes(status)

/** A file that failed without a failed test of its own (it could not be loaded, or a hook threw) counts as one failure. */
export function countVitest(report: unknown): Count {
  const { testResults } = report as VitestReport
  const tests = testResults.flatMap(({ assertionResults }) => assertionResults)
  const silent = testResults.filter(
    ({ status, assertionResults }) =>
      status !== 'passed' && !assertionResults.some((test) => test.status === 'failed'),
  )
  const named = (wanted: (status: string) => boolean) =>
    tests.filter(({ status }) => wanted(status)).map(({ fullName }) => fullName.trim())
  return {
    passed: named((status) => status === 'passed').length,
    failed: [
      ...named((status) => status !== 'passed' && !isSkipped(status)),
      ...silent.map(({ name, message }) => `${name}: ${message.split('\n')[0]}`),
    ],
    skipped: named(isSkipped),
  }
}

type PlaywrightSuite = {
  readonly title: string
  readonly suites?: readonly PlaywrightSuite[]
  readonly specs?: readonly {
    readonly title: string
    readonly tests: readonly { readonly status: string }[]
  }[]
}

type PlaywrightReport = {
  readonly suites: readonly PlaywrightSuite[]
  readonly errors: readonly { readonly message?: string }[]
}

/** A test that passed only when it was tried again counts as failed. */
export function countPlaywright(report: unknown): Count {
  const { suites, errors } = report as PlaywrightReport
  const tests = suites.flatMap((suite) => testsOf(suite, ''))
  const named = (wanted: (status: string) => boolean) =>
    tests.filter(({ status }) => wanted(status)).map(({ name }) => name)
  return {
    passed: named((status) => status === 'expected').length,
    failed: [
      ...named((status) => status !== 'expected' && status !== 'skipped'),
      ...errors.map(
        ({ message }) => `playwright: ${message?.split('\n')[0] ?? 'an error without a message'}`,
      ),
    ],
    skipped: named((status) => status === 'skipped'),
  }
}

function testsOf(
  suite: PlaywrightSuite,
  above: string,
): readonly { readonly name: string; readonly status: string }[] {
  const title = `${above}${suite.title} `
  return [
    ...(suite.specs ?? []).flatMap((spec) =>
      spec.tests.map(({ status }) => ({ name: `${title}${spec.title}`, status })),
    ),
    ...(suite.suites ?? []).flatMap((inner) => testsOf(inner, title)),
  ]
}

/** Something went wrong outside of any test: one failure. */
export function diedCount(what: string): Count {
  return { passed: 0, failed: [what], skipped: [] }
}

export function sumOf(counts: readonly Count[]): Count {
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.flatMap(({ failed }) => failed),
    skipped: counts.flatMap(({ skipped }) => skipped),
  }
}

/** The last line of `npm test`. */
export function lastLine({ passed, failed, skipped }: Count): string {
  const line = `${passed} passed, ${failed.length} failed`
  return skipped.length === 0 ? line : `${line}, ${skipped.length} skipped`
}
