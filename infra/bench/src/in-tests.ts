/** A test of the API that searches, told to search for longer. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'

const API = join(import.meta.dirname, '../../../apps/api')

/** True when the tests of that file pass with so many generated cases each. */
export const searchInTests = async (file: string, runs: number): Promise<boolean> => {
  const tests = spawn('npx', ['vitest', 'run', '--reporter=verbose', file], {
    cwd: API,
    env: { ...process.env, RUNS: String(runs) },
    stdio: 'inherit',
  })
  const [code] = (await once(tests, 'exit')) as [number | null]
  return code === 0
}
