import type { MigrationInterface, QueryRunner } from 'typeorm'

/** How far the signing of a revision has come: reviews that are owed, and who gave the last. */
export class DocumentSignings1764001000001 implements MigrationInterface {
  readonly name = 'DocumentSignings1764001000001'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE document_revision
        ADD COLUMN reviews_owed integer NOT NULL DEFAULT 0,
        ADD COLUMN reviewer_id uuid,
        ADD FOREIGN KEY (org_id, reviewer_id) REFERENCES staff (org_id, id);
      CREATE INDEX document_revision_reviewer_idx ON document_revision (org_id, reviewer_id);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE document_revision DROP COLUMN reviewer_id, DROP COLUMN reviews_owed')
  }
}
