import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** The archive of a client: how it was opened, contacts, household, stays with share and who recorded them, consents. */
export class ClientArchive1764002000000 implements MigrationInterface {
  readonly name = 'ClientArchive1764002000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE unit ADD developer text, ADD warranty_ends_on date;

      ALTER TABLE client
        ADD source text, ADD referrer text, ADD opened_by_id uuid, ADD explained_at timestamptz(3), ADD archive_reason text,
        ADD FOREIGN KEY (org_id, opened_by_id) REFERENCES staff (org_id, id);
      CREATE INDEX client_opened_by_idx ON client (org_id, opened_by_id);

      ALTER TABLE client_occupancy
        ADD moved_in_on date, ADD share_basis_points integer, ADD recorded_by_id uuid, ADD withdrawn_at timestamptz(3),
        ADD version integer NOT NULL DEFAULT 1,
        ADD FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id);
      CREATE INDEX client_occupancy_recorded_by_idx ON client_occupancy (org_id, recorded_by_id);

      CREATE TABLE client_contact (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        name text NOT NULL,
        phone text,
        phone_masked text,
        email text,
        email_masked text,
        employer text,
        position text,
        rank text,
        decision_roles text[] NOT NULL DEFAULT '{}',
        concerns text,
        channels text[] NOT NULL DEFAULT '{}',
        preferred_hours text,
        frequency text,
        birthday date,
        interests text,
        do_not_contact boolean NOT NULL DEFAULT false,
        is_primary boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL,
        removed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE INDEX client_contact_client_idx ON client_contact (org_id, client_id);
      CREATE UNIQUE INDEX client_contact_primary_key ON client_contact (org_id, client_id)
        WHERE is_primary AND removed_at IS NULL;

      CREATE TABLE client_member (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        name text NOT NULL,
        kinship text NOT NULL,
        life_stage text,
        note text,
        created_at timestamptz(3) NOT NULL,
        removed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE INDEX client_member_client_idx ON client_member (org_id, client_id);

      CREATE TABLE client_consent (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        purpose text NOT NULL,
        decision text NOT NULL,
        way text NOT NULL,
        at timestamptz(3) NOT NULL,
        recorded_by_id uuid NOT NULL,
        note text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX client_consent_client_idx ON client_consent (org_id, client_id);
      CREATE INDEX client_consent_recorded_by_idx ON client_consent (org_id, recorded_by_id);
    `)
    await secureTenantTable(queryRunner, 'client_contact')
    await secureTenantTable(queryRunner, 'client_member')
    await secureTenantTable(queryRunner, 'client_consent', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE client_consent, client_member, client_contact;
      ALTER TABLE client_occupancy
        DROP moved_in_on, DROP share_basis_points, DROP recorded_by_id, DROP withdrawn_at, DROP version;
      ALTER TABLE client DROP source, DROP referrer, DROP opened_by_id, DROP explained_at, DROP archive_reason;
      ALTER TABLE unit DROP developer, DROP warranty_ends_on`)
  }
}
