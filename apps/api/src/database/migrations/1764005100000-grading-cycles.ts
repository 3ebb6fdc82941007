import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, RUNTIME_ROLE, secureTenantTable } from './secure.ts'

/** The words of overrides and appeals go with the archive; what was measured stays, of a number without a name. */
const ERASED = {
  before: '  UPDATE receivable SET note = NULL',
  line: `  UPDATE grade_change SET reason = '〔已删除〕', evidence = '〔已删除〕', decision_note = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
}
/** Their trail and their comments, too. */
const TRAIL = {
  before: '    UNION ALL SELECT id FROM payment WHERE',
  line: `    UNION ALL SELECT id FROM grade_change WHERE org_id = org AND client_id = ANY (theirs)
`,
}

/** Cycles of grading, what each says of each client, what was objected, and when a grading is due. */
export class GradingCycles1764005100000 implements MigrationInterface {
  readonly name = 'GradingCycles1764005100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE grading_cycle (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        name text NOT NULL,
        status text NOT NULL,
        as_of_on date NOT NULL,
        project_ids uuid[] NOT NULL,
        amends_id uuid,
        standard jsonb,
        standard_revision_id uuid,
        standard_hash text,
        opened_by_id uuid NOT NULL,
        opened_at timestamptz(3) NOT NULL,
        scoring_at timestamptz(3),
        scored_at timestamptz(3),
        total_count integer NOT NULL DEFAULT 0,
        scored_count integer NOT NULL DEFAULT 0,
        cursor_id uuid,
        revision integer NOT NULL DEFAULT 0,
        prepared_by_id uuid,
        prepared_at timestamptz(3),
        list_count integer,
        list_hash text,
        grade_counts jsonb NOT NULL DEFAULT '[]',
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        decided_by_id uuid,
        decided_at timestamptz(3),
        published_by_id uuid,
        published_at timestamptz(3),
        note text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, amends_id) REFERENCES grading_cycle (org_id, id),
        FOREIGN KEY (org_id, opened_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, prepared_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, published_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX grading_cycle_number_key ON grading_cycle (org_id, number);
      CREATE INDEX grading_cycle_opened_idx ON grading_cycle (org_id, opened_at, id);
      CREATE INDEX grading_cycle_published_idx ON grading_cycle (org_id, published_at, id);
      CREATE INDEX grading_cycle_amends_idx ON grading_cycle (org_id, amends_id);
      CREATE INDEX grading_cycle_opened_by_idx ON grading_cycle (org_id, opened_by_id);
      CREATE INDEX grading_cycle_prepared_by_idx ON grading_cycle (org_id, prepared_by_id);
      CREATE INDEX grading_cycle_reviewer_idx ON grading_cycle (org_id, reviewer_id);
      CREATE INDEX grading_cycle_decided_by_idx ON grading_cycle (org_id, decided_by_id);
      CREATE INDEX grading_cycle_published_by_idx ON grading_cycle (org_id, published_by_id);

      CREATE TABLE evaluation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        cycle_id uuid NOT NULL,
        client_id uuid NOT NULL,
        project_id uuid,
        standard_revision_id uuid,
        snapshot jsonb NOT NULL,
        lines jsonb NOT NULL,
        total integer,
        ungraded text,
        proposed_grade text,
        final_grade text,
        previous_cycle_id uuid,
        previous_grade text,
        previous_total integer,
        movement text,
        left_out text,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, cycle_id) REFERENCES grading_cycle (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, previous_cycle_id) REFERENCES grading_cycle (org_id, id)
      );
      CREATE UNIQUE INDEX evaluation_cycle_client_key ON evaluation (org_id, cycle_id, client_id);
      CREATE INDEX evaluation_client_idx ON evaluation (org_id, client_id, cycle_id);
      CREATE INDEX evaluation_total_idx ON evaluation (org_id, cycle_id, total, id);
      CREATE INDEX evaluation_project_idx ON evaluation (org_id, project_id, cycle_id);
      CREATE INDEX evaluation_previous_idx ON evaluation (org_id, previous_cycle_id);

      CREATE TABLE grade_change (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        cycle_id uuid NOT NULL,
        client_id uuid NOT NULL,
        evaluation_id uuid NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        from_grade text,
        to_grade text NOT NULL,
        reason text NOT NULL,
        evidence text NOT NULL,
        raised_by_id uuid NOT NULL,
        raised_at timestamptz(3) NOT NULL,
        decided_by_id uuid,
        decided_at timestamptz(3),
        decision_note text,
        carried_out_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, evaluation_id) REFERENCES evaluation (org_id, id),
        FOREIGN KEY (org_id, cycle_id) REFERENCES grading_cycle (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, raised_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, carried_out_by_id) REFERENCES grading_cycle (org_id, id)
      );
      CREATE INDEX grade_change_evaluation_idx ON grade_change (org_id, evaluation_id);
      CREATE UNIQUE INDEX grade_change_standing_key ON grade_change (org_id, evaluation_id)
        WHERE status IN ('OVERRIDE_PROPOSED', 'APPEALED');
      CREATE INDEX grade_change_raised_idx ON grade_change (org_id, raised_at, id);
      CREATE INDEX grade_change_cycle_idx ON grade_change (org_id, cycle_id);
      CREATE INDEX grade_change_client_idx ON grade_change (org_id, client_id);
      CREATE INDEX grade_change_raised_by_idx ON grade_change (org_id, raised_by_id);
      CREATE INDEX grade_change_decided_by_idx ON grade_change (org_id, decided_by_id);
      CREATE INDEX grade_change_carried_out_by_idx ON grade_change (org_id, carried_out_by_id);

      CREATE TABLE grading_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        every_months integer NOT NULL,
        large_payment_minor bigint,
        severity integer,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX grading_policy_org_key ON grading_policy (org_id);

      CREATE TABLE grading_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        cause text NOT NULL,
        client_id uuid,
        record_id uuid,
        at timestamptz(3) NOT NULL,
        settled_by_id uuid,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, settled_by_id) REFERENCES grading_cycle (org_id, id)
      );
      CREATE INDEX grading_due_standing_idx ON grading_due (org_id, at, id) WHERE settled_by_id IS NULL;
      CREATE UNIQUE INDEX grading_due_record_key ON grading_due (org_id, cause, record_id) NULLS NOT DISTINCT;
      CREATE INDEX grading_due_client_idx ON grading_due (org_id, client_id);
      CREATE INDEX grading_due_settled_by_idx ON grading_due (org_id, settled_by_id);
    `)
    await secureTenantTable(queryRunner, 'grading_cycle')
    await secureTenantTable(queryRunner, 'evaluation', { appendOnly: true })
    await secureTenantTable(queryRunner, 'grade_change', { appendOnly: true })
    await secureTenantTable(queryRunner, 'grading_policy')
    await secureTenantTable(queryRunner, 'grading_due', { appendOnly: true })
    // What was measured and computed is history: only the grade that was decided on, and that an archive is gone, can be said later.
    await queryRunner.query(`
      GRANT UPDATE (final_grade, movement, left_out) ON evaluation TO ${RUNTIME_ROLE};
      GRANT UPDATE (status, decided_by_id, decided_at, decision_note, carried_out_by_id, version) ON grade_change TO ${RUNTIME_ROLE};
      GRANT UPDATE (settled_by_id) ON grading_due TO ${RUNTIME_ROLE};
    `)
    await rewriteErasure(queryRunner, (source) =>
      [ERASED, TRAIL].reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'evaluation', 'grade_change')
    await rewriteErasure(queryRunner, (source) =>
      [ERASED, TRAIL].reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE grading_due, grading_policy, grade_change, evaluation, grading_cycle')
  }
}
