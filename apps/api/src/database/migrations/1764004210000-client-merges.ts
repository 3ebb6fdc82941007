import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, RUNTIME_ROLE, secureTenantTable } from './secure.ts'

/** Merges of clients, each row that they touched, and the right to say that history is somebody else's. */
export class ClientMerges1764004210000 implements MigrationInterface {
  readonly name = 'ClientMerges1764004210000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE client_merge (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        status text NOT NULL,
        survivor_id uuid NOT NULL,
        survivor_code text NOT NULL,
        merged_id uuid NOT NULL,
        merged_code text NOT NULL,
        taken text[] NOT NULL,
        reason text NOT NULL,
        counts jsonb NOT NULL,
        fingerprint text NOT NULL,
        proposed_by_id uuid NOT NULL,
        proposed_at timestamptz(3) NOT NULL,
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        decided_by_id uuid,
        decided_at timestamptz(3),
        merged_at timestamptz(3),
        moved_count integer NOT NULL DEFAULT 0,
        note text,
        reversal_reason text,
        reversal_asked_by_id uuid,
        reversal_asked_at timestamptz(3),
        reversed_at timestamptz(3),
        kept text[] NOT NULL DEFAULT '{}',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, survivor_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, merged_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, proposed_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reversal_asked_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX client_merge_number_key ON client_merge (org_id, number);
      CREATE INDEX client_merge_proposed_idx ON client_merge (org_id, proposed_at, id);
      CREATE INDEX client_merge_survivor_idx ON client_merge (org_id, survivor_id);
      CREATE INDEX client_merge_merged_idx ON client_merge (org_id, merged_id);
      CREATE UNIQUE INDEX client_merge_standing_key ON client_merge (org_id, merged_id)
        WHERE status IN ('IN_SIGNING', 'MERGED', 'REVERSAL_IN_SIGNING');
      CREATE INDEX client_merge_proposed_by_idx ON client_merge (org_id, proposed_by_id);
      CREATE INDEX client_merge_reviewer_idx ON client_merge (org_id, reviewer_id);
      CREATE INDEX client_merge_decided_by_idx ON client_merge (org_id, decided_by_id);
      CREATE INDEX client_merge_reversal_asked_by_idx ON client_merge (org_id, reversal_asked_by_id);

      CREATE TABLE client_merge_row (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        merge_id uuid NOT NULL,
        table_name text NOT NULL,
        column_name text,
        record_id uuid NOT NULL,
        before text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, merge_id) REFERENCES client_merge (org_id, id)
      );
      CREATE INDEX client_merge_row_merge_idx ON client_merge_row (org_id, merge_id);
      CREATE INDEX client_merge_row_record_idx ON client_merge_row (org_id, record_id);
    `)
    // What was proposed is history: only how far it came can be changed.
    await secureTenantTable(queryRunner, 'client_merge', { appendOnly: true })
    await secureTenantTable(queryRunner, 'client_merge_row', { appendOnly: true })
    await queryRunner.query(`
      GRANT UPDATE (status, reviews_owed, reviewer_id, decided_by_id, decided_at, merged_at, moved_count, note, reversal_reason,
        reversal_asked_by_id, reversal_asked_at, reversed_at, kept, version) ON client_merge TO ${RUNTIME_ROLE};
      GRANT UPDATE (client_id) ON client_consent TO ${RUNTIME_ROLE};
      GRANT UPDATE (client_id) ON client_status_record TO ${RUNTIME_ROLE};
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'client_merge')
    await queryRunner.query(`
      REVOKE UPDATE (client_id) ON client_consent FROM ${RUNTIME_ROLE};
      REVOKE UPDATE (client_id) ON client_status_record FROM ${RUNTIME_ROLE};
      DROP TABLE client_merge_row, client_merge;
    `)
  }
}
