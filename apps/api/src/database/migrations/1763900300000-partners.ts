import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Partners, the credentials of their programs, and what these spend. */
export class Partners1763900300000 implements MigrationInterface {
  readonly name = 'Partners1763900300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE partner (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        staff_id uuid NOT NULL,
        created_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX partner_name_key ON partner (org_id, name);
      CREATE UNIQUE INDEX partner_staff_key ON partner (org_id, staff_id);
    `)
    await secureTenantTable(queryRunner, 'partner')

    await queryRunner.query(`
      CREATE TABLE partner_credential (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        partner_id uuid NOT NULL,
        label text NOT NULL,
        scopes text[] NOT NULL,
        allowed_from text[] NOT NULL,
        points_per_minute integer NOT NULL,
        created_at timestamptz(3) NOT NULL,
        created_by_id uuid NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, partner_id) REFERENCES partner (org_id, id),
        FOREIGN KEY (org_id, created_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX partner_credential_partner_idx ON partner_credential (org_id, partner_id);
      CREATE INDEX partner_credential_staff_idx ON partner_credential (org_id, created_by_id);
    `)
    await secureTenantTable(queryRunner, 'partner_credential')

    // Written by every request of a partner: room on the page keeps each write inside it.
    await queryRunner.query(`
      CREATE TABLE credential_usage (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        credential_id uuid NOT NULL,
        on_day date NOT NULL,
        requests integer NOT NULL DEFAULT 0,
        points integer NOT NULL DEFAULT 0,
        refused integer NOT NULL DEFAULT 0,
        minute_at timestamptz(3) NOT NULL,
        minute_points integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, credential_id) REFERENCES partner_credential (org_id, id)
      ) WITH (fillfactor = 50);
      CREATE UNIQUE INDEX credential_usage_key ON credential_usage (org_id, credential_id, on_day);
    `)
    await secureTenantTable(queryRunner, 'credential_usage')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE credential_usage, partner_credential, partner')
  }
}
