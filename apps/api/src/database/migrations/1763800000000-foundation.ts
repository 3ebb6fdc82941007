import type { MigrationInterface, QueryRunner } from 'typeorm'
import { RUNTIME_ROLE, openDirectoryTable, secureTenantTable } from './secure.ts'

/** Organizations, their people and places, and how people sign in. */
export class Foundation1763800000000 implements MigrationInterface {
  readonly name = 'Foundation1763800000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`GRANT SELECT ON migration TO ${RUNTIME_ROLE}`)

    await queryRunner.query(`
      CREATE TABLE organization (
        id uuid NOT NULL,
        code text NOT NULL,
        demonstration boolean NOT NULL DEFAULT false,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (id)
      );
      CREATE UNIQUE INDEX organization_code_key ON organization (code);
    `)
    await openDirectoryTable(queryRunner, 'organization', { appendOnly: true })

    await queryRunner.query(`
      CREATE TABLE organization_profile (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        name text NOT NULL,
        time_zone text NOT NULL DEFAULT 'Asia/Shanghai',
        currency text NOT NULL DEFAULT 'CNY',
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX organization_profile_org_key ON organization_profile (org_id);
    `)
    await secureTenantTable(queryRunner, 'organization_profile')

    await queryRunner.query(`
      CREATE TABLE department (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        archived_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX department_code_key ON department (org_id, code);
    `)
    await secureTenantTable(queryRunner, 'department')

    await queryRunner.query(`
      CREATE TABLE staff (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        person_id uuid NOT NULL,
        sign_in_name text NOT NULL,
        name text NOT NULL,
        position text,
        department_id uuid,
        created_at timestamptz(3) NOT NULL,
        disabled_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id)
      );
      CREATE UNIQUE INDEX staff_sign_in_name_key ON staff (org_id, sign_in_name);
      CREATE INDEX staff_department_idx ON staff (org_id, department_id);
    `)
    await secureTenantTable(queryRunner, 'staff')

    await queryRunner.query(`
      CREATE TABLE staff_role (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        role text NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX staff_role_key ON staff_role (org_id, staff_id, role);
    `)
    await secureTenantTable(queryRunner, 'staff_role', { removable: true })

    await queryRunner.query(`
      CREATE TABLE project (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL,
        name text NOT NULL,
        type text NOT NULL,
        address text,
        archived_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX project_code_key ON project (org_id, code);
    `)
    await secureTenantTable(queryRunner, 'project')

    await queryRunner.query(`
      CREATE TABLE building (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        project_id uuid NOT NULL,
        name text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id)
      );
      CREATE UNIQUE INDEX building_name_key ON building (org_id, project_id, name);
    `)
    await secureTenantTable(queryRunner, 'building')

    await queryRunner.query(`
      CREATE TABLE unit (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        project_id uuid NOT NULL,
        building_id uuid NOT NULL,
        label text NOT NULL,
        floor integer,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id)
      );
      CREATE UNIQUE INDEX unit_label_key ON unit (org_id, building_id, label);
      CREATE INDEX unit_project_idx ON unit (org_id, project_id);
    `)
    await secureTenantTable(queryRunner, 'unit')

    await queryRunner.query(`
      CREATE TABLE staff_territory (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        project_id uuid NOT NULL,
        building_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX staff_territory_key ON staff_territory (org_id, staff_id, project_id, building_id);
      CREATE INDEX staff_territory_building_idx ON staff_territory (org_id, building_id);
      CREATE INDEX staff_territory_project_idx ON staff_territory (org_id, project_id);
    `)
    await secureTenantTable(queryRunner, 'staff_territory', { removable: true })

    await queryRunner.query(`
      CREATE TABLE staff_credential (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL,
        secret_hash text NOT NULL,
        changed_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX staff_credential_key ON staff_credential (org_id, staff_id, kind);
    `)
    await secureTenantTable(queryRunner, 'staff_credential')

    await queryRunner.query(`
      CREATE TABLE session (
        token_hash bytea NOT NULL,
        id uuid NOT NULL,
        org_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz(3) NOT NULL,
        last_seen_at timestamptz(3) NOT NULL,
        idle_seconds integer NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        PRIMARY KEY (token_hash)
      );
      CREATE UNIQUE INDEX session_id_key ON session (org_id, id);
      CREATE INDEX session_staff_idx ON session (org_id, staff_id);
    `)
    await openDirectoryTable(queryRunner, 'session', { removable: true })

    await queryRunner.query(`
      CREATE TABLE sign_in_throttle (
        key text NOT NULL,
        points integer NOT NULL DEFAULT 0,
        expire bigint,
        PRIMARY KEY (key)
      );
    `)
    await openDirectoryTable(queryRunner, 'sign_in_throttle', { removable: true })

    await queryRunner.query(`
      CREATE TABLE idempotency_record (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        key uuid NOT NULL,
        request_hash text NOT NULL,
        result_type text,
        result_id uuid,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX idempotency_record_key ON idempotency_record (org_id, staff_id, key);
      CREATE INDEX idempotency_record_created_idx ON idempotency_record (org_id, created_at);
    `)
    await secureTenantTable(queryRunner, 'idempotency_record', { removable: true })

    await queryRunner.query(`
      CREATE TABLE counter (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        period text NOT NULL,
        last integer NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX counter_key ON counter (org_id, kind, period);
    `)
    await secureTenantTable(queryRunner, 'counter')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE counter, idempotency_record, sign_in_throttle, session, staff_credential, staff_territory, unit, building, project, staff_role, staff, department, organization_profile, organization',
    )
  }
}
