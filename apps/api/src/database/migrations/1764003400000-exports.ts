import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Requests for the use of client information, with the clients that each is about, and the numbered copies made of it. */
export class Exports1764003400000 implements MigrationInterface {
  readonly name = 'Exports1764003400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE export_request (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        status text NOT NULL,
        purpose text NOT NULL,
        use text NOT NULL,
        project_id uuid,
        scope_note text NOT NULL,
        client_count integer NOT NULL,
        ids_hash text NOT NULL,
        columns text[] NOT NULL,
        necessity text,
        form text NOT NULL,
        recipient_id uuid,
        recipient_name text,
        recipient_company text,
        copies integer NOT NULL,
        use_from date NOT NULL,
        use_until date NOT NULL,
        requested_by_id uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        decided_by_id uuid,
        decided_at timestamptz(3),
        reason text,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, recipient_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, requested_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX export_request_number_key ON export_request (org_id, number);
      CREATE INDEX export_request_requested_idx ON export_request (org_id, requested_at, id);
      CREATE INDEX export_request_requester_idx ON export_request (org_id, requested_by_id, requested_at);
      CREATE INDEX export_request_project_idx ON export_request (org_id, project_id);
      CREATE INDEX export_request_recipient_idx ON export_request (org_id, recipient_id);
      CREATE INDEX export_request_reviewer_idx ON export_request (org_id, reviewer_id);
      CREATE INDEX export_request_decided_by_idx ON export_request (org_id, decided_by_id);
      CREATE INDEX export_request_updated_by_idx ON export_request (org_id, updated_by_id);
    `)
    await secureTenantTable(queryRunner, 'export_request')

    await queryRunner.query(`
      CREATE TABLE export_scope (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_ids uuid[] NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES export_request (org_id, id)
      );
    `)
    await secureTenantTable(queryRunner, 'export_scope', { appendOnly: true })

    await queryRunner.query(`
      CREATE TABLE controlled_copy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        request_id uuid NOT NULL,
        number text NOT NULL,
        status text NOT NULL,
        form text NOT NULL,
        project_id uuid,
        requested_by_id uuid NOT NULL,
        holder_id uuid NOT NULL,
        recipient text NOT NULL,
        mark text NOT NULL,
        progress integer NOT NULL DEFAULT 0,
        produced_at timestamptz(3),
        file_id uuid,
        file_hash text,
        size_bytes integer,
        received_at timestamptz(3),
        signer text,
        due_on date NOT NULL,
        returned_at timestamptz(3),
        returned_to_id uuid,
        return_note text,
        destruction_revision_id uuid,
        destroyed_at timestamptz(3),
        chased integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, request_id) REFERENCES export_request (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, requested_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, holder_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, returned_to_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, destruction_revision_id) REFERENCES document_revision (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX controlled_copy_number_key ON controlled_copy (org_id, number);
      CREATE UNIQUE INDEX controlled_copy_mark_key ON controlled_copy (org_id, mark);
      CREATE INDEX controlled_copy_due_idx ON controlled_copy (org_id, due_on, id);
      CREATE INDEX controlled_copy_request_idx ON controlled_copy (org_id, request_id);
      CREATE INDEX controlled_copy_project_idx ON controlled_copy (org_id, project_id);
      CREATE INDEX controlled_copy_requester_idx ON controlled_copy (org_id, requested_by_id);
      CREATE INDEX controlled_copy_holder_idx ON controlled_copy (org_id, holder_id);
      CREATE INDEX controlled_copy_returned_to_idx ON controlled_copy (org_id, returned_to_id);
      CREATE INDEX controlled_copy_destruction_idx ON controlled_copy (org_id, destruction_revision_id);
      CREATE INDEX controlled_copy_updated_by_idx ON controlled_copy (org_id, updated_by_id);
    `)
    await secureTenantTable(queryRunner, 'controlled_copy')

    await queryRunner.query(`
      CREATE TABLE copy_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        level integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES controlled_copy (org_id, id)
      );
      CREATE TABLE copy_link (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        copy_id uuid NOT NULL,
        staff_id uuid NOT NULL,
        token_hash bytea NOT NULL,
        expires_at timestamptz(3) NOT NULL,
        used_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, copy_id) REFERENCES controlled_copy (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX copy_link_token_key ON copy_link (org_id, token_hash);
      CREATE INDEX copy_link_copy_idx ON copy_link (org_id, copy_id);
      CREATE INDEX copy_link_staff_idx ON copy_link (org_id, staff_id);
    `)
    await secureTenantTable(queryRunner, 'copy_due')
    await openToWorker(queryRunner, 'copy_due')
    await secureTenantTable(queryRunner, 'copy_link')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'export_request', 'controlled_copy')
    await queryRunner.query('DROP TABLE copy_link, copy_due, controlled_copy, export_scope, export_request')
  }
}
