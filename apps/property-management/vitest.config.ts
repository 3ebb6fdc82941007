import { defineConfig } from 'vitest/config'

export default defineConfig({
  resolve: { conditions: ['development', 'module', 'browser', 'import', 'default'] },
  test: {
    reporters: ['default', ['json', { outputFile: 'test-results/results.json' }]],
    include: ['src/**/*.test.{ts,tsx}'],
    environment: 'happy-dom',
    // A loaded machine is slow, not wrong.
    testTimeout: 60_000,
    retry: process.env['CI'] ? 1 : 0,
  },
})
