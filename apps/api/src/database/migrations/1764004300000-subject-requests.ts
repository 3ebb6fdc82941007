import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Requests of data subjects, the clock of each, and by when they are answered. */
export class SubjectRequests1764004300000 implements MigrationInterface {
  readonly name = 'SubjectRequests1764004300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE subject_request (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        client_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        asked_by text NOT NULL,
        requester_name text,
        channel text NOT NULL,
        words text NOT NULL,
        registered_by_id uuid NOT NULL,
        registered_at timestamptz(3) NOT NULL,
        due_at timestamptz(3) NOT NULL,
        proof text,
        proof_note text,
        verified_by_id uuid,
        verified_at timestamptz(3),
        decided_by_id uuid,
        decided_at timestamptz(3),
        answer text,
        refusal text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, registered_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, verified_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX subject_request_number_key ON subject_request (org_id, number);
      CREATE INDEX subject_request_due_idx ON subject_request (org_id, due_at, id);
      CREATE INDEX subject_request_client_idx ON subject_request (org_id, client_id, registered_at);
      CREATE INDEX subject_request_registered_by_idx ON subject_request (org_id, registered_by_id);
      CREATE INDEX subject_request_verified_by_idx ON subject_request (org_id, verified_by_id);
      CREATE INDEX subject_request_decided_by_idx ON subject_request (org_id, decided_by_id);
      CREATE INDEX subject_request_updated_by_idx ON subject_request (org_id, updated_by_id);

      CREATE TABLE subject_request_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        step text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES subject_request (org_id, id)
      );

      CREATE TABLE subject_request_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        answer_within_days integer NOT NULL,
        warn_before_days integer NOT NULL,
        escalate_after_days integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX subject_request_policy_key ON subject_request_policy (org_id);
    `)
    await secureTenantTable(queryRunner, 'subject_request')
    await secureTenantTable(queryRunner, 'subject_request_due')
    await openToWorker(queryRunner, 'subject_request_due')
    await secureTenantTable(queryRunner, 'subject_request_policy')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'subject_request')
    await queryRunner.query('DROP TABLE subject_request_policy, subject_request_due, subject_request')
  }
}
