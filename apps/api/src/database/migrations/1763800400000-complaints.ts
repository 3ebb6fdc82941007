import type { MigrationInterface, QueryRunner } from 'typeorm'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** Complaints with their options, timeline and action orders, and who may approve how much. */
export class Complaints1763800400000 implements MigrationInterface {
  readonly name = 'Complaints1763800400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    // One limit a role and cause, and one a role for all other causes.
    await queryRunner.query(`
      CREATE TABLE authority_limit (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        role text NOT NULL,
        cause text,
        limit_minor bigint NOT NULL,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX authority_limit_key ON authority_limit (org_id, role, cause) NULLS NOT DISTINCT;
    `)
    // A limit can be taken back; its end stays in the audit.
    await secureTenantTable(queryRunner, 'authority_limit', { removable: true })

    await queryRunner.query(`
      CREATE TABLE complaint_category (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        code text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        parent_id uuid,
        archived_at timestamptz(3),
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, parent_id) REFERENCES complaint_category (org_id, id)
      );
      CREATE UNIQUE INDEX complaint_category_code_key ON complaint_category (org_id, code);
      CREATE INDEX complaint_category_parent_idx ON complaint_category (org_id, parent_id);
    `)
    await secureTenantTable(queryRunner, 'complaint_category')

    await queryRunner.query(`
      CREATE TABLE complaint (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        track text NOT NULL,
        status text NOT NULL,
        severity smallint NOT NULL,
        purpose text,
        cause text,
        category_id uuid,
        channel text NOT NULL,
        anonymous boolean NOT NULL,
        client_id uuid,
        contact_name text,
        contact_phone text,
        contact_phone_masked text,
        unit_id uuid,
        building_id uuid,
        project_id uuid,
        key_account_manager_id uuid,
        summary text NOT NULL,
        facts text NOT NULL,
        demand text,
        containment text,
        occurred_at timestamptz(3),
        registered_by_id uuid NOT NULL,
        registered_at timestamptz(3) NOT NULL,
        read_back_at timestamptz(3),
        handling_department_id uuid,
        assignee_id uuid,
        acknowledged_at timestamptz(3),
        task_assignee_ids uuid[] NOT NULL DEFAULT '{}',
        dispatched_department_ids uuid[] NOT NULL DEFAULT '{}',
        open_task_count integer NOT NULL DEFAULT 0,
        investigated_by_id uuid,
        findings text,
        was_real boolean,
        fault_share smallint,
        proposed_responsible_department_id uuid,
        responsibility_ruled_by_id uuid,
        cause_note text,
        prevention_note text,
        proposer_id uuid,
        proposal_revision integer NOT NULL DEFAULT 0,
        current_option_id uuid,
        current_option_kind text,
        amount_minor bigint,
        authority_amount_minor bigint,
        currency text NOT NULL,
        approver_id uuid,
        approved_at timestamptz(3),
        offered_at timestamptz(3),
        confirmation_mode text,
        confirmed_at timestamptz(3),
        contact_attempts integer NOT NULL DEFAULT 0,
        handler_id uuid,
        resolved_at timestamptz(3),
        followed_up_by_id uuid,
        followed_up_at timestamptz(3),
        follow_up_satisfied boolean,
        follow_up_count integer NOT NULL DEFAULT 0,
        closed_by_id uuid,
        closed_at timestamptz(3),
        close_reason text,
        referred_to text,
        referred_at timestamptz(3),
        referral_answered_at timestamptz(3),
        merged_into_id uuid,
        reopen_count integer NOT NULL DEFAULT 0,
        external_reference text,
        import_source_id text,
        imported boolean NOT NULL DEFAULT false,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, merged_into_id) REFERENCES complaint (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, closed_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, followed_up_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, handler_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, approver_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, proposer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, responsibility_ruled_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, proposed_responsible_department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, investigated_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, key_account_manager_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, registered_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, handling_department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, category_id) REFERENCES complaint_category (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, unit_id) REFERENCES unit (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id)
      );
      CREATE UNIQUE INDEX complaint_external_reference_key ON complaint (org_id, import_source_id, external_reference);
      CREATE UNIQUE INDEX complaint_number_key ON complaint (org_id, number);
      CREATE INDEX complaint_approver_idx ON complaint (org_id, approver_id);
      CREATE INDEX complaint_assignee_idx ON complaint (org_id, assignee_id);
      CREATE INDEX complaint_building_idx ON complaint (org_id, building_id);
      CREATE INDEX complaint_category_idx ON complaint (org_id, category_id);
      CREATE INDEX complaint_client_idx ON complaint (org_id, client_id);
      CREATE INDEX complaint_closed_by_idx ON complaint (org_id, closed_by_id);
      CREATE INDEX complaint_department_idx ON complaint (org_id, handling_department_id);
      CREATE INDEX complaint_followed_up_by_idx ON complaint (org_id, followed_up_by_id);
      CREATE INDEX complaint_handler_idx ON complaint (org_id, handler_id);
      CREATE INDEX complaint_investigated_by_idx ON complaint (org_id, investigated_by_id);
      CREATE INDEX complaint_key_account_manager_idx ON complaint (org_id, key_account_manager_id);
      CREATE INDEX complaint_merged_into_idx ON complaint (org_id, merged_into_id);
      CREATE INDEX complaint_project_idx ON complaint (org_id, project_id);
      CREATE INDEX complaint_proposer_idx ON complaint (org_id, proposer_id);
      CREATE INDEX complaint_registered_by_idx ON complaint (org_id, registered_by_id);
      CREATE INDEX complaint_registered_idx ON complaint (org_id, registered_at, id);
      CREATE INDEX complaint_responsibility_ruled_by_idx ON complaint (org_id, responsibility_ruled_by_id);
      CREATE INDEX complaint_responsible_department_idx ON complaint (org_id, proposed_responsible_department_id);
      CREATE INDEX complaint_severity_idx ON complaint (org_id, severity, registered_at, id);
      CREATE INDEX complaint_status_idx ON complaint (org_id, status, registered_at, id);
      CREATE INDEX complaint_unit_idx ON complaint (org_id, unit_id);
      CREATE INDEX complaint_updated_by_idx ON complaint (org_id, updated_by_id);
    `)
    await secureTenantTable(queryRunner, 'complaint')

    await queryRunner.query(`
      CREATE TABLE complaint_option (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        revision integer NOT NULL,
        rank smallint NOT NULL,
        recommended boolean NOT NULL,
        kind text NOT NULL,
        description text NOT NULL,
        amount_minor bigint NOT NULL,
        status text NOT NULL,
        approved_at timestamptz(3),
        reason text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id)
      );
      CREATE UNIQUE INDEX complaint_option_rank_key ON complaint_option (org_id, complaint_id, revision, rank);
    `)
    await secureTenantTable(queryRunner, 'complaint_option')

    await queryRunner.query(`
      CREATE TABLE complaint_event (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        action text NOT NULL,
        from_status text,
        to_status text NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        note text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id)
      );
      CREATE INDEX complaint_event_by_idx ON complaint_event (org_id, by_id, at);
      CREATE INDEX complaint_event_complaint_idx ON complaint_event (org_id, complaint_id, at, id);
    `)
    await secureTenantTable(queryRunner, 'complaint_event', { appendOnly: true })

    await queryRunner.query(`
      CREATE TABLE complaint_task (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        complaint_id uuid NOT NULL,
        status text NOT NULL,
        instruction text NOT NULL,
        department_id uuid NOT NULL,
        assignee_id uuid,
        dispatched_by_id uuid NOT NULL,
        dispatching_department_id uuid,
        dispatched_at timestamptz(3) NOT NULL,
        due_at timestamptz(3),
        accepted_by_id uuid,
        accepted_at timestamptz(3),
        completed_by_id uuid,
        completed_at timestamptz(3),
        evidence_note text,
        reason text,
        registered_by_id uuid NOT NULL,
        project_id uuid,
        building_id uuid,
        key_account_manager_id uuid,
        version integer NOT NULL DEFAULT 1,
        updated_at timestamptz(3) NOT NULL,
        updated_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, updated_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, key_account_manager_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, building_id) REFERENCES building (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, registered_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, completed_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, accepted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, dispatching_department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, dispatched_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, department_id) REFERENCES department (org_id, id),
        FOREIGN KEY (org_id, complaint_id) REFERENCES complaint (org_id, id)
      );
      CREATE INDEX complaint_task_accepted_by_idx ON complaint_task (org_id, accepted_by_id);
      CREATE INDEX complaint_task_assignee_idx ON complaint_task (org_id, assignee_id, status, dispatched_at, id);
      CREATE INDEX complaint_task_building_idx ON complaint_task (org_id, building_id);
      CREATE INDEX complaint_task_complaint_idx ON complaint_task (org_id, complaint_id);
      CREATE INDEX complaint_task_completed_by_idx ON complaint_task (org_id, completed_by_id);
      CREATE INDEX complaint_task_department_idx ON complaint_task (org_id, department_id, status, dispatched_at, id);
      CREATE INDEX complaint_task_dispatched_by_idx ON complaint_task (org_id, dispatched_by_id);
      CREATE INDEX complaint_task_dispatching_department_idx ON complaint_task (org_id, dispatching_department_id);
      CREATE INDEX complaint_task_key_account_manager_idx ON complaint_task (org_id, key_account_manager_id);
      CREATE INDEX complaint_task_project_idx ON complaint_task (org_id, project_id);
      CREATE INDEX complaint_task_registered_by_idx ON complaint_task (org_id, registered_by_id);
      CREATE INDEX complaint_task_updated_by_idx ON complaint_task (org_id, updated_by_id);
    `)
    await secureTenantTable(queryRunner, 'complaint_task')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'complaint_event')
    await queryRunner.query(
      'DROP TABLE complaint_task, complaint_event, complaint_option, complaint, complaint_category, authority_limit',
    )
  }
}
