/** Reference data beside the demonstration's: clients with units, cases in every state, events and sign-offs. */
import pg from 'pg'

export interface Place {
  readonly org: string
  readonly staff: string
  readonly clients: readonly string[]
}

/** Fills the demonstration organization up to `clients` clients and half as many cases; answers who is who. */
export const fill = async (databaseUrl: string, clients: number): Promise<Place> => {
  const pool = new pg.Client({ connectionString: databaseUrl })
  // Whoever stops the system ends this connection too: what went wrong before that is what is told.
  pool.on('error', () => undefined)
  await pool.connect()
  await pool.query("set statement_timeout = '10min'")
  const organization = await pool.query<{ id: string }>("select id from organization where code = 'demo'")
  const org = organization.rows[0]!.id
  await pool.query('begin')
  await pool.query("select set_config('app.org_id', $1, true)", [org])
  const person = await pool.query<{ id: string }>(
    "select staff_id as id from staff_role where role = 'SERVICE_AGENT' limit 1",
  )
  const staff = person.rows[0]!.id
  for (const statement of STATEMENTS)
    await pool.query(statement, statement.includes('$3') ? [org, clients, staff] : [org, clients])
  const { rows } = await pool.query<{ id: string }>(
    "select id from client where code like 'B%' order by id limit 2000",
  )
  await pool.query('commit')
  await pool.query('analyze client, complaint, complaint_event, sign_off').catch(() => undefined)
  await pool.end()
  return { org, staff, clients: rows.map(({ id }) => id) }
}

const STATEMENTS = [
  `insert into client (org_id, id, code, kind, relation, name, phone, phone_masked, phone_tail, search_grams, created_at)
   select $1, gen_random_uuid(), 'B' || lpad(g::text, 7, '0'), 'HOUSEHOLD', 'OWNER', '基准客户' || g, '13800000000', '138****0000',
     lpad((g % 10000)::text, 4, '0'), array['基', '准', '基准'], now() - g * interval '1 minute' from generate_series(1, $2::int) g`,
  `insert into client_occupancy (org_id, id, client_id, unit_id, relation, from_on)
   select $1, gen_random_uuid(), c.id, u.id, 'OWNER', '2020-01-01' from (
     select id, row_number() over (order by id) as n from client where code like 'B%' limit $2::int) c
   join (select id, row_number() over (order by id) as n, count(*) over () as total from unit) u on u.n = 1 + c.n % u.total`,
  `insert into complaint (org_id, id, number, kind, track, status, severity, channel, anonymous, client_id, summary, facts,
     registered_by_id, registered_at, assignee_id, currency, updated_at)
   select $1, gen_random_uuid(), 'B' || n, 'COMPLAINT', 'FORMAL', (array['REGISTERED','INVESTIGATING','EXECUTING','CLOSED'])[1 + n % 4],
     1 + n % 4, 'PHONE', false, id, '基准案件', '基准案件', $3, now() - n * interval '37 seconds', $3, 'CNY', now()
   from (select id, row_number() over (order by id)::int as n from client where code like 'B%' limit ($2::int / 2)) c`,
  `insert into complaint_event (org_id, id, complaint_id, action, to_status, by_id, at)
   select $1, gen_random_uuid(), c.id, (array['register','acknowledge','investigate'])[k], 'INVESTIGATING', $3, c.registered_at + k * interval '1 hour'
   from complaint c, generate_series(1, 3) k where c.number like 'B%' and $2::int > 0`,
  `insert into sign_off (org_id, id, subject_type, subject_id, revision, meaning, signer_id, person_id, role, content, content_hash, at)
   select $1, gen_random_uuid(), 'Complaint', c.id, k, 'RECORDED', $3, (select person_id from staff where id = $3), 'SERVICE_AGENT', '{}', md5(c.id::text), c.registered_at + k * interval '1 hour'
   from complaint c, generate_series(1, 2) k where c.number like 'B%' and $2::int > 0`,
]
