import {
  AUDIT_SUBJECTS,
  CAUSES,
  CONDITION_NAMES,
  CONDITIONS,
  CONFIRMATION_MODES,
  DOCUMENT_KINDS,
  EXPORT_USES,
  SUBJECT_REQUEST_KINDS,
  DUE_BASES,
  KINDS,
  OPTION_KINDS,
  STATUSES,
  TRACKS,
  ROLES,
  VIEW_SHARINGS,
  type Actor,
  type FactBag,
  type FactName,
} from '@steward/domain'
import fc, { type Arbitrary } from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import type { ActorSql } from '../reads/projection.ts'
import { CONDITION_SQL } from './condition-sql.ts'

/** Few ids, so that the actor often meets itself in a record. */
const uuid = fc.constantFrom(...[1, 2, 3].map((digit) => `00000000-0000-7000-8000-00000000000${digit}`))
const uuids = fc.uniqueArray(uuid, { maxLength: 3 })
const amount = fc.oneof(fc.constantFrom(0, 1, 99, 100), fc.integer({ min: 0, max: 200 }))
const instant = fc.constant(new Date('2026-11-22T03:47:38.000Z'))

/** Each fact's type in SQL and its values: a new fact without them does not compile. */
const FACTS: { readonly [F in FactName]: readonly [type: string, values: Arbitrary<FactBag[F]>] } = {
  status: ['text', fc.constantFrom(...STATUSES)],
  registeredById: ['uuid', uuid],
  assigneeId: ['uuid', uuid],
  taskAssigneeIds: ['uuid[]', uuids],
  handlingDepartmentId: ['uuid', uuid],
  dispatchedDepartmentIds: ['uuid[]', uuids],
  dispatchingDepartmentId: ['uuid', uuid],
  projectId: ['uuid', uuid],
  buildingId: ['uuid', uuid],
  keyAccountManagerId: ['uuid', uuid],
  kind: ['text', fc.constantFrom(...KINDS)],
  track: ['text', fc.constantFrom(...TRACKS)],
  cause: ['text', fc.constantFrom(...CAUSES)],
  investigatedById: ['uuid', uuid],
  findings: ['text', fc.constantFrom('', '漏水')],
  proposerId: ['uuid', uuid],
  reviewsOwed: ['integer', fc.constantFrom(0, 1)],
  reviewerId: ['uuid', uuid],
  approverId: ['uuid', uuid],
  approvalOwedUntil: ['timestamptz', instant],
  currentOptionKind: ['text', fc.constantFrom(...OPTION_KINDS)],
  authorityAmountMinor: ['bigint', amount],
  approvedAt: ['timestamptz', instant],
  pooledAt: ['timestamptz', instant],
  agreementOwed: ['boolean', fc.boolean()],
  importAwaits: ['boolean', fc.boolean()],
  importStands: ['boolean', fc.boolean()],
  agreementRevisionId: ['uuid', uuid],
  offeredAt: ['timestamptz', instant],
  confirmationMode: ['text', fc.constantFrom(...CONFIRMATION_MODES)],
  openTaskCount: ['integer', fc.constantFrom(0, 1)],
  handlerId: ['uuid', uuid],
  preventionNote: ['text', fc.constantFrom('', '已加装止水阀')],
  followedUpById: ['uuid', uuid],
  followUpSatisfied: ['boolean', fc.boolean()],
  referralAnsweredAt: ['timestamptz', instant],
  handoverId: ['uuid', uuid],
  nextDueAt: ['timestamptz', instant],
  settledAt: ['timestamptz', instant],
  pausedAt: ['timestamptz', instant],
  dueBasis: ['text', fc.constantFrom(...DUE_BASES)],
  subjectType: ['text', fc.constantFrom(...AUDIT_SUBJECTS)],
  recipientId: ['uuid', uuid],
  sharing: ['text', fc.constantFrom(...VIEW_SHARINGS)],
  sharedRole: ['text', fc.constantFrom(...ROLES.slice(0, 3))],
  documentKind: ['text', fc.constantFrom(...DOCUMENT_KINDS)],
  openRevisionId: ['uuid', uuid],
  approvedSummaryId: ['uuid', uuid],
  preparedById: ['uuid', uuid],
  identifiedById: ['uuid', uuid],
  writerIds: ['uuid[]', uuids],
  exportUse: ['text', fc.constantFrom(...EXPORT_USES)],
  erasureSigned: ['boolean', fc.option(fc.boolean())],
  subjectRequestKind: ['text', fc.constantFrom(...SUBJECT_REQUEST_KINDS)],
}
const FACT_NAMES = Object.keys(FACTS) as FactName[]

const ACTOR_TYPES: Readonly<Record<keyof ActorSql, string>> = {
  staffId: 'uuid',
  personId: 'uuid',
  organizationId: 'uuid',
  departmentId: 'uuid',
  projectIds: 'uuid[]',
  buildingIds: 'uuid[]',
  roles: 'text[]',
  approvalLimitMinor: 'bigint',
  approvalLimitMinorByCause: 'jsonb',
}

const actors: Arbitrary<Actor> = fc.record({
  staffId: uuid,
  personId: uuid,
  organizationId: uuid,
  roles: fc.subarray(ROLES.slice(0, 3)),
  departmentId: fc.option(uuid),
  projectIds: uuids,
  buildingIds: uuids,
  approvalLimitMinor: amount,
  approvalLimitMinorByCause: fc.dictionary(fc.constantFrom(...CAUSES), amount),
})
const records = fc.record(
  Object.fromEntries(FACT_NAMES.map((name) => [name, fc.option<unknown>(FACTS[name][1])])),
) as Arbitrary<FactBag>

/** Every condition over a relation `r` that has actor and facts as columns. */
const columns = [
  ...Object.entries(ACTOR_TYPES).map(([name, type]) => `"${name}" ${type}`),
  ...FACT_NAMES.map((name) => `"fact_${name}" ${FACTS[name][0]}`),
].join(', ')
const actorColumns = Object.fromEntries(
  Object.keys(ACTOR_TYPES).map((name) => [name, `r."${name}"`]),
) as ActorSql
const verdicts = CONDITION_NAMES.map((name) => {
  const sql = CONDITION_SQL[name]((fact) => `r."fact_${fact}"`, actorColumns)
  return `coalesce(${sql}, false) as "${name}"`
}).join(', ')

describe('the vocabulary of conditions', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await testDatabase()
  })
  afterAll(() => database.close())

  it('says in SQL what it says in JavaScript, for every condition, actor and record', async () => {
    const met = new Set<string>()
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(actors, records), { minLength: 1, maxLength: 60 }),
        async (given) => {
          const rows = given.map(([actor, record]) => ({
            ...actor,
            ...Object.fromEntries(Object.entries(record).map(([fact, value]) => [`fact_${fact}`, value])),
          }))
          const sql = `select ${verdicts} from jsonb_to_recordset($1) as r(${columns})`
          const found = await database.pool.query<Record<string, boolean>>(sql, [JSON.stringify(rows)])
          for (const [index, [actor, record]] of given.entries()) {
            const told = CONDITION_NAMES.map((name) => [name, CONDITIONS[name].holds(actor, record)] as const)
            expect(found.rows[index]).toEqual(Object.fromEntries(told))
            for (const [name, holds] of told) met.add(`${name} ${holds}`)
          }
        },
      ),
      { numRuns: 100 },
    )
    const neverSeen = CONDITION_NAMES.flatMap((name) => [`${name} true`, `${name} false`]).filter(
      (each) => !met.has(each),
    )
    expect(neverSeen).toEqual(['any false'])
  })

  it('asks only for the facts that the condition declares', () => {
    for (const name of CONDITION_NAMES) {
      const asked = new Set<FactName>()
      CONDITION_SQL[name]((fact) => (asked.add(fact), fact), actorColumns)
      expect([name, [...asked].toSorted()]).toEqual([name, CONDITIONS[name].facts.toSorted()])
    }
  })
})
