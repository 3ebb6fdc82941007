import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, openToWorker, secureTenantTable } from './secure.ts'

const SOURCES = `SELECT count(*)::integer AS many FROM import_source WHERE status <> 'DESTROYED'`
const FILL = `
  WITH filled AS (
    INSERT INTO import_source_due (org_id, id, due_at)
    SELECT s.org_id, s.id, ((s.destroy_by + 1)::timestamp AT TIME ZONE p.time_zone)
      FROM import_source s JOIN organization_profile p ON p.org_id = s.org_id
     WHERE s.status <> 'DESTROYED' RETURNING 1)
  SELECT count(*)::integer AS many FROM filled`

/** The keys of files of copies that wait, and when the custody of a source that is not destroyed is told of. */
export class CopiesAndCustody1764004000000 implements MigrationInterface {
  readonly name = 'CopiesAndCustody1764004000000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE copy_file_key (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        sealed_key text NOT NULL,
        created_at timestamptz(3) NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES controlled_copy (org_id, id)
      );
      CREATE TABLE import_source_due (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        due_at timestamptz(3) NOT NULL,
        level integer NOT NULL DEFAULT 0,
        attempts integer NOT NULL DEFAULT 0,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, id) REFERENCES import_source (org_id, id)
      );
    `)
    await secureTenantTable(queryRunner, 'copy_file_key', { appendOnly: true, removable: true })
    await secureTenantTable(queryRunner, 'import_source_due')
    await openToWorker(queryRunner, 'import_source_due')
    await forEachOrganization(queryRunner, async () => {
      const [sources] = (await queryRunner.query(SOURCES)) as [{ many: number }]
      const [filled] = (await queryRunner.query(FILL)) as [{ many: number }]
      if (filled.many !== sources.many)
        throw new Error(`${sources.many} sources were to get a clock, ${filled.many} did.`)
      return filled.many
    })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE import_source_due, copy_file_key')
  }
}
