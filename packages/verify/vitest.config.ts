import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    include: ['src/**/*.test.ts'],
    // How long it takes depends on the machine; nothing here waits for anything.
    testTimeout: 600_000,
    reporters: ['default', ['json', { outputFile: 'test-results/results.json' }]],
  },
})
