/** Tables and rows of the small world. */
import { randomUUID } from 'node:crypto'
import { COMPLAINT_TRANSITIONS, type Role } from '@steward/domain'
import type { Pool, PoolClient } from 'pg'
import type { DataSource } from 'typeorm'
import type { SignedIn } from '../src/context.ts'
import { secureTenantTable } from '../src/database/migrations/secure.ts'
import { signedInAs } from './signed-in-as.ts'

const TABLES = `
  create table w_place (org_id uuid not null, id uuid not null, project_id uuid, building_id uuid, primary key (org_id, id));
  create table w_case (org_id uuid not null, id uuid not null, number text not null, status text not null, track text not null,
    urgent boolean not null, opened_at timestamptz(3) not null, approved_at timestamptz(3), due_on date, tags text[] not null,
    facts text, amount_minor bigint, registered_by_id uuid not null, assignee_id uuid, team_id uuid, place_id uuid,
    primary key (org_id, id));
  create table w_step (org_id uuid not null, id uuid not null, case_id uuid not null, assignee_id uuid, team_id uuid,
    at timestamptz(3) not null, note text, primary key (org_id, id));
  create index on w_case (org_id, opened_at, id);
  create index on w_step (org_id, case_id, at, id);`

/** Makes the tables, with the row security of every tenant table. */
export async function createTables(owner: DataSource): Promise<void> {
  const runner = owner.createQueryRunner()
  await runner.query(TABLES)
  for (const table of ['w_place', 'w_case', 'w_step']) await secureTenantTable(runner, table)
  await runner.release()
}

export interface SmallWorld {
  readonly organizationId: string
  readonly staffIds: readonly string[]
  readonly caseIds: readonly string[]
  /** Somebody of this organization with these roles and a good session. */
  signIn(...roles: readonly Role[]): Promise<SignedIn>
}

const pick = <T>(values: readonly T[], index: number): T => values[index % values.length]!
const PROJECTS = [1, 2, 3].map((digit) => `00000000-0000-7000-8000-00000000010${digit}`)
const TEXTS = ['漏水', 'it\'s "quoted" \\ and\nbroken', '<b>&amp;</b>', '', 'ÄÖ 😀', null]
const STATUSES = [...new Set(COMPLAINT_TRANSITIONS.flatMap((transition) => transition.from))]
const DAY = 24 * 60 * 60 * 1000

/** Fills an organization of its own: people in two teams, cases with gaps and ties in every column that lists order by. */
export async function fillWorld(pool: Pool, count = 40): Promise<SmallWorld> {
  const organizationId = randomUUID()
  const [teamIds, staffIds, placeIds, caseIds] = [2, 6, PROJECTS.length, count].map((length) =>
    Array.from({ length }, () => randomUUID()),
  ) as [string[], string[], string[], string[]]
  const client = await pool.connect()
  await client.query('begin')
  await client.query(`select set_config('app.org_id', $1, true)`, [organizationId])
  await client.query(
    'insert into organization (id, code, demonstration, created_at) values ($1, $2, false, now())',
    [organizationId, organizationId.slice(0, 8)],
  )
  const insert = inserting(client, organizationId)
  await insert('department', teamIds, (n) => ({
    code: `D${n}`,
    name: pick(['客服部', 'Site'], n),
    version: 1,
  }))
  await insert('staff', staffIds, (n) => ({
    person_id: randomUUID(),
    sign_in_name: `p${n}`,
    name: pick(['王芳', '李伟', 'Ann', 'bob', '张'], n),
    position: pick(['主管', null], n),
    department_id: pick([...teamIds, null], n),
    created_at: new Date(DAY * n),
    version: 1,
  }))
  await insert('w_place', placeIds, (n) => ({
    project_id: PROJECTS[n],
    building_id: pick([PROJECTS[0], null], n),
  }))
  await insert('w_case', caseIds, (n) => ({
    number: `26${String(n % 7).padStart(2, '0')}-${n}`,
    status: pick(STATUSES, n),
    track: pick(['QUICK', 'FORMAL', 'FORMAL'], n),
    urgent: n % 4 === 0,
    opened_at: new Date(Date.UTC(2026, 0, 1) + DAY * (n % 11) + (n % 3)),
    approved_at: n % 3 === 0 ? new Date(Date.UTC(2026, 5, 1)) : null,
    due_on: n % 4 === 1 ? null : `2026-0${1 + (n % 5)}-15`,
    tags: pick([[], ['水'], ['a', 'b"c']], n),
    facts: pick(TEXTS, n),
    amount_minor: n % 5 === 0 ? null : (n % 6) * 10_000,
    registered_by_id: pick(staffIds, n),
    assignee_id: pick([...staffIds, null], n * 3),
    team_id: pick([...teamIds, null], n),
    place_id: pick([...placeIds, null], n),
  }))
  const stepIds = Array.from({ length: count * 2 }, () => randomUUID())
  await insert('w_step', stepIds, (n) => ({
    case_id: pick(caseIds, (n * n) % count),
    assignee_id: pick([...staffIds, null], n),
    team_id: pick([...teamIds, null], n),
    at: new Date(Date.UTC(2026, 1, 1) + DAY * (n % 9)),
    note: pick(TEXTS, n * 5),
  }))
  await client.query('commit')
  client.release()
  const signIn = (...roles: readonly Role[]): Promise<SignedIn> =>
    signedInAs(pool, {
      organizationId,
      staffId: pick(staffIds, roles.length),
      roles,
      departmentId: teamIds[0]!,
      projectIds: PROJECTS.slice(0, 1),
      buildingIds: PROJECTS.slice(0, 1),
    })
  return { organizationId, staffIds, caseIds, signIn }
}

type Columns = Readonly<Record<string, unknown>>

const inserting =
  (client: PoolClient, organizationId: string) =>
  async (table: string, ids: readonly string[], columns: (n: number) => Columns): Promise<void> => {
    const rows = ids.map((id, n) => ({ org_id: organizationId, id, ...columns(n) }))
    const names = Object.keys(rows[0]!).join(', ')
    await client.query(
      `insert into ${table} (${names}) select ${names} from jsonb_populate_recordset(null::${table}, $1)`,
      [JSON.stringify(rows)],
    )
  }
