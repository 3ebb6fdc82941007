import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { refuseWhenFilled, secureTenantTable } from './secure.ts'

/** What `erase_client` does to the words of entered scores, and their ids among its subjects. */
const ADDED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE metric_entry SET evidence = '〔已删除〕', void_reason = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM metric_entry WHERE org_id = org AND client_id = ANY (theirs)
`,
  },
] as const

/** Scores that somebody has entered of a client, with what they rest on. */
export class MetricEntries1764005000000 implements MigrationInterface {
  readonly name = 'MetricEntries1764005000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE metric_entry (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        client_id uuid NOT NULL,
        metric_key text NOT NULL,
        name text NOT NULL,
        score integer NOT NULL,
        evidence text NOT NULL,
        entered_on date NOT NULL,
        recorded_by_id uuid NOT NULL,
        recorded_at timestamptz(3) NOT NULL,
        voided_at timestamptz(3),
        void_reason text,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        CONSTRAINT metric_entry_score_check CHECK (score BETWEEN 0 AND 10000),
        FOREIGN KEY (org_id, client_id) REFERENCES client (org_id, id),
        FOREIGN KEY (org_id, recorded_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX metric_entry_client_idx ON metric_entry (org_id, client_id, metric_key, entered_on);
      CREATE INDEX metric_entry_recorded_by_idx ON metric_entry (org_id, recorded_by_id);
    `)
    await secureTenantTable(queryRunner, 'metric_entry')
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'metric_entry')
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
    await queryRunner.query('DROP TABLE metric_entry')
  }
}
