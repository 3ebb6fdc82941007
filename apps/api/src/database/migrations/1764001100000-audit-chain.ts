import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** The reason of a row written before becomes a commitment too; its salt stands among the others. */
const COMMIT_REASONS = `
  WITH salted AS (
    SELECT a.org_id, a.id, uuid_send(gen_random_uuid()) AS salt, to_jsonb(normalize(a.reason, NFC))::text AS value
      FROM audit_entry a WHERE a.reason IS NOT NULL),
  kept AS (
    INSERT INTO commitment_salt (org_id, id, owner_id, path, salt)
    SELECT org_id, gen_random_uuid(), id, 'reason', encode(salt, 'hex') FROM salted)
  UPDATE audit_entry a SET reason_commitment = encode(sha256(s.salt || convert_to(s.value, 'UTF8')), 'hex')
    FROM salted s WHERE s.org_id = a.org_id AND s.id = a.id`

/** The audit trail as a second chain: what waits for its place, and what has one; heads, checkpoints and verifications name theirs. */
export class AuditChain1764001100000 implements MigrationInterface {
  readonly name = 'AuditChain1764001100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE ledger_head ADD COLUMN chain text NOT NULL DEFAULT 'SIGN_OFFS';
      ALTER TABLE ledger_head ALTER COLUMN chain DROP DEFAULT;
      DROP INDEX ledger_head_key;
      CREATE UNIQUE INDEX ledger_head_key ON ledger_head (org_id, chain);

      ALTER TABLE ledger_checkpoint ADD COLUMN chain text NOT NULL DEFAULT 'SIGN_OFFS';
      ALTER TABLE ledger_checkpoint ALTER COLUMN chain DROP DEFAULT;
      DROP INDEX ledger_checkpoint_key;
      CREATE UNIQUE INDEX ledger_checkpoint_key ON ledger_checkpoint (org_id, chain, size);

      ALTER TABLE ledger_verification ADD COLUMN chain text NOT NULL DEFAULT 'SIGN_OFFS';
      ALTER TABLE ledger_verification ALTER COLUMN chain DROP DEFAULT;

      ALTER TABLE audit_entry ADD COLUMN reason_commitment text;

      CREATE TABLE audit_chain_entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        seq bigint NOT NULL,
        at bigint NOT NULL,
        prev bytea NOT NULL,
        body text NOT NULL,
        sig bytea NOT NULL,
        hash bytea NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES audit_entry (org_id, id)
      );
      CREATE UNIQUE INDEX audit_chain_entry_seq_key ON audit_chain_entry (org_id, seq);

      CREATE TABLE audit_unchained (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES audit_entry (org_id, id)
      );
      CREATE INDEX audit_unchained_at_idx ON audit_unchained (org_id, at, id);
    `)
    for (const table of ['audit_chain_entry', 'audit_unchained'])
      await secureTenantTable(queryRunner, table, { appendOnly: true })
    // The worker takes out what has its place.
    await openToWorker(queryRunner, 'audit_unchained')
    await forEachOrganization(queryRunner, async () => {
      await queryRunner.query(COMMIT_REASONS)
      const [, rows] = (await queryRunner.query(
        'INSERT INTO audit_unchained (org_id, id, at) SELECT org_id, id, at FROM audit_entry',
      )) as [unknown, number]
      return rows
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'audit_chain_entry')
    await queryRunner.query(`
      DROP TABLE audit_unchained, audit_chain_entry;
      ALTER TABLE audit_entry DROP COLUMN reason_commitment;
      ALTER TABLE ledger_verification DROP COLUMN chain;
      DROP INDEX ledger_checkpoint_key;
      ALTER TABLE ledger_checkpoint DROP COLUMN chain;
      CREATE UNIQUE INDEX ledger_checkpoint_key ON ledger_checkpoint (org_id, size);
      DROP INDEX ledger_head_key;
      ALTER TABLE ledger_head DROP COLUMN chain;
      CREATE UNIQUE INDEX ledger_head_key ON ledger_head (org_id);
    `)
  }
}
