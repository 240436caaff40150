import { describe, expect, it } from 'vitest'
import { countPlaywright, countVitest, diedCount, lastLine, sumOf } from './count.ts'

const file = (status: string, tests: readonly (readonly [name: string, status: string])[], message = '') => ({
  name: '/somewhere/a.test.ts',
  status,
  message,
  assertionResults: tests.map(([fullName, each]) => ({ fullName, status: each })),
})

const spec = (title: string, status: string) => ({ title, tests: [{ status }] })

describe('The count of vitest’s report', () => {
  it('sorts tests into passed, failed and skipped, with the names of the last two', () => {
    const report = {
      testResults: [
        file('passed', [
          ['adds up', 'passed'],
          ['needs a card', 'skipped'],
          ['is to come', 'todo'],
        ]),
        file('failed', [
          ['holds', 'passed'],
          ['breaks', 'failed'],
        ]),
      ],
    }
    expect(countVitest(report)).toEqual({
      passed: 2,
      failed: ['breaks'],
      skipped: ['needs a card', 'is to come'],
    })
  })

  it('takes a file that could not be loaded for a failure', () => {
    const report = { testResults: [file('failed', [], 'Cannot find module\n  at …')] }
    expect(countVitest(report).failed).toEqual(['/somewhere/a.test.ts: Cannot find module'])
  })

  it('takes a state that it does not know for a failure', () => {
    expect(countVitest({ testResults: [file('passed', [['ends', 'queued']])] }).failed).toEqual(['ends'])
  })
})

describe('The count of Playwright’s report', () => {
  it('walks the suites, and takes what passed only at the second try for a failure', () => {
    const report = {
      errors: [],
      suites: [
        {
          title: 'walk.spec.ts',
          specs: [spec('opens', 'expected'), spec('wavers', 'flaky')],
          suites: [
            { title: 'the desktop', specs: [spec('has a window', 'skipped'), spec('closes', 'unexpected')] },
          ],
        },
      ],
    }
    expect(countPlaywright(report)).toEqual({
      passed: 1,
      failed: ['walk.spec.ts wavers', 'walk.spec.ts the desktop closes'],
      skipped: ['walk.spec.ts the desktop has a window'],
    })
  })

  it('takes an error outside of any test for a failure', () => {
    const report = { suites: [], errors: [{ message: 'Timed out waiting 900s\nfor the whole run' }] }
    expect(countPlaywright(report).failed).toEqual(['playwright: Timed out waiting 900s'])
  })
})

describe('The last line', () => {
  it('sums over the runners, and names the skipped only where there are some', () => {
    const passed = { passed: 7, failed: [], skipped: [] }
    expect(lastLine(sumOf([passed, passed]))).toBe('14 passed, 0 failed')
    expect(lastLine(sumOf([passed, diedCount('vitest died'), { ...passed, skipped: ['a card'] }]))).toBe(
      '14 passed, 1 failed, 1 skipped',
    )
  })
})
