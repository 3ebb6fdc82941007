import { defineConfig } from '@playwright/test'
import { browserPath } from './src/browser.ts'
import { ADDRESS } from './src/steward.ts'

/**
 * One system. Pages are looked at two at a time, which changes nothing in it; then the stories are told, one after the other.
 */
export default defineConfig({
  testDir: 'tests',
  globalSetup: './src/global-setup.ts',
  workers: 2,
  projects: [
    { name: 'pages', testMatch: 'accessibility.spec.ts', fullyParallel: true },
    { name: 'stories', testIgnore: 'accessibility.spec.ts', workers: 1 },
  ],
  retries: process.env.CI ? 1 : 0,
  timeout: 120_000,
  expect: { timeout: 15_000 },
  outputDir: 'test-results/artifacts',
  reporter: [['list'], ['json', { outputFile: 'test-results/results.json' }]],
  use: {
    baseURL: ADDRESS,
    viewport: { width: 1440, height: 900 },
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: await browserPath(),
      args: [
        '--no-sandbox',
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
