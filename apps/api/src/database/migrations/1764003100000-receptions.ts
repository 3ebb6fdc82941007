import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Receptions and calls: what a client said without a case. */
export class Receptions1764003100000 implements MigrationInterface {
  readonly name = 'Receptions1764003100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE reception (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        channel text NOT NULL,
        direction text NOT NULL,
        purpose text NOT NULL,
        words text NOT NULL,
        contact_id uuid,
        member_id uuid,
        result text,
        next_step text,
        next_on date,
        at timestamptz(3) NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        complaint_id uuid,
        earlier jsonb NOT NULL DEFAULT '[]',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, contact_id) REFERENCES client_contact (org_id, id),
        FOREIGN KEY (org_id, member_id) REFERENCES client_member (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX reception_client_idx ON reception (org_id, client_id, at, id);
      CREATE INDEX reception_recorded_by_idx ON reception (org_id, recorded_by_id, at, id);
      CREATE INDEX reception_contact_idx ON reception (org_id, contact_id);
      CREATE INDEX reception_member_idx ON reception (org_id, member_id);
      CREATE INDEX reception_complaint_idx ON reception (org_id, complaint_id);
    `)
    await secureTenantTable(queryRunner, 'reception')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE reception')
  }
}
