import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'
import { secureTenantTable } from './secure.ts'

/** What `erase_client` does to what was written to a client about their account. */
const BEFORE = '  UPDATE receivable SET note = NULL'
const LINE = `  UPDATE statement_notice SET title_zh = '〔已删除〕', title_en = '〔已删除〕', words_zh = '〔已删除〕', words_en = '〔已删除〕', note = NULL
    WHERE org_id = org AND reconciliation_id IN (SELECT s.id FROM reconciliation s WHERE s.org_id = org AND s.client_id = ANY (theirs));
`
const AMONG = '    UNION ALL SELECT id FROM payment WHERE'
const SUBJECTS = `    UNION ALL SELECT n.id FROM statement_notice n JOIN reconciliation s ON s.org_id = n.org_id AND s.id = n.reconciliation_id
      WHERE n.org_id = org AND s.client_id = ANY (theirs)
`

/** A statement goes to its client by their channel, and it stands what became of it. */
export class StatementNotices1764006400000 implements MigrationInterface {
  readonly name = 'StatementNotices1764006400000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE statement_notice (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        reconciliation_id uuid NOT NULL,
        channel text NOT NULL,
        status text NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        words_zh text NOT NULL,
        words_en text NOT NULL,
        owed_at timestamptz(3) NOT NULL,
        settled_at timestamptz(3),
        told_by_id uuid,
        note text,
        mail_id uuid,
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, reconciliation_id) REFERENCES reconciliation (org_id, id),
        FOREIGN KEY (org_id, told_by_id) REFERENCES staff (org_id, id),
        FOREIGN KEY (org_id, mail_id) REFERENCES mail (org_id, id)
      );
      CREATE INDEX statement_notice_reconciliation_idx ON statement_notice (org_id, reconciliation_id, owed_at);
      CREATE INDEX statement_notice_told_by_idx ON statement_notice (org_id, told_by_id);
      CREATE INDEX statement_notice_mail_idx ON statement_notice (org_id, mail_id);
    `)
    await secureTenantTable(queryRunner, 'statement_notice')
    await rewriteErasure(queryRunner, (source) =>
      source.replace(BEFORE, () => LINE + BEFORE).replace(AMONG, () => SUBJECTS + AMONG),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) => source.replace(LINE, () => '').replace(SUBJECTS, () => ''))
    await queryRunner.query('DROP TABLE statement_notice')
  }
}
