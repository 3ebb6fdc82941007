import type { Role } from '@steward/domain'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { caseIn, registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'

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

interface Page<Node> {
  readonly edges: readonly { readonly node: Node }[]
}
const nodes = <Node>({ edges }: Page<Node>): Node[] => edges.map(({ node }) => node)

describe('the orders of a site', () => {
  const inHours = (hours: number) => new Date(Date.now() + hours * 3_600_000).toISOString()

  beforeAll(async () => {
    let current = await caseIn(story, 'CLIENT_CONFIRMED')
    for (const [instruction, dueAt] of [['无期限'], ['明天', inHours(24)], ['今天', inHours(2)]]) {
      current = await story.as('CR_SUPERVISOR').does(
        'dispatchComplaint',
        {
          complaintId: current.id,
          expectedVersion: current.version,
          departmentId: story.ids.departments.site,
          instruction,
          dueAt,
        },
        'id version',
      )
      if (current.code) throw new Error(JSON.stringify(current))
    }
  })

  const instructions = async (args: string) => {
    const { complaintTasks } = await story
      .as('SITE_MANAGER')
      .get<{ complaintTasks: Page<{ instruction: string }> }>(
        `{ complaintTasks(first: 9${args}) { edges { node { instruction } } } }`,
      )
    return nodes(complaintTasks).map(({ instruction }) => instruction)
  }

  it('are ordered by what must be done first, those without a date last', async () => {
    expect(await instructions(', orderBy: DUE')).toEqual(['今天', '明天', '无期限'])
  })

  it('are narrowed to what is due before an instant', async () => {
    expect(await instructions(`, filter: { dueBefore: "${inHours(8)}" }`)).toEqual(['今天'])
  })
})

describe('a place', () => {
  it('narrows cases to a building', async () => {
    await registered(story)
    const count = async (building: string) => {
      const { complaints } = await story
        .as('SITE_MANAGER')
        .get<{ complaints: { totalCount: number } }>(
          'query($building: [ID!]) { complaints(first: 1, filter: { building: $building }) { totalCount } }',
          { building },
        )
      return complaints.totalCount
    }
    expect(await count(story.ids.building)).toBeGreaterThan(0)
    expect(await count(story.ids.building.replace(/.{4}$/, 'ffff'))).toBe(0)
  })

  it('tells how many of its cases are open to those who may read all of them, and to nobody else', async () => {
    const count = async (role: Role) => {
      const { node } = await story
        .as(role)
        .get<{ node: { openComplaintCount: number | null } }>(
          'query($id: ID!) { node(id: $id) { ... on Building { openComplaintCount } } }',
          { id: story.ids.building },
        )
      return node.openComplaintCount
    }
    const before = await count('SITE_MANAGER')
    await registered(story)
    expect(await count('SITE_MANAGER')).toBe(before! + 1)
    for (const role of ['SERVICE_AGENT', 'TECHNICIAN', 'INFORMATION_CLERK'] as const)
      expect(await count(role)).toBeNull()
  })

  it.each(['SITE_MANAGER', 'INFORMATION_CLERK'] as const)('tells %s who lives in a unit', async (role) => {
    const occupants = async (unit: string) => {
      const { clients } = await story
        .as(role)
        .get<{ clients: Page<{ name: string }> }>(
          'query($unit: ID) { clients(first: 9, filter: { unit: $unit }) { edges { node { name } } } }',
          { unit },
        )
      return nodes(clients).map(({ name }) => name)
    }
    expect(await occupants(story.ids.unit)).toEqual(['王小明'])
    expect(await occupants(story.ids.unit.replace(/.{4}$/, 'ffff'))).toEqual([])
    expect(await occupants('not an id')).toEqual([])
  })
})
