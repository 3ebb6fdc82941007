import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** How each signature is proven: what is asked, what is shown, what was given. */
export class SignatureProofs1764000900000 implements MigrationInterface {
  readonly name = 'SignatureProofs1764000900000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE signature_proof_rule (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        subject text NOT NULL,
        level text NOT NULL,
        from_minor bigint,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX signature_proof_rule_key ON signature_proof_rule (org_id, subject);

      CREATE TABLE signature_request (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        request_hash text NOT NULL,
        verb text NOT NULL,
        level text NOT NULL,
        nonce text NOT NULL,
        seed bytea,
        shown jsonb,
        created_at timestamptz(3) NOT NULL,
        requested_at timestamptz(3) NOT NULL DEFAULT clock_timestamp(),
        expires_at timestamptz(3) NOT NULL,
        proven_at timestamptz(3),
        proof jsonb,
        ended_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX signature_request_call_idx ON signature_request (org_id, staff_id, request_hash);
      CREATE INDEX signature_request_expires_idx ON signature_request (org_id, expires_at);

      ALTER TABLE sign_off
        ADD COLUMN proof_method text NOT NULL DEFAULT 'SESSION',
        ADD COLUMN proof_at timestamptz(3),
        ADD COLUMN proof jsonb,
        ADD COLUMN amount_minor bigint;

      ALTER TABLE ledger_entry DROP CONSTRAINT IF EXISTS ledger_entry_org_id_id_fkey;
    `)
    await secureTenantTable(queryRunner, 'signature_proof_rule')
    await secureTenantTable(queryRunner, 'signature_request', { removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'sign_off')
    await queryRunner.query(`
      ALTER TABLE ledger_entry ADD FOREIGN KEY (org_id, id) REFERENCES sign_off (org_id, id);
      ALTER TABLE sign_off DROP COLUMN amount_minor, DROP COLUMN proof, DROP COLUMN proof_at, DROP COLUMN proof_method;
      DROP TABLE signature_request, signature_proof_rule;
    `)
  }
}
