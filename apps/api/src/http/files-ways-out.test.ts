/**
 * What leaves as a file: every address under `/files` that answers a GET, for every role (threats T8, T20). Who has not the permission gets
 * no byte of it; who has gets no personal value that the rules of its field keep from them, and nobody a telephone number in full.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROLES, rolesHolding, type Permission, type Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { readConfig } from '../config.ts'

/** Values that only the case and the client have. */
const FACTS = '金丝雀在阳台唱歌'
const DEMAND = '请还金丝雀一只'
const PHONE = '13912345678'

const dataDir = mkdtempSync(join(tmpdir(), 'steward-files-'))

let database: TestDatabase
let server: FastifyInstance
let story: Story
let addresses: readonly Address[]

interface Address {
  /** As the server lists it. */
  readonly route: string
  readonly url: string
  readonly permission: Permission
  /** Words of the case that may stand in it, and what shows them. */
  readonly mayTell: Readonly<Record<string, Permission>>
}

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database, { config: { ...readConfig({}), dataDir } })
  story = await given(database, server)
  const { id } = await caseIn(story, 'EXECUTING', {
    facts: FACTS,
    demand: DEMAND,
    contactName: '金先生',
    contactPhone: PHONE,
  })
  const { signings } = await story
    .as('GM_OFFICE')
    .get<{ signings: { edges: { node: { id: string } }[] } }>(
      '{ signings(first: 1) { edges { node { id } } } }',
    )
  const draft = await story.as('CR_SUPERVISOR').does<{ id: string }>(
    'draftDocument',
    {
      kind: 'CONTROL_PROCEDURE',
      title: '投诉处理程序',
      executingDepartmentId: story.ids.departments.service,
      supervisingDepartmentId: story.ids.departments.headquarters,
      editingDepartmentId: story.ids.departments.headquarters,
      content: { clauses: [{ heading: '目的', body: '件件有答复。' }] },
    },
    'id',
  )
  const { id: fileId } = (
    await server.inject({
      method: 'POST',
      url: '/files/attachments',
      headers: {
        cookie: `steward=${story.as('CR_SPECIALIST').token}`,
        'content-type': 'application/octet-stream',
        'x-steward-csrf': '1',
        'x-steward-attachment': encodeURIComponent(
          JSON.stringify({ clientId: story.ids.client, name: '金先生.txt', classification: 'PERSONAL' }),
        ),
      },
      payload: FACTS,
    })
  ).json<{ id: string }>()
  addresses = [
    {
      route: '/files/attachments/:id',
      url: `/files/attachments/${fileId}`,
      permission: 'attachment:read',
      mayTell: { [FACTS]: 'attachment:read' },
    },
    {
      route: '/files/attachments/:id/picture',
      url: `/files/attachments/${fileId}/picture`,
      permission: 'attachment:read',
      mayTell: {},
    },
    { route: '/files/ledger.jsonl', url: '/files/ledger.jsonl', permission: 'ledger:export', mayTell: {} },
    { route: '/files/audit.jsonl', url: '/files/audit.jsonl', permission: 'audit:export', mayTell: {} },
    {
      route: '/files/proofs/:id.json',
      url: `/files/proofs/${id}.json`,
      permission: 'signOff:prove',
      mayTell: {},
    },
    {
      route: '/files/documents/:id.pdf',
      url: `/files/documents/${draft.id}.pdf`,
      permission: 'document:readContent',
      mayTell: {},
    },
    {
      route: '/files/signings/:id.pdf',
      url: `/files/signings/${signings.edges[0]!.node.id}.pdf`,
      permission: 'signOff:read',
      mayTell: { [FACTS]: 'complaint:readFacts', [DEMAND]: 'complaint:readFacts' },
    },
    {
      route: '/files/clients/:id/card.pdf',
      url: `/files/clients/${story.ids.client}/card.pdf`,
      permission: 'client:printCard',
      mayTell: {},
    },
    {
      route: '/files/copies/:token',
      url: `/files/copies/${'a'.repeat(43)}`,
      permission: 'controlledCopy:fetch',
      mayTell: {},
    },
    {
      route: '/files/evaluations/:id.pdf',
      url: `/files/evaluations/evl_${'0'.repeat(32)}.pdf`,
      permission: 'evaluation:print',
      mayTell: {},
    },
    {
      route: '/files/grade-directories/:id.pdf',
      url: `/files/grade-directories/gdc_${'0'.repeat(32)}.pdf`,
      permission: 'evaluation:print',
      mayTell: {},
    },
    {
      route: '/files/information-inventories/:id.pdf',
      url: `/files/information-inventories/inv_${'0'.repeat(32)}.pdf`,
      permission: 'informationInventory:read',
      mayTell: {},
    },
    {
      route: '/files/plan-task-evidence/:id',
      url: `/files/plan-task-evidence/pte_${'0'.repeat(32)}`,
      permission: 'planTask:read',
      mayTell: {},
    },
    {
      route: '/files/plan-task-evidence/:id/picture',
      url: `/files/plan-task-evidence/pte_${'0'.repeat(32)}/picture`,
      permission: 'planTask:read',
      mayTell: {},
    },
    {
      route: '/files/reconciliations/:id.pdf',
      url: `/files/reconciliations/rcn_${'0'.repeat(32)}.pdf`,
      permission: 'reconciliation:read',
      mayTell: {},
    },
    {
      route: '/files/sales-proposals/:id.pdf',
      url: `/files/sales-proposals/spr_${'0'.repeat(32)}.pdf`,
      permission: 'salesProposal:readWords',
      mayTell: {},
    },
    {
      route: '/files/service-agreements/:id.pdf',
      url: `/files/service-agreements/sag_${'0'.repeat(32)}.pdf`,
      permission: 'serviceAgreement:readWords',
      mayTell: {},
    },
    {
      route: '/files/imports/:id/refused.csv',
      url: `/files/imports/imp_${'0'.repeat(32)}/refused.csv`,
      permission: 'import:run',
      mayTell: {},
    },
  ]
})
afterAll(async () => {
  await server.close()
  await database.close()
  rmSync(dataDir, { recursive: true, force: true })
})

const textOf = async (type: string, body: Buffer): Promise<string> => {
  if (!type.includes('pdf')) return body.toString()
  const document = await getDocument({ data: new Uint8Array(body), verbosity: 0 }).promise
  let text = ''
  for (let at = 1; at <= document.numPages; at += 1) {
    const { items } = await (await document.getPage(at)).getTextContent()
    text += items.map((item) => ('str' in item ? item.str : '')).join('')
  }
  return text.replace(/\s/g, '')
}

const fetched = async (role: Role | undefined, url: string) => {
  const token = role && story.as(role).token
  const headers = !token
    ? {}
    : token.startsWith('stw_')
      ? { authorization: `Bearer ${token}` }
      : { cookie: `steward=${token}` }
  const { statusCode, headers: given, rawPayload } = await server.inject({ method: 'GET', url, headers })
  return { statusCode, text: await textOf(String(given['content-type']), rawPayload) }
}

/** The addresses that answer a GET, from the server's own tree of them. */
const routesOf = (app: FastifyInstance): ReadonlySet<string> => {
  const found = new Set<string>()
  const above: string[] = []
  for (const line of app.printRoutes({ commonPrefix: false }).split('\n')) {
    const [, indent, part, methods] = /^([│ ]*)[├└]── (\S+)(?: \((.*)\))?$/.exec(line) ?? []
    if (indent === undefined || part === undefined) continue
    above.length = indent.length / 4
    above.push(part)
    if (methods?.split(', ').includes('GET')) found.add(above.join(''))
  }
  return found
}

const holds = (role: Role, permission: Permission): boolean => rolesHolding(permission).includes(role)

describe('a file', () => {
  it('that the server gives is one of those that are tried here', () => {
    const routes = [...routesOf(server)].filter((route) => route.startsWith('/files/'))
    expect(routes.toSorted()).toEqual(addresses.map(({ route }) => route).toSorted())
  })

  it.each(ROLES)('leaves for %s as the rules of its fields say', async (role) => {
    for (const { url, permission, mayTell } of addresses) {
      const { statusCode, text } = await fetched(role, url)
      if (!holds(role, permission)) {
        // Files are for people: a program's credential opens none of these doors.
        expect([url, statusCode]).toEqual([url, role === 'PARTNER' ? 401 : 403])
        expect(text).not.toMatch(/金丝雀|金先生|件件有答复/)
        continue
      }
      expect([url, [200, 404, 409].includes(statusCode)]).toEqual([url, true])
      expect([url, text.includes(PHONE)]).toEqual([url, false])
      for (const words of [FACTS, DEMAND, '金先生']) {
        const shows = mayTell[words]
        if (!shows || !holds(role, shows))
          expect([url, words, text.includes(words)]).toEqual([url, words, false])
      }
    }
  })

  it('leaves for nobody who is not signed in', async () => {
    for (const { url } of addresses) {
      const { statusCode, text } = await fetched(undefined, url)
      expect([url, statusCode]).toEqual([url, 401])
      expect(text).not.toMatch(/金丝雀|金先生|件件有答复/)
    }
  })
})
