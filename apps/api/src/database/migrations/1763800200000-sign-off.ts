import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Who answers for which content; the salts apart, because they alone can be erased. */
export class SignOff1763800200000 implements MigrationInterface {
  readonly name = 'SignOff1763800200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE sign_off (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        revision integer NOT NULL,
        meaning text NOT NULL,
        signer_id uuid NOT NULL,
        person_id uuid NOT NULL,
        role text NOT NULL,
        comment text,
        content text NOT NULL,
        content_hash text NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, signer_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX sign_off_signer_idx ON sign_off (org_id, signer_id, at);
      CREATE INDEX sign_off_subject_idx ON sign_off (org_id, subject_id, at);
    `)
    await secureTenantTable(queryRunner, 'sign_off', { appendOnly: true })

    await queryRunner.query(`
      CREATE TABLE commitment_salt (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        owner_id uuid NOT NULL,
        path text NOT NULL,
        salt text NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX commitment_salt_key ON commitment_salt (org_id, owner_id, path);
    `)
    await secureTenantTable(queryRunner, 'commitment_salt', { appendOnly: true, removable: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'sign_off')
    await queryRunner.query('DROP TABLE commitment_salt, sign_off')
  }
}
