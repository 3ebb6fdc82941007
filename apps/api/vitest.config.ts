import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  // One copy of graphql, whether it is imported or required.
  resolve: { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }], conditions: ['development'] },
  ssr: { resolve: { conditions: ['development'], externalConditions: ['development'] } },
  test: {
    include: ['src/**/*.test.ts', 'test/**/*.test.ts'],
    reporters: ['default', ['json', { outputFile: 'test-results/results.json' }]],
    globalSetup: ['test/database.ts'],
    // Processes are killed and clusters set up here: on a machine of others once more, told in the log. A developer sees it at once.
    retry: process.env['CI'] ? 1 : 0,
    // Loading the schema takes longer than most files: they share it, as they share their worker's database.
    isolate: false,
    // Each waits for its database half of the time: two cores are busy with two of them, and idle with the usual one.
    maxWorkers: Math.max(2, availableParallelism() - 1),
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
