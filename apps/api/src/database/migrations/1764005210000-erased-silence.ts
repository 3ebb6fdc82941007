import type { MigrationInterface, QueryRunner } from 'typeorm'
import { rewriteErasure } from './1764004410000-erased-costs.ts'

/** What `erase_client` does to what was found out at silence alerts: put before its work on receivables, and their ids among its subjects. */
const ADDED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE silence_alert SET note = NULL WHERE org_id = org AND client_id = ANY (theirs);
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM silence_alert WHERE org_id = org AND client_id = ANY (theirs)
`,
  },
] as const

/** An alert of silence hangs on a client: the note of whoever closed it is erased with the archive. */
export class ErasedSilence1764005210000 implements MigrationInterface {
  readonly name = 'ErasedSilence1764005210000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { before, line }) => text.replace(before, () => line + before), source),
    )
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await rewriteErasure(queryRunner, (source) =>
      ADDED.reduce((text, { line }) => text.replace(line, () => ''), source),
    )
  }
}
