import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** When shifts change, when a hand-over is told again, and who is on which shift. */
export class Shifts1764001200000 implements MigrationInterface {
  readonly name = 'Shifts1764001200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE shift_plan (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        early_start smallint NOT NULL,
        middle_start smallint NOT NULL,
        night_start smallint NOT NULL,
        reminder_minutes integer[] NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX shift_plan_key ON shift_plan (org_id);

      CREATE TABLE duty (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        on_day date NOT NULL,
        shift text NOT NULL,
        staff_id uuid NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX duty_key ON duty (org_id, department_id, on_day, shift, staff_id);
      CREATE INDEX duty_staff_idx ON duty (org_id, staff_id);
    `)
    await secureTenantTable(queryRunner, 'shift_plan')
    await secureTenantTable(queryRunner, 'duty', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE duty, shift_plan')
  }
}
