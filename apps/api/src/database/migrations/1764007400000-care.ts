import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { forEachOrganization, openToWorker, secureTenantTable } from './secure.ts'

/** What `erase_client` does to occasions of care: their words go, and nothing more is due. */
const BEFORE = '  UPDATE receivable SET note = NULL'
const LINE = `  UPDATE care_occasion SET reason = NULL, despite = NULL,
      status = CASE WHEN status = 'PLANNED' THEN 'WITHDRAWN' ELSE status END,
      withdrawal = CASE WHEN status = 'PLANNED' THEN 'REASON_GONE' ELSE withdrawal END
    WHERE org_id = org AND client_id = ANY (theirs);
`
const AMONG = '    UNION ALL SELECT id FROM payment WHERE'
const SUBJECTS = `    UNION ALL SELECT id FROM care_occasion WHERE org_id = org AND client_id = ANY (theirs)
`

/** Occasions of care, reckoned each night, and the rules of care and contact. */
export class Care1764007400000 implements MigrationInterface {
  readonly name = 'Care1764007400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE care_occasion (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        client_id uuid NOT NULL,
        contact_id uuid,
        kind text NOT NULL,
        festival text,
        occurs_on date NOT NULL,
        due_on date NOT NULL,
        means text NOT NULL,
        owner text NOT NULL,
        status text NOT NULL,
        reception_id uuid,
        reason text,
        despite text,
        withdrawal text,
        postponed integer NOT NULL DEFAULT 0,
        settled_by_id uuid,
        settled_at timestamptz(3),
        created_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, contact_id) REFERENCES client_contact (org_id, id),
        FOREIGN KEY (org_id, reception_id) REFERENCES reception (org_id, id),
        FOREIGN KEY (org_id, settled_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX care_occasion_key ON care_occasion (org_id, client_id, key);
      CREATE INDEX care_occasion_due_idx ON care_occasion (org_id, due_on, id);
      CREATE INDEX care_occasion_contact_idx ON care_occasion (org_id, contact_id);
      CREATE INDEX care_occasion_reception_idx ON care_occasion (org_id, reception_id);
      CREATE INDEX care_occasion_settled_by_idx ON care_occasion (org_id, settled_by_id);

      CREATE TABLE care_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        rules jsonb NOT NULL,
        horizon_days integer NOT NULL,
        quiet_from integer NOT NULL,
        quiet_to integer NOT NULL,
        cap_contacts integer NOT NULL,
        cap_days integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX care_policy_key ON care_policy (org_id);

      CREATE TABLE care_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        after uuid,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id)
      );
    `)
    for (const table of ['care_occasion', 'care_policy', 'care_due'])
      await secureTenantTable(queryRunner, table)
    await openToWorker(queryRunner, 'care_due')
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query('INSERT INTO care_due (org_id, id, due_at) VALUES ($1, $1, now())', [orgId])
      return 1
    })
    await rewriteErasure(queryRunner, (source) =>
      source.replace(BEFORE, () => LINE + BEFORE).replace(AMONG, () => SUBJECTS + AMONG),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(LINE, () => '').replace(SUBJECTS, () => ''))
    await queryRunner.query('DROP TABLE care_due, care_policy, care_occasion')
  }
}
