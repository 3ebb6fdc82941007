import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openDirectoryTable, secureTenantTable } from './secure.ts'

/** How people show that it is them: second factors, recovery codes, reset links, and what a session knows of its proof. */
export class SecondFactors1763900400000 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE session
        ADD COLUMN proved_at timestamptz(3),
        ADD COLUMN proved_by text,
        ADD COLUMN device text,
        ADD COLUMN address_prefix text,
        ADD COLUMN owes_factor boolean NOT NULL DEFAULT false,
        ADD COLUMN challenge text,
        ADD COLUMN challenge_expires_at timestamptz(3)
    `)

    await queryRunner.query(`
      CREATE TABLE second_factor (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        sealed_secret text,
        last_step bigint,
        credential_id text,
        public_key bytea,
        sign_count bigint,
        transports text,
        created_at timestamptz(3) NOT NULL,
        confirmed_at timestamptz(3),
        last_used_at timestamptz(3),
        removed_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX second_factor_staff_idx ON second_factor (org_id, staff_id);
      CREATE UNIQUE INDEX second_factor_credential_key ON second_factor (org_id, credential_id);
    `)
    await secureTenantTable(queryRunner, 'second_factor')

    await queryRunner.query(`
      CREATE TABLE recovery_code (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        code_hash text NOT NULL,
        used_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX recovery_code_key ON recovery_code (org_id, staff_id, code_hash);
    `)
    await secureTenantTable(queryRunner, 'recovery_code', { removable: true })

    await queryRunner.query(`
      CREATE TABLE factor_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        role text NOT NULL,
        since timestamptz(3) NOT NULL,
        grace_days integer NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX factor_policy_role_key ON factor_policy (org_id, role);
    `)
    await secureTenantTable(queryRunner, 'factor_policy', { removable: true })

    await queryRunner.query(`
      CREATE TABLE password_reset (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        secret_hash bytea,
        requested_at timestamptz(3) NOT NULL,
        issued_by_id uuid,
        expires_at timestamptz(3),
        ended_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, issued_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX password_reset_staff_idx ON password_reset (org_id, staff_id);
      CREATE INDEX password_reset_issuer_idx ON password_reset (org_id, issued_by_id);
    `)
    await secureTenantTable(queryRunner, 'password_reset')

    await queryRunner.query(`
      CREATE TABLE sign_in_attempt (
        token_hash bytea NOT NULL,
        org_id uuid,
        staff_id uuid,
        challenge text,
        failures integer NOT NULL DEFAULT 0,
        created_at timestamptz(3) NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        PRIMARY KEY (token_hash)
      );
      CREATE INDEX sign_in_attempt_expires_idx ON sign_in_attempt (expires_at);
    `)
    await openDirectoryTable(queryRunner, 'sign_in_attempt', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE sign_in_attempt, password_reset, factor_policy, recovery_code, second_factor',
    )
    await queryRunner.query(`
      ALTER TABLE session
        DROP COLUMN proved_at, DROP COLUMN proved_by, DROP COLUMN device, DROP COLUMN address_prefix,
        DROP COLUMN owes_factor, DROP COLUMN challenge, DROP COLUMN challenge_expires_at
    `)
  }
}
