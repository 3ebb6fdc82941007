/** What happens to a client between the look, the judging and the writing of a file that says something of them. */
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import type { Payload } from '../../../../test/as.ts'
import { applied, ImportTests, lookedAt, reasons, readRun, tableOf } from '../../../../test/imports.ts'
import type { Story } from '../../../../test/story.ts'

let tests: ImportTests
beforeAll(async () => void (tests = await ImportTests.begin()))
afterAll(() => tests.end())

const HEADER = ['姓名', '电话', '客户编号', '联系人', '联系人电话', '邮箱']
const MAPPING = {
  kind: 'CLIENTS',
  source: '催办名单',
  columns: ['name', 'phone', 'code', 'contactName', 'contactPhone', 'email'].map((field, at) => ({
    column: HEADER[at]!,
    field,
  })),
  constants: [
    { key: 'kind', value: '个人' },
    { key: 'relation', value: '业主' },
  ],
}

type Client = Payload & { readonly id: string; readonly code_: string }
const opened = async (here: Story, name: string, phone: string, more: object = {}) => {
  const client = await here
    .as('CR_SPECIALIST')
    .does<Client>(
      'openClient',
      { kind: 'HOUSEHOLD', relation: 'PROSPECT', name, phone, explained: true, ...more },
      'id version code_: code',
    )
  if (client.code) throw new Error(JSON.stringify(client))
  return client
}

const proposed = async (here: Story, survivor: Client, merged: Client): Promise<Payload> => {
  const keeper = here.as('CR_SPECIALIST')
  const { clientMergePreview } = await keeper.get<{ clientMergePreview: { fingerprint: string } }>(
    'query($s: ID!, $m: ID!) { clientMergePreview(survivor: $s, merged: $m) { fingerprint } }',
    { s: survivor.id, m: merged.id },
  )
  return keeper.does('proposeClientMerge', {
    survivorId: survivor.id,
    mergedId: merged.id,
    fingerprint: clientMergePreview.fingerprint,
    taken: [],
    reason: '同一人登记了两次',
  })
}
const approve = (here: Story, merge: Payload) =>
  here
    .as('CS_MANAGER')
    .does(
      'approveClientMerge',
      { clientMergeId: merge.id, expectedVersion: merge.version },
      'id version status',
    )

/** `code: contacts` of each client that has some. */
const contacts = async (here: Story) =>
  Object.fromEntries(
    (
      await tests.rows(
        here.orgId,
        `select c.code, array_agg(x.name order by x.name) as names from client c
           join client_contact x on x.client_id = c.id and x.removed_at is null group by c.code`,
      )
    ).map(({ code, names }) => [code, names]),
  )

/** Two archives of one person, and a file that tells of a contact of the second. */
const twice = async () => {
  const here = await tests.story()
  const survivor = await opened(here, '陈建国', '13900005678')
  const other = await opened(here, '陈建国', '13700001111', { knownNotToBeThem: [survivor.id] })
  const file = tableOf(HEADER, ['陈建国', '13700001111', other.code_, '陈晓', '13900005679', 'c@example.com'])
  return { here, survivor, other, file, supervisor: here.as('CR_SUPERVISOR') }
}
const FILL = { duplicateChoice: 'FILL_EMPTY' }

describe('a client who was merged', () => {
  it('between judging and writing ends the run with the line; the next look says whom to name instead', async () => {
    const { here, survivor, other, file, supervisor } = await twice()
    const shown = await lookedAt(tests, supervisor, file, MAPPING)
    expect(shown).toMatchObject({ rowsDuplicate: 1, rowsRefused: 0 })
    const merge = await proposed(here, survivor, other)
    let merging: Promise<unknown> | undefined
    // Every row is judged, none is written: the run goes on when the merge is carried out.
    tests.imports.onProgress = async ({ status }) => {
      if (status === 'READING') await (merging ??= approve(here, merge))
    }
    const run = await applied(tests, supervisor, shown, FILL)
    tests.imports.onProgress = () => undefined
    expect(await merging).toMatchObject({ status: 'MERGED' })
    expect(run).toMatchObject({ status: 'REFUSED', refusalCode: 'CHANGED_MEANWHILE', rowsChanged: 0 })
    expect(run.refusalEn).toContain('lines 2 ')
    expect(await contacts(here)).toEqual({})

    const again = await lookedAt(tests, supervisor, file, MAPPING)
    expect(reasons(again)).toEqual(['2 客户编号 CLIENT_IS_MERGED'])
    expect(again.issues.edges[0]!.node.value).toBe(`${other.code_} → ${survivor.code_}`)
    const { body } = await tests.server.inject({
      url: again.refusedRowsPath!,
      headers: { cookie: `steward=${supervisor.token}` },
    })
    expect(body).toContain('was merged into another one')
  })

  it('between look and application is not written to, nor is the survivor taken for them', async () => {
    const { here, survivor, other, supervisor } = await twice()
    const file = tableOf(HEADER, ['陈建国', '13700001111', '', '陈晓', '13900005679', 'c@example.com'])
    const shown = await lookedAt(tests, supervisor, file, MAPPING)
    // The survivor takes the number over: the row would be a likely duplicate of somebody else now.
    const keeper = here.as('CR_SPECIALIST')
    await approve(here, await proposed(here, survivor, other))
    const now = await keeper.get<{ client: Payload }>('query($id: ID!) { client(id: $id) { version } }', {
      id: survivor.id,
    })
    const amended = await keeper.does('amendClient', {
      clientId: survivor.id,
      expectedVersion: now.client.version,
      phone: '13700001111',
    })
    expect(amended.code).toBeUndefined()
    expect((await lookedAt(tests, supervisor, file, MAPPING)).rowsDuplicate).toBe(1)
    expect(await applied(tests, supervisor, shown, FILL)).toMatchObject({
      status: 'REFUSED',
      refusalCode: 'NOT_AS_SHOWN',
    })
    expect(await contacts(here)).toEqual({})
  })

  it('while rows are written waits, and takes what came in along', async () => {
    const { here, survivor, other, file, supervisor } = await twice()
    const shown = await lookedAt(tests, supervisor, file, MAPPING)
    const merge = await proposed(here, survivor, other)
    let merging: Promise<unknown> | undefined
    let waited = false
    tests.imports.onProgress = async ({ status }) => {
      if (status !== 'WRITING') return
      merging ??= approve(here, merge)
      await vi.waitFor(async () => {
        const { rows } = await tests.database.pool.query<{ many: number }>(
          "select count(*)::int as many from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'",
        )
        expect(rows[0]!.many).toBe(1)
      }, 10_000)
      waited = true
    }
    const run = await applied(tests, supervisor, shown, FILL)
    tests.imports.onProgress = () => undefined
    expect(run).toMatchObject({ status: 'DONE', rowsChanged: 1 })
    expect(waited).toBe(true)
    await merging
    const gone = await tests.rows(here.orgId, `select code from client where merged_into_id is not null`)
    const names = await contacts(here)
    // The preview of the merge was made before the contact came: either it was carried out with it, or it is looked at anew.
    expect(names).toEqual({ [gone.length === 1 ? survivor.code_ : other.code_]: ['陈晓'] })
  })
})

describe('a client whose erasure two have signed', () => {
  it('between look and application is not written to, and the next look says so', async () => {
    const here = await tests.story()
    const [keeper, manager] = [here.as('CR_SPECIALIST'), here.as('CS_MANAGER')]
    const client = await opened(here, '黄丽', '13500001234')
    const file = tableOf(HEADER, [
      '黄丽',
      '13500001234',
      client.code_,
      '黄晓',
      '13900005679',
      'c@example.com',
    ])
    const shown = await lookedAt(tests, keeper, file, MAPPING)
    type Request = Payload & { readonly erasure: Payload | null }
    const step = (person: typeof keeper, verb: string, request: Payload, more: object = {}) =>
      person.does<Request>(
        `${verb}SubjectRequest`,
        { subjectRequestId: request.id, expectedVersion: request.version, ...more },
        'id version erasure { id version }',
      )
    const asked = await here.as('SERVICE_AGENT').does<Request>('registerSubjectRequest', {
      clientId: client.id,
      kind: 'ERASURE',
      askedBy: 'RELATIVE',
      requesterName: '黄父',
      channel: 'COUNTER',
      words: '请删除她的资料',
    })
    const proven = await step(keeper, 'verify', asked, { proof: 'KINSHIP_SEEN', proofNote: '户口簿' })
    const begun = await step(manager, 'erase', proven)
    const signed = await here
      .as('CS_DIRECTOR')
      .does(
        'approveDocument',
        { revisionId: begun.erasure!.id, expectedVersion: begun.erasure!.version },
        'id status',
      )
    expect(signed).toMatchObject({ status: 'EFFECTIVE' })
    expect(await applied(tests, keeper, shown, FILL)).toMatchObject({
      status: 'REFUSED',
      refusalCode: 'NOT_AS_SHOWN',
    })
    const again = await lookedAt(tests, keeper, file, MAPPING)
    expect(reasons(again)).toEqual(['2 姓名 CLIENT_IS_ERASED'])
    expect(await contacts(here)).toEqual({})
    expect(await readRun(keeper, again.id)).toMatchObject({ rowsRefused: 1, rowsNew: 0 })
  })
})
