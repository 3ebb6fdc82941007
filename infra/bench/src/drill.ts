/**
 * The drills: attacks (known attack documents and random ones, with the processor time that each costs), kills while people
 * work, clocks that run out while the worker is killed, clocks that jump, ten thousand sign-ins of a stranger, hostile texts in
 * every place of the schema, canaries that no answer may contain, and sqlmap where it is installed and named. `--short` ends within
 * two minutes; `--only NAME` does one of them.
 */
import { attack } from './attacks.ts'
import { runClocksOut } from './clocks.ts'
import { jump } from './jumps.ts'
import { killWhilePeopleWork } from './kills.ts'
import { searchInTests } from './in-tests.ts'
import { attackSignIns } from './sign-ins.ts'
import { runSqlmap } from './sqlmap.ts'
import { startSteward, type Steward } from './steward.ts'

const short = process.argv.includes('--short')
/** Another one where several checkouts are drilled side by side. */
const PORT = Number(process.env.STEWARD_DRILL_PORT ?? 4789)

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
  'sign-ins': (steward) =>
    attackSignIns(
      steward,
      short
        ? { logins: 4_000, perSecond: 500, timed: 20, mostTelling: 0.3 }
        : { logins: 10_000, perSecond: 500, timed: 500, mostTelling: 0.05 },
    ),
}

const wanted = process.argv[process.argv.indexOf('--only') + 1] ?? ''
/** Wants a tool that is not among our packages: tried where it is asked for. */
const SQLMAP = 'sqlmap'
/** Brings its own system up, whose clocks it moves. */
const JUMPS = 'jumps'
/** Tests of the API with far more of what they generate: their own database, and as often as this. */
const IN_TESTS: Readonly<Record<string, { readonly file: string; readonly runs: number }>> = {
  injection: { file: 'src/http/injection.test.ts', runs: 100 },
  canaries: { file: 'src/http/canaries.test.ts', runs: 100_000 },
}
const all = [...Object.keys(DRILLS), ...Object.keys(IN_TESTS), JUMPS, SQLMAP]
// The short form has no time for clocks that jump, nor for what `npm test` does in little anyway.
const names = process.argv.includes('--only')
  ? [wanted]
  : short
    ? Object.keys(DRILLS)
    : all.filter((name) => name !== SQLMAP)
if (names.some((name) => !all.includes(name))) throw new Error(`--only takes one of ${all.join(', ')}`)

if (names.includes(JUMPS)) {
  console.log(`drill: ${JUMPS}`)
  if (!(await jump(PORT))) fail(JUMPS)
}
for (const [name, { file, runs }] of Object.entries(IN_TESTS)) {
  if (!names.includes(name)) continue
  console.log(`drill: ${name}`)
  if (!(await searchInTests(file, runs))) fail(name)
}
const others = names.filter((name) => name in DRILLS || name === SQLMAP)
const steward = others.length > 0 ? await startSteward(PORT) : undefined
try {
  for (const name of others) {
    console.log(`drill: ${name}`)
    if (!(await (DRILLS[name] ?? runSqlmap)(steward!))) fail(name)
  }
} finally {
  await steward?.stop()
}

function fail(name: string): void {
  console.error(`drill: ${name} FAILED`)
  process.exitCode = 1
}
