import type { MigrationInterface, QueryRunner } from 'typeorm'
import { secureTenantTable } from './secure.ts'

/** Standards tried out on all clients, and what each batch of them came to. */
export class GradingSimulations1764005000100 implements MigrationInterface {
  readonly name = 'GradingSimulations1764005000100'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE grading_simulation (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        revision_id uuid NOT NULL,
        label text NOT NULL,
        standard jsonb NOT NULL,
        compared_revision_id uuid,
        compared_label text,
        compared jsonb,
        as_of_on date NOT NULL,
        status text NOT NULL,
        total_count integer NOT NULL,
        done_count integer NOT NULL DEFAULT 0,
        cursor_id uuid,
        requested_by_id uuid NOT NULL,
        requested_at timestamptz(3) NOT NULL,
        finished_at timestamptz(3),
        version integer NOT NULL DEFAULT 1,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, revision_id) REFERENCES document_revision (org_id, id),
        FOREIGN KEY (org_id, compared_revision_id) REFERENCES document_revision (org_id, id),
        FOREIGN KEY (org_id, requested_by_id) REFERENCES staff (org_id, id)
      );
      CREATE INDEX grading_simulation_requested_idx ON grading_simulation (org_id, requested_at, id);
      CREATE INDEX grading_simulation_revision_idx ON grading_simulation (org_id, revision_id);
      CREATE INDEX grading_simulation_compared_idx ON grading_simulation (org_id, compared_revision_id);
      CREATE INDEX grading_simulation_requested_by_idx ON grading_simulation (org_id, requested_by_id);

      CREATE TABLE grading_simulation_batch (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        simulation_id uuid NOT NULL,
        ordinal integer NOT NULL,
        distribution jsonb NOT NULL,
        compared_distribution jsonb,
        counts jsonb NOT NULL,
        movers jsonb NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, simulation_id) REFERENCES grading_simulation (org_id, id)
      );
      CREATE UNIQUE INDEX grading_simulation_batch_key ON grading_simulation_batch (org_id, simulation_id, ordinal);
    `)
    await secureTenantTable(queryRunner, 'grading_simulation')
    await secureTenantTable(queryRunner, 'grading_simulation_batch', { appendOnly: true })
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE grading_simulation_batch, grading_simulation')
  }
}
