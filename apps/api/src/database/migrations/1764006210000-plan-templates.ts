import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** What `erase_client` does to proposals of plans for the client: why one was dismissed goes, that there was one stays. */
const ERASED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE plan_proposal SET reason = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM plan_proposal WHERE org_id = org AND client_id = ANY (theirs)
`,
  },
] as const

/** Templates of plans with their editions, and the plans that a directory proposes. */
export class PlanTemplates1764006210000 implements MigrationInterface {
  readonly name = 'PlanTemplates1764006210000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE plan_template (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        kind text NOT NULL,
        grade text,
        equipment_class text,
        title text NOT NULL,
        content jsonb NOT NULL,
        edition integer NOT NULL,
        added_by_id uuid NOT NULL,
        added_at timestamptz(3) NOT NULL,
        revised_by_id uuid NOT NULL,
        revised_at timestamptz(3) NOT NULL,
        retired_at timestamptz(3),
        retired_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, added_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, revised_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, retired_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX plan_template_kind_idx ON plan_template (org_id, kind, added_at, id);
      CREATE UNIQUE INDEX plan_template_grade_key ON plan_template (org_id, grade) WHERE retired_at IS NULL AND grade IS NOT NULL;
      CREATE UNIQUE INDEX plan_template_class_key ON plan_template (org_id, equipment_class)
        WHERE retired_at IS NULL AND equipment_class IS NOT NULL;
      CREATE INDEX plan_template_added_by_idx ON plan_template (org_id, added_by_id);
      CREATE INDEX plan_template_revised_by_idx ON plan_template (org_id, revised_by_id);
      CREATE INDEX plan_template_retired_by_idx ON plan_template (org_id, retired_by_id);

      CREATE TABLE plan_template_edition (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        template_id uuid NOT NULL,
        edition integer NOT NULL,
        content jsonb NOT NULL,
        stated_by_id uuid NOT NULL,
        stated_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, template_id) REFERENCES plan_template (org_id, id),
        FOREIGN KEY (org_id, stated_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX plan_template_edition_key ON plan_template_edition (org_id, template_id, edition);
      CREATE INDEX plan_template_edition_stated_by_idx ON plan_template_edition (org_id, stated_by_id);

      CREATE TABLE plan_proposal (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        cycle_id uuid NOT NULL,
        template_id uuid NOT NULL,
        grade text NOT NULL,
        project_id uuid,
        status text NOT NULL,
        proposed_at timestamptz(3) NOT NULL,
        plan_id uuid,
        reason text,
        settled_at timestamptz(3),
        settled_by_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, cycle_id) REFERENCES grading_cycle (org_id, id),
        FOREIGN KEY (org_id, template_id) REFERENCES plan_template (org_id, id),
        FOREIGN KEY (org_id, project_id) REFERENCES project (org_id, id),
        FOREIGN KEY (org_id, plan_id) REFERENCES maintenance_plan (org_id, id),
        FOREIGN KEY (org_id, settled_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX plan_proposal_client_key ON plan_proposal (org_id, client_id, cycle_id);
      CREATE INDEX plan_proposal_status_idx ON plan_proposal (org_id, status, proposed_at, id);
      CREATE INDEX plan_proposal_template_idx ON plan_proposal (org_id, template_id, project_id);
      CREATE INDEX plan_proposal_cycle_idx ON plan_proposal (org_id, cycle_id);
      CREATE INDEX plan_proposal_project_idx ON plan_proposal (org_id, project_id);
      CREATE INDEX plan_proposal_plan_idx ON plan_proposal (org_id, plan_id);
      CREATE INDEX plan_proposal_settled_by_idx ON plan_proposal (org_id, settled_by_id);
    `)
    await secureTenantTable(queryRunner, 'plan_template')
    await secureTenantTable(queryRunner, 'plan_template_edition', { appendOnly: true })
    await secureTenantTable(queryRunner, 'plan_proposal')
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'plan_template_edition', 'plan_proposal')
    await rewriteErasure(queryRunner, (source) =>
      ERASED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE plan_proposal, plan_template_edition, plan_template')
  }
}
