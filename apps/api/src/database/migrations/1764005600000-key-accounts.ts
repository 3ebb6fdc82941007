import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { openToWorker, refuseWhenFilled, RUNTIME_ROLE, secureTenantTable } from './secure.ts'

/** What `erase_client` does to key accounts, before its work on receivables; and their ids among its subjects. */
const ERASED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE key_account_nomination SET reason = '〔已删除〕', management_evidence = NULL, credit_evidence = NULL, share_evidence = NULL,
    margin_evidence = NULL, note = NULL WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE key_account_dossier SET assets = NULL, shareholders = NULL, executives = NULL, planned_projects = NULL, tendering = NULL,
    contract_habits = NULL, price_level = NULL, ability_to_pay = NULL, cooperation = NULL, credit = NULL, our_share_basis_points = NULL,
    rivals = '[]', on_file = '{}', changed_parts = '{}' WHERE org_id = org AND client_id = ANY (theirs);
  UPDATE key_account_opinion SET words = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM key_account WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM key_account_nomination WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM key_account_dossier WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT id FROM key_account_opinion WHERE org_id = org AND client_id = ANY (theirs)
`,
  },
] as const

/** Key accounts, their nominations, dossiers, opinions on their managers, the clock of dossiers, and the organization's rules for them. */
export class KeyAccounts1764005600000 implements MigrationInterface {
  readonly name = 'KeyAccounts1764005600000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE key_account (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        level text NOT NULL,
        tier text NOT NULL,
        since date NOT NULL,
        next_test_on date NOT NULL,
        dossier_due_on date NOT NULL,
        released_on date,
        release_reason text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX key_account_listed_key ON key_account (org_id, client_id) WHERE released_on IS NULL;
      CREATE INDEX key_account_client_idx ON key_account (org_id, client_id);
      CREATE INDEX key_account_since_idx ON key_account (org_id, since, id);
      CREATE INDEX key_account_updated_by_idx ON key_account (org_id, updated_by_id);

      CREATE TABLE key_account_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        step text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES key_account (org_id, id)
      );

      CREATE TABLE key_account_nomination (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        client_id uuid NOT NULL,
        client_code text NOT NULL,
        account_id uuid,
        level text NOT NULL,
        decided_at_level text NOT NULL,
        tier text,
        previous_tier text,
        release_reason text,
        department_id uuid NOT NULL,
        reason text NOT NULL,
        management_met boolean,
        management_evidence text,
        credit_met boolean,
        credit_evidence text,
        share_met boolean,
        share_evidence text,
        margin_met boolean,
        margin_evidence text,
        proposed_by_id uuid NOT NULL,
        proposed_at timestamptz(3) NOT NULL,
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        decided_by_id uuid,
        decided_at timestamptz(3),
        note text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, account_id) REFERENCES key_account (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, proposed_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX key_account_nomination_number_key ON key_account_nomination (org_id, number);
      CREATE UNIQUE INDEX key_account_nomination_open_key ON key_account_nomination (org_id, client_id) WHERE status = 'IN_SIGNING';
      CREATE INDEX key_account_nomination_client_idx ON key_account_nomination (org_id, client_id);
      CREATE INDEX key_account_nomination_account_idx ON key_account_nomination (org_id, account_id, proposed_at);
      CREATE INDEX key_account_nomination_proposed_idx ON key_account_nomination (org_id, proposed_at, id);
      CREATE INDEX key_account_nomination_department_idx ON key_account_nomination (org_id, department_id);
      CREATE INDEX key_account_nomination_proposed_by_idx ON key_account_nomination (org_id, proposed_by_id);
      CREATE INDEX key_account_nomination_reviewer_idx ON key_account_nomination (org_id, reviewer_id);
      CREATE INDEX key_account_nomination_decided_by_idx ON key_account_nomination (org_id, decided_by_id);

      CREATE TABLE key_account_dossier (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        account_id uuid NOT NULL,
        ordinal integer NOT NULL,
        assets text,
        shareholders text,
        executives text,
        planned_projects text,
        tendering text,
        contract_habits text,
        price_level text,
        ability_to_pay text,
        cooperation text,
        credit text,
        our_share_basis_points integer,
        rivals jsonb NOT NULL,
        on_file text[] NOT NULL,
        changed_parts text[] NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, account_id) REFERENCES key_account (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX key_account_dossier_key ON key_account_dossier (org_id, account_id, ordinal);
      CREATE INDEX key_account_dossier_client_idx ON key_account_dossier (org_id, client_id);
      CREATE INDEX key_account_dossier_recorded_by_idx ON key_account_dossier (org_id, recorded_by_id);

      CREATE TABLE key_account_opinion (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        account_id uuid NOT NULL,
        manager_id uuid NOT NULL,
        satisfaction text NOT NULL,
        words text,
        given_on date NOT NULL,
        taken_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, account_id) REFERENCES key_account (org_id, id),
        FOREIGN KEY (org_id, manager_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, taken_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX key_account_opinion_client_idx ON key_account_opinion (org_id, client_id);
      CREATE INDEX key_account_opinion_account_idx ON key_account_opinion (org_id, account_id, given_on);
      CREATE INDEX key_account_opinion_manager_idx ON key_account_opinion (org_id, manager_id);
      CREATE INDEX key_account_opinion_taken_by_idx ON key_account_opinion (org_id, taken_by_id);

      CREATE TABLE key_account_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        dossier_months integer NOT NULL,
        test_months integer NOT NULL,
        escalate_after_days integer NOT NULL,
        earnings jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX key_account_policy_key ON key_account_policy (org_id);
    `)
    await secureTenantTable(queryRunner, 'key_account')
    await secureTenantTable(queryRunner, 'key_account_due')
    await openToWorker(queryRunner, 'key_account_due')
    await secureTenantTable(queryRunner, 'key_account_nomination', { appendOnly: true })
    await secureTenantTable(queryRunner, 'key_account_dossier', { appendOnly: true })
    await secureTenantTable(queryRunner, 'key_account_opinion', { appendOnly: true })
    await secureTenantTable(queryRunner, 'key_account_policy')
    // History but for how far it came, and for whose it is once two archives are one.
    await queryRunner.query(`
      GRANT UPDATE (client_id, status, account_id, reviews_owed, reviewer_id, decided_by_id, decided_at, note, version)
        ON key_account_nomination TO ${RUNTIME_ROLE};
      GRANT UPDATE (client_id) ON key_account_dossier TO ${RUNTIME_ROLE};
      GRANT UPDATE (client_id) ON key_account_opinion TO ${RUNTIME_ROLE};
    `)
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'key_account_nomination', 'key_account_dossier')
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query(`DROP TABLE key_account_policy, key_account_opinion, key_account_dossier, key_account_nomination,
      key_account_due, key_account`)
  }
}
