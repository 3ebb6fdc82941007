/** Strangers who try names and passwords, so many a second; forked by the drill with what to do, answers how they fared. */
import { setPriority } from 'node:os'
import { anyAddress, oneOf, steadily, trySignIn, unknownName, type Outcome } from './try-sign-in.ts'

export interface Attack {
  readonly server: string
  /** The name that a fifth of them try. */
  readonly victim: string
  readonly others: readonly string[]
  readonly perSecond: number
  readonly seconds: number
}

const LEAST_URGENT = 19

setPriority(LEAST_URGENT)
const { server, victim, others, perSecond, seconds } = JSON.parse(process.argv[2]!) as Attack
const outcomes: Partial<Record<Outcome, number>> = {}
await steadily(perSecond, seconds, async () => {
  const name = Math.random() < 0.2 ? victim : Math.random() < 0.5 ? oneOf(others) : unknownName()
  const { outcome } = await trySignIn(server, { name, password: 'a wrong password', address: anyAddress() })
  outcomes[outcome] = (outcomes[outcome] ?? 0) + 1
})
process.send!(outcomes)
process.disconnect()
