import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** A task keeps the last day that was agreed on when its holder moves it; and holders are reminded of last days, each step once. */
export class MovedTasks1764007200000 implements MigrationInterface {
  readonly name = 'MovedTasks1764007200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE plan_task ADD COLUMN agreed_due_on date;
      CREATE TABLE plan_reminder (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        due_on date NOT NULL,
        step text NOT NULL,
        told_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, task_id) REFERENCES plan_task (org_id, id)
      );
      CREATE UNIQUE INDEX plan_reminder_key ON plan_reminder (org_id, task_id, due_on, step);
    `)
    await secureTenantTable(queryRunner, 'plan_reminder', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE plan_reminder; ALTER TABLE plan_task DROP COLUMN agreed_due_on')
  }
}
