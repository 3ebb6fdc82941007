import type { MigrationInterface, QueryRunner } from 'typeorm'
import { openToWorker, secureTenantTable } from './secure.ts'

/** What staff are told, what clients are owed, and the mails of both. */
export class Notices1763900600000 implements MigrationInterface {
  readonly name = 'Notices1763900600000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE client ADD COLUMN email text, ADD COLUMN email_masked text;

      CREATE TABLE mail (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        template text NOT NULL,
        locale text NOT NULL,
        staff_id uuid,
        status text NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        last_error text,
        message_id text,
        created_at timestamptz(3) NOT NULL,
        tried_at timestamptz(3),
        sent_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX mail_created_idx ON mail (org_id, created_at, id);
      CREATE INDEX mail_staff_idx ON mail (org_id, staff_id);

      CREATE TABLE notice (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL,
        severity text NOT NULL,
        event_id uuid NOT NULL,
        subject_type text NOT NULL,
        subject_id uuid NOT NULL,
        complaint_id uuid,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        body_zh text NOT NULL,
        body_en text NOT NULL,
        at timestamptz(3) NOT NULL,
        read_at timestamptz(3),
        mail_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, mail_id) REFERENCES mail (org_id, id)
      );
      CREATE UNIQUE INDEX notice_once_key ON notice (org_id, event_id, staff_id, kind);
      CREATE INDEX notice_staff_idx ON notice (org_id, staff_id, at, id);
      CREATE INDEX notice_unread_idx ON notice (org_id, staff_id) WHERE read_at IS NULL;
      CREATE INDEX notice_complaint_idx ON notice (org_id, complaint_id);
      CREATE INDEX notice_mail_idx ON notice (org_id, mail_id);

      CREATE TABLE notice_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES notice (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX notice_due_staff_idx ON notice_due (org_id, staff_id);

      CREATE TABLE notice_template (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        key text NOT NULL,
        subject_zh text NOT NULL,
        subject_en text NOT NULL,
        body_zh text NOT NULL,
        body_en text NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX notice_template_key ON notice_template (org_id, key);
      CREATE INDEX notice_template_staff_idx ON notice_template (org_id, updated_by_id);

      CREATE TABLE notice_preference (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        staff_id uuid NOT NULL,
        locale text NOT NULL,
        mail_address text,
        mail_on text[] NOT NULL DEFAULT '{}',
        mail_off text[] NOT NULL DEFAULT '{}',
        quiet_from smallint,
        quiet_to smallint,
        digest_at smallint,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX notice_preference_staff_key ON notice_preference (org_id, staff_id);

      CREATE TABLE client_notice (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        event_id uuid NOT NULL,
        case_status text NOT NULL,
        channel text,
        status text NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        words_zh text NOT NULL,
        words_en text NOT NULL,
        owed_at timestamptz(3) NOT NULL,
        settled_at timestamptz(3),
        told_by_id uuid,
        note text,
        waiver text,
        mail_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, told_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, mail_id) REFERENCES mail (org_id, id)
      );
      CREATE UNIQUE INDEX client_notice_once_key ON client_notice (org_id, event_id);
      CREATE INDEX client_notice_complaint_idx ON client_notice (org_id, complaint_id, owed_at, id);
      CREATE INDEX client_notice_owed_idx ON client_notice (org_id, owed_at) WHERE status = 'OWED';
      CREATE INDEX client_notice_told_by_idx ON client_notice (org_id, told_by_id);
      CREATE INDEX client_notice_mail_idx ON client_notice (org_id, mail_id);
    `)
    for (const table of ['mail', 'notice', 'notice_template', 'notice_preference', 'client_notice'])
      await secureTenantTable(queryRunner, table)
    await secureTenantTable(queryRunner, 'notice_due')
    await openToWorker(queryRunner, 'notice_due')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP TABLE notice_due, notice, client_notice, notice_template, notice_preference, mail;
      ALTER TABLE client DROP COLUMN email, DROP COLUMN email_masked;
    `)
  }
}
