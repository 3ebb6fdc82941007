/** What every migration that makes a table needs: row security, grants, and work in every organization. */
import type { QueryRunner } from 'typeorm'

/** The role that serves requests; made by infra/roles.sql. */
export const RUNTIME_ROLE = 'steward_app'

/** The role of the worker process, a member of the one that serves; made by infra/roles.sql. */
export const WORKER_ROLE = 'steward_worker'

const CURRENT_ORGANIZATION = `nullif(current_setting('app.org_id', true), '')::uuid`

interface Powers {
  /** History: rows are added and read, never changed or removed. */
  readonly appendOnly?: boolean
  /** Rows that state what is so now, without a history of their own (a role somebody holds, a claimed key). */
  readonly removable?: boolean
}

/** Tables mostly grow: without early vacuums counting over fresh rows costs eight times as much. */
const VACUUM = 'autovacuum_vacuum_insert_scale_factor = 0.02, autovacuum_analyze_scale_factor = 0.02'

const privileges = ({ appendOnly, removable }: Powers) =>
  ['SELECT', 'INSERT', ...(appendOnly ? [] : ['UPDATE']), ...(removable ? ['DELETE'] : [])].join(', ')

/**
 * Bounds a tenant table to the transaction's organization, for its owner too, and lets the runtime role use it.
 * Without a transaction-local `app.org_id` the table looks empty.
 */
export async function secureTenantTable(
  queryRunner: QueryRunner,
  table: string,
  powers: Powers = {},
): Promise<void> {
  await queryRunner.query(`ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY`)
  await queryRunner.query(
    `CREATE POLICY organization ON ${table} USING (org_id = ${CURRENT_ORGANIZATION}) WITH CHECK (org_id = ${CURRENT_ORGANIZATION})`,
  )
  await queryRunner.query(`ALTER TABLE ${table} SET (${VACUUM})`)
  await queryRunner.query(`GRANT ${privileges(powers)} ON ${table} TO ${RUNTIME_ROLE}`)
}

/**
 * Shows the worker the rows of all organizations in a tenant table that it drains: the outbox and the due clocks (decision 10),
 * each on the list of catalog.test.ts. It may change and remove them too.
 */
export async function openToWorker(queryRunner: QueryRunner, table: string): Promise<void> {
  await queryRunner.query(`CREATE POLICY worker ON ${table} TO ${WORKER_ROLE} USING (true) WITH CHECK (true)`)
  await queryRunner.query(`GRANT SELECT, INSERT, UPDATE, DELETE ON ${table} TO ${WORKER_ROLE}`)
}

/** Lets the runtime role use a table that must be read before the organization is known. Each is on the list of catalog.test.ts. */
export async function openDirectoryTable(
  queryRunner: QueryRunner,
  table: string,
  powers: Powers = {},
): Promise<void> {
  await queryRunner.query(`GRANT ${privileges(powers)} ON ${table} TO ${RUNTIME_ROLE}`)
}

/**
 * Runs `work` once for each organization, with its rows in sight. Row security binds the owner as well: a plain UPDATE
 * in a migration changes nothing, and says nothing.
 * @param work returns how many rows it changed
 * @returns the sum, for the caller to compare with what it expected
 */
export async function forEachOrganization(
  queryRunner: QueryRunner,
  work: (orgId: string) => Promise<number>,
): Promise<number> {
  const organizations = (await queryRunner.query('SELECT id FROM organization ORDER BY id')) as {
    id: string
  }[]
  let changed = 0
  for (const { id } of organizations) {
    await queryRunner.query(`SELECT set_config('app.org_id', $1, true)`, [id])
    changed += await work(id)
  }
  await queryRunner.query(`SELECT set_config('app.org_id', '', true)`)
  return changed
}

/**
 * Refuses to take a migration back while a table that is evidence holds rows.
 * @throws Error naming the table
 */
export async function refuseWhenFilled(queryRunner: QueryRunner, ...tables: string[]): Promise<void> {
  for (const table of tables) {
    const rows = await forEachOrganization(queryRunner, async () => {
      const [row] = (await queryRunner.query(`SELECT count(*) AS rows FROM ${table}`)) as [{ rows: number }]
      return row.rows
    })
    if (rows > 0)
      throw new Error(`${table} holds ${rows} rows of evidence: this migration is not taken back.`)
  }
}
