/** What a department keeps of client information is listed, confirmed by its head in time, checked; unauthorised reading is put on record and heard. */
import type { FastifyInstance } from 'fastify'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let head: Person
let keeper: Person

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database)
  worker = await testWorker(database)
  story = await given(database, server)
  head = await story.colleague(['SITE_MANAGER'], 'site')
  keeper = await story.colleague(['SITE_MANAGER'], 'site')
  await nameHead(head)
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
})

const nameHead = async (person: Person | null) => {
  const admin = story.as('ADMIN')
  const { departments } = await admin.get<{
    departments: { id: string; code: string; name: string; version: number }[]
  }>('{ departments { id code name version } }')
  const { id, code, name, version } = departments.find((it) => it.id === story.ids.departments.site)!
  return admin.does<Payload & { head: { id: string } | null }>(
    'changeDepartment',
    { departmentId: id, expectedVersion: version, code, name, headId: person ? staffOf(person) : null },
    'id head { id }',
  )
}

const staffOf = (person: Person) => toGlobalId('Staff', person.staffId)

const ITEM = 'id version name retiredAt statements { name place statedBy { id } }'
interface Item extends Payload {
  readonly name: string
  readonly retiredAt: string | null
  readonly statements: readonly { readonly name: string; readonly place: string }[]
}
const stated = (more: object = {}) => ({
  kind: 'CONTACTS',
  name: '前台来访登记本',
  medium: 'PAPER',
  place: '前台抽屉',
  keeperId: staffOf(keeper),
  purpose: '核对来访人',
  class: 'PERSONAL',
  keptFrom: '2026-01-05',
  keepMonths: 12,
  destruction: '碎纸机粉碎，两人在场',
  ...more,
})
const enters = (person: Person, more: object = {}) =>
  person.does<Item>(
    'enterInformationItem',
    { departmentId: story.ids.departments.site, ...stated(more) },
    ITEM,
  )

interface Inventory extends Payload {
  readonly dueOn: string
  readonly confirmedAt: string | null
  readonly itemCount: number
  readonly items: readonly { readonly name: string }[]
  readonly retiredItems: readonly { readonly name: string }[]
  readonly confirmations: readonly { readonly items: number; readonly held: number }[]
}
const INVENTORY = `id version dueOn confirmedAt itemCount items { name } retiredItems { name } confirmations { items held } checks { finding }`
const siteInventory = () =>
  toGlobalId('InformationInventory', fromGlobalId('Department', story.ids.departments.site)!)
const seen = async (person: Person) =>
  (
    await person.get<{ informationInventory: Inventory | null }>(
      `query($id: ID!) { informationInventory(id: $id) { ${INVENTORY} } }`,
      { id: siteInventory() },
    )
  ).informationInventory
const inTables = <T>(sql: string, parameters: readonly unknown[] = []): Promise<T> =>
  withTenant(database.app, story.orgId, (db) => db.query<T>(sql, [...parameters]))
const told = async (person: Person, kind: string) => {
  const { notices } = await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
    '{ notices(first: 20) { edges { node { kind } } } }',
  )
  return notices.edges.filter(({ node }) => node.kind === kind).length
}
const settled = async () => {
  await worker.sweep()
  await worker.relay()
}

describe('the inventory of a department', () => {
  it('is entered by its own people, amended with its history, retired with a reason', async () => {
    const entered = await enters(keeper)
    expect(entered).toMatchObject({ name: '前台来访登记本' })
    const stranger = story.as('FINANCE')
    await expect(enters(stranger)).rejects.toThrow('NOT_FOUND')
    expect(await enters(keeper, { keeperId: staffOf(stranger) })).toMatchObject({
      fields: [{ path: 'keeperId' }],
    })
    const step = { informationItemId: entered.id, expectedVersion: entered.version }
    const amended = await keeper.does<Item>(
      'amendInformationItem',
      { ...step, ...stated({ place: '档案柜二层' }) },
      ITEM,
    )
    expect(amended.statements.map(({ place }) => place)).toEqual(['档案柜二层', '前台抽屉'])
    expect(
      await keeper.does<Item>('retireInformationItem', { ...step, reason: '换成电子登记' }, ITEM),
    ).toMatchObject({ code: 'STALE_RECORD' })
    const gone = await keeper.does<Item>(
      'retireInformationItem',
      { ...step, expectedVersion: amended.version, reason: '换成电子登记，旧本已粉碎' },
      ITEM,
    )
    expect(gone.retiredAt).not.toBeNull()
    expect(
      await keeper.does<Item>(
        'amendInformationItem',
        { ...step, expectedVersion: gone.version, ...stated() },
        ITEM,
      ),
    ).toMatchObject({ code: 'WRONG_STATUS' })
    expect(await seen(keeper)).toMatchObject({ items: [], retiredItems: [{ name: '前台来访登记本' }] })
  })

  it('tells what the system knows by itself, to whom it concerns', async () => {
    await story.as('CR_SUPERVISOR').does('receiveImportSource', {
      name: '开发商移交名册',
      receivedFrom: '开发商',
      medium: 'PAPER',
      custodianId: staffOf(story.as('CR_SUPERVISOR')),
      destroyBy: '2099-01-31',
    })
    const [{ department_id: office }] = await inTables<[{ department_id: string }]>(
      'select department_id from staff where id = $1',
      [story.as('CR_SUPERVISOR').staffId],
    )
    const id = toGlobalId('InformationInventory', office)
    const held = `query($id: ID!) { heldInformation(inventory: $id) { source name keeper until } }`
    const { heldInformation } = await story.as('QUALITY').get<{ heldInformation: object[] }>(held, { id })
    expect(heldInformation).toContainEqual(
      expect.objectContaining({ source: 'IMPORT_SOURCE', name: '开发商移交名册', until: '2099-01-31' }),
    )
    expect((await keeper.run(held, { id })).errors[0]?.extensions.code).toBe('NOT_FOUND')
  })

  it('is confirmed by the head alone; overdue it is told once, to the head and to quality', async () => {
    await enters(keeper, { name: '装修押金登记表' })
    const before = (await seen(head))!
    const confirm = (person: Person, { id, version }: Payload) =>
      person.does<Inventory>(
        'confirmInformationInventory',
        { informationInventoryId: id, expectedVersion: version },
        INVENTORY,
      )
    expect(await confirm(keeper, before)).toMatchObject({ code: 'NOT_ELIGIBLE' })
    await inTables(
      "update information_inventory_due set due_at = now() - interval '1 minute' where id = $1",
      [fromGlobalId('InformationInventory', before.id)],
    )
    await settled()
    await settled()
    expect(await told(head, 'INVENTORY_OVERDUE')).toBe(1)
    expect(await told(story.as('QUALITY'), 'INVENTORY_OVERDUE')).toBe(1)
    expect(await told(keeper, 'INVENTORY_OVERDUE')).toBe(0)

    const confirmed = await confirm(head, before)
    expect(confirmed).toMatchObject({ itemCount: 1, confirmations: [{ items: 1, held: 0 }] })
    const due = await inTables<{ due: boolean }[]>(
      'select due_at > now() as due from information_inventory_due where id = $1',
      [fromGlobalId('InformationInventory', before.id)],
    )
    expect(due).toEqual([{ due: true }])
  })

  it('is printed under control for its own people and who oversees it, and for nobody else', async () => {
    await enters(keeper, { name: '装修押金收据存根' })
    const fetched = ({ token }: Person) =>
      server.inject({
        method: 'GET',
        url: `/files/information-inventories/${siteInventory()}.pdf?lang=zh-CN`,
        headers: { cookie: `steward=${token}` },
      })
    const { statusCode, rawPayload } = await fetched(keeper)
    expect(statusCode).toBe(200)
    const document = await getDocument({ data: new Uint8Array(rawPayload), verbosity: 0 }).promise
    const pages = await Promise.all(
      Array.from({ length: document.numPages }, async (_, at) =>
        (await (await document.getPage(at + 1)).getTextContent()).items
          .map((it) => ('str' in it ? it.str : ''))
          .join(''),
      ),
    )
    const read = pages.join('')
    for (const words of ['客户信息清单', '受控文件', '装修押金收据存根', '系统记录'])
      expect(read).toContain(words)
    expect((await fetched(story.as('FINANCE'))).statusCode).toBe(404)
    expect((await fetched(story.as('QUALITY'))).statusCode).toBe(200)
  })

  it('is there for a department that is added', async () => {
    const added = await story
      .as('ADMIN')
      .does<Payload>('addDepartment', { code: 'NEW-1', name: '新设部门' }, 'id')
    await settled()
    const { informationInventories } = await story
      .as('QUALITY')
      .get<{ informationInventories: { department: { id: string } }[] }>(
        '{ informationInventories { department { id } } }',
      )
    expect(informationInventories.map(({ department }) => department.id)).toContain(added.id)
  })
})

describe('a breach of confidentiality', () => {
  const BREACH = 'id version number status statement unheard availableActions'
  interface Breach extends Payload {
    readonly number: string
    readonly status: string
    readonly availableActions: readonly string[]
  }
  const step = ({ id, version }: Breach) => ({ informationBreachId: id, expectedVersion: version })

  it('is found at a check, recorded by quality, heard, concluded and kept', async () => {
    const quality = story.as('QUALITY')
    const checked = await quality.does<Payload>(
      'checkInformationInventory',
      {
        informationInventoryId: siteInventory(),
        finding: 'UNAUTHORISED',
        note: '抽屉未上锁，值班人翻看了登记本',
      },
      'id finding',
    )
    const recorded = {
      departmentId: story.ids.departments.site,
      checkId: checked.id,
      staffId: staffOf(keeper),
      happenedOn: '2026-01-06',
      what: '翻看登记本并拍照',
      evidence: '监控截图两张，存品质部',
    }
    await expect(head.does('recordInformationBreach', recorded, BREACH)).rejects.toThrow('FORBIDDEN')
    const breach = await quality.does<Breach>('recordInformationBreach', recorded, BREACH)
    expect(breach).toMatchObject({ number: expect.stringMatching(/^IB-\d{4}-001$/), status: 'RECORDED' })
    await worker.relay()
    expect(await told(keeper, 'BREACH_RECORDED')).toBe(1)

    const early = await quality.does<Breach>(
      'concludeInformationBreach',
      { ...step(breach), conclusion: '批评教育' },
      BREACH,
    )
    expect(early).toMatchObject({ fields: [{ path: 'unheard' }] })
    const forged = { ...step(breach), statement: '我承认' }
    expect(await quality.does<Breach>('stateInformationBreach', forged, BREACH)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    const heard = await keeper.does<Breach>(
      'stateInformationBreach',
      { ...step(breach), statement: '为核对车牌拍了一张，当天已删除' },
      BREACH,
    )
    expect(heard).toMatchObject({ status: 'HEARD', availableActions: ['STATE'] })
    await worker.relay()
    expect(await told(quality, 'BREACH_STATED')).toBe(1)
    const closed = await quality.does<Breach>(
      'concludeInformationBreach',
      { ...step(heard), conclusion: '批评教育，抽屉加锁' },
      BREACH,
    )
    expect(closed).toMatchObject({ status: 'CONCLUDED', availableActions: [] })
  })

  it('is read by whose it is and by whom it concerns; an auditor reads no words', async () => {
    const read = async (person: Person) =>
      (
        await person.get<{ informationBreaches: { edges: { node: { what: string | null } }[] } }>(
          '{ informationBreaches(first: 5) { edges { node { what } } } }',
        )
      ).informationBreaches.edges.map(({ node }) => node.what)
    expect(await read(keeper)).toEqual(['翻看登记本并拍照'])
    expect(await read(story.as('QUALITY'))).toHaveLength(1)
    expect(await read(story.as('AUDITOR'))).toEqual([null])
    expect(await read(head)).toEqual([])
  })

  it('of one of quality is concluded by a colleague, never by themselves', async () => {
    const [one, other] = [await story.colleague(['QUALITY']), story.as('QUALITY')]
    const breach = await other.does<Breach>(
      'recordInformationBreach',
      {
        departmentId: story.ids.departments.site,
        staffId: staffOf(one),
        happenedOn: '2026-01-07',
        what: '未经批准查阅',
        evidence: '系统记录',
      },
      BREACH,
    )
    const concluded = { ...step(breach), conclusion: '没有问题', unheard: '本人在外' }
    expect(await one.does<Breach>('concludeInformationBreach', concluded, BREACH)).toMatchObject({
      code: 'NOT_ELIGIBLE',
    })
    expect(await other.does<Breach>('concludeInformationBreach', concluded, BREACH)).toMatchObject({
      status: 'CONCLUDED',
    })
  })
})
