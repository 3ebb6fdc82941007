import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** What an archive must have, that it was confirmed, and random checks of it. */
export class ArchiveDuty1764004100000 implements MigrationInterface {
  readonly name = 'ArchiveDuty1764004100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE archive_requirement (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        part text NOT NULL,
        field_id uuid,
        kinds text[] NOT NULL,
        relations text[] NOT NULL,
        stale_after_days integer,
        owed_by text NOT NULL,
        retired_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, field_id) REFERENCES custom_field (org_id, id)
      );
      CREATE INDEX archive_requirement_field_idx ON archive_requirement (org_id, field_id);

      CREATE TABLE archive_confirmation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        requirement_ids uuid[] NOT NULL,
        note text,
        confirmed_by_id uuid NOT NULL,
        confirmed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, confirmed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX archive_confirmation_client_idx ON archive_confirmation (org_id, client_id, confirmed_at);
      CREATE INDEX archive_confirmation_by_idx ON archive_confirmation (org_id, confirmed_by_id);

      CREATE TABLE spot_check (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        seed text NOT NULL,
        population integer NOT NULL,
        size integer NOT NULL,
        project_id uuid,
        manager_id uuid,
        drawn_by_id uuid NOT NULL,
        drawn_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, manager_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, drawn_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX spot_check_drawn_idx ON spot_check (org_id, drawn_at, id);
      CREATE INDEX spot_check_project_idx ON spot_check (org_id, project_id);
      CREATE INDEX spot_check_manager_idx ON spot_check (org_id, manager_id);
      CREATE INDEX spot_check_drawn_by_idx ON spot_check (org_id, drawn_by_id);

      CREATE TABLE spot_check_entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        spot_check_id uuid NOT NULL,
        position integer NOT NULL,
        client_id uuid NOT NULL,
        owner_id uuid,
        result text,
        requirement_id uuid,
        note text,
        checked_by_id uuid,
        checked_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, spot_check_id) REFERENCES spot_check (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, owner_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, requirement_id) REFERENCES archive_requirement (org_id, id),
        FOREIGN KEY (org_id, checked_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX spot_check_entry_key ON spot_check_entry (org_id, spot_check_id, client_id);
      CREATE INDEX spot_check_entry_client_idx ON spot_check_entry (org_id, client_id);
      CREATE INDEX spot_check_entry_owner_idx ON spot_check_entry (org_id, owner_id);
      CREATE INDEX spot_check_entry_requirement_idx ON spot_check_entry (org_id, requirement_id);
      CREATE INDEX spot_check_entry_checked_by_idx ON spot_check_entry (org_id, checked_by_id);

      -- A work list of a community or of a manager is paged by code, and is read no further than its page.
      CREATE INDEX client_project_code_idx ON client (org_id, project_id, code, id);
      CREATE INDEX client_manager_code_idx ON client (org_id, key_account_manager_id, code, id);
      DROP INDEX client_project_idx, client_key_account_manager_idx;
    `)
    await secureTenantTable(queryRunner, 'archive_requirement')
    await secureTenantTable(queryRunner, 'archive_confirmation', { appendOnly: true })
    await secureTenantTable(queryRunner, 'spot_check', { appendOnly: true })
    await secureTenantTable(queryRunner, 'spot_check_entry')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX client_project_idx ON client (org_id, project_id);
      CREATE INDEX client_key_account_manager_idx ON client (org_id, key_account_manager_id);
      DROP INDEX client_project_code_idx, client_manager_code_idx;
      DROP TABLE spot_check_entry, spot_check, archive_confirmation, archive_requirement;
    `)
  }
}
