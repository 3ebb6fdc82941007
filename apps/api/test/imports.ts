/** Imports as an administrator does them: the file handed over by HTTP, the run started and read through GraphQL. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { vaultOf } from '../src/access/vault.ts'
import { readConfig } from '../src/config.ts'
import type { ImportLauncher } from '../src/imports/process/import-launcher.ts'
import { withTenant } from '../src/database/with-tenant.ts'
import { lookThere } from '../src/imports/process/import-process.ts'
import { runImport, type ImportPlace } from '../src/imports/run/run-import.ts'
import type { Person, Reply } from './as.ts'
import { testDatabase, type TestDatabase } from './database.ts'
import { testServer } from './server.ts'
import { given, type Story } from './story.ts'

/** Does runs in this process, one after the other; `ended` waits for the last. */
export class ImportsHere implements ImportLauncher {
  readonly #place: ImportPlace
  readonly faults: unknown[] = []
  /** Called at each sign of progress of the next runs. */
  onProgress: NonNullable<ImportPlace['onProgress']> = () => undefined
  readonly #interruption = new AbortController()
  #last: Promise<unknown> = Promise.resolve()

  constructor(database: TestDatabase, dataDir: string, clock: () => Date = () => new Date()) {
    const onFault = (error: unknown) => this.faults.push(error)
    this.#place = {
      dataSource: database.app,
      dataDir,
      vault: vaultOf({ keyFile: undefined, dataDir }),
      clock,
      onFault,
      onProgress: (sign) => this.onProgress(sign),
    }
  }

  look = (file: Parameters<ImportLauncher['look']>[0]): ReturnType<ImportLauncher['look']> =>
    lookThere(this.#place, file)

  launch(run: Parameters<ImportLauncher['launch']>[0]): void {
    this.#last = this.#last.then(() => runImport(this.#place, run, this.#interruption.signal))
  }

  /** Runs that are launched from now on wait until the answer is called. */
  hold(): () => void {
    let release = (): void => undefined
    const held = new Promise<void>((resolve) => (release = resolve))
    this.#last = this.#last.then(() => held)
    return release
  }

  ended = async (): Promise<void> => void (await this.#last)

  async stop(): Promise<void> {
    this.#interruption.abort()
    await this.#last
  }
}

export interface Run {
  readonly id: string
  readonly status: string
  readonly isLost: boolean
  readonly refusalCode: string | null
  readonly refusalZh: string | null
  readonly refusalEn: string | null
  readonly encoding: string | null
  readonly progress: number
  readonly rowsRead: number
  readonly rowsNew: number
  readonly rowsChanged: number
  readonly rowsUnchanged: number
  readonly rowsRefused: number
  readonly rowsWarned: number
  readonly categoriesNew: number
  readonly departmentsNew: number
  readonly rowsDuplicate: number
  readonly duplicates: {
    readonly edges: readonly {
      readonly node: {
        id: string
        line: number
        ground: string
        nameMasked: string | null
        choice: string | null
        client: { name: string } | null
      }
    }[]
  }
  readonly refusedRowsPath: string | null
  readonly finishedAt: string | null
  readonly availableActions: readonly string[]
  readonly counts: readonly {
    dimension: string
    value: string | null
    nameZh: string | null
    nameEn: string | null
    rows: number
  }[]
  readonly issues: {
    readonly totalCount: number
    readonly edges: readonly {
      readonly node: {
        line: number
        column: string | null
        value: string | null
        level: string
        reason: string
      }
    }[]
  }
}

const FIELDS = `id status isLost refusalCode refusalZh refusalEn encoding progress rowsRead rowsNew rowsChanged rowsUnchanged
  rowsRefused rowsWarned rowsDuplicate duplicates(first: 20) { edges { node { id line ground nameMasked choice client { name } } } } categoriesNew departmentsNew refusedRowsPath finishedAt availableActions
  counts { dimension value nameZh nameEn rows }
  issues(first: 100) { totalCount edges { node { line column value level reason } } }`

export const readRun = async (person: Person, id: string): Promise<Run> => {
  const { importRun } = await person.get<{ importRun: Run | null }>(
    `query($id: ID!) { importRun(id: $id) { ${FIELDS} } }`,
    { id },
  )
  if (!importRun) throw new Error(`${id} is not to be read`)
  return importRun
}

/** Hands a file over; the answer of the server as it is. */
const upload = async (
  server: FastifyInstance,
  person: Person,
  bytes: Buffer | string,
  { name = 'cases.csv', headers = {} }: { name?: string; headers?: Record<string, string | undefined> } = {},
) => {
  const given = {
    'content-type': 'text/csv',
    'x-steward-csrf': '1',
    'accept-language': 'en',
    ...(person.token ? { cookie: `steward=${person.token}` } : {}),
    ...headers,
  }
  const sent = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined))
  const response = await server.inject({
    method: 'POST',
    url: `/files/imports?name=${encodeURIComponent(name)}`,
    headers: sent as Record<string, string>,
    payload: bytes,
  })
  return {
    status: response.statusCode,
    ...(JSON.parse(response.body) as Partial<Reply> & {
      id: string
      name: string
      kind: string | null
      mapping: string | null
      header: readonly string[]
      samples: readonly (readonly string[])[]
      refused: string | null
    }),
  }
}

export interface StartAnswer {
  readonly __typename: string
  readonly id: string
  readonly code?: string
  readonly message?: string
  readonly fields?: readonly { path: string }[]
}

export const startImport = async (person: Person, input: object): Promise<StartAnswer> => {
  const { startImport: answer } = await person.get<{ startImport: StartAnswer }>(
    `mutation($input: StartImportInput!) { startImport(input: $input) { __typename
      ... on ImportRun { id } ... on UserError { code message } ... on InvalidInputError { fields { path } } } }`,
    { input },
  )
  return answer
}

export const cancelImport = async (person: Person, importRunId: string) => {
  const { cancelImport: answer } = await person.get<{ cancelImport: StartAnswer & { status?: string } }>(
    `mutation($input: CancelImportInput!) { cancelImport(input: $input) { __typename
      ... on ImportRun { id status } ... on UserError { code } } }`,
    { input: { importRunId } },
  )
  return answer
}

export interface RecordMapping {
  readonly kind: string
  readonly source: string
  readonly columns: readonly { readonly column: string; readonly field: string | null }[]
  readonly constants: readonly { readonly key: string; readonly value: string }[]
}

/** What a dry run has shown, written; throws with the refusal. */
export const applied = async (
  tests: ImportTests,
  person: Person,
  run: Run,
  more: object = {},
): Promise<Run> => {
  const { applyImport: answer } = await person.get<{ applyImport: StartAnswer }>(
    `mutation($input: ApplyImportInput!) { applyImport(input: $input) { __typename
      ... on ImportRun { id } ... on UserError { code message } ... on NotEligibleError { reason } } }`,
    { input: { importRunId: run.id, ...more } },
  )
  if (answer.code) throw new Error(JSON.stringify(answer))
  await tests.imports.ended()
  return readRun(person, answer.id)
}

/** Server, database and data folder of a file of import tests. */
export class ImportTests {
  readonly database: TestDatabase
  readonly dataDir: string
  readonly imports: ImportsHere
  readonly server: FastifyInstance

  private constructor(
    database: TestDatabase,
    dataDir: string,
    imports: ImportsHere,
    server: FastifyInstance,
  ) {
    this.database = database
    this.dataDir = dataDir
    this.imports = imports
    this.server = server
  }

  static async begin(): Promise<ImportTests> {
    const dataDir = mkdtempSync(join(tmpdir(), 'steward-imports-'))
    const database = await testDatabase()
    const imports = new ImportsHere(database, dataDir)
    const config = readConfig({ STEWARD_DATA_DIR: dataDir })
    return new ImportTests(database, dataDir, imports, await testServer(database, { config, imports }))
  }

  /** Throws where a run met an error that no file is to blame for. */
  async end(): Promise<void> {
    await this.server.close()
    await this.database.close()
    rmSync(this.dataDir, { recursive: true })
    if (this.imports.faults.length > 0) throw new AggregateError(this.imports.faults, 'imports met faults')
  }

  /** Rows of one organization, as SQL finds them. */
  rows(orgId: string, sql: string): Promise<readonly Record<string, unknown>[]> {
    return withTenant(this.database.app, orgId, (manager) => manager.query(sql))
  }

  story = (): Promise<Story> => given(this.database, this.server)

  upload = (person: Person, bytes: Buffer | string, options?: Parameters<typeof upload>[3]) =>
    upload(this.server, person, bytes, options)

  /** From the file to the end of the run. */
  async bring(
    { as }: Story,
    bytes: Buffer | string,
    { mapping = 'steward-complaints', ...more }: { mapping?: string; dryRun?: boolean } = {},
  ): Promise<Run> {
    const admin = as('ADMIN')
    const { id: fileId } = await this.upload(admin, bytes)
    const started = await startImport(admin, { fileId, mapping, dryRun: false, ...more })
    if (started.code) throw new Error(JSON.stringify(started))
    await this.imports.ended()
    return readRun(admin, started.id)
  }
}

/** From a file of records to the end of its dry run. */
export const lookedAt = async (
  tests: ImportTests,
  person: Person,
  bytes: Buffer | string,
  record: RecordMapping,
): Promise<Run> => {
  const { id: fileId } = await tests.upload(person, bytes)
  const started = await startImport(person, { fileId, record, dryRun: true })
  if (started.code) throw new Error(JSON.stringify(started))
  await tests.imports.ended()
  return readRun(person, started.id)
}

/** What taking a run back would do. */
export const undoLookedAt = async (tests: ImportTests, person: Person, run: Run): Promise<Run> => {
  const { id } = await person.does<{ id: string }>('undoImport', { importRunId: run.id }, 'id')
  await tests.imports.ended()
  return readRun(person, id)
}

/** A file of these columns. */
export const tableOf = (...rows: readonly (readonly (string | undefined)[])[]): string =>
  rows
    .map((row) => rows[0]!.map((_, at) => quoted(row[at] ?? '')).join(','))
    .join('\n')
    .concat('\n')

/** Some columns of our own format, and a file of them. */
export const HEADER = [
  'Reference',
  'Opened',
  'Closed',
  'Summary',
  'Category',
  'Project',
  'Building',
  'Unit',
  'Facts',
] as const
export type Cells = Partial<Record<(typeof HEADER)[number], string>>

/** What every row needs besides a reference. */
export const ROW = { Opened: '2024-05-06', Summary: '电梯停运' }

const quoted = (cell: string): string => (/[",\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)

export const csv = (...rows: Cells[]): string =>
  [HEADER.join(','), ...rows.map((row) => HEADER.map((name) => quoted(row[name] ?? '')).join(','))]
    .join('\n')
    .concat('\n')

export interface Case {
  readonly number: string
  readonly status: string
  readonly facts: string
  readonly externalReference: string
  readonly version: number
}

/** The first cases of a story, the oldest first. */
export const casesOf = async ({ as }: Story): Promise<readonly Case[]> => {
  const { complaints } = await as('GENERAL_MANAGER').get<{ complaints: { edges: { node: Case }[] } }>(
    `{ complaints(first: 20, orderBy: OLDEST) { edges { node { id number status summary facts registeredAt closedAt imported
         externalReference version category { code nameEn } project { name } unit { label } events { id } signOffs { id } } } } }`,
  )
  return complaints.edges.map(({ node }) => node)
}

/** `line column reason` of each issue. */
export const reasons = ({ issues }: Run): readonly string[] =>
  issues.edges.map(({ node }) => `${node.line} ${node.column} ${node.reason}`)
