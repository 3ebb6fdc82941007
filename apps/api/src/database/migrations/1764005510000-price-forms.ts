import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

const ADDED = [
  {
    before: '  UPDATE opportunity_event SET note = NULL FROM',
    line: `  UPDATE price_form SET lines = '[]', note = NULL, reason = NULL FROM opportunity o WHERE price_form.org_id = org
    AND o.org_id = org AND o.id = price_form.opportunity_id AND o.client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM opportunity WHERE',
    line: `    UNION ALL SELECT f.id FROM price_form f JOIN opportunity o ON o.org_id = f.org_id AND o.id = f.opportunity_id
      WHERE f.org_id = org AND o.client_id = ANY (theirs)
`,
  },
] as const

/** What is offered and who approved it, and up to which discount and sum each role does. */
export class PriceForms1764005510000 implements MigrationInterface {
  readonly name = 'PriceForms1764005510000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE price_form (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        number text NOT NULL,
        opportunity_id uuid NOT NULL,
        status text NOT NULL,
        revision integer NOT NULL DEFAULT 0,
        lines jsonb NOT NULL,
        list_minor bigint NOT NULL,
        offered_minor bigint NOT NULL,
        cost_minor bigint,
        note text,
        drafted_by_id uuid NOT NULL,
        drafted_at timestamptz(3) NOT NULL,
        prepared_by_id uuid,
        submitted_at timestamptz(3),
        reviews_owed integer NOT NULL DEFAULT 0,
        reviewer_id uuid,
        decided_by_id uuid,
        decided_at timestamptz(3),
        reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, opportunity_id) REFERENCES opportunity (org_id, id),
        FOREIGN KEY (org_id, drafted_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, prepared_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, decided_by_id) REFERENCES staff (org_id, id)
      );
      CREATE UNIQUE INDEX price_form_number_key ON price_form (org_id, number);
      CREATE INDEX price_form_opportunity_idx ON price_form (org_id, opportunity_id);
      CREATE INDEX price_form_drafted_by_idx ON price_form (org_id, drafted_by_id);
      CREATE INDEX price_form_prepared_by_idx ON price_form (org_id, prepared_by_id);
      CREATE INDEX price_form_reviewer_idx ON price_form (org_id, reviewer_id);
      CREATE INDEX price_form_decided_by_idx ON price_form (org_id, decided_by_id);

      CREATE TABLE price_policy (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        supervisor_discount integer NOT NULL,
        supervisor_minor bigint NOT NULL,
        manager_discount integer NOT NULL,
        manager_minor bigint NOT NULL,
        director_discount integer NOT NULL,
        director_minor bigint NOT NULL,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id)
      );
      CREATE UNIQUE INDEX price_policy_key ON price_policy (org_id);
    `)
    for (const table of ['price_form', 'price_policy']) await secureTenantTable(queryRunner, table)
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'price_form')
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE price_policy, price_form')
  }
}
