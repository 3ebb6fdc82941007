/**
 * Finding one of a million clients, through the API as the portals ask, with the plans that PostgreSQL used for the runtime role. Prints two tables
 * for docs/figures.md. `BENCH_CLIENTS=20000` for a short run.
 */
import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { clientSearch } from '@steward/domain'
import { post, signInAs } from './api-client.ts'
import { measure } from './measure.ts'
import { fillClients } from './search-data.ts'
import type { Steward } from './steward.ts'

const CLIENTS = Number(process.env.BENCH_CLIENTS ?? 1_000_000)
const MILLISECONDS = Number(process.env.BENCH_MILLISECONDS ?? 5_000)

const FIND = `query($words: String!) { findClients(words: $words) { id code name phoneMasked occupancies { id toOn unit { id label } } } }`
const BY_PHONE = `mutation($input: LookupClientsByPhoneInput!) { lookupClientsByPhone(input: $input) { __typename ... on PhoneLookup { clients { id name } } } }`

/** What people type, each in several ways, so that no answer comes from a warm row alone. */
const KINDS: Readonly<Record<string, readonly string[]>> = {
  '1 character, a surname': ['王', '曾', '吕', '龙'],
  '1 character, inside names': ['芳', '绿', '单', '一'],
  '2 characters': ['晓东', '王芳', '长乐', '子涵', '建国'],
  '3 characters': ['王晓东', '吕子涵', '曾建国', '李一诺'],
  '2 characters that nobody has': ['龘龘', '王龘'],
  'pinyin, part': ['wangx', 'zengj', 'lvz', 'xiaod'],
  'pinyin, whole': ['wangxiaodong', 'lvzihan', 'zengjianguo'],
  'initials, 2': ['wx', 'lz', 'zj'],
  'initials, 3': ['wxd', 'lzh', 'zjg'],
  'unit address': ['3-1202', '7栋2101', '基准花园 5栋803', '1202'],
  code: ['K0012345', 'k00012', 'K0000999'],
}

interface Line {
  readonly kind: string
  readonly as: string
  readonly found: number
  readonly alone: string
  readonly crowd: string
}

/** One caller alone, then eight at once. */
const timed = async (ask: () => Promise<boolean>): Promise<Pick<Line, 'alone' | 'crowd'>> => {
  await measure(ask, { callers: 1, milliseconds: MILLISECONDS / 5 })
  const alone = await measure(ask, { callers: 1, milliseconds: MILLISECONDS })
  const crowd = await measure(ask, { callers: 8, milliseconds: MILLISECONDS })
  if (alone.failed + crowd.failed > 0)
    throw new Error(`${alone.failed + crowd.failed} answers were no answers`)
  return { alone: `${alone.p50} / ${alone.p99}`, crowd: `${crowd.p50} / ${crowd.p99} (${crowd.perSecond}/s)` }
}

const searches = async (steward: Steward, role: string): Promise<readonly Line[]> => {
  const url = new URL('/graphql', steward.address)
  const cookie = await signInAs(steward.address, role)
  const lines: Line[] = []
  for (const [kind, words] of Object.entries(KINDS)) {
    let at = 0
    let found = 0
    const ask = async () => {
      at += 1
      const { body } = await post(
        url,
        JSON.stringify({ query: FIND, variables: { words: words[at % words.length] } }),
        { cookie },
      )
      found = Math.max(found, body.split('"code"').length - 1)
      return body.startsWith('{"data"') && !body.includes('"errors"')
    }
    lines.push({ kind, as: role, ...(await timed(ask)), found })
  }
  return lines
}

/** By the phone's end: few, because an hour has so many. */
const byPhone = async (steward: Steward): Promise<Line> => {
  const url = new URL('/graphql', steward.address)
  const cookie = await signInAs(steward.address, 'SERVICE_AGENT')
  const times: number[] = []
  let found = 0
  for (let at = 0; at < 50; at += 1) {
    const from = performance.now()
    const variables = { input: { tail: String(1_000 + at * 37).padStart(4, '0') } }
    const { body } = await post(url, JSON.stringify({ query: BY_PHONE, variables }), {
      cookie,
      'idempotency-key': randomUUID(),
    })
    if (!body.includes('PhoneLookup')) throw new Error(body)
    times.push(performance.now() - from)
    found = Math.max(found, body.split('"name"').length - 1)
  }
  const sorted = times.toSorted((a, b) => a - b)
  const at = (share: number) => (sorted[Math.floor(sorted.length * share)] ?? 0).toFixed(1)
  return {
    kind: 'phone tail (a mutation: logged)',
    as: 'SERVICE_AGENT',
    found,
    alone: `${at(0.5)} / ${at(0.99)}`,
    crowd: '–',
  }
}

/** The middle time of the function as the runtime role calls it, without the API. */
const alone = async (steward: Steward, orgId: string, words: string): Promise<string> => {
  const client = new pg.Client({ connectionString: steward.databaseUrl })
  await client.connect()
  await client.query(`select set_config('app.org_id', '${orgId}', false)`)
  const times: number[] = []
  for (let at = 0; at < 21; at += 1) {
    const from = performance.now()
    await client.query(CALL, [JSON.stringify(clientSearch(words))])
    times.push(performance.now() - from)
  }
  await client.end()
  return times.toSorted((a, b) => a - b)[10]!.toFixed(1)
}

const CALL = 'select count(*) from search_clients($1::jsonb, true, null, null, null, 20)'

/** The indexes and scans of each statement inside the function, as PostgreSQL itself reports them for the runtime role. */
const plansOf = async (steward: Steward): Promise<readonly string[]> => {
  const client = new pg.Client({ connectionString: steward.superuserUrl })
  await client.connect()
  const heard: string[] = []
  client.on('notice', ({ message = '' }) => heard.push(message))
  const { rows } = await client.query<{ id: string }>("select id from organization where code = 'demo'")
  await client.query(`load 'auto_explain'; set auto_explain.log_min_duration = 0; set auto_explain.log_nested_statements = on;
    set auto_explain.log_analyze = on; set auto_explain.log_timing = off; set auto_explain.log_level = notice; set jit = off`)
  await client.query('set role steward_app')
  await client.query(`select set_config('app.org_id', '${rows[0]!.id}', false)`)
  const lines: string[] = []
  for (const [kind, [words]] of Object.entries(KINDS)) {
    heard.length = 0
    await client.query(CALL, [JSON.stringify(clientSearch(words!))])
    const scans = heard.flatMap(
      (plan) =>
        plan.match(
          /(?:(?:Bitmap )?Index (?:Only )?Scan (?:Backward )?(?:using|on) (?!pg_)\w+|Seq Scan on \w+)/g,
        ) ?? [],
    )
    lines.push(
      `| ${kind} | ${words} | ${await alone(steward, rows[0]!.id, words!)} | ${[...new Set(scans)].join(', ')} |`,
    )
  }
  await client.end()
  return lines
}

export const runSearch = async (steward: Steward): Promise<void> => {
  const from = performance.now()
  await fillClients(steward.superuserUrl, CLIENTS)
  console.log(`${CLIENTS} clients filled in ${Math.round((performance.now() - from) / 1000)} s\n`)
  const lines = [...(await searches(steward, 'CS_MANAGER')), await byPhone(steward)]
  console.log('| search | as | found | p50 / p99 ms, one caller | p50 / p99 ms, eight callers |')
  console.log('| --- | --- | --- | --- | --- |')
  for (const { kind, as, found, alone, crowd } of lines)
    console.log(`| ${kind} | ${as} | ${found} | ${alone} | ${crowd} |`)
  console.log('\n| search | example | the function alone, p50 ms | read by |\n| --- | --- | --- | --- |')
  for (const line of await plansOf(steward)) console.log(line)
}
