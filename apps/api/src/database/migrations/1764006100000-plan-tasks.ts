import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, secureTenantTable, RUNTIME_ROLE } from './secure.ts'

/** What `erase_client` does to the tasks of a client: what was said goes, that and when they were done stays. */
const ERASED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE plan_spend SET purpose = '〔已删除〕' FROM plan_task t WHERE plan_spend.org_id = org
    AND t.org_id = org AND t.id = plan_spend.task_id AND t.client_id = ANY (theirs);
  UPDATE plan_spend SET purpose = '〔已删除〕' FROM maintenance_plan p WHERE plan_spend.org_id = org
    AND p.org_id = org AND p.id = plan_spend.plan_id AND p.client_id = ANY (theirs);
  UPDATE plan_overrun SET reason = '〔已删除〕', note = NULL FROM maintenance_plan p WHERE plan_overrun.org_id = org
    AND p.org_id = org AND p.id = plan_overrun.plan_id AND p.client_id = ANY (theirs);
  UPDATE plan_budget_line SET title = '〔已删除〕' FROM maintenance_plan p WHERE plan_budget_line.org_id = org
    AND p.org_id = org AND p.id = plan_budget_line.plan_id AND p.client_id = ANY (theirs);
  UPDATE plan_task_evidence SET name = '〔已删除〕', removed_at = coalesce(removed_at, moment) FROM plan_task t
    WHERE plan_task_evidence.org_id = org AND t.org_id = org AND t.id = plan_task_evidence.task_id AND t.client_id = ANY (theirs);
  UPDATE plan_task SET title = '〔已删除〕', instruction = NULL, result = NULL, feedback = NULL, reason = NULL
    WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM plan_task WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT e.id FROM plan_task_evidence e JOIN plan_task t ON t.org_id = e.org_id AND t.id = e.task_id
      WHERE e.org_id = org AND t.client_id = ANY (theirs)
    UNION ALL SELECT s.id FROM plan_spend s JOIN maintenance_plan p ON p.org_id = s.org_id AND p.id = s.plan_id
      LEFT JOIN plan_task t ON t.org_id = s.org_id AND t.id = s.task_id
      WHERE s.org_id = org AND (p.client_id = ANY (theirs) OR t.client_id = ANY (theirs))
    UNION ALL SELECT o.id FROM plan_overrun o JOIN maintenance_plan p ON p.org_id = o.org_id AND p.id = o.plan_id
      WHERE o.org_id = org AND p.client_id = ANY (theirs)
    UNION ALL SELECT l.id FROM plan_budget_line l JOIN maintenance_plan p ON p.org_id = l.org_id AND p.id = l.plan_id
      WHERE l.org_id = org AND p.client_id = ANY (theirs)
`,
  },
] as const

/** The tasks that plans are carried out by, how they are made, and the budget that they are paid from. */
export class PlanTasks1764006100000 implements MigrationInterface {
  readonly name = 'PlanTasks1764006100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE plan_task (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        plan_kind text NOT NULL,
        revision_id uuid NOT NULL,
        measure_key text NOT NULL,
        means text NOT NULL,
        occurrence_on date NOT NULL,
        scheduled_on date NOT NULL,
        due_on date NOT NULL,
        client_id uuid,
        equipment_id uuid,
        title text NOT NULL,
        instruction text,
        status text NOT NULL,
        assignee_id uuid,
        depends_on_id uuid,
        needs_evidence boolean NOT NULL,
        estimated_minutes integer NOT NULL,
        estimated_minor bigint NOT NULL,
        budget_line text,
        held_minor bigint NOT NULL DEFAULT 0,
        is_moved boolean NOT NULL DEFAULT false,
        is_given boolean NOT NULL DEFAULT false,
        is_dropped boolean NOT NULL DEFAULT false,
        started_at timestamptz(3),
        completed_at timestamptz(3),
        completed_by_id uuid,
        result text,
        feedback text,
        actual_minutes integer,
        actual_minor bigint,
        accepted_at timestamptz(3),
        accepted_by_id uuid,
        reason text,
        project_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, revision_id) REFERENCES plan_revision (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, assignee_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, completed_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, accepted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, depends_on_id) REFERENCES plan_task (org_id, id)
      );
      CREATE INDEX plan_task_plan_idx ON plan_task (org_id, plan_id, scheduled_on, id);
      CREATE INDEX plan_task_round_idx ON plan_task
        (org_id, plan_id, (coalesce(client_id, equipment_id, plan_id)), measure_key, occurrence_on);
      CREATE INDEX plan_task_revision_idx ON plan_task (org_id, revision_id);
      CREATE INDEX plan_task_scheduled_idx ON plan_task (org_id, scheduled_on, id);
      CREATE INDEX plan_task_due_idx ON plan_task (org_id, due_on, id);
      CREATE INDEX plan_task_client_idx ON plan_task (org_id, client_id, scheduled_on);
      CREATE INDEX plan_task_equipment_idx ON plan_task (org_id, equipment_id, scheduled_on);
      CREATE INDEX plan_task_assignee_idx ON plan_task (org_id, assignee_id, status, scheduled_on, id);
      CREATE INDEX plan_task_project_idx ON plan_task (org_id, project_id, scheduled_on, id);
      CREATE INDEX plan_task_depends_idx ON plan_task (org_id, depends_on_id);
      CREATE INDEX plan_task_completed_by_idx ON plan_task (org_id, completed_by_id);
      CREATE INDEX plan_task_accepted_by_idx ON plan_task (org_id, accepted_by_id);

      CREATE TABLE plan_task_evidence (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        task_id uuid NOT NULL,
        name text NOT NULL,
        format text NOT NULL,
        size_bytes integer NOT NULL,
        sha256 text NOT NULL,
        added_by_id uuid NOT NULL,
        added_at timestamptz(3) NOT NULL,
        removed_by_id uuid,
        removed_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, task_id) REFERENCES plan_task (org_id, id),
        FOREIGN KEY (org_id, added_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, removed_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX plan_task_evidence_task_idx ON plan_task_evidence (org_id, task_id, added_at);
      CREATE INDEX plan_task_evidence_added_by_idx ON plan_task_evidence (org_id, added_by_id);
      CREATE INDEX plan_task_evidence_removed_by_idx ON plan_task_evidence (org_id, removed_by_id);

      CREATE TABLE plan_decomposition (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        status text NOT NULL,
        as_of_on date NOT NULL,
        cursor_id uuid,
        done_count integer NOT NULL DEFAULT 0,
        total_count integer NOT NULL,
        wanted_count integer NOT NULL DEFAULT 0,
        made_count integer,
        changed_count integer,
        dropped_count integer,
        failure text,
        begun_by_id uuid NOT NULL,
        begun_at timestamptz(3) NOT NULL,
        stopped_by_id uuid,
        ended_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, revision_id) REFERENCES plan_revision (org_id, id),
        FOREIGN KEY (org_id, begun_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, stopped_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX plan_decomposition_plan_idx ON plan_decomposition (org_id, plan_id, begun_at, id);
      CREATE UNIQUE INDEX plan_decomposition_running_key ON plan_decomposition (org_id, plan_id) WHERE status = 'RUNNING';
      CREATE INDEX plan_decomposition_revision_idx ON plan_decomposition (org_id, revision_id);
      CREATE INDEX plan_decomposition_begun_by_idx ON plan_decomposition (org_id, begun_by_id);
      CREATE INDEX plan_decomposition_stopped_by_idx ON plan_decomposition (org_id, stopped_by_id);

      CREATE TABLE plan_task_draft (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        decomposition_id uuid NOT NULL,
        subject_id uuid NOT NULL,
        client_id uuid,
        equipment_id uuid,
        project_id uuid,
        assignee_id uuid,
        measure_key text NOT NULL,
        occurrence_on date NOT NULL,
        scheduled_on date NOT NULL,
        due_on date NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, decomposition_id) REFERENCES plan_decomposition (org_id, id)
      );
      CREATE UNIQUE INDEX plan_task_draft_key ON plan_task_draft (org_id, decomposition_id, subject_id, measure_key, occurrence_on);

      CREATE TABLE plan_budget_line (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        key text NOT NULL,
        kind text NOT NULL,
        title text NOT NULL,
        position integer NOT NULL,
        approved_minor bigint NOT NULL,
        raised_minor bigint NOT NULL DEFAULT 0,
        committed_minor bigint NOT NULL DEFAULT 0,
        spent_minor bigint NOT NULL DEFAULT 0,
        allowed_basis_points integer NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id)
      );
      CREATE UNIQUE INDEX plan_budget_line_key ON plan_budget_line (org_id, plan_id, key);

      CREATE TABLE plan_spend (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        line_id uuid NOT NULL,
        task_id uuid,
        amount_minor bigint NOT NULL,
        spent_on date NOT NULL,
        purpose text NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, line_id) REFERENCES plan_budget_line (org_id, id),
        FOREIGN KEY (org_id, task_id) REFERENCES plan_task (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX plan_spend_plan_idx ON plan_spend (org_id, plan_id, at, id);
      CREATE INDEX plan_spend_line_idx ON plan_spend (org_id, line_id);
      CREATE INDEX plan_spend_task_idx ON plan_spend (org_id, task_id);
      CREATE INDEX plan_spend_by_idx ON plan_spend (org_id, by_id);

      CREATE TABLE plan_overrun (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        line_id uuid NOT NULL,
        amount_minor bigint NOT NULL,
        reason text NOT NULL,
        status text NOT NULL,
        asked_by_id uuid NOT NULL,
        asked_at timestamptz(3) NOT NULL,
        decided_by_id uuid,
        decided_at timestamptz(3),
        note text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, line_id) REFERENCES plan_budget_line (org_id, id),
        FOREIGN KEY (org_id, asked_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX plan_overrun_plan_idx ON plan_overrun (org_id, plan_id, asked_at, id);
      CREATE INDEX plan_overrun_asked_idx ON plan_overrun (org_id, asked_at, id);
      CREATE INDEX plan_overrun_line_idx ON plan_overrun (org_id, line_id);
      CREATE INDEX plan_overrun_asked_by_idx ON plan_overrun (org_id, asked_by_id);
      CREATE INDEX plan_overrun_decided_by_idx ON plan_overrun (org_id, decided_by_id);
    `)
    await secureTenantTable(queryRunner, 'plan_task')
    await secureTenantTable(queryRunner, 'plan_task_evidence')
    await secureTenantTable(queryRunner, 'plan_decomposition')
    await secureTenantTable(queryRunner, 'plan_task_draft', { removable: true })
    await secureTenantTable(queryRunner, 'plan_budget_line')
    await secureTenantTable(queryRunner, 'plan_spend', { appendOnly: true })
    // What was asked stays as it was; how it was decided is noted beside it.
    await secureTenantTable(queryRunner, 'plan_overrun', { appendOnly: true })
    await queryRunner.query(
      `GRANT UPDATE (status, decided_by_id, decided_at, note, version) ON plan_overrun TO ${RUNTIME_ROLE}`,
    )
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'plan_task', 'plan_spend')
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query(
      'DROP TABLE plan_overrun, plan_spend, plan_budget_line, plan_task_draft, plan_decomposition, plan_task_evidence, plan_task',
    )
  }
}
