/**
 * The drills: attacks (known attack documents and random ones, with the processor time that each costs), kills while people
 * work, clocks that run out while the worker is killed, clocks that jump. `--short` ends within two minutes; `--only NAME` does one of them.
 */
import { attack } from './attacks.ts'
import { runClocksOut } from './clocks.ts'
import { jump } from './jumps.ts'
import { killWhilePeopleWork } from './kills.ts'
import { startSteward, type Steward } from './steward.ts'

const short = process.argv.includes('--short')
const PORT = 4789

/** Each answers whether everything was as it must be. */
const DRILLS: Readonly<Record<string, (steward: Steward) => Promise<boolean>>> = {
  attacks: async (steward) => {
    const report = await attack(steward.address, () => steward.api(), short ? 1_000 : 100_000)
    console.log(JSON.stringify(report, null, 2))
    return report.faults + report.tooSlow === 0
  },
  kills: (steward) =>
    killWhilePeopleWork(
      steward,
      short
        ? { registrations: 600, kills: { api: 3, postgres: 2, supervisor: 1 } }
        : { registrations: 60_000, kills: { api: 20, postgres: 20, supervisor: 5 } },
    ),
  clocks: (steward) =>
    runClocksOut(
      steward,
      short
        ? { clocks: 500, kills: 2, overSeconds: 8, leadSeconds: 4 }
        : { clocks: 10_000, kills: 20, overSeconds: 60, leadSeconds: 20 },
    ),
}

const wanted = process.argv[process.argv.indexOf('--only') + 1] ?? ''
// The short form has no time for clocks that jump.
const all = [...Object.keys(DRILLS), 'jumps']
const names = process.argv.includes('--only') ? [wanted] : short ? Object.keys(DRILLS) : all
if (names.some((name) => !all.includes(name))) throw new Error(`--only takes one of ${all.join(', ')}`)

/** Brings its own system up, whose clocks it moves. */
const JUMPS = 'jumps'
if (names.includes(JUMPS)) {
  console.log(`drill: ${JUMPS}`)
  if (!(await jump(PORT))) fail(JUMPS)
}
const others = names.filter((name) => name !== JUMPS)
const steward = others.length > 0 ? await startSteward(PORT) : undefined
try {
  for (const name of others) {
    console.log(`drill: ${name}`)
    if (!(await DRILLS[name]!(steward!))) fail(name)
  }
} finally {
  await steward?.stop()
}

function fail(name: string): void {
  console.error(`drill: ${name} FAILED`)
  process.exitCode = 1
}
