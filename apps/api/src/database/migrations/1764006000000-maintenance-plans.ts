import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, RUNTIME_ROLE, secureTenantTable } from './secure.ts'

/** What `erase_client` does to plans for one client: what they said of them goes, what was done and paid stays. */
const ERASED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE plan_comment SET words = '〔已删除〕' FROM maintenance_plan p WHERE plan_comment.org_id = org
    AND p.org_id = org AND p.id = plan_comment.plan_id AND p.client_id = ANY (theirs);
  UPDATE plan_revision SET change_reason = NULL, end_reason = NULL, content = plan_revision.content || jsonb_build_object(
      'title', '〔已删除〕', 'summary', NULL,
      'objectives', (SELECT coalesce(jsonb_agg(o.row || '{"note": null}' ORDER BY o.nth), '[]')
        FROM jsonb_array_elements(plan_revision.content -> 'objectives') WITH ORDINALITY o(row, nth)),
      'measures', (SELECT coalesce(jsonb_agg(m.row || '{"title": "〔已删除〕", "gap": null, "instruction": null, "effect": null}' ORDER BY m.nth), '[]')
        FROM jsonb_array_elements(plan_revision.content -> 'measures') WITH ORDINALITY m(row, nth)),
      'budget', (SELECT coalesce(jsonb_agg(b.row || '{"title": "〔已删除〕"}' ORDER BY b.nth), '[]')
        FROM jsonb_array_elements(plan_revision.content -> 'budget') WITH ORDINALITY b(row, nth)))
    FROM maintenance_plan p WHERE plan_revision.org_id = org
    AND p.org_id = org AND p.id = plan_revision.plan_id AND p.client_id = ANY (theirs);
  UPDATE maintenance_plan SET title = '〔已删除〕', reason = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM maintenance_plan WHERE org_id = org AND client_id = ANY (theirs)
    UNION ALL SELECT r.id FROM plan_revision r JOIN maintenance_plan p ON p.org_id = r.org_id AND p.id = r.plan_id
      WHERE r.org_id = org AND p.client_id = ANY (theirs)
    UNION ALL SELECT k.id FROM plan_comment k JOIN maintenance_plan p ON p.org_id = k.org_id AND p.id = k.plan_id
      WHERE k.org_id = org AND p.client_id = ANY (theirs)
`,
  },
] as const

/** Plans of how clients and facilities are cared for, their revisions, and what was said of them. */
export class MaintenancePlans1764006000000 implements MigrationInterface {
  readonly name = 'MaintenancePlans1764006000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE maintenance_plan (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        kind text NOT NULL,
        status text NOT NULL,
        title text NOT NULL,
        owner_id uuid NOT NULL,
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        budget_minor bigint NOT NULL,
        client_id uuid,
        segment_grades text[] NOT NULL,
        segment_project_ids uuid[] NOT NULL,
        project_id uuid,
        equipment_ids uuid[] NOT NULL,
        effective_revision_id uuid,
        open_revision_id uuid,
        renews_id uuid,
        drafted_by_id uuid NOT NULL,
        drafted_at timestamptz(3) NOT NULL,
        updated_at timestamptz(3) NOT NULL,
        ended_at timestamptz(3),
        reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, owner_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, renews_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, drafted_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX maintenance_plan_number_key ON maintenance_plan (org_id, number);
      CREATE INDEX maintenance_plan_updated_idx ON maintenance_plan (org_id, updated_at, id);
      CREATE INDEX maintenance_plan_ends_idx ON maintenance_plan (org_id, ends_on, id);
      CREATE INDEX maintenance_plan_client_idx ON maintenance_plan (org_id, client_id);
      CREATE INDEX maintenance_plan_project_idx ON maintenance_plan (org_id, project_id);
      CREATE INDEX maintenance_plan_owner_idx ON maintenance_plan (org_id, owner_id);
      CREATE INDEX maintenance_plan_renews_idx ON maintenance_plan (org_id, renews_id);
      CREATE INDEX maintenance_plan_drafted_by_idx ON maintenance_plan (org_id, drafted_by_id);

      CREATE TABLE plan_revision (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        status text NOT NULL,
        ordinal integer NOT NULL,
        base_id uuid,
        change_reason text,
        content jsonb NOT NULL,
        drafted_by_id uuid NOT NULL,
        writer_ids uuid[] NOT NULL,
        drafted_at timestamptz(3) NOT NULL,
        prepared_by_id uuid,
        submitted_at timestamptz(3),
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        approved_at timestamptz(3),
        ended_at timestamptz(3),
        end_reason text,
        ended_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, base_id) REFERENCES plan_revision (org_id, id),
        FOREIGN KEY (org_id, drafted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, prepared_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, ended_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX plan_revision_key ON plan_revision (org_id, plan_id, ordinal);
      CREATE INDEX plan_revision_base_idx ON plan_revision (org_id, base_id);
      CREATE INDEX plan_revision_drafted_by_idx ON plan_revision (org_id, drafted_by_id);
      CREATE INDEX plan_revision_prepared_by_idx ON plan_revision (org_id, prepared_by_id);
      CREATE INDEX plan_revision_reviewer_idx ON plan_revision (org_id, reviewer_id);
      CREATE INDEX plan_revision_ended_by_idx ON plan_revision (org_id, ended_by_id);

      CREATE TABLE plan_comment (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        plan_id uuid NOT NULL,
        revision_id uuid NOT NULL,
        answers_id uuid,
        anchor text,
        words text NOT NULL,
        by_id uuid NOT NULL,
        at timestamptz(3) NOT NULL,
        resolved_at timestamptz(3),
        resolved_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, revision_id) REFERENCES plan_revision (org_id, id),
        FOREIGN KEY (org_id, answers_id) REFERENCES plan_comment (org_id, id),
        FOREIGN KEY (org_id, by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, resolved_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX plan_comment_plan_idx ON plan_comment (org_id, plan_id, at);
      CREATE INDEX plan_comment_revision_idx ON plan_comment (org_id, revision_id);
      CREATE INDEX plan_comment_answers_idx ON plan_comment (org_id, answers_id);
      CREATE INDEX plan_comment_by_idx ON plan_comment (org_id, by_id);
      CREATE INDEX plan_comment_resolved_by_idx ON plan_comment (org_id, resolved_by_id);
    `)
    await secureTenantTable(queryRunner, 'maintenance_plan')
    await secureTenantTable(queryRunner, 'plan_revision')
    // What was said was said; that it is resolved is noted beside it.
    await secureTenantTable(queryRunner, 'plan_comment', { appendOnly: true })
    await queryRunner.query(
      `GRANT UPDATE (resolved_at, resolved_by_id, version) ON plan_comment TO ${RUNTIME_ROLE}`,
    )
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'maintenance_plan')
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE plan_comment, plan_revision, maintenance_plan')
  }
}
