import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { forEachOrganization, openToWorker, RUNTIME_ROLE, secureTenantTable } from './secure.ts'

/** What `erase_client` does to a membership: it ends, and its words go. */
const BEFORE = '  UPDATE receivable SET note = NULL'
const LINE = `  UPDATE membership SET status = 'LEFT', leave_reason = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE point_entry SET reason = NULL
    WHERE org_id = org AND membership_id IN (SELECT m.id FROM membership m WHERE m.org_id = org AND m.client_id = ANY (theirs));
  UPDATE point_entry SET reason = NULL WHERE org_id = org AND referred_client_id = ANY (theirs);
`
const AMONG = '    UNION ALL SELECT id FROM payment WHERE'
const SUBJECTS = `    UNION ALL SELECT id FROM membership WHERE org_id = org AND client_id = ANY (theirs)
`

/** Members with levels, points as a ledger, and terms that are renewed. */
export class Membership1764006420000 implements MigrationInterface {
  readonly name = 'Membership1764006420000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE membership (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        client_id uuid NOT NULL,
        status text NOT NULL,
        joined_on date NOT NULL,
        balance integer NOT NULL DEFAULT 0,
        term_points integer NOT NULL DEFAULT 0,
        kept_level smallint NOT NULL DEFAULT 1,
        level smallint NOT NULL DEFAULT 1,
        term_from date NOT NULL,
        renews_on date NOT NULL,
        left_on date,
        leave_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE UNIQUE INDEX membership_number_key ON membership (org_id, number);
      CREATE UNIQUE INDEX membership_client_key ON membership (org_id, client_id);
      CREATE INDEX membership_renews_idx ON membership (org_id, renews_on, id);
      CREATE INDEX membership_joined_idx ON membership (org_id, joined_on, id);

      CREATE TABLE point_entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        membership_id uuid NOT NULL,
        kind text NOT NULL,
        points integer NOT NULL,
        occurred_on date NOT NULL,
        expires_on date,
        reason text,
        payment_id uuid,
        referred_client_id uuid,
        corrects_id uuid,
        by_id uuid,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        CONSTRAINT point_entry_points_check CHECK (points <> 0),
        FOREIGN KEY (org_id, membership_id) REFERENCES membership (org_id, id),
        FOREIGN KEY (org_id, payment_id) REFERENCES payment (org_id, id),
        FOREIGN KEY (org_id, referred_client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, corrects_id) REFERENCES point_entry (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX point_entry_membership_idx ON point_entry (org_id, membership_id, at, id);
      CREATE UNIQUE INDEX point_entry_payment_key ON point_entry (org_id, payment_id) WHERE kind = 'PAID';
      CREATE UNIQUE INDEX point_entry_referred_key ON point_entry (org_id, membership_id, referred_client_id) WHERE kind = 'REFERRAL';
      CREATE UNIQUE INDEX point_entry_corrects_key ON point_entry (org_id, corrects_id);
      CREATE INDEX point_entry_referred_idx ON point_entry (org_id, referred_client_id);
      CREATE INDEX point_entry_payment_idx ON point_entry (org_id, payment_id);
      CREATE INDEX point_entry_by_idx ON point_entry (org_id, by_id);

      CREATE TABLE membership_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        levels jsonb NOT NULL,
        points_per_hundred integer NOT NULL,
        referral_points integer NOT NULL,
        event_points integer NOT NULL,
        points_months integer NOT NULL,
        term_months integer NOT NULL,
        remind_days integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX membership_policy_key ON membership_policy (org_id);

      CREATE TABLE membership_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id)
      );
    `)
    for (const table of ['membership', 'membership_policy', 'membership_due'])
      await secureTenantTable(queryRunner, table)
    await openToWorker(queryRunner, 'membership_due')
    await secureTenantTable(queryRunner, 'point_entry', { appendOnly: true })
    await queryRunner.query(`GRANT UPDATE (referred_client_id) ON point_entry TO ${RUNTIME_ROLE}`)
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query('INSERT INTO membership_due (org_id, id, due_at) VALUES ($1, $1, now())', [
        orgId,
      ])
      return 1
    })
    await rewriteErasure(queryRunner, (source) =>
      source.replace(BEFORE, () => LINE + BEFORE).replace(AMONG, () => SUBJECTS + AMONG),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(LINE, () => '').replace(SUBJECTS, () => ''))
    await queryRunner.query('DROP TABLE membership_due, membership_policy, point_entry, membership')
  }
}
