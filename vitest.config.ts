import { defineConfig } from 'vitest/config'

/** Whole processes, browsers, outside oracles, many thousands of cases: too long for `npm run check`. */
const slow = [
  'test/{bench,oracle,property,reliability,workbook}/**/*.test.ts',
  'test/architecture/compiler.test.ts',
  'test/shared/same-digits.test.ts',
  'test/electron/{cli,server,session-in-browser,start}.test.ts',
  'test/electron/commands/{compare,market,scorecard}.test.ts',
  'test/electron/procedures/{market,market-imports,scorecard-exchange}.test.ts',
  'test/renderer/pages.test.ts',
  'test/shared/install-review/hostile.test.ts',
]

export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    hookTimeout: 60_000,
    projects: [
      // All that is not slow, so that no test file is in neither.
      { extends: true, test: { name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: slow } },
      { extends: true, test: { name: 'slow', include: slow } },
    ],
  },
})
