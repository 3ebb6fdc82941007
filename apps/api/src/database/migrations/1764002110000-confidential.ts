import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, secureTenantTable } from './secure.ts'

const REVEALED = `
  insert into client_reveal (org_id, id, at, staff_id, kind, client_id, complaint_id, fields, reason)
  select a.org_id, a.id, a.at, a.actor_id, 'PHONE', c.id, m.id, '{phone}', coalesce(a.reason, '')
    from audit_entry a
    left join complaint m on m.org_id = a.org_id and m.id = a.subject_id
    left join client c on c.org_id = a.org_id and c.id = coalesce(m.client_id, a.subject_id)
   where a.org_id = $1 and a.verb in ('client:revealPhone', 'complaint:revealPhone') and a.actor_id is not null
  returning id`

/** The confidential part of the archive: keys of clients, profiles, status records, who was shown what. */
export class Confidential1764002110000 implements MigrationInterface {
  readonly name = 'Confidential1764002110000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE client_key (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        sealed_key text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE UNIQUE INDEX client_key_client_key ON client_key (org_id, client_id);

      CREATE TABLE client_profile (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        birthday text,
        age_band text,
        occupation text,
        education text,
        income_band text,
        housing text,
        associations text,
        purchased_on text,
        purchase_area text,
        purchase_amount_minor text,
        events_attended text,
        id_document_type text,
        id_document_number text,
        id_document_number_masked text,
        on_file text[] NOT NULL,
        set_by_id uuid NOT NULL,
        set_at timestamptz(3) NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, set_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX client_profile_client_key ON client_profile (org_id, client_id);
      CREATE INDEX client_profile_set_by_idx ON client_profile (org_id, set_by_id);

      CREATE TABLE client_status_record (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        ordinal integer NOT NULL,
        legal_representative text,
        general_manager text,
        contact_person text,
        business_licence text,
        tax_registration text,
        website text,
        main_business text,
        headcount integer,
        business_condition text,
        banks text,
        bank_account text,
        bank_account_masked text,
        loans text,
        cash_turnover_minor text,
        credit_status text,
        payment_handler text,
        payment_attitude text,
        payment_instrument text,
        highest_monthly_purchase_minor bigint,
        average_monthly_purchase_minor bigint,
        service_channel text,
        service_frequency text,
        potential text,
        satisfaction text,
        remark text,
        on_file text[] NOT NULL,
        changed_fields text[] NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX client_status_record_key ON client_status_record (org_id, client_id, ordinal);
      CREATE INDEX client_status_record_recorded_by_idx ON client_status_record (org_id, recorded_by_id);

      CREATE TABLE client_reveal (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        staff_id uuid NOT NULL,
        kind text NOT NULL,
        client_id uuid,
        complaint_id uuid,
        fields text[] NOT NULL,
        reason text NOT NULL,
        is_beyond boolean NOT NULL DEFAULT false,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, staff_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id)
      );
      CREATE INDEX client_reveal_at_idx ON client_reveal (org_id, at, id);
      CREATE INDEX client_reveal_staff_idx ON client_reveal (org_id, staff_id, at);
      CREATE INDEX client_reveal_client_idx ON client_reveal (org_id, client_id, at);
      CREATE INDEX client_reveal_complaint_idx ON client_reveal (org_id, complaint_id);

      CREATE TABLE reveal_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        tell_above integer NOT NULL,
        refuse_above integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX reveal_policy_key ON reveal_policy (org_id);
    `)
    await secureTenantTable(queryRunner, 'client_key', { appendOnly: true, removable: true })
    await secureTenantTable(queryRunner, 'client_profile')
    await secureTenantTable(queryRunner, 'client_status_record', { appendOnly: true })
    await secureTenantTable(queryRunner, 'client_reveal', { appendOnly: true })
    await secureTenantTable(queryRunner, 'reveal_policy')
    // Numbers that were shown before stand in the audit alone.
    await forEachOrganization(queryRunner, async (orgId) => {
      const rows = (await queryRunner.query(REVEALED, [orgId])) as readonly unknown[]
      return rows.length
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      'DROP TABLE reveal_policy, client_reveal, client_status_record, client_profile, client_key',
    )
  }
}
