/**
 * Sums what the tests of all workspaces came to, from the file `test-results/results.json` that Vitest's and
 * Playwright's JSON reporters write there, and prints `N passed, N failed` alone on a line. A workspace whose tests left
 * no such file crashed or never ran: it counts as one failure.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const root = join(import.meta.dirname, '..')
const json = (file) => JSON.parse(readFileSync(file, 'utf8'))

/** Folders of all workspaces; their patterns are plain ones, `folder/*` or a folder. */
const workspaces = json(join(root, 'package.json')).workspaces.flatMap((pattern) =>
  pattern.endsWith('/*')
    ? readdirSync(join(root, dirname(pattern))).map((name) => join(dirname(pattern), name))
    : [pattern],
)
const tested = workspaces.filter((folder) => {
  const manifest = join(root, folder, 'package.json')
  return existsSync(manifest) && json(manifest).scripts?.test
})

/** @returns {{ passed: number, failed: number }} */
const resultOf = (folder) => {
  const file = join(root, folder, 'test-results/results.json')
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats, errors = [], numPassedTests, numFailedTests, success } = json(file)
  // Playwright: a flaky test failed once; with `retries` it is still one that passed in the end.
  if (stats) return { passed: stats.expected + stats.flaky, failed: stats.unexpected + errors.length }
  // Vitest: a file that cannot even be loaded fails without a single failed test.
  return { passed: numPassedTests, failed: success ? numFailedTests : Math.max(1, numFailedTests) }
}

/** Names of what failed, with the first lines of why: a log is read from its end. */
const failuresOf = (folder) => {
  const file = join(root, folder, 'test-results/results.json')
  if (!existsSync(file)) return [`${folder}: left no results`]
  const { testResults, suites } = json(file)
  if (suites) return suites.flatMap((suite) => failedSpecs(suite))
  return testResults.flatMap(({ name, message, assertionResults }) => {
    const tests = assertionResults.filter(({ status }) => status === 'failed')
    const where = name.slice(root.length + 1)
    if (tests.length === 0) return message ? [`${where}\n${firstLines(message)}`] : []
    return tests.map(
      ({ fullName, failureMessages }) => `${where} › ${fullName}\n${firstLines(failureMessages[0])}`,
    )
  })
}
const failedSpecs = ({ specs = [], suites = [] }) => [
  ...specs
    .filter(({ ok }) => !ok)
    .map(({ file, title, tests }) => {
      const error = tests.flatMap(({ results }) => results.flatMap(({ errors }) => errors))[0]
      return `${file} › ${title}\n${firstLines(error?.message)}`
    }),
  ...suites.flatMap(failedSpecs),
]
const firstLines = (text = '') =>
  text
    .split('\n')
    .slice(0, 8)
    .map((line) => `    ${line}`)
    .join('\n')

let [passed, failed] = [0, 0]
for (const folder of tested) {
  const result = resultOf(folder)
  console.log(`${folder}: ${result.passed} passed, ${result.failed} failed`)
  if (result.failed > 0) for (const failure of failuresOf(folder)) console.log(`  ${failure}`)
  passed += result.passed
  failed += result.failed
}
console.log(`\n${passed} passed, ${failed} failed`)
process.exitCode = failed > 0 || passed === 0 ? 1 : 0
