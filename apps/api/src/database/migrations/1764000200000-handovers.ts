import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Hand-overs of cases and shifts with their frozen lists, and when an unaccepted one is told again. */
export class Handovers1764000200000 implements MigrationInterface {
  readonly name = 'Handovers1764000200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE handover (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        giver_id uuid NOT NULL,
        receiver_id uuid,
        department_id uuid,
        note text,
        offered_at timestamptz(3) NOT NULL,
        answered_by_id uuid,
        answered_at timestamptz(3),
        reason text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, answered_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, receiver_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, giver_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX handover_answered_by_idx ON handover (org_id, answered_by_id);
      CREATE INDEX handover_department_idx ON handover (org_id, department_id, offered_at);
      CREATE INDEX handover_giver_idx ON handover (org_id, giver_id, offered_at);
      CREATE INDEX handover_offered_idx ON handover (org_id, offered_at, id);
      CREATE INDEX handover_receiver_idx ON handover (org_id, receiver_id, offered_at);
      CREATE INDEX handover_updated_by_idx ON handover (org_id, updated_by_id);
    `)
    await secureTenantTable(queryRunner, 'handover')

    await queryRunner.query(`
      CREATE TABLE handover_item (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        handover_id uuid NOT NULL,
        position integer NOT NULL,
        complaint_id uuid NOT NULL,
        promise_id uuid,
        number text NOT NULL,
        severity smallint NOT NULL,
        summary text,
        status text,
        promise_status text,
        promise_kind text,
        what text,
        due_at timestamptz(3),
        remark text,
        question text,
        asked_by_id uuid,
        reply text,
        added_at timestamptz(3) NOT NULL,
        outcome text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, asked_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, promise_id) REFERENCES promise (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, handover_id) REFERENCES handover (org_id, id)
      );
      CREATE INDEX handover_item_asked_by_idx ON handover_item (org_id, asked_by_id);
      CREATE INDEX handover_item_complaint_idx ON handover_item (org_id, complaint_id);
      CREATE UNIQUE INDEX handover_item_position_key ON handover_item (org_id, handover_id, position);
      CREATE INDEX handover_item_promise_idx ON handover_item (org_id, promise_id);
    `)
    await secureTenantTable(queryRunner, 'handover_item')

    await queryRunner.query(`
      CREATE TABLE handover_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        reminders integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES handover (org_id, id)
      );
    `)
    await secureTenantTable(queryRunner, 'handover_due')
    await openToWorker(queryRunner, 'handover_due')

    // A case is in one hand-over at most: that is what this column says.
    await queryRunner.query(`
      ALTER TABLE complaint
        ADD COLUMN handover_id uuid,
        ADD FOREIGN KEY (org_id, handover_id) REFERENCES handover (org_id, id);
      CREATE INDEX complaint_handover_idx ON complaint (org_id, handover_id);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'handover')
    await queryRunner.query('ALTER TABLE complaint DROP COLUMN handover_id')
    await queryRunner.query('DROP TABLE handover_due, handover_item, handover')
  }
}
