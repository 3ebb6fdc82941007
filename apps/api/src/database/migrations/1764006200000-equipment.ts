import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** The equipment register: machines, their outages, their inspections and what came of these. */
export class Equipment1764006200000 implements MigrationInterface {
  readonly name = 'Equipment1764006200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE equipment (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        class text NOT NULL,
        name text NOT NULL,
        project_id uuid NOT NULL,
        building_id uuid,
        place text NOT NULL,
        maker text,
        model text,
        serial text,
        installed_on date,
        warranty_until date,
        state text NOT NULL,
        next_inspection_on date,
        registered_by_id uuid NOT NULL,
        registered_at timestamptz(3) NOT NULL,
        retired_at timestamptz(3),
        retired_by_id uuid,
        retire_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, registered_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, retired_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX equipment_number_key ON equipment (org_id, number);
      CREATE INDEX equipment_project_idx ON equipment (org_id, project_id, number);
      CREATE INDEX equipment_next_inspection_idx ON equipment (org_id, next_inspection_on, id);
      CREATE INDEX equipment_building_idx ON equipment (org_id, building_id);
      CREATE INDEX equipment_registered_by_idx ON equipment (org_id, registered_by_id);
      CREATE INDEX equipment_retired_by_idx ON equipment (org_id, retired_by_id);

      CREATE TABLE equipment_outage (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        equipment_id uuid NOT NULL,
        started_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        cause text NOT NULL,
        note text,
        reported_by_id uuid NOT NULL,
        reported_at timestamptz(3) NOT NULL,
        ended_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, equipment_id) REFERENCES equipment (org_id, id),
        FOREIGN KEY (org_id, reported_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, ended_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX equipment_outage_equipment_idx ON equipment_outage (org_id, equipment_id, started_at, id);
      CREATE UNIQUE INDEX equipment_outage_open_key ON equipment_outage (org_id, equipment_id) WHERE ended_at IS NULL;
      CREATE INDEX equipment_outage_reported_by_idx ON equipment_outage (org_id, reported_by_id);
      CREATE INDEX equipment_outage_ended_by_idx ON equipment_outage (org_id, ended_by_id);

      CREATE TABLE equipment_inspection (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        equipment_id uuid NOT NULL,
        name text NOT NULL,
        basis text NOT NULL,
        every_months integer NOT NULL,
        last_on date,
        next_on date NOT NULL,
        by_whom text NOT NULL,
        scheduled_by_id uuid NOT NULL,
        ended_at timestamptz(3),
        ended_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, equipment_id) REFERENCES equipment (org_id, id),
        FOREIGN KEY (org_id, scheduled_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, ended_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX equipment_inspection_equipment_idx ON equipment_inspection (org_id, equipment_id, next_on, id);
      CREATE INDEX equipment_inspection_next_idx ON equipment_inspection (org_id, next_on, id);
      CREATE INDEX equipment_inspection_scheduled_by_idx ON equipment_inspection (org_id, scheduled_by_id);
      CREATE INDEX equipment_inspection_ended_by_idx ON equipment_inspection (org_id, ended_by_id);

      CREATE TABLE equipment_inspection_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        step text NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES equipment_inspection (org_id, id)
      );

      CREATE TABLE equipment_inspection_record (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        inspection_id uuid NOT NULL,
        equipment_id uuid NOT NULL,
        done_on date NOT NULL,
        by_whom text NOT NULL,
        result text NOT NULL,
        certificate text,
        note text,
        next_on date NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, inspection_id) REFERENCES equipment_inspection (org_id, id),
        FOREIGN KEY (org_id, equipment_id) REFERENCES equipment (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX equipment_inspection_record_inspection_idx ON equipment_inspection_record (org_id, inspection_id, done_on, id);
      CREATE INDEX equipment_inspection_record_equipment_idx ON equipment_inspection_record (org_id, equipment_id, done_on, id);
      CREATE INDEX equipment_inspection_record_recorded_by_idx ON equipment_inspection_record (org_id, recorded_by_id);
    `)
    await secureTenantTable(queryRunner, 'equipment')
    await secureTenantTable(queryRunner, 'equipment_outage')
    await secureTenantTable(queryRunner, 'equipment_inspection')
    await secureTenantTable(queryRunner, 'equipment_inspection_due')
    await openToWorker(queryRunner, 'equipment_inspection_due')
    await secureTenantTable(queryRunner, 'equipment_inspection_record', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'equipment')
    await queryRunner.query(`
      DROP TABLE equipment_inspection_record, equipment_inspection_due, equipment_inspection, equipment_outage, equipment;
    `)
  }
}
