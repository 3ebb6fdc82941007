import pg from 'pg'
import type { Steward } from './steward.ts'

/** Works on the database as the API does, under row security of the organization with that code, in one transaction. */
export const asOrganization = async <T>(
  databaseUrl: string,
  code: string,
  work: (client: pg.Client, orgId: string) => Promise<T>,
): Promise<T> => {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    await client.query("set statement_timeout = '10min'")
    const { rows } = await client.query<{ id: string }>('select id from organization where code = $1', [code])
    const orgId = rows[0]!.id
    await client.query('begin')
    await client.query("select set_config('app.org_id', $1, true)", [orgId])
    const done = await work(client, orgId)
    await client.query('commit')
    return done
  } finally {
    await client.end()
  }
}

/** Whoever registers a case signs by their session alone: what is measured is the work, not how people prove themselves. */
export const signBySession = ({ databaseUrl }: Pick<Steward, 'databaseUrl'>): Promise<void> =>
  asOrganization(databaseUrl, 'demo', async (client, orgId) => {
    await client.query(
      `insert into signature_proof_rule (org_id, id, subject, level) values ($1, gen_random_uuid(), 'RECORDED', 'SESSION')
         on conflict (org_id, subject) do update set level = excluded.level`,
      [orgId],
    )
  })
