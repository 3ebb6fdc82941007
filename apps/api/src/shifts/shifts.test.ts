/** The plan of shifts and the roster through GraphQL: who may plan, what is refused, what a reminder goes by. */
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Payload, Person } from '../../test/as.ts'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { registered } from '../../test/road.ts'
import { testServer } from '../../test/server.ts'
import { given, type Story } from '../../test/story.ts'
import { withTenant } from '../database/with-tenant.ts'
import { toGlobalId } from '../graphql/global-id.ts'

let database: TestDatabase
let server: FastifyInstance
let story: Story
let agent: Person
let manager: Person

beforeAll(async () => {
  database = await testDatabase()
  server = await testServer(database)
})
afterAll(async () => {
  await server.close()
  await database.close()
})
beforeEach(async () => {
  story = await given(database, server)
  agent = story.as('SERVICE_AGENT')
  manager = story.as('CS_MANAGER')
})

const MONDAY = '2026-11-30'
const idOf = ({ staffId }: Person) => toGlobalId('Staff', staffId)

const assign = (
  by: Person,
  staffIds: readonly string[],
  expectedStaffIds: readonly string[] = [],
  more: object = {},
) =>
  by.does('assignDuty', {
    departmentId: story.ids.departments.service,
    on: MONDAY,
    shift: 'NIGHT',
    staffIds,
    expectedStaffIds,
    ...more,
  })

interface OnDuty {
  readonly on: string
  readonly shift: string
  readonly staff: { readonly id: string }
}
const duties = async (from: string, before: string, by = agent): Promise<readonly string[]> => {
  const { duties: found } = await by.get<{ duties: OnDuty[] }>(
    'query($d: ID!, $from: LocalDate!, $before: LocalDate!) { duties(department: $d, from: $from, before: $before) { on shift staff { id } } }',
    { d: story.ids.departments.service, from, before },
  )
  return found.map(({ on, shift, staff }) => `${on} ${shift} ${staff.id}`)
}

describe('a shift of the roster', () => {
  it('is stated whole, seen by every colleague, and told once in the audit', async () => {
    const other = await story.colleague(['SERVICE_AGENT'], 'service')
    expect((await assign(manager, [idOf(agent), idOf(other)])).__typename).toBe('Department')
    expect((await assign(manager, [idOf(other)], [idOf(other), idOf(agent)])).__typename).toBe('Department')
    expect(await duties(MONDAY, '2026-12-07', story.as('TECHNICIAN'))).toEqual([
      `${MONDAY} NIGHT ${idOf(other)}`,
    ])
    expect(await duties('2026-12-01', '2026-12-07')).toEqual([])
    const told = await withTenant(database.app, story.orgId, (it_) =>
      it_.query<{ changes: object }[]>(
        `select changes from audit_entry where verb = 'duty:assign' order by at`,
      ),
    )
    expect(told.map(({ changes }) => changes)).toEqual([
      { [`duty ${MONDAY} NIGHT`]: [[], [agent.staffId, other.staffId].toSorted()] },
      { [`duty ${MONDAY} NIGHT`]: [[agent.staffId, other.staffId].toSorted(), [other.staffId]] },
    ])
  })

  it('is not overwritten by whoever saw another one', async () => {
    await assign(manager, [idOf(agent)])
    expect(await assign(story.as('GM_OFFICE'), [], [])).toMatchObject({ __typename: 'StaleRecordError' })
    expect(await duties(MONDAY, '2026-12-07')).toHaveLength(1)
  })

  it('has people of the department only, and is planned by who leads', async () => {
    const stranger = story.as('TECHNICIAN')
    expect(await assign(manager, [idOf(stranger)])).toMatchObject({ fields: [{ path: 'staffIds' }] })
    const body = {
      departmentId: story.ids.departments.service,
      on: MONDAY,
      shift: 'EARLY',
      staffIds: [],
      expectedStaffIds: [],
    }
    await expect(agent.does('assignDuty', body)).rejects.toThrow('FORBIDDEN')
    // A site manager plans the own department, and no other.
    const site = story.as('SITE_MANAGER')
    expect(await assign(site, [])).toMatchObject({ __typename: 'NotEligibleError' })
    const own = { departmentId: story.ids.departments.site }
    expect((await assign(site, [idOf(stranger)], [], own)).__typename).toBe('Department')
  })

  it('is copied from the week before where nobody is planned yet', async () => {
    await assign(manager, [idOf(agent)])
    await assign(manager, [idOf(agent)], [], { on: '2026-12-02', shift: 'EARLY' })
    const other = await story.colleague(['SERVICE_AGENT'], 'service')
    await assign(manager, [idOf(other)], [], { on: '2026-12-09', shift: 'EARLY' })
    const copy = () =>
      manager.does('copyWeekDuty', { departmentId: story.ids.departments.service, on: '2026-12-10' })
    await copy()
    const filled = [`2026-12-07 NIGHT ${idOf(agent)}`, `2026-12-09 EARLY ${idOf(other)}`]
    expect(await duties('2026-12-07', '2026-12-14')).toEqual(filled)
    await copy()
    expect(await duties('2026-12-07', '2026-12-14')).toEqual(filled)
  })
})

describe('the plan of shifts', () => {
  const PLAN = { earlyStart: 480, middleStart: 960, nightStart: 1_320, reminderMinutes: [10, 60] }
  const setPlan = (by: Person, more: object = {}) =>
    by.does('setShiftPlan', { ...PLAN, expectedVersion: 0, ...more }, 'reminderMinutes version')
  const reminded = async (): Promise<number | undefined> => {
    const night = await story.colleague(['SERVICE_AGENT'], 'service')
    const { id, version } = await registered(story)
    const input = { complaintId: id, expectedVersion: version, note: '下班', receiverId: idOf(night) }
    const { handover } = await agent.does<Payload & { handover: { id: string } }>(
      'handOverComplaint',
      input,
      'handover { id }',
    )
    const [row] = await withTenant(database.app, story.orgId, (it_) =>
      it_.query<{ minutes: number }[]>(
        `select extract(epoch from d.due_at - h.offered_at)::int / 60 as minutes
           from handover h join handover_due d on d.org_id = h.org_id and d.id = h.id where 'hov_' || replace(h.id::text, '-', '') = $1`,
        [handover.id],
      ),
    )
    return row?.minutes
  }

  it('is what everybody has until somebody sets another, each change by its version', async () => {
    expect(await agent.get('{ shiftPlan { version } }')).toEqual({ shiftPlan: null })
    expect(await reminded()).toBe(30)
    expect(await setPlan(story.as('ADMIN'))).toMatchObject({ reminderMinutes: [10, 60], version: 1 })
    expect(await reminded()).toBe(10)
    expect(await setPlan(manager)).toMatchObject({ __typename: 'StaleRecordError' })
    expect(await setPlan(manager, { expectedVersion: 1, reminderMinutes: [] })).toMatchObject({ version: 2 })
    expect(await reminded()).toBeUndefined()
    expect(await setPlan(manager, { expectedVersion: 2, nightStart: 100 })).toMatchObject({
      fields: [{ path: 'middleStart' }],
    })
    await expect(setPlan(agent)).rejects.toThrow('FORBIDDEN')
  })
})
