import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { testDatabase, type TestDatabase } from '../../test/database.ts'
import { RUNTIME_ROLE, WORKER_ROLE } from './migrations/secure.ts'

/** Tables that must be read before the organization is known; everything else is a tenant's. */
const DIRECTORY_TABLES = [
  'organization',
  'password_reset_request',
  'session',
  'sign_in_attempt',
  'sign_in_throttle',
  'worker_heartbeat',
]
/** TypeORM's own record of what ran; the only table with a sequence. */
const BOOKKEEPING = ['migration']
/** History: nothing in them is ever changed, not even by the API. */
const APPEND_ONLY = [
  'archive_confirmation',
  'audit_chain_entry',
  'audit_entry',
  'audit_unchained',
  'client_consent',
  'client_merge_row',
  'client_key',
  'client_reveal',
  'client_status_record',
  'commitment_salt',
  'complaint_event',
  'copy_file_key',
  'export_scope',
  'dunning_notice',
  'dunning_told',
  'equipment_inspection_record',
  'plan_template_edition',
  'import_count',
  'import_file',
  'import_file_key',
  'import_issue',
  'import_source_opening',
  'information_check',
  'information_confirmation',
  'information_item_statement',
  'lead_event',
  'opportunity_event',
  'plan_lesson',
  'plan_overrun',
  'plan_spend',
  'plan_reminder',
  'key_account_dossier',
  'key_account_opinion',
  'ledger_checkpoint',
  'ledger_entry',
  'ledger_node',
  'ledger_witnessing',
  'outbox',
  'phone_lookup',
  'promise_policy',
  'sign_off',
  'sign_off_person',
  'silence_model',
  'point_entry',
  'spot_check',
  'signature_policy',
  'grading_simulation_batch',
  'value_assumption',
  'webhook_attempt',
]
/** Rows without a history of their own, or that may be erased; from all other tables nothing is deleted. */
const REMOVABLE = [
  'authority_limit',
  'client_field_value',
  'client_key',
  'client_tag',
  'commitment_salt',
  'copy_file_key',
  'duty',
  'factor_policy',
  'grading_simulation_mover',
  'idempotency_record',
  'import_file_key',
  'password_reset_request',
  'plan_task_draft',
  'recovery_code',
  'saved_view',
  'saved_view_pin',
  'session',
  'sign_in_attempt',
  'sign_in_throttle',
  'signature_request',
  'special_day',
  'special_day_slot',
  'staff_role',
  'staff_territory',
  'worker_heartbeat',
  'working_calendar_use',
  'working_slot',
]
/** History but for how far it came: the columns that may be changed. */
const MOVABLE: Readonly<Record<string, readonly string[]>> = {
  client_consent: ['client_id'],
  client_merge: [
    'decided_at',
    'decided_by_id',
    'kept',
    'merged_at',
    'moved_count',
    'note',
    'reversal_asked_at',
    'reversal_asked_by_id',
    'reversal_reason',
    'reversed_at',
    'reviewer_id',
    'reviews_owed',
    'status',
    'version',
  ],
  client_status_record: ['client_id'],
  delegation: ['revoked_at', 'version'],
  evaluation: ['final_grade', 'left_out', 'movement'],
  grade_change: ['carried_out_by_id', 'decided_at', 'decided_by_id', 'decision_note', 'status', 'version'],
  grading_due: ['client_id', 'settled_by_id', 'told_at'],
  key_account_dossier: ['client_id'],
  key_account_nomination: [
    'account_id',
    'client_id',
    'decided_at',
    'decided_by_id',
    'note',
    'reviewer_id',
    'reviews_owed',
    'status',
    'version',
  ],
  key_account_opinion: ['client_id'],
  plan_comment: ['resolved_at', 'resolved_by_id', 'version'],
  signing: ['awaited_since', 'due_at', 'ended_at', 'part', 'state', 'version'],
  signing_step: ['asked_staff_id', 'due_at', 'ended_at', 'opened_at', 'state', 'version'],
}
/** What the worker sees of all organizations at once, to drain it; its role has a policy of its own there (decision 10). */
const OPEN_TO_WORKER = [
  'attachment_due',
  'audit_unchained',
  'care_due',
  'copy_due',
  'document_due',
  'dunning_due',
  'equipment_inspection_due',
  'failed_job',
  'handover_due',
  'import_source_due',
  'information_inventory_due',
  'key_account_due',
  'lead_due',
  'membership_due',
  'notice_due',
  'opportunity_due',
  'outbox',
  'promise_due',
  'service_agreement_due',
  'signing_due',
  'silence_due',
  'standing_due',
  'subject_request_due',
  'webhook_attempt',
  'webhook_due',
  'webhook_message',
]
/** The job queue's own schema, made and upgraded by graphile-worker. */
const QUEUE_SCHEMA = 'graphile_worker'
/** Functions that run with the rights of another role, each with its reason. */
const SECURITY_DEFINERS = ['erase_client', 'search_clients']
/** What such a function searches by operators that row security would keep from its indexes; it filters by the organization itself. */
const SEARCHED = ['client', 'unit']

let database: TestDatabase
beforeAll(async () => void (database = await testDatabase()))
afterAll(() => database.close())

const names = async (sql: string, parameters: unknown[] = []): Promise<string[]> =>
  ((await database.owner.query(sql, parameters)) as { name: string }[]).map((row) => row.name).sort()

const OURS = `c.relnamespace = 'public'::regnamespace AND c.relname <> ALL ('{${BOOKKEEPING}}')`
const TENANTS = `${OURS} AND c.relname <> ALL ('{${DIRECTORY_TABLES}}')`
/** Columns of an index or constraint, in order, as text[]. */
const columns = (relation: string, numbers: string) => `
  ARRAY(SELECT attname::text FROM unnest(${numbers}) WITH ORDINALITY place(number, nth)
        JOIN pg_attribute ON attrelid = ${relation} AND attnum = place.number ORDER BY nth)`

describe('every tenant table', () => {
  test('exists: the rules below are about something', async () => {
    const tables = await names(`SELECT c.relname AS name FROM pg_class c WHERE relkind = 'r' AND ${TENANTS}`)
    expect(tables).toContain('staff')
    expect(tables.length).toBeGreaterThan(10)
  })

  test('has an org_id that is never null, and the primary key (org_id, id)', async () => {
    const missing = await names(`
      SELECT c.relname AS name FROM pg_class c
       WHERE relkind IN ('r', 'p') AND ${TENANTS} AND NOT (
        EXISTS (SELECT FROM pg_attribute WHERE attrelid = c.oid AND attname = 'org_id' AND attnotnull AND atttypid = 'uuid'::regtype)
        AND EXISTS (SELECT FROM pg_constraint k WHERE conrelid = c.oid AND contype = 'p'
                     AND ${columns('c.oid', 'k.conkey')} = '{org_id,id}'))`)
    expect(missing).toEqual([])
  })

  test('has org_id first in every index, so also in every unique one', async () => {
    const wrong = await names(`
      SELECT i.indexrelid::regclass::text AS name FROM pg_index i JOIN pg_class c ON c.oid = i.indrelid
       WHERE ${TENANTS} AND (${columns('c.oid', 'i.indkey::int2[]')})[1] IS DISTINCT FROM 'org_id'`)
    expect(wrong).toEqual([])
  })

  test('has row security that binds its owner too, for reading and for writing', async () => {
    const organization = `(org_id = (NULLIF(current_setting('app.org_id'::text, true), ''::text))::uuid)`
    const open = await names(
      `SELECT c.relname AS name FROM pg_class c WHERE relkind IN ('r', 'p') AND ${TENANTS} AND NOT (
        relrowsecurity AND relforcerowsecurity
        AND (SELECT count(*) FROM pg_policy WHERE polrelid = c.oid) = CASE WHEN c.relname = ANY ('{${[...OPEN_TO_WORKER, ...SEARCHED]}}') THEN 2 ELSE 1 END
        AND EXISTS (SELECT FROM pg_policies p WHERE p.tablename = c.relname AND permissive = 'PERMISSIVE' AND cmd = 'ALL'
                     AND roles = '{public}' AND qual = $1 AND with_check = $1))`,
      [organization],
    )
    expect(open).toEqual([])
  })

  test('is open as a whole to the worker alone, and only where the worker drains it', async () => {
    const open = await names(
      `SELECT tablename AS name FROM pg_policies WHERE policyname <> 'organization'
        AND policyname = 'worker' AND permissive = 'PERMISSIVE' AND roles = $1 AND qual = 'true' AND with_check = 'true'`,
      [`{${WORKER_ROLE}}`],
    )
    expect(open).toEqual(OPEN_TO_WORKER)
    const others = await names(
      `SELECT policyname AS name FROM pg_policies WHERE policyname NOT IN ('organization', 'worker', 'search')`,
    )
    expect(others).toEqual([])
  })

  test('is searched as a whole by the owner’s functions alone, and only read', async () => {
    const searched = await names(
      `SELECT tablename AS name FROM pg_policies WHERE policyname = 'search' AND permissive = 'PERMISSIVE' AND cmd = 'SELECT'
        AND roles = array[(SELECT rolname FROM pg_roles JOIN pg_class ON relowner = pg_roles.oid WHERE pg_class.oid = 'client'::regclass)]`,
    )
    expect(searched).toEqual(SEARCHED)
  })

  test('refers to another tenant table within its own organization only', async () => {
    const wrong = await names(`
      SELECT conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = conrelid
       WHERE contype = 'f' AND ${TENANTS} AND NOT (
        (${columns('conrelid', 'conkey')})[1] = 'org_id' AND (${columns('confrelid', 'confkey')})[1] = 'org_id')`)
    expect(wrong).toEqual([])
  })
})

describe('every table', () => {
  test('without row security is on the list of directory tables', async () => {
    const open = await names(
      `SELECT c.relname AS name FROM pg_class c WHERE relkind IN ('r', 'p') AND ${OURS} AND NOT relrowsecurity`,
    )
    expect(open).toEqual(DIRECTORY_TABLES)
  })

  test('of the directory refers to no tenant table', async () => {
    const wrong = await names(`
      SELECT conname AS name FROM pg_constraint k JOIN pg_class c ON c.oid = confrelid JOIN pg_class d ON d.oid = conrelid
       WHERE contype = 'f' AND d.relname = ANY ('{${DIRECTORY_TABLES}}') AND ${TENANTS}`)
    expect(wrong).toEqual([])
  })

  // Organization and one column find the few rows of a wider key.
  test('has an index that begins with the first two columns of each foreign key', async () => {
    const slow = await names(`
      SELECT conname AS name FROM pg_constraint k WHERE contype = 'f' AND connamespace = 'public'::regnamespace
        AND NOT EXISTS (SELECT FROM pg_index i WHERE i.indrelid = k.conrelid AND i.indpred IS NULL
          AND (${columns('k.conrelid', 'i.indkey::int2[]')})[1:2] = (${columns('k.conrelid', 'k.conkey')})[1:2])`)
    expect(slow).toEqual([])
  })

  test('has constraints that hold at once, and no key that changes rows by itself', async () => {
    const wrong = await names(`
      SELECT conname AS name FROM pg_constraint WHERE connamespace = 'public'::regnamespace
         AND (condeferrable OR (contype = 'f' AND (confdeltype <> 'a' OR confupdtype <> 'a')))`)
    expect(wrong).toEqual([])
  })

  test('keeps instants as timestamptz(3), and nothing in floating point', async () => {
    const wrong = await names(`
      SELECT c.relname || '.' || attname AS name FROM pg_attribute JOIN pg_class c ON c.oid = attrelid
       WHERE relkind IN ('r', 'p') AND attnum > 0 AND NOT attisdropped AND ${OURS}
         AND (format_type(atttypid, atttypmod) ~ '^(timestamp|time )' AND format_type(atttypid, atttypmod) <> 'timestamp(3) with time zone'
              OR atttypid IN ('float4'::regtype, 'float8'::regtype, 'money'::regtype))`)
    expect(wrong).toEqual([])
  })
})

describe('nothing works behind the back of the services', () => {
  test('no trigger but those of foreign keys, no rule', async () => {
    expect(
      await names(`SELECT tgname AS name FROM pg_trigger JOIN pg_class c ON c.oid = tgrelid
        WHERE NOT tgisinternal AND relnamespace <> to_regnamespace('${QUEUE_SCHEMA}')`),
    ).toEqual([])
    expect(await names(`SELECT rulename AS name FROM pg_rules WHERE schemaname = 'public'`)).toEqual([])
  })

  test('no sequence, and no view that reads with its owner’s rights', async () => {
    expect(
      await names(
        `SELECT c.relname AS name FROM pg_class c WHERE relkind IN ('S', 'm') AND ${OURS} AND relname <> 'migration_id_seq'`,
      ),
    ).toEqual([])
    expect(
      await names(`SELECT c.relname AS name FROM pg_class c WHERE relkind = 'v' AND ${OURS}
        AND NOT coalesce(reloptions @> '{security_invoker=true}', false)`),
    ).toEqual([])
  })

  test('functions with another role’s rights are on the list and pin their search_path', async () => {
    expect(
      await names(
        `SELECT proname AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace`,
      ),
    ).toEqual(SECURITY_DEFINERS)
    expect(
      await names(`SELECT proname AS name FROM pg_proc WHERE prosecdef AND pronamespace = 'public'::regnamespace
        AND NOT coalesce(array_to_string(proconfig, ',') LIKE '%search_path=%', false)`),
    ).toEqual([])
  })
})

describe(`the runtime role ${RUNTIME_ROLE}`, () => {
  const may = (privilege: string) =>
    names(
      `SELECT c.relname AS name FROM pg_class c WHERE relkind IN ('r', 'p') AND ${OURS} AND has_table_privilege($1, c.oid, $2)`,
      [RUNTIME_ROLE, privilege],
    )
  const all = () => names(`SELECT c.relname AS name FROM pg_class c WHERE relkind IN ('r', 'p') AND ${OURS}`)

  test('reads and adds everywhere', async () => {
    expect(await may('SELECT')).toEqual(await all())
    expect(await may('INSERT')).toEqual(await all())
  })

  test('changes nothing in a history, and deletes only where rows have none', async () => {
    const fixed = [...APPEND_ONLY, ...Object.keys(MOVABLE), 'organization']
    expect(await may('UPDATE')).toEqual((await all()).filter((table) => !fixed.includes(table)))
    expect(await may('DELETE')).toEqual(REMOVABLE)
  })

  test('moves in a signing or delegation only what may move: what was asked, of whom and over what stays', async () => {
    for (const [table, movable] of Object.entries(MOVABLE))
      expect([
        table,
        await names(
          `SELECT attname AS name FROM pg_attribute WHERE attrelid = $1::regclass AND attnum > 0 AND NOT attisdropped
              AND has_column_privilege('${RUNTIME_ROLE}', attrelid, attnum, 'UPDATE')`,
          [table],
        ),
      ]).toEqual([table, movable])
  })

  test('never truncates, refers, triggers, creates or grants', async () => {
    for (const privilege of ['TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN'])
      expect(await may(privilege)).toEqual([])
    const [role] = (await database.owner.query(
      `SELECT has_schema_privilege($1, 'public', 'CREATE') AS creates, has_database_privilege($1, current_database(), 'TEMP') AS temp,
              rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty,
              EXISTS (SELECT FROM pg_auth_members WHERE member = r.oid) AS member,
              EXISTS (SELECT FROM pg_class WHERE relowner = r.oid) AS owns
         FROM pg_roles r WHERE rolname = $1`,
      [RUNTIME_ROLE],
    )) as unknown[]
    expect(role).toEqual({ creates: false, temp: false, mighty: false, member: false, owns: false })
  })
})

describe(`the worker's role ${WORKER_ROLE}`, () => {
  test('may what the runtime role may, owns none of our tables and is bound by row security', async () => {
    const [role] = (await database.owner.query(
      `SELECT rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb AS mighty, has_schema_privilege($1, 'public', 'CREATE') AS creates,
              ARRAY(SELECT roleid::regrole::text FROM pg_auth_members WHERE member = r.oid) AS member,
              EXISTS (SELECT FROM pg_class c WHERE relowner = r.oid AND ${OURS}) AS owns
         FROM pg_roles r WHERE rolname = $1`,
      [WORKER_ROLE],
    )) as unknown[]
    expect(role).toEqual({ mighty: false, creates: false, member: [RUNTIME_ROLE], owns: false })
  })

  test('prunes and marks what it drains, which the runtime role may not', async () => {
    const more = await names(
      `SELECT c.relname AS name FROM pg_class c WHERE relkind IN ('r', 'p') AND ${OURS}
          AND (has_table_privilege($1, c.oid, 'DELETE') AND NOT has_table_privilege($2, c.oid, 'DELETE'))`,
      [WORKER_ROLE, RUNTIME_ROLE],
    )
    expect(more).toEqual(OPEN_TO_WORKER)
  })
})
