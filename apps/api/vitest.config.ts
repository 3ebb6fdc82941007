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
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
})
