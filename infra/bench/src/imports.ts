/**
 * A hundred thousand clients in one go: looked at, written, brought again, undone. Prints times, rows a second, the peak memory of API
 * and importing process, and whether undoing led back to the state before. BENCH_IMPORT: how many rows.
 */
import { readdirSync, readFileSync } from 'node:fs'
import { request } from 'node:http'
import pg from 'pg'
import { post, signInAs } from './api-client.ts'
import type { Steward } from './steward.ts'

const ROWS = Number(process.env.BENCH_IMPORT ?? 100_000)
const POLL_MILLISECONDS = 250
const HEADER = [
  '客户编号',
  '姓名',
  '手机号码',
  '邮箱',
  '项目',
  '楼栋',
  '房号',
  '交房日期',
  '同意用途',
  '联系人',
  '联系人电话',
]
const FIELDS = [
  'code',
  'name',
  'phone',
  'email',
  'project',
  'building',
  'unit',
  'fromOn',
  'consentPurposes',
  'contactName',
  'contactPhone',
]
const RECORD = {
  kind: 'CLIENTS',
  source: 'bench',
  columns: HEADER.map((column, at) => ({ column, field: FIELDS[at] })),
  constants: [
    { key: 'kind', value: 'INDIVIDUAL' },
    { key: 'relation', value: 'OWNER' },
  ],
}
const FAMILY = [...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗']
const GIVEN = [...'伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华建文辉力玉珍']

interface Door {
  readonly project: string
  readonly building: string
  readonly unit: string
}

/** Every other client has a unit; one in five a contact and a consent. The same bytes each time. */
const file = (doors: readonly Door[]): Buffer => {
  const rows = Array.from({ length: ROWS }, (_, at) => {
    const name = `${FAMILY[at % FAMILY.length]}${GIVEN[(at * 7) % GIVEN.length]}${GIVEN[(at * 13) % GIVEN.length]}`
    const phone = `139${String(at).padStart(8, '0')}`
    const door = at % 2 === 0 ? doors[(at / 2) % doors.length] : undefined
    const place = door ? [door.project, door.building, door.unit, '2024-05-06'] : ['', '', '', '']
    const more =
      at % 5 === 0 ? ['客户关怀', `${name}家属`, `138${String(at).padStart(8, '0')}`] : ['', '', '']
    return [`B${at}`, name, phone, `c${at}@example.com`, ...place, ...more].join(',')
  })
  return Buffer.from([HEADER.join(','), ...rows, ''].join('\n'))
}

interface Run {
  readonly id: string
  readonly status: string
  readonly refusalEn: string | null
  readonly rowsNew: number
  readonly rowsChanged: number
  readonly rowsUnchanged: number
  readonly rowsRefused: number
}

const RUN = 'id status refusalEn rowsNew rowsChanged rowsUnchanged rowsRefused'

/** The state that people see: what was withdrawn is no part of it. */
const STATE = `
select (select count(*) || ' ' || coalesce(md5(string_agg(md5(row(c.id, c.code, c.name, c.phone, c.email, c.project_id, c.building_id, c.version)::text), '' order by c.id)), '')
          from client c where archived_at is null) as clients,
       (select count(*) || ' ' || coalesce(md5(string_agg(md5(row(o.*)::text), '' order by o.id)), '')
          from client_occupancy o where withdrawn_at is null) as stays,
       (select count(*) || ' ' || coalesce(md5(string_agg(md5(row(o.*)::text), '' order by o.id)), '')
          from client_contact o where removed_at is null) as contacts`

export const runImports = async (steward: Steward): Promise<void> => {
  const database = new pg.Client({ connectionString: steward.superuserUrl })
  await database.connect()
  const [keeper, manager] = [
    await signInAs(steward.address, 'CR_SUPERVISOR'),
    await signInAs(steward.address, 'CS_MANAGER'),
  ]
  const ask = async <T>(cookie: string, query: string, variables: object): Promise<T> => {
    const { body } = await post(new URL('/graphql', steward.address), JSON.stringify({ query, variables }), {
      cookie,
    })
    const { data } = JSON.parse(body) as { data?: T }
    if (!data) throw new Error(body.slice(0, 500))
    return data
  }
  /** Starts what the mutation names, waits for its end, and tells how long it took. */
  const act = async (cookie: string, mutation: string, input: object) => {
    const type = `${mutation.charAt(0).toUpperCase()}${mutation.slice(1)}Input`
    const from = performance.now()
    const answer = await ask<Record<string, { id?: string; message?: string }>>(
      cookie,
      `mutation($input: ${type}!) { ${mutation}(input: $input) { ... on ImportRun { id } ... on UserError { message } } }`,
      { input },
    )
    const id = answer[mutation]?.id
    if (!id) throw new Error(JSON.stringify(answer))
    for (;;) {
      const { importRun } = await ask<{ importRun: Run }>(
        cookie,
        `query($id: ID!) { importRun(id: $id) { ${RUN} } }`,
        { id },
      )
      if (importRun.status === 'DONE') return { run: importRun, seconds: (performance.now() - from) / 1000 }
      if (!['WAITING', 'READING', 'WRITING'].includes(importRun.status))
        throw new Error(JSON.stringify(importRun))
      await new Promise((resolve) => setTimeout(resolve, POLL_MILLISECONDS))
    }
  }
  const state = async () => (await database.query<Record<string, string>>(STATE)).rows[0]!
  const doors = await database.query<Door>(
    `select p.code as project, b.name as building, u.label as unit from unit u join building b on b.id = u.building_id
       join project p on p.id = u.project_id
      where u.org_id = (select id from organization order by created_at, id limit 1) order by u.id`,
  )
  const peaks = new Peaks(() => steward.api())
  const lines: string[] = []
  const row = (name: string, seconds: number, rows: number, told: string): void =>
    void lines.push(`| ${name} | ${seconds.toFixed(1)} | ${Math.round(rows / seconds)} | ${told} |`)
  try {
    const bytes = file(doors.rows)
    const before = await state()
    const from = performance.now()
    const { id: fileId } = await upload(steward.address, keeper, bytes)
    row('hand over', (performance.now() - from) / 1000, ROWS, `${(bytes.length / 1e6).toFixed(1)} MB`)
    const input = { fileId, record: RECORD, dryRun: true }
    const looked = await act(keeper, 'startImport', input)
    row('look', looked.seconds, ROWS, told(looked.run))
    const came = await act(manager, 'applyImport', { importRunId: looked.run.id })
    row('write', came.seconds, ROWS, told(came.run))
    const again = await act(keeper, 'startImport', input)
    row('the same file again', again.seconds, ROWS, told(again.run))
    const shown = await act(manager, 'undoImport', { importRunId: came.run.id })
    row('look what undoing does', shown.seconds, ROWS, told(shown.run))
    const undone = await act(keeper, 'applyImport', { importRunId: shown.run.id })
    row('undo', undone.seconds, ROWS, told(undone.run))
    const after = await state()
    const same = JSON.stringify(after) === JSON.stringify(before)
    console.log(`${ROWS} clients in one file, every other with a unit\n`)
    console.log('| step | s | rows/s | new / changed / unchanged / refused |\n| --- | --- | --- | --- |')
    for (const line of lines) console.log(line)
    console.log(`\npeak memory: importing process ${peaks.importer} MB, API ${peaks.api} MB`)
    console.log(
      same
        ? 'undone: the state before'
        : `undone: NOT the state before\n${JSON.stringify({ before, after }, null, 2)}`,
    )
    if (!same || again.run.rowsNew + again.run.rowsChanged > 0 || peaks.importer > 512) process.exitCode = 1
  } finally {
    peaks.stop()
    await database.end()
  }
}

const told = ({ rowsNew, rowsChanged, rowsUnchanged, rowsRefused }: Run): string =>
  [rowsNew, rowsChanged, rowsUnchanged, rowsRefused].join(' / ')

const upload = (address: string, cookie: string, bytes: Buffer): Promise<{ readonly id: string }> =>
  new Promise((resolve, reject) => {
    const sent = request(
      new URL('/files/imports?name=bench.csv', address),
      {
        method: 'POST',
        headers: {
          cookie,
          'content-type': 'text/csv',
          'content-length': bytes.length,
          'x-steward-csrf': '1',
        },
      },
      (response) => {
        let body = ''
        response.setEncoding('utf8')
        response.on('data', (chunk: string) => (body += chunk))
        response.once('end', () =>
          response.statusCode === 201 ? resolve(JSON.parse(body) as { id: string }) : reject(new Error(body)),
        )
      },
    )
    sent.once('error', reject)
    sent.end(bytes)
  })

/** The most memory that the API and the processes it starts for imports have held, by Linux's own account. */
class Peaks {
  api = 0
  importer = 0
  readonly #timer: NodeJS.Timeout

  constructor(apiPid: () => number) {
    this.#timer = setInterval(() => {
      this.api = Math.max(this.api, peakOf(apiPid()))
      for (const pid of importers()) this.importer = Math.max(this.importer, peakOf(pid))
    }, POLL_MILLISECONDS)
  }

  stop(): void {
    clearInterval(this.#timer)
  }
}

const importers = (): readonly number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .filter((name) => readProc(`${name}/cmdline`).includes('main.js\0import\0run'))
    .map(Number)

/** MB. */
const peakOf = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readProc(`${pid}/status`))?.[1] ?? 0) / 1024)

const readProc = (path: string): string => {
  try {
    return readFileSync(`/proc/${path}`, 'utf8')
  } catch {
    return ''
  }
}
