/**
 * Steward beside the limit, interleaved in one run: the client page, a page of the queue, a registration. Prints a table for
 * docs/figures.md. About two minutes. `--only search` finds clients among a million instead (about ten minutes);
 * `--only import` brings a hundred thousand in, again, and takes them back (about five minutes); `--only grading` grades ten thousand and a
 * hundred thousand clients (about three minutes).
 */
import { fork } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { post, signInAs } from './api-client.ts'
import { signBySession } from './as-organization.ts'
import { fill } from './data.ts'
import { runGrading } from './grading.ts'
import { runImports } from './imports.ts'
import { measure, median, type Measured } from './measure.ts'
import { runSearch } from './search.ts'
import { startSteward, type Steward } from './steward.ts'

const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 20_000)
const ROUNDS = 3
const MILLISECONDS = 5_000
const [PORT, LIMIT_PORT] = [4792, 4793]
const MANIFEST = join(
  import.meta.dirname,
  '../../../packages/graphql-client/src/generated/trusted-documents.json',
)

/** Our own documents as the portals send theirs: only trusted ones become named statements. */
const documentNamed = (name: string): string => {
  const all = Object.values(JSON.parse(readFileSync(MANIFEST, 'utf8')) as Record<string, string>)
  const found = all.find((text) => text.includes(`query ${name}(`))
  if (!found) throw new Error(`${name} is not among the trusted documents: npm run schema`)
  return found
}

const REGISTER = `mutation($input: RegisterComplaintInput!) { registerComplaint(input: $input) { ... on Complaint { number } } }`
const INPUT = {
  kind: 'COMPLAINT',
  channel: 'PHONE',
  severity: 3,
  contactName: 'x',
  summary: 'x',
  facts: 'x',
  track: 'QUICK',
}
const published = (uuid: string) => `cli_${uuid.replaceAll('-', '')}`

interface Workload {
  readonly name: string
  readonly steward: (client: string) => Promise<string>
  readonly limit: (client: string) => Promise<string>
  /** What must be the same on both sides before anything is timed. */
  readonly comparable?: (reply: string) => unknown
}

const workloads = (steward: Steward, cookie: string): Workload[] => {
  const url = new URL('/graphql', steward.address)
  const limit = new URL(`http://localhost:${LIMIT_PORT}`)
  const ask = async (query: string, variables: object, headers = {}) =>
    (await post(url, JSON.stringify({ query, variables }), { cookie, ...headers })).body
  const handWritten = async (path: string) => (await post(new URL(path, limit), '')).body
  const [page, queue] = [documentNamed('ClientPageBench'), documentNamed('QueueBench')]
  const withoutCursors = (reply: string): unknown =>
    JSON.parse(reply, (key, value: unknown) => (key === 'cursor' || key === 'pageInfo' ? undefined : value))
  return [
    {
      name: 'R1 client page',
      steward: (client) => ask(page, { client: published(client) }),
      limit: (client) => handWritten(`/client?id=${client}`),
      comparable: withoutCursors,
    },
    {
      name: 'R2 queue page of 50',
      steward: () => ask(queue, {}),
      limit: () => handWritten('/queue'),
      comparable: withoutCursors,
    },
    {
      name: 'W1 register a complaint',
      steward: () => ask(REGISTER, { input: INPUT }, { 'idempotency-key': randomUUID() }),
      limit: () => handWritten('/register'),
    },
  ]
}

const isGood = (reply: string) => reply.startsWith('{"data"') && !reply.includes('"errors"')

const run = async (): Promise<void> => {
  const steward = await startSteward(PORT)
  try {
    const only = process.argv[process.argv.indexOf('--only') + 1]
    if (process.argv.includes('--only') && only === 'search') return await runSearch(steward)
    if (process.argv.includes('--only') && only === 'grading') return await runGrading(steward)
    if (process.argv.includes('--only') && only === 'import') return await runImports(steward)
    const place = await fill(steward.databaseUrl, CLIENTS)
    await signBySession(steward)
    const cookie = await signInAs(steward.address, 'CS_MANAGER')
    const limit = fork(join(import.meta.dirname, 'limit-server.ts'), {
      env: {
        ...process.env,
        DATABASE_URL: steward.databaseUrl,
        ORGANIZATION: place.org,
        STAFF: place.staff,
        PORT: String(LIMIT_PORT),
      },
    })
    await once(limit, 'message')
    const lines: string[] = []
    for (const workload of workloads(steward, cookie)) {
      const [first] = place.clients as [string]
      let at = 0
      const next = () => place.clients[(at += 1) % place.clients.length]!
      const theirs = await workload.limit(first)
      const ours = await workload.steward(first)
      if (workload.comparable)
        assertSame(workload.name, workload.comparable(ours), workload.comparable(theirs))
      const runs: { ours: Measured[]; theirs: Measured[] } = { ours: [], theirs: [] }
      for (let round = 0; round < ROUNDS; round += 1) {
        runs.ours.push(
          await measure(async () => isGood(await workload.steward(next())), { milliseconds: MILLISECONDS }),
        )
        runs.theirs.push(
          await measure(async () => isGood(await workload.limit(next())), { milliseconds: MILLISECONDS }),
        )
      }
      lines.push(row(workload.name, median(runs.ours), median(runs.theirs), spread(runs)))
    }
    limit.kill()
    console.log(
      `${CLIENTS} clients, ${CLIENTS / 2} cases, ${ROUNDS} rounds of ${MILLISECONDS / 1000} s each side, 32 callers, one API process\n`,
    )
    console.log(
      '| work | Steward /s | p50 ms | p99 ms | limit /s | p50 ms | p99 ms | Steward / limit | spread | failed |',
    )
    console.log('| --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |')
    for (const line of lines) console.log(line)
  } finally {
    await steward.stop()
  }
}

const row = (name: string, ours: Measured, theirs: Measured, ratios: string) =>
  `| ${[name, ours.perSecond, ours.p50, ours.p99, theirs.perSecond, theirs.p50, theirs.p99, ratio(ours, theirs), ratios, ours.failed + theirs.failed].join(' | ')} |`

const ratio = (ours: Measured, theirs: Measured) => (ours.perSecond / theirs.perSecond).toFixed(2)

const spread = ({ ours, theirs }: { ours: readonly Measured[]; theirs: readonly Measured[] }) => {
  const each = ours.map((one, at) => Number(ratio(one, theirs[at]!)))
  return `${Math.min(...each)}–${Math.max(...each)}`
}

/** Key order is JSON's business, not ours. */
const assertSame = (name: string, ours: unknown, theirs: unknown): void => {
  const text = (value: unknown) =>
    JSON.stringify(value, (_, part: unknown) =>
      part && typeof part === 'object' && !Array.isArray(part)
        ? Object.fromEntries(Object.entries(part).sort())
        : part,
    )
  if (text(ours) !== text(theirs))
    throw new Error(`${name}: the answers differ\n${text(ours).slice(0, 600)}\n${text(theirs).slice(0, 600)}`)
}

await run()
