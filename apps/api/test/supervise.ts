/** A supervisor to be killed: keeps one child that stops as the API does, and prints the child's process id. */
import { join } from 'node:path'
import { keepRunning } from '../src/runtime/keep-running.ts'
import { toldToStop } from '../src/runtime/signals.ts'

if (process.argv[2] === 'child') {
  process.send?.('ready')
  await toldToStop()
  process.exit(0)
}
const child = keepRunning(
  {
    name: 'The child',
    arguments: [...process.execArgv, join(import.meta.dirname, 'supervise.ts'), 'child'],
    environment: process.env,
  },
  { say: () => undefined, warn: () => undefined },
)
await child.ready
process.stdout.write(`${child.pid}\n`)
await toldToStop()
await child.stop()
process.exit(0)
