import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Clients and the units they live or work in. */
export class Clients1763800300000 implements MigrationInterface {
  readonly name = 'Clients1763800300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    // Lets one GIN index begin with the organization: a look-up never reads another tenant's part of it.
    await queryRunner.query('CREATE EXTENSION IF NOT EXISTS btree_gin')

    await queryRunner.query(`
      CREATE TABLE client (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL,
        kind text NOT NULL,
        relation text NOT NULL,
        name text NOT NULL,
        phone text,
        phone_masked text,
        phone_tail text,
        search_grams text[] NOT NULL DEFAULT '{}',
        key_account_manager_id uuid,
        project_id uuid,
        building_id uuid,
        created_at timestamptz(3) NOT NULL,
        archived_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, key_account_manager_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX client_code_key ON client (org_id, code);
      CREATE INDEX client_building_idx ON client (org_id, building_id);
      CREATE INDEX client_key_account_manager_idx ON client (org_id, key_account_manager_id);
      CREATE INDEX client_name_idx ON client (org_id, name, id);
      CREATE INDEX client_phone_tail_idx ON client (org_id, phone_tail);
      CREATE INDEX client_project_idx ON client (org_id, project_id);
      CREATE INDEX client_grams_idx ON client USING gin (org_id, search_grams);
    `)
    await secureTenantTable(queryRunner, 'client')

    await queryRunner.query(`
      CREATE TABLE client_occupancy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        unit_id uuid NOT NULL,
        relation text NOT NULL,
        from_on date NOT NULL,
        to_on date,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, unit_id) REFERENCES unit (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE INDEX client_occupancy_client_idx ON client_occupancy (org_id, client_id);
      CREATE INDEX client_occupancy_unit_idx ON client_occupancy (org_id, unit_id);
    `)
    await secureTenantTable(queryRunner, 'client_occupancy')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE client_occupancy, client')
  }
}
