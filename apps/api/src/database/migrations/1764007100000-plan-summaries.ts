import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** What `erase_client` does to what was said of plans for one client: words go, figures stay. */
const ERASED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE plan_summary SET reason = NULL,
    content = plan_summary.content || jsonb_build_object('worked', '〔已删除〕', 'wanting', '〔已删除〕', 'improvement', NULL,
      'lessons', (SELECT coalesce(jsonb_agg(l.row || '{"words": "〔已删除〕"}' ORDER BY l.nth), '[]')
        FROM jsonb_array_elements(plan_summary.content -> 'lessons') WITH ORDINALITY l(row, nth))),
    figures = CASE WHEN plan_summary.figures IS NOT NULL THEN plan_summary.figures || jsonb_build_object(
      'budget', (SELECT coalesce(jsonb_agg(b.row || '{"title": "〔已删除〕"}' ORDER BY b.nth), '[]')
        FROM jsonb_array_elements(plan_summary.figures -> 'budget') WITH ORDINALITY b(row, nth))) END
    FROM maintenance_plan p WHERE plan_summary.org_id = org
    AND p.org_id = org AND p.id = plan_summary.plan_id AND p.client_id = ANY (theirs);
  UPDATE plan_lesson SET words = '〔已删除〕' FROM maintenance_plan p WHERE plan_lesson.org_id = org
    AND p.org_id = org AND p.id = plan_lesson.plan_id AND p.client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT s.id FROM plan_summary s JOIN maintenance_plan p ON p.org_id = s.org_id AND p.id = s.plan_id
      WHERE s.org_id = org AND p.client_id = ANY (theirs)
    UNION ALL SELECT l.id FROM plan_lesson l JOIN maintenance_plan p ON p.org_id = l.org_id AND p.id = l.plan_id
      WHERE l.org_id = org AND p.client_id = ANY (theirs)
`,
  },
] as const

/** Summaries of plans that were carried out, and the lessons that are kept of them. */
export class PlanSummaries1764007100000 implements MigrationInterface {
  readonly name = 'PlanSummaries1764007100000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE maintenance_plan ADD COLUMN approved_summary_id uuid;

      CREATE TABLE plan_summary (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        status text NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        content jsonb NOT NULL,
        figures jsonb,
        drafted_by_id uuid NOT NULL,
        drafted_at timestamptz(3) NOT NULL,
        writer_ids uuid[] NOT NULL,
        prepared_by_id uuid,
        submitted_at timestamptz(3),
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        approved_at timestamptz(3),
        reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, drafted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, prepared_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX plan_summary_plan_key ON plan_summary (org_id, plan_id);
      CREATE INDEX plan_summary_drafted_by_idx ON plan_summary (org_id, drafted_by_id);
      CREATE INDEX plan_summary_prepared_by_idx ON plan_summary (org_id, prepared_by_id);
      CREATE INDEX plan_summary_reviewer_idx ON plan_summary (org_id, reviewer_id);

      CREATE TABLE plan_lesson (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        ordinal integer NOT NULL,
        kind text NOT NULL,
        words text NOT NULL,
        kept_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id)
      );
      CREATE UNIQUE INDEX plan_lesson_plan_key ON plan_lesson (org_id, plan_id, ordinal);
      CREATE INDEX plan_lesson_kept_idx ON plan_lesson (org_id, kept_at, id);
    `)
    await secureTenantTable(queryRunner, 'plan_summary')
    await secureTenantTable(queryRunner, 'plan_lesson', { appendOnly: true })
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'plan_summary', 'plan_lesson')
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE plan_lesson, plan_summary')
    await queryRunner.query('ALTER TABLE maintenance_plan DROP COLUMN approved_summary_id')
  }
}
