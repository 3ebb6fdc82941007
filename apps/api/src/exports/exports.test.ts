/** Nothing leaves the archive but on request: asked for, approved by whom it concerns, produced, signed for, chased, destroyed by two. */
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateSync } from 'node:zlib'
import { hiddenMark, markOfSpacings } from '@steward/domain'
import exceljs from 'exceljs'
import type { FastifyInstance } from 'fastify'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { v7 as newId } from 'uuid'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { testWorker, type TestWorker } from '../../test/worker.ts'
import { readConfig } from '../config.ts'
import { Client } from '../clients/client.entity.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId, toGlobalId } from '../graphql/global-id.ts'
import { ControlledCopyEntity } from './export.entity.ts'

let database: TestDatabase
let server: FastifyInstance
let worker: TestWorker
let story: Story
let clientIds: string[]
const dataDir = mkdtempSync(join(tmpdir(), 'steward-exports-'))
const config = { ...readConfig({}), dataDir }
/** What a spreadsheet would calculate. */
const FORMULAS = ['=1+1', '+86', '-2', '@SUM(A1)', '\t=1', '＝1']

beforeAll(async () => {
  database = await testDatabase({ fresh: true })
  server = await testServer(database, { config })
  worker = await testWorker(database, { dataDir })
  story = await given(database, server)
  clientIds = await moreClients()
})
afterAll(async () => {
  await worker.close()
  await server.close()
  await database.close()
  rmSync(dataDir, { recursive: true })
})

/** Twenty-four households of the story's site, some with names that mean harm. */
const moreClients = () =>
  withTenant(database.app, story.orgId, async (db) => {
    const made = Array.from({ length: 24 }, (_, nth) => ({
      orgId: story.orgId,
      id: newId(),
      code: `C${1000 + nth}`,
      kind: 'HOUSEHOLD' as const,
      relation: 'OWNER' as const,
      name: nth < FORMULAS.length ? FORMULAS[nth]! : `业主 ${nth}`,
      phone: `1390000${1000 + nth}`,
      phoneMasked: `139****${1000 + nth}`,
      phoneTail: String(1000 + nth),
      projectId: fromGlobalId('Project', story.ids.project) ?? story.ids.project,
      createdAt: new Date('2026-02-01T00:00:00Z'),
    }))
    await db.insert(Client, made)
    return made.map(({ id }) => toGlobalId('Client', id))
  })

/** All that the worker does of it: files, notices, clocks. */
const settled = async () => {
  await worker.sweep()
  for (const job of ['copy-production', 'copy-files']) expect(await worker.runJobs(job)).toEqual([])
  await worker.relay()
}

interface Request extends Payload {
  readonly id: string
  readonly version: number
  readonly status: string
  readonly controlledCopies: Copy[]
}
interface Copy extends Payload {
  readonly id: string
  readonly version: number
  readonly number: string
  readonly status: string
  readonly fileHash: string
}
const COPY = 'id version number status fileHash progress recipient overdueDays chased'
const REQUEST = `id version number status clientCount idsHash controlledCopies { ${COPY} }`

const asked = (person: Person, more: object = {}) =>
  person.does<Request>(
    'submitExportRequest',
    {
      purpose: '年度慰问名单',
      use: 'INSIDE',
      clientIds,
      scopeNote: '翠湖花园全部业主',
      columns: ['code', 'name', 'phoneMasked', 'project'],
      form: 'CSV',
      recipientId: staff('SERVICE_AGENT'),
      copies: 1,
      useFrom: day(0),
      useUntil: day(7),
      ...more,
    },
    REQUEST,
  )
const staff = (role: Parameters<Story['as']>[0]) => {
  const { staffId } = story.as(role)
  return staffId.startsWith('stf_') ? staffId : toGlobalId('Staff', staffId)
}
const day = (ahead: number) =>
  new Date(Date.now() + 8 * 3_600_000 + ahead * 86_400_000).toISOString().slice(0, 10)
const step = ({ id, version }: Request) => ({ exportRequestId: id, expectedVersion: version })
const ofCopy = ({ id, version }: Copy) => ({ controlledCopyId: id, expectedVersion: version })
const decides = (person: Person, verb: string, request: Request, more: object = {}) =>
  person.does<Request>(`${verb}ExportRequest`, { ...step(request), ...more }, REQUEST)
const refusalOf = async (person: Person, verb: string, request: Request) => {
  const name = `${verb}ExportRequest`
  const { data, errors } = await person.run<Record<string, { code?: string } | null>>(
    `mutation($input: ${name.charAt(0).toUpperCase()}${name.slice(1)}Input!) { ${name}(input: $input) {
       __typename ... on UserError { code } } }`,
    { input: step(request) },
    { 'idempotency-key': crypto.randomUUID() },
  )
  return errors[0]?.extensions.code ?? data?.[name]?.code
}
const produced = async (person: Person, approver: Person, more: object = {}) => {
  const approved = await decides(approver, 'approve', await asked(person, more))
  await decides(person, 'produce', approved)
  await settled()
  const { exportRequest } = await person.get<{ exportRequest: Request }>(
    `query($id: ID!) { exportRequest(id: $id) { ${REQUEST} } }`,
    { id: approved.id },
  )
  return exportRequest
}
const fetched = async (person: Person, copy: Copy) => {
  const { path } = await person.does<Payload & { path: string }>(
    'fetchControlledCopy',
    ofCopy(copy),
    `path copy { ${COPY} }`,
  )
  return path
}
const told = async (person: Person) =>
  (
    await person.get<{ notices: { edges: { node: { kind: string } }[] } }>(
      '{ notices(first: 20) { edges { node { kind } } } }',
    )
  ).notices.edges
    .map(({ node }) => node.kind)
    .filter((kind) => kind.startsWith('COPY_'))
const download = (person: Person, path: string) =>
  server.inject({ url: path, headers: { cookie: `steward=${person.token}` } })
const recognized = async (text: string) =>
  (
    await story
      .as('QUALITY')
      .get<{ copiesBearing: { number: string; way: string; fit: number }[] }>(
        'query($text: String!) { copiesBearing(text: $text) { number way fit } }',
        { text },
      )
  ).copiesBearing

describe('a request', () => {
  it('is approved inside by the head of the department, on site by its manager, outside by the general manager alone, and never by who asks', async () => {
    const inside = await asked(story.as('CR_SPECIALIST'))
    expect(inside).toMatchObject({ status: 'IN_SIGNING', clientCount: 24 })
    const tries = (request: Request) =>
      Promise.all(
        (['CR_SPECIALIST', 'QUALITY', 'SITE_MANAGER', 'CS_MANAGER', 'CS_DIRECTOR'] as const).map((role) =>
          refusalOf(story.as(role), 'approve', request),
        ),
      )
    expect(await refusalOf(story.as('SITE_MANAGER'), 'approve', inside)).toBe('NOT_FOUND')
    expect((await decides(story.as('CS_MANAGER'), 'approve', inside)).status).toBe('APPROVED')

    const site = await asked(story.as('CR_SPECIALIST'), {
      projectId: toGlobalId('Project', raw(story.ids.project)),
    })
    expect((await decides(story.as('SITE_MANAGER'), 'approve', site)).status).toBe('APPROVED')

    const outside = await asked(story.as('CS_MANAGER'), {
      use: 'OUTSIDE',
      recipientId: null,
      recipientName: '李律师',
      recipientCompany: '某律师事务所',
    })
    expect(await tries(outside)).toEqual([
      'FORBIDDEN',
      'FORBIDDEN',
      'NOT_FOUND',
      'NOT_ELIGIBLE',
      'NOT_ELIGIBLE',
    ])
    expect((await decides(story.as('GENERAL_MANAGER'), 'approve', outside)).status).toBe('APPROVED')

    const own = await asked(story.as('CS_MANAGER'))
    expect(await refusalOf(story.as('CS_MANAGER'), 'approve', own)).toBe('NOT_ELIGIBLE')
    expect((await decides(story.as('CS_DIRECTOR'), 'reject', own, { reason: '范围过大' })).status).toBe(
      'REJECTED',
    )
  })

  it('names what is wrong with it, and asks for nothing that its asker could not read', async () => {
    const paths = async (person: Person, more: object) => {
      const { code, fields } = await asked(person, more)
      return code === 'INVALID_INPUT' ? fields?.map(({ path }) => path) : code
    }
    const clerk = story.as('CR_SPECIALIST')
    expect(await paths(clerk, { columns: ['name', 'phone'] })).toEqual(['necessity'])
    expect(await paths(clerk, { recipientName: '某人' })).toEqual(['recipientId', 'recipientName'])
    expect(await paths(clerk, { useUntil: day(-1), useFrom: day(-2) })).toEqual(['useUntil'])
    expect(await paths(story.as('QUALITY'), { columns: ['phone'], necessity: '核对' })).toEqual(['columns.0'])
    const stranger = toGlobalId('Client', newId())
    expect(await paths(clerk, { clientIds: [stranger] })).toEqual(['clientIds.0'])
    // Of another key account manager: to them it is not there.
    const manager = await story.colleague(['KEY_ACCOUNT_MANAGER'])
    expect(await paths(manager, { clientIds: [clientIds[0]] })).toEqual(['clientIds.0'])
    const { errors } = await story
      .as('INFORMATION_CLERK')
      .run(
        'mutation { submitExportRequest(input: { purpose: "x", use: INSIDE, clientIds: [], scopeNote: "x", columns: [code], form: CSV, copies: 1, useFrom: "2026-01-01", useUntil: "2026-01-01" }) { __typename } }',
      )
    expect(errors[0]?.extensions.code).toBe('FORBIDDEN')
  })
})

describe('copies', () => {
  it('in a file bear who they are for, calculate nothing, are got once and by their asker alone, and tell which they are from any column', async () => {
    const asker = story.as('CR_SPECIALIST')
    const request = await produced(asker, story.as('CS_MANAGER'), { copies: 2 })
    const [first, second] = request.controlledCopies
    expect(request.controlledCopies.map(({ status }) => status)).toEqual(['PRODUCED', 'PRODUCED'])
    // Whoever has the folder, or a backup of it, has nothing.
    const folder = join(dataDir, 'files', story.orgId)
    const waiting = readdirSync(folder).map((name) => readFileSync(join(folder, name)))
    expect(waiting).toHaveLength(2)
    expect(waiting.some((bytes) => bytes.includes('业主 9') || bytes.includes('受控文件'))).toBe(false)
    const path = await fetched(asker, first!)
    expect((await download(story.as('CS_MANAGER'), path)).statusCode).toBe(404)
    const file = await download(asker, path)
    expect(file.headers['content-disposition']).toContain(`${first!.number}.csv`)
    expect((await download(asker, path)).statusCode).toBe(404)
    const digest = await crypto.subtle.digest('SHA-256', file.rawPayload as unknown as ArrayBuffer)
    expect(Buffer.from(digest).toString('hex')).toBe(first!.fileHash)
    expect(first!.fileHash).not.toBe(second!.fileHash)

    const lines = file.body.split('\n')
    expect(lines.slice(0, 5).join()).toContain(`受控文件　副本编号 ${first!.number}`)
    expect(file.body).toContain('接收人：SERVICE_AGENT')
    const rows = lines.slice(6, 30).map((line) => line.split(','))
    expect(rows).toHaveLength(24)
    for (const formula of FORMULAS)
      expect(file.body, formula).toMatch(new RegExp(`(^|,)"?'${escaped(formula)}`, 'm'))
    expect(file.body).not.toContain('13900001001')

    // One cell of a text column; else any column by which clients are known, in its order.
    expect(await recognized(rows[3]![1]!)).toMatchObject([{ number: first!.number, way: 'MARK' }])
    expect(await recognized(rows[3]![3]!)).toMatchObject([{ number: first!.number, way: 'MARK' }])
    for (const column of [0, 2]) {
      const text = rows.map((row) => row[column]).join('\n')
      expect(await recognized(text), String(column)).toMatchObject([
        { number: first!.number, way: 'ORDER', fit: 1 },
      ])
    }
    expect(await recognized('业主 9')).toEqual([])

    // The other one, for the same eyes, has another mark and another order.
    const other = await download(asker, await fetched(asker, { ...second!, version: second!.version }))
    const codes = other.body
      .split('\n')
      .slice(6, 30)
      .map((line) => line.split(',')[0])
      .join('\n')
    expect(await recognized(codes)).toMatchObject([{ number: second!.number }])
  })

  it('that could not be made say so to who asked, leave nothing, and are made when asked again', async () => {
    const asker = story.as('CR_SPECIALIST')
    const approved = await decides(story.as('CS_MANAGER'), 'approve', await asked(asker))
    const { controlledCopies } = await decides(asker, 'produce', approved)
    const full = { config: { ...worker.services.config, dataDir: '/dev/null/full' } }
    await worker.relay()
    expect(await worker.runJobs('copy-production', full)).toHaveLength(1)
    await worker.relay()
    const failed = await read(controlledCopies[0]!)
    expect(failed.status).toBe('FAILED')
    expect(await told(asker)).toContain('COPY_FAILED')
    const { code } = await asker.does<Payload & { code?: string }>(
      'fetchControlledCopy',
      ofCopy(failed),
      'path',
    )
    expect(code).toBe('WRONG_STATUS')
    const tries = (person: Person) => person.does<Copy>('produceControlledCopy', ofCopy(failed), COPY)
    expect(await tries(story.as('QUALITY'))).toMatchObject({ code: 'NOT_ELIGIBLE' })
    // Should whoever asked be gone, whoever approves has it made again.
    expect(await tries(story.as('CS_MANAGER'))).toMatchObject({ status: 'PRODUCING', progress: 0 })
    await settled()
    const made = await read(failed)
    expect((await download(asker, await fetched(asker, made))).body).toContain(made.number)
  })

  it('as a workbook and on paper say on each page what they are', async () => {
    const asker = story.as('CR_SPECIALIST')
    const [book] = (await produced(asker, story.as('CS_MANAGER'), { form: 'XLSX' })).controlledCopies
    const xlsx = new exceljs.Workbook()
    await xlsx.xlsx.load((await download(asker, await fetched(asker, book!))).rawPayload as never)
    const [sheet] = xlsx.worksheets
    expect(sheet!.getCell('A2').text).toContain(book!.number)
    expect(sheet!.headerFooter.oddHeader).toContain(book!.number)
    const cells: unknown[] = []
    sheet!.eachRow((row) => row.eachCell(({ value, type }) => cells.push([type, value])))
    expect(cells.every((cell) => (cell as [number])[0] === exceljs.ValueType.String)).toBe(true)
    expect(await recognized(String(sheet!.getCell('B10').value))).toMatchObject([{ number: book!.number }])

    const [paper] = (await produced(asker, story.as('CS_MANAGER'), { form: 'PRINT' })).controlledCopies
    const pdf = await getDocument({
      data: new Uint8Array((await download(asker, await fetched(asker, paper!))).rawPayload),
    }).promise
    for (let nth = 1; nth <= pdf.numPages; nth++) {
      const { items } = await (await pdf.getPage(nth)).getTextContent()
      const text = items.map((item) => ('str' in item ? item.str : '')).join('')
      expect(text).toContain(paper!.number)
      expect(text).toContain('SERVICE_AGENT')
    }
  })

  /** What is hidden in the pages of a print, as letters of no width. */
  const marksOfPrint = (pdf: Buffer): string =>
    [...pdf.toString('latin1').matchAll(/(?<!end)stream\r?\n/g)]
      .flatMap(({ index, 0: begins }) => {
        const from = index + begins.length
        const packed = pdf.subarray(from, pdf.indexOf('endstream', from))
        const drawn = packed[0] === 0x78 ? inflateSync(packed).toString('latin1') : ''
        const spacings = [...drawn.matchAll(/(\S+) Tc\b/g)].map(([, points]) => Number(points))
        return markOfSpacings(spacings) ?? []
      })
      .map(hiddenMark)
      .join()

  it('of one row on paper bear their mark in how headings and foot are set', async () => {
    const asker = story.as('CR_SPECIALIST')
    for (const form of ['PRINT', 'CARD']) {
      const more = { form, clientIds: [clientIds[3]], copies: 2 }
      const { controlledCopies } = await produced(asker, story.as('CS_MANAGER'), more)
      for (const copy of controlledCopies) {
        const { rawPayload } = await download(asker, await fetched(asker, copy))
        expect(await recognized(marksOfPrint(rawPayload)), form).toMatchObject([
          { number: copy.number, way: 'MARK' },
        ])
      }
    }
  })

  it('of a card show what their printer’s screen shows, on record; what is more is asked for, and numbered', async () => {
    const url = `/files/clients/${clientIds[9]}/card.pdf?lang=zh-CN`
    const textOf = async (raw: Buffer) => {
      const pdf = await getDocument({ data: new Uint8Array(raw) }).promise
      const pages = await Promise.all(
        Array.from({ length: pdf.numPages }, async (_, at) => (await pdf.getPage(at + 1)).getTextContent()),
      )
      return pages.map(({ items }) => items.map((item) => ('str' in item ? item.str : '')).join(''))
    }
    const printer = story.as('CR_SPECIALIST')
    const [card] = await textOf((await download(printer, url)).rawPayload)
    expect(card).toContain('C1009')
    expect(card).toContain('139****1009')
    expect(card).toContain('打印人：CR_SPECIALIST')
    expect(card).not.toContain('13900001009')
    // The other cards of the same archive, each no more than their printer's screens show.
    const clientId = clientIds[9]!
    const finance = story.as('FINANCE')
    await printer.does('recordReception', {
      clientId,
      words: '约好看车位',
      nextStep: '回电确认车位',
      nextOn: day(3),
    })
    await finance.does('registerReceivable', {
      clientId,
      kind: 'PARKING',
      amountMinor: 123_400,
      dueOn: day(-3),
    })
    const cardOf = async (person: Person, kind: string) =>
      (await textOf((await download(person, `${url}&kind=${kind}`)).rawPayload)).join('')
    expect(await cardOf(printer, 'client')).toContain('客户资料卡')
    const tracking = await cardOf(printer, 'tracking')
    for (const said of ['跟踪卡', '约好看车位', '回电确认车位', day(3)]) expect(tracking).toContain(said)
    expect(await cardOf(story.as('CS_MANAGER'), 'consumption')).toContain('1,234.00')
    expect(await cardOf(story.as('SERVICE_AGENT'), 'consumption')).not.toContain('1,234.00')
    const site = () => cardOf(story.as('SITE_MANAGER'), 'consumption')
    expect(await site()).toContain('1,234.00')
    // What is owed of another place is none of this site's, wherever the archive belongs.
    await withTenant(database.app, story.orgId, (db) =>
      db.query('update receivable set project_id = null, building_id = null where client_id = $1', [
        fromGlobalId('Client', clientId),
      ]),
    )
    expect(await site()).not.toContain('1,234.00')
    for (const role of ['INFORMATION_CLERK', 'AUDITOR', 'SALES'] as const)
      expect((await download(story.as(role), url)).statusCode).toBe(403)
    expect((await download(story.as('KEY_ACCOUNT_MANAGER'), url)).statusCode).toBe(404)
    const { auditEntries } = await story.as('AUDITOR').get<{
      auditEntries: { edges: { node: { verb: string } }[] }
    }>('{ auditEntries(first: 20) { edges { node { verb } } } }')
    expect(auditEntries.edges.map(({ node }) => node.verb)).toContain('client:printCard')

    const [copy] = (
      await produced(printer, story.as('CS_MANAGER'), {
        form: 'CARD',
        clientIds: clientIds.slice(8, 10),
        columns: ['code', 'name', 'phone'],
        necessity: '上门核对',
      })
    ).controlledCopies
    const pages = await textOf((await download(printer, await fetched(printer, copy!))).rawPayload)
    expect(pages).toHaveLength(2)
    for (const page of pages) expect(page).toContain(copy!.number)
    expect(pages.join()).toContain('13900001009')
  })

  it('hold no more than their asker may read when they are made', async () => {
    const asker = await story.colleague(['CR_SPECIALIST'], 'service')
    const request = await asked(asker, { columns: ['code', 'name', 'phone'], necessity: '逐户电话通知停水' })
    const approved = await decides(story.as('CS_MANAGER'), 'approve', request)
    await decides(asker, 'produce', approved)
    // Meanwhile they work in quality management, which is shown no number in full.
    await withTenant(database.app, story.orgId, (db) =>
      db.query("update staff_role set role = 'QUALITY' where org_id = $1 and staff_id = $2", [
        story.orgId,
        raw(asker.staffId),
      ]),
    )
    await settled()
    const copy = await withTenant(database.app, story.orgId, (db) =>
      db.findOneByOrFail(ControlledCopyEntity, { requestId: fromGlobalId('ExportRequest', request.id)! }),
    )
    const file = await download(
      asker,
      await fetched(asker, { ...(copy as unknown as Copy), id: toGlobalId('ControlledCopy', copy.id) }),
    )
    expect(file.body).toContain('C1010')
    expect(file.body).not.toMatch(/1390000\d{4}/)
    expect(file.body).toContain(hiddenMark(copy.mark))
  })

  it('are signed for, chased once and again, taken back by somebody else, and destroyed by two', async () => {
    const asker = story.as('CR_SPECIALIST')
    const holder = story.as('SERVICE_AGENT')
    const request = await produced(asker, story.as('CS_MANAGER'), { copies: 2, form: 'PRINT' })
    const [first, second] = request.controlledCopies
    const does = (person: Person, verb: string, copy: Copy, more: object = {}) =>
      person.does<Copy>(`${verb}ControlledCopy`, { ...ofCopy(copy), ...more }, COPY)
    const files = () => readdirSync(join(dataDir, 'files', story.orgId)).length
    const keys = async () => {
      const [row] = await withTenant(database.app, story.orgId, (db) =>
        db.query<[{ many: number }]>('select count(*)::integer as many from copy_file_key'),
      )
      return row.many
    }
    const before = files()
    const keysBefore = await keys()
    const held = await does(holder, 'receive', first!)
    expect(held.status).toBe('HELD')
    const kept = await does(holder, 'receive', second!)
    // Before the worker has done anything: without a key the bytes are noise.
    expect(await keys()).toBe(keysBefore - 2)
    await settled()
    expect(files()).toBe(before - 2)
    expect((await asker.does('fetchControlledCopy', ofCopy(held), 'path')).code).toBe('WRONG_STATUS')

    await comesDue(held, 10)
    const chased = await read(held)
    expect(chased).toMatchObject({ chased: 1, overdueDays: 10 })
    await comesDue(chased, 10)
    expect((await read(held)).chased).toBe(2)
    expect(await told(holder)).toEqual(['COPY_ESCALATED', 'COPY_DUE'])
    expect(await told(story.as('QUALITY'))).toEqual(['COPY_ESCALATED'])

    const late = await read(held)
    const back = await does(story.as('CS_MANAGER'), 'return', late, { note: '完整' })
    expect(back).toMatchObject({ status: 'RETURNED', overdueDays: 0 })
    const how = { method: '碎纸机粉碎', place: '档案室', destroyedOn: day(0) }
    const certified = await does(story.as('CR_SUPERVISOR'), 'destroy', back, how)
    expect(certified.status).toBe('RETURNED')
    expect((await does(story.as('CR_SUPERVISOR'), 'destroy', certified, how)).code).toBe('NOT_ELIGIBLE')
    const { controlledCopy } = await story.as('QUALITY').get<{
      controlledCopy: { destruction: { id: string; version: number } }
    }>('query($id: ID!) { controlledCopy(id: $id) { destruction { id version } } }', { id: back.id })
    const { id: revisionId, version: expectedVersion } = controlledCopy.destruction
    const own = await story
      .as('CR_SUPERVISOR')
      .run(
        'mutation($input: ApproveDocumentInput!) { approveDocument(input: $input) { __typename } }',
        { input: { revisionId, expectedVersion } },
        { 'idempotency-key': crypto.randomUUID() },
      )
    expect(own.errors[0]?.extensions.code).toBe('FORBIDDEN')
    await story.as('CS_MANAGER').does('approveDocument', { revisionId, expectedVersion })
    expect((await read(back)).status).toBe('DESTROYED')
    expect(kept.status).toBe('HELD')
  })

  it('given to somebody outside are certified as destroyed without their name', async () => {
    const outside = {
      use: 'OUTSIDE',
      recipientId: null,
      recipientName: '外部收件人甲',
      recipientCompany: '某公司',
    }
    const request = await produced(story.as('CR_SPECIALIST'), story.as('GENERAL_MANAGER'), outside)
    const [copy] = request.controlledCopies
    const how = { method: '删除文件', place: '系统', destroyedOn: day(0) }
    await story.as('CR_SUPERVISOR').does('destroyControlledCopy', { ...ofCopy(copy!), ...how }, COPY)
    const certificates = await withTenant(database.app, story.orgId, (db) =>
      db.query<{ content: string }[]>(
        "select content::text from document_revision where kind = 'DESTRUCTION_RECORD' and content::text like $1",
        [`%${copy!.number}%`],
      ),
    )
    expect(certificates).toHaveLength(1)
    expect(certificates[0]!.content).not.toContain('外部收件人甲')
  })
})

const read = async (copy: Copy): Promise<Copy & { chased: number; overdueDays: number }> =>
  (
    await story
      .as('CS_MANAGER')
      .get<{ controlledCopy: Copy & { chased: number; overdueDays: number } }>(
        `query($id: ID!) { controlledCopy(id: $id) { ${COPY} } }`,
        { id: copy.id },
      )
  ).controlledCopy
/** Its last day was so many days ago, and the clock of it has run out. */
const comesDue = async (copy: Copy, daysAgo: number) => {
  const id = fromGlobalId('ControlledCopy', copy.id)
  await withTenant(database.app, story.orgId, async (db) => {
    await db.query('update controlled_copy set due_on = $3 where org_id = $1 and id = $2', [
      story.orgId,
      id,
      day(-daysAgo),
    ])
    await db.query("update copy_due set due_at = now() - interval '1 minute' where org_id = $1 and id = $2", [
      story.orgId,
      id,
    ])
  })
  await settled()
}
const raw = (id: string) =>
  id[3] === '_' ? id.slice(4).replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5') : id
const escaped = (said: string) => said.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
