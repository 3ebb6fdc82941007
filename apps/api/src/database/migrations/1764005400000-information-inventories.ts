import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Heads of departments; inventories of client information with their confirmations and checks; breaches of confidentiality. */
export class InformationInventories1764005400000 implements MigrationInterface {
  readonly name = 'InformationInventories1764005400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE department ADD head_id uuid;

      CREATE TABLE information_inventory (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_on date NOT NULL,
        confirmed_at timestamptz(3),
        confirmed_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, confirmed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX information_inventory_due_on_idx ON information_inventory (org_id, due_on, id);
      CREATE INDEX information_inventory_confirmed_by_idx ON information_inventory (org_id, confirmed_by_id);

      CREATE TABLE information_inventory_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES information_inventory (org_id, id)
      );

      CREATE TABLE information_inventory_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        confirm_every_months integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX information_inventory_policy_key ON information_inventory_policy (org_id);

      CREATE TABLE information_item (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        medium text NOT NULL,
        place text NOT NULL,
        keeper_id uuid NOT NULL,
        purpose text NOT NULL,
        class text NOT NULL,
        kept_from date NOT NULL,
        keep_months integer,
        destruction text NOT NULL,
        entered_by_id uuid NOT NULL,
        entered_at timestamptz(3) NOT NULL,
        retired_at timestamptz(3),
        retired_by_id uuid,
        retire_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, keeper_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, entered_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, retired_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX information_item_department_idx ON information_item (org_id, department_id, entered_at, id);
      CREATE INDEX information_item_keeper_idx ON information_item (org_id, keeper_id);
      CREATE INDEX information_item_entered_by_idx ON information_item (org_id, entered_by_id);
      CREATE INDEX information_item_retired_by_idx ON information_item (org_id, retired_by_id);

      CREATE TABLE information_item_statement (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        item_id uuid NOT NULL,
        department_id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        medium text NOT NULL,
        place text NOT NULL,
        keeper_id uuid NOT NULL,
        purpose text NOT NULL,
        class text NOT NULL,
        kept_from date NOT NULL,
        keep_months integer,
        destruction text NOT NULL,
        stated_by_id uuid NOT NULL,
        stated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, item_id) REFERENCES information_item (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, keeper_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, stated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX information_item_statement_item_idx ON information_item_statement (org_id, item_id, stated_at, id);
      CREATE INDEX information_item_statement_department_idx ON information_item_statement (org_id, department_id);
      CREATE INDEX information_item_statement_keeper_idx ON information_item_statement (org_id, keeper_id);
      CREATE INDEX information_item_statement_stated_by_idx ON information_item_statement (org_id, stated_by_id);

      CREATE TABLE information_confirmation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        items integer NOT NULL,
        held integer NOT NULL,
        content_hash text NOT NULL,
        note text,
        confirmed_by_id uuid NOT NULL,
        confirmed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, confirmed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX information_confirmation_department_idx ON information_confirmation (org_id, department_id, confirmed_at, id);
      CREATE INDEX information_confirmation_by_idx ON information_confirmation (org_id, confirmed_by_id);

      CREATE TABLE information_check (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        department_id uuid NOT NULL,
        item_id uuid,
        finding text NOT NULL,
        note text NOT NULL,
        checked_by_id uuid NOT NULL,
        checked_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, item_id) REFERENCES information_item (org_id, id),
        FOREIGN KEY (org_id, checked_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX information_check_department_idx ON information_check (org_id, department_id, checked_at, id);
      CREATE INDEX information_check_item_idx ON information_check (org_id, item_id);
      CREATE INDEX information_check_by_idx ON information_check (org_id, checked_by_id);

      CREATE TABLE information_breach (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        status text NOT NULL,
        department_id uuid NOT NULL,
        item_id uuid,
        check_id uuid,
        staff_id uuid NOT NULL,
        happened_on date NOT NULL,
        what text NOT NULL,
        evidence text NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        statement text,
        stated_at timestamptz(3),
        conclusion text,
        unheard text,
        concluded_by_id uuid,
        concluded_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, item_id) REFERENCES information_item (org_id, id),
        FOREIGN KEY (org_id, check_id) REFERENCES information_check (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, concluded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX information_breach_number_key ON information_breach (org_id, number);
      CREATE INDEX information_breach_recorded_idx ON information_breach (org_id, recorded_at, id);
      CREATE INDEX information_breach_department_idx ON information_breach (org_id, department_id);
      CREATE INDEX information_breach_item_idx ON information_breach (org_id, item_id);
      CREATE INDEX information_breach_check_idx ON information_breach (org_id, check_id);
      CREATE INDEX information_breach_staff_idx ON information_breach (org_id, staff_id);
      CREATE INDEX information_breach_recorded_by_idx ON information_breach (org_id, recorded_by_id);
      CREATE INDEX information_breach_concluded_by_idx ON information_breach (org_id, concluded_by_id);
    `)
    await secureTenantTable(queryRunner, 'information_inventory')
    await secureTenantTable(queryRunner, 'information_inventory_due')
    await openToWorker(queryRunner, 'information_inventory_due')
    await secureTenantTable(queryRunner, 'information_inventory_policy')
    await secureTenantTable(queryRunner, 'information_item')
    await secureTenantTable(queryRunner, 'information_item_statement', { appendOnly: true })
    await secureTenantTable(queryRunner, 'information_confirmation', { appendOnly: true })
    await secureTenantTable(queryRunner, 'information_check', { appendOnly: true })
    await secureTenantTable(queryRunner, 'information_breach')
    // Departments that exist owe their first confirmation a month from now.
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query(
        `INSERT INTO information_inventory (org_id, id, due_on)
         SELECT org_id, id, current_date + 30 FROM department WHERE org_id = $1 AND archived_at IS NULL`,
        [orgId],
      )
      await queryRunner.query(
        `INSERT INTO information_inventory_due (org_id, id, due_at)
         SELECT org_id, id, now() + interval '31 days' FROM information_inventory WHERE org_id = $1`,
        [orgId],
      )
      return 0
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'information_breach', 'information_confirmation')
    await queryRunner.query(`
      DROP TABLE information_breach, information_check, information_confirmation, information_item_statement, information_item,
        information_inventory_policy, information_inventory_due, information_inventory;
      ALTER TABLE department DROP COLUMN head_id;
    `)
  }
}
