import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Who changed what: history that only grows. */
export class Audit1763800100000 implements MigrationInterface {
  readonly name = 'Audit1763800100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE audit_entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        actor_id uuid,
        verb text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        changes jsonb NOT NULL,
        reason text,
        request_id text NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, actor_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX audit_entry_actor_idx ON audit_entry (org_id, actor_id, at);
      CREATE INDEX audit_entry_at_idx ON audit_entry (org_id, at, id);
      CREATE INDEX audit_entry_subject_idx ON audit_entry (org_id, subject_id, at);
    `)
    await secureTenantTable(queryRunner, 'audit_entry', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'audit_entry')
    await queryRunner.query('DROP TABLE audit_entry')
  }
}
