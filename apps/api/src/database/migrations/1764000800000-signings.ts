import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, RUNTIME_ROLE, secureTenantTable } from './secure.ts'

/** Signatures in rounds: steps frozen from a policy, separated duties held by keys, delegation. */
export class Signings1764000800000 implements MigrationInterface {
  readonly name = 'Signings1764000800000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE signature_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        revision integer NOT NULL,
        rules jsonb NOT NULL,
        set_by_id uuid NOT NULL,
        set_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, set_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX signature_policy_key ON signature_policy (org_id, revision);

      CREATE TABLE signing (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        revision integer NOT NULL,
        content text NOT NULL,
        content_hash text NOT NULL,
        policy_revision integer NOT NULL,
        state text NOT NULL,
        part integer NOT NULL DEFAULT 1,
        opened_by_id uuid NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        awaited_since timestamptz(3),
        due_at timestamptz(3),
        ended_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, opened_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX signing_subject_idx ON signing (org_id, subject_id, opened_at);
      CREATE INDEX signing_open_idx ON signing (org_id, due_at, opened_at, id) WHERE state = 'OPEN';
      CREATE INDEX signing_opener_idx ON signing (org_id, opened_by_id);

      CREATE TABLE signing_step (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        signing_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        position integer NOT NULL,
        follows integer NOT NULL,
        part integer NOT NULL,
        meaning text NOT NULL,
        roles text[] NOT NULL,
        amount_minor bigint,
        due_minutes integer,
        state text NOT NULL,
        opened_at timestamptz(3),
        due_at timestamptz(3),
        ended_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, signing_id) REFERENCES signing (org_id, id)
      );
      CREATE UNIQUE INDEX signing_step_key ON signing_step (org_id, signing_id, position);
      CREATE UNIQUE INDEX signing_step_order_key ON signing_step (org_id, signing_id, position, follows, part);

      CREATE TABLE sign_off_person (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        signing_id uuid NOT NULL,
        part integer NOT NULL,
        person_id uuid NOT NULL,
        step integer NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, signing_id, step) REFERENCES signing_step (org_id, signing_id, position)
      );
      CREATE UNIQUE INDEX sign_off_person_key ON sign_off_person (org_id, signing_id, part, person_id);
      CREATE UNIQUE INDEX sign_off_person_step_key ON sign_off_person (org_id, signing_id, part, person_id, step);

      CREATE TABLE delegation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        giver_id uuid NOT NULL,
        giver_person_id uuid NOT NULL,
        receiver_id uuid NOT NULL,
        receiver_person_id uuid NOT NULL,
        kinds text[] NOT NULL,
        most_minor bigint,
        starts_at timestamptz(3) NOT NULL,
        ends_at timestamptz(3) NOT NULL,
        reason text NOT NULL,
        given_at timestamptz(3) NOT NULL,
        revoked_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, giver_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, receiver_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX delegation_giver_idx ON delegation (org_id, giver_id, ends_at);
      CREATE INDEX delegation_receiver_idx ON delegation (org_id, receiver_id, ends_at);

      CREATE UNIQUE INDEX staff_person_key ON staff (org_id, id, person_id);
      ALTER TABLE sign_off
        ADD COLUMN signing_id uuid,
        ADD COLUMN step integer,
        ADD COLUMN follows integer,
        ADD COLUMN part integer,
        ADD COLUMN gives boolean NOT NULL DEFAULT true,
        ADD COLUMN followed_gives boolean NOT NULL DEFAULT true,
        ADD COLUMN delegation_id uuid,
        ADD COLUMN behalf_staff_id uuid,
        ADD COLUMN behalf_person_id uuid;
      CREATE UNIQUE INDEX sign_off_step_key ON sign_off (org_id, signing_id, step);
      CREATE UNIQUE INDEX sign_off_given_key ON sign_off (org_id, signing_id, step, gives);
      ALTER TABLE sign_off
        ADD FOREIGN KEY (org_id, delegation_id) REFERENCES delegation (org_id, id),
        ADD FOREIGN KEY (org_id, signer_id, person_id) REFERENCES staff (org_id, id, person_id),
        ADD FOREIGN KEY (org_id, behalf_staff_id, behalf_person_id) REFERENCES staff (org_id, id, person_id),
        ADD FOREIGN KEY (org_id, signing_id, step, follows, part)
          REFERENCES signing_step (org_id, signing_id, position, follows, part),
        ADD FOREIGN KEY (org_id, signing_id, follows, followed_gives) REFERENCES sign_off (org_id, signing_id, step, gives),
        ADD FOREIGN KEY (org_id, signing_id, part, person_id, step)
          REFERENCES sign_off_person (org_id, signing_id, part, person_id, step),
        ADD FOREIGN KEY (org_id, signing_id, part, behalf_person_id, step)
          REFERENCES sign_off_person (org_id, signing_id, part, person_id, step),
        ADD CONSTRAINT sign_off_step_whole CHECK (
          (signing_id IS NULL) = (step IS NULL) AND (step IS NULL) = (follows IS NULL) AND (step IS NULL) = (part IS NULL)),
        -- Of rounds alone, likewise: what was rejected before has no step that anything could follow.
        ADD CONSTRAINT sign_off_gives CHECK (gives = (meaning <> 'REJECTED') AND followed_gives) NOT VALID,
        ADD CONSTRAINT sign_off_behalf_whole CHECK (
          (delegation_id IS NULL) = (behalf_staff_id IS NULL) AND (delegation_id IS NULL) = (behalf_person_id IS NULL)),
        -- What was signed before there were signings stays as it is; it is not looked at again.
        ADD CONSTRAINT sign_off_duty_in_signing
          CHECK (signing_id IS NOT NULL OR meaning NOT IN ('REVIEWED', 'APPROVED')) NOT VALID;

      CREATE INDEX sign_off_behalf_idx ON sign_off (org_id, behalf_staff_id);
      CREATE INDEX sign_off_delegation_idx ON sign_off (org_id, delegation_id);
      CREATE INDEX signature_policy_setter_idx ON signature_policy (org_id, set_by_id);
      ALTER TABLE complaint ADD COLUMN reviews_owed integer NOT NULL DEFAULT 0, ADD COLUMN reviewer_id uuid;
      ALTER TABLE complaint ADD FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id);
      CREATE INDEX complaint_reviewer_idx ON complaint (org_id, reviewer_id);
    `)
    for (const table of ['signature_policy', 'sign_off_person'])
      await secureTenantTable(queryRunner, table, { appendOnly: true })
    for (const table of ['signing', 'signing_step', 'delegation']) await secureTenantTable(queryRunner, table)
    // What was asked, and of what, is history: only how far it came may move.
    await queryRunner.query(`
      REVOKE UPDATE ON signing, signing_step, delegation FROM ${RUNTIME_ROLE};
      GRANT UPDATE (state, part, awaited_since, due_at, ended_at, version) ON signing TO ${RUNTIME_ROLE};
      GRANT UPDATE (state, opened_at, due_at, ended_at, version) ON signing_step TO ${RUNTIME_ROLE};
      GRANT UPDATE (revoked_at, version) ON delegation TO ${RUNTIME_ROLE};
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'signing', 'delegation', 'signature_policy')
    await queryRunner.query(`
      ALTER TABLE complaint DROP COLUMN reviewer_id, DROP COLUMN reviews_owed;
      ALTER TABLE sign_off DROP CONSTRAINT sign_off_org_id_signer_id_person_id_fkey;
      ALTER TABLE sign_off DROP COLUMN behalf_person_id, DROP COLUMN behalf_staff_id, DROP COLUMN delegation_id,
        DROP COLUMN followed_gives, DROP COLUMN gives, DROP COLUMN part, DROP COLUMN follows, DROP COLUMN step, DROP COLUMN signing_id;
      DROP INDEX staff_person_key;
      DROP TABLE delegation, sign_off_person, signing_step, signing, signature_policy;
    `)
  }
}
