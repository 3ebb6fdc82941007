import { defineConfig } from '@playwright/test'
import config from './playwright.config.ts'

/** What takes too long for every run: started with `npm run drill -w @steward/e2e`. */
export default defineConfig({
  ...config,
  testDir: 'drills',
  retries: 0,
  timeout: 900_000,
  reporter: [['list'], ['json', { outputFile: 'test-results/drill.json' }]],
})
