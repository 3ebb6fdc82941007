import type { MigrationInterface, QueryRunner } from 'typeorm'

/** Settlement agreements: which remedy a document agrees on, and whether the client of a case has signed. */
export class Agreements1764002300000 implements MigrationInterface {
  readonly name = 'Agreements1764002300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE complaint
        ADD COLUMN agreement_owed boolean NOT NULL DEFAULT false,
        ADD COLUMN agreement_revision_id uuid,
        ADD COLUMN agreement_hash text,
        ADD COLUMN agreement_signer text,
        ADD COLUMN agreement_signed_on date;
      ALTER TABLE controlled_document
        ADD COLUMN option_id uuid,
        ADD FOREIGN KEY (org_id, option_id) REFERENCES complaint_option (org_id, id);
      CREATE INDEX controlled_document_option_idx ON controlled_document (org_id, option_id);
    `)
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE controlled_document DROP COLUMN option_id;
      ALTER TABLE complaint DROP COLUMN agreement_signed_on, DROP COLUMN agreement_signer, DROP COLUMN agreement_hash,
        DROP COLUMN agreement_revision_id, DROP COLUMN agreement_owed;
    `)
  }
}
