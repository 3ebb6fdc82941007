import type { MigrationInterface, QueryRunner } from 'typeorm'

/** What `erase_client` does to the words of a client's costs: put before its work on receivables, and their ids among its subjects. */
const ADDED = [
  {
    before: '  UPDATE receivable SET note = NULL',
    line: `  UPDATE cost_event SET purpose = '〔已删除〕', void_reason = NULL
    WHERE org_id = org AND (client_id = ANY (theirs) OR complaint_id = ANY (cases));
`,
  },
  {
    before: '    UNION ALL SELECT id FROM payment WHERE',
    line: `    UNION ALL SELECT id FROM cost_event WHERE org_id = org AND (client_id = ANY (theirs) OR complaint_id = ANY (cases))
`,
  },
] as const

/** Changes the text of `erase_client` as it stands, so that what others have put into it stays. */
export const rewriteErasure = async (
  queryRunner: QueryRunner,
  change: (source: string) => string,
): Promise<void> => {
  const [{ source }] = (await queryRunner.query(
    `SELECT pg_get_functiondef('erase_client'::regproc) AS source`,
  )) as [{ source: string }]
  const changed = change(source)
  if (changed === source) throw new Error('erase_client is not as the migration knows it')
  await queryRunner.query(changed)
}

/** Costs hang on a client: what they were for is erased with the archive. */
export class ErasedCosts1764004410000 implements MigrationInterface {
  readonly name = 'ErasedCosts1764004410000'

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
