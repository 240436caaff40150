import { defineConfig } from 'vitest/config'

/**
 * What Stryker runs against each change of the engine: its hand-worked tests. Bounds and properties are left out:
 * they take minutes and seldom see what these do not.
 */
export default defineConfig({
  test: {
    environment: 'node',
    testTimeout: 60_000,
    include: ['test/shared/{economics,liquidity}/**/*.test.ts'],
    exclude: ['test/shared/economics/bad-input.test.ts'],
  },
})
