import { createServer } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Teller } from './log.ts'

const isFree = (port: number, host: string) =>
  new Promise<boolean>((resolve) => {
    const probe = createServer()
    probe.once('error', () => resolve(false))
    probe.listen(port, host, () => probe.close(() => resolve(true)))
  })

/**
 * Waits for a port that the API of a killed supervisor may hold for the seconds it needs to end.
 * @throws Error when somebody else has it
 */
export async function waitForPort(
  port: number,
  host: string,
  tell: Pick<Teller, 'say'>,
  milliseconds = 10_000,
): Promise<void> {
  if (await isFree(port, host)) return
  tell.say(`port ${port} is in use; waiting for it`)
  for (const deadline = Date.now() + milliseconds; !(await isFree(port, host)); await sleep(100)) {
    if (Date.now() > deadline) {
      throw new Error(
        `Port ${port} is in use, perhaps by another Steward: stop that, or set PORT to another one.`,
      )
    }
  }
}
