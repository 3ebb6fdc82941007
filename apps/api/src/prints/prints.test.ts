/** Printed forms as a reader gets them: the text of the pages, in both languages, and what the code on them says. */
import type { FastifyInstance } from 'fastify'
import jsQrModule from 'jsqr'
import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { fromGlobalId } from '../graphql/global-id.ts'

const jsQr = jsQrModule as unknown as typeof jsQrModule.default

let database: TestDatabase
let server: FastifyInstance
let story: Story
beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
  story = await given(database, server)
})
afterAll(async () => {
  await server.close()
  await database.close()
})

const fetched = (person: Person, url: string) =>
  server.inject({
    method: 'GET',
    url,
    headers: { ...(person.token ? { cookie: `steward=${person.token}` } : {}), 'accept-language': 'en' },
  })

/** Without spaces: lines break where there is no more room. */
const plain = (words: string): string => words.replace(/[\s|]/g, '')

interface Read {
  readonly pages: readonly string[]
  readonly text: string
  /** What the code says; undefined where there is none. */
  readonly code: string | undefined
}

const readPdf = async (pdf: Buffer): Promise<Read> => {
  const document = await getDocument({ data: new Uint8Array(pdf), verbosity: 0 }).promise
  const pages: string[] = []
  let code: string | undefined
  for (let at = 1; at <= document.numPages; at++) {
    const page = await document.getPage(at)
    const { items } = await page.getTextContent()
    pages.push(items.map((item) => ('str' in item ? item.str : '')).join('|'))
    code ??= codeOf(await page.getOperatorList())
  }
  return { pages, text: plain(pages.join('')), code }
}

/** Squares of the code are drawn as rectangles of one size: they are put on a raster and read like a picture. */
const codeOf = ({ fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[] }): string | undefined => {
  const rectangles: [x: number, y: number, width: number, height: number, black: boolean][] = []
  let black = false
  let pending: [number, number, number, number][] = []
  let [dx, dy] = [0, 0]
  const stack: [number, number][] = []
  fnArray.forEach((fn, at) => {
    const args = argsArray[at] as never
    if (fn === OPS.save) stack.push([dx, dy])
    else if (fn === OPS.restore) [dx, dy] = stack.pop() ?? [0, 0]
    else if (fn === OPS.transform) [dx, dy] = [dx + Number(args[4]), dy - Number(args[5])]
    else if (fn === OPS.setFillRGBColor) black = [...(args as number[])].slice(0, 3).every((it) => it === 0)
    else if (fn === OPS.constructPath) {
      const [ops, coordinates] = args as unknown as [number[], number[]]
      let next = 0
      for (const op of ops) {
        if (op === OPS.rectangle) {
          pending.push(coordinates.slice(next, next + 4) as [number, number, number, number])
          next += 4
        } else if (op === OPS.moveTo || op === OPS.lineTo) next += 2
      }
    } else if (fn === OPS.fill || fn === OPS.eoFill || fn === OPS.stroke || fn === OPS.endPath) {
      if (fn === OPS.fill || fn === OPS.eoFill)
        for (const [x, y, width, height] of pending) rectangles.push([x + dx, y + dy, width, height, black])
      pending = []
    }
  })
  const squares = rectangles.filter(([, , , , isBlack]) => isBlack)
  const unit = Math.min(...squares.map(([, , , height]) => Math.abs(height)))
  const modules = squares.filter(([, , , height]) => Math.abs(Math.abs(height) - unit) < 0.01)
  if (modules.length < 100) return undefined
  const [left, top] = [Math.min(...modules.map(([x]) => x)), Math.min(...modules.map(([, y]) => y))]
  const count = Math.round((Math.max(...modules.map(([x, , width]) => x + width)) - left) / unit)
  const scale = 4
  const side = (count + 8) * scale
  const pixels = new Uint8ClampedArray(side * side * 4).fill(255)
  for (const [x, y, width] of modules) {
    const [column, row] = [Math.round((x - left) / unit), Math.round((y - top) / unit)]
    for (let dot = 0; dot < Math.round(width / unit); dot++)
      for (let line = 0; line < scale; line++)
        for (let point = 0; point < scale; point++) {
          const offset = ((row + 4) * scale + line) * side + (column + 4 + dot) * scale + point
          pixels.fill(0, offset * 4, offset * 4 + 3)
        }
  }
  return jsQr(pixels, side, side)?.data
}

const REVISION = 'id version status label'
const does = (person: Person, verb: string, input: object) =>
  person.does<Payload & { id: string; version: number }>(verb, { ...input }, REVISION)
const on = ({ id, version }: { id: string; version: number }) => ({
  revisionId: id,
  expectedVersion: version,
})

const CLAUSES = [
  { heading: '目的', body: '规范客户投诉的受理与处理，做到件件有答复。' },
  ...Array.from({ length: 14 }, (_, at) => ({
    heading: `规定 ${at + 1}`,
    body: Array.from(
      { length: 4 },
      () => '承诺到期未兑现的，由总经办逐级督办，每级一次，不重复、不跳级。',
    ).join('\n'),
  })),
]
const head = (more: object = {}) => ({
  title: '客户投诉处理控制程序',
  executingDepartmentId: story.ids.departments.service,
  supervisingDepartmentId: story.ids.departments.headquarters,
  editingDepartmentId: story.ids.departments.headquarters,
  content: { clauses: CLAUSES },
  ...more,
})

const inForce = async (kind = 'CONTROL_PROCEDURE', more: object = {}) => {
  const writer = story.as('CR_SUPERVISOR')
  const draft = await does(writer, 'draftDocument', { kind, ...head(more) })
  const submitted = await does(writer, 'submitDocument', on(draft))
  const reviewed = await does(story.as('QUALITY'), 'reviewDocument', on(submitted))
  return does(story.as('CS_MANAGER'), 'approveDocument', { ...on(reviewed), note: '同意执行' })
}
const hashOf = async (id: string) => {
  const { documentRevision } = await story.as('GM_OFFICE').get<{
    documentRevision: { signings: { id: string; contentHash: string }[] }
  }>('query($id: ID!) { documentRevision(id: $id) { signings { id contentHash } } }', { id })
  return documentRevision.signings[0]!
}

describe('the printed form of a document', () => {
  it('bears number, revision, pages, names and days, all of the content, and a code that leads to what was signed', async () => {
    const revision = await inForce()
    const reply = await fetched(story.as('AUDITOR'), `/files/documents/${revision.id}.pdf?lang=zh-CN`)
    expect(reply.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': expect.stringMatching(/filename="CP-\d+-A-0-zh-CN\.pdf"/),
      'content-security-policy': 'sandbox',
    })
    const { pages, text, code } = await readPdf(reply.rawPayload)
    expect(pages.length).toBeGreaterThan(1)
    pages.forEach((page, at) => {
      const shown = plain(page)
      expect(shown).toContain(`第${at + 1}页共${pages.length}页`)
      expect(shown).toContain('版本A/0')
      expect(shown).toContain('受控')
    })
    for (const words of [
      '客户投诉处理控制程序',
      '编制',
      '审核',
      '批准',
      '修改标记',
      '修改处数',
      '修改日期',
      '生效日期',
      'CR_SUPERVISOR',
      'QUALITY',
      'CS_MANAGER',
      '同意执行',
      '第 1 条 目的',
      '规范客户投诉的受理与处理，做到件件有答复。',
      '第 15 条 规定 14',
    ])
      expect(text).toContain(plain(words))
    const signing = await hashOf(revision.id)
    expect(text).toContain(signing.contentHash)
    expect(code).toMatch(new RegExp(`/admin/printed/${signing.id}#${signing.contentHash}$`))
  })

  it('is printed in English by those who ask for it', async () => {
    const revision = await inForce()
    const { rawPayload } = await fetched(story.as('QUALITY'), `/files/documents/${revision.id}.pdf?lang=en`)
    const { text } = await readPdf(rawPayload)
    for (const words of [
      'Page 1 of',
      'Controlled',
      'Prepared',
      'Reviewed',
      'Approved',
      'Changed places',
      '1. 目的',
    ])
      expect(text).toContain(plain(words))
    expect(text).not.toContain('修改处数')
  })

  it('of a draft says that nobody has signed it, and has no code', async () => {
    const draft = await does(story.as('CR_SUPERVISOR'), 'draftDocument', { kind: 'VISIT_RULES', ...head() })
    const { rawPayload } = await fetched(story.as('QUALITY'), `/files/documents/${draft.id}.pdf?lang=zh-CN`)
    const { text, code } = await readPdf(rawPayload)
    expect(text).toContain('本件尚未签署')
    expect(text).toContain('非受控')
    expect(code).toBeUndefined()
  })

  it('of an agreement says of what was erased that it is', async () => {
    const { id: complaintId } = await caseIn(story, 'APPROVED')
    const content = { clauses: [{ heading: '补偿', body: '向王小明女士退还物业费。' }] }
    const agreement = await inForce('SETTLEMENT_AGREEMENT', { complaintId, title: '处理协议', content })
    const url = `/files/documents/${agreement.id}.pdf?lang=zh-CN`
    expect((await readPdf((await fetched(story.as('CS_MANAGER'), url)).rawPayload)).text).toContain('王小明')
    const { id: signing } = await hashOf(agreement.id)
    await database.owner.query(`select set_config('app.org_id', $1, false)`, [story.orgId])
    await database.owner.query(
      `delete from commitment_salt where org_id = $1 and owner_id = $2 and path = $3`,
      [story.orgId, fromGlobalId('Signing', signing), '/clauses/0/body'],
    )
    const { text } = await readPdf((await fetched(story.as('CS_MANAGER'), url)).rawPayload)
    expect(text).toContain('第1条补偿')
    expect(text).toContain('〔已删除〕')
    expect(text).not.toContain('王小明')
  })

  it('is for those who may read all of it', async () => {
    const revision = await inForce()
    const status = async (person: Person, id: string) =>
      (await fetched(person, `/files/documents/${id}.pdf`)).statusCode
    expect(await status(story.as('TECHNICIAN'), revision.id)).toBe(403)
    expect(await status(story.stranger(), revision.id)).toBe(401)
    const other = await given(database, server)
    expect(await status(other.as('GM_OFFICE'), revision.id)).toBe(404)
    expect(await status(story.as('GM_OFFICE'), 'rev_nothing')).toBe(404)
    const { id: complaintId } = await caseIn(story, 'APPROVED')
    const agreement = await does(story.as('CR_SUPERVISOR'), 'draftDocument', {
      kind: 'SETTLEMENT_AGREEMENT',
      complaintId,
      ...head(),
    })
    expect(await status(story.as('AUDITOR'), agreement.id)).toBe(404)
  })
})

describe('the printed form of what was signed on a case', () => {
  it('bears no telephone number: who needs one asks for it, and is noted', async () => {
    const { id } = await caseIn(story, 'CLOSED')
    const manager = story.as('CS_MANAGER')
    const { complaint } = await manager.get<{ complaint: { signings: { id: string; kind: string }[] } }>(
      'query($id: ID!) { complaint(id: $id) { signings { id kind } } }',
      { id },
    )
    const closure = complaint.signings.find(({ kind }) => kind === 'COMPLAINT_CLOSURE')!
    const { rawPayload } = await fetched(manager, `/files/signings/${closure.id}.pdf?lang=zh-CN`)
    const { text } = await readPdf(rawPayload)
    expect(text).toContain('投诉结案')
    expect(text).toContain('〔不打印〕')
    expect(text).not.toMatch(/1\d{10}(?!\d)/)
  })

  it('shows the proposal with its signatures, and what has changed since as changed', async () => {
    const { id } = await caseIn(story, 'APPROVED')
    const manager = story.as('CS_MANAGER')
    const { complaint } = await manager.get<{
      complaint: {
        number: string
        summary: string
        signings: { id: string; kind: string; contentHash: string }[]
      }
    }>('query($id: ID!) { complaint(id: $id) { number summary signings { id kind contentHash } } }', { id })
    const proposal = complaint.signings.find(({ kind }) => kind === 'COMPLAINT_PROPOSAL')!
    const url = `/files/signings/${proposal.id}.pdf?lang=zh-CN`
    const { text, code } = await readPdf((await fetched(manager, url)).rawPayload)
    for (const words of ['投诉处理方案', complaint.number, complaint.summary, '编制', '批准'])
      expect(text).toContain(plain(words))
    expect(code).toContain(`${proposal.id}#${proposal.contentHash}`)
    await withTenant(database.app, story.orgId, (db) =>
      db.query(`update complaint set summary = '别的' where org_id = $1 and id = $2`, [
        story.orgId,
        fromGlobalId('Complaint', id),
      ]),
    )
    const after = await readPdf((await fetched(manager, url)).rawPayload)
    expect(after.text).toContain('〔签后已变更〕')
    expect((await fetched(story.as('AUDITOR'), url)).statusCode).toBe(404)
  })
})
