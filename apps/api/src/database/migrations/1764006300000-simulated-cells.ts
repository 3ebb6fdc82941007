import type { MigrationInterface, QueryRunner } from 'typeorm'
import { forEachOrganization, secureTenantTable } from './secure.ts'

/** What stands in the batches of a simulation becomes rows that are read by cell. `$1` organization */
const COUNTS = `
INSERT INTO grading_simulation_count (org_id, id, simulation_id, from_grade, to_grade, project_id, kind, relation, clients)
SELECT b.org_id, gen_random_uuid(), b.simulation_id, coalesce(c.row ->> 'from', ''), coalesce(c.row ->> 'to', ''),
       (c.row ->> 'project')::uuid, c.row ->> 'kind', c.row ->> 'relation', sum((c.row ->> 'clients')::integer)
  FROM grading_simulation_batch b CROSS JOIN LATERAL jsonb_array_elements(b.counts) AS c(row)
 WHERE b.org_id = $1 GROUP BY 1, 3, 4, 5, 6, 7, 8`
const MOVERS = `
INSERT INTO grading_simulation_mover (org_id, id, simulation_id, moved_client_id, from_grade, to_grade, before, after, moved, reasons)
SELECT b.org_id, gen_random_uuid(), b.simulation_id, (m.row ->> 'id')::uuid, coalesce(m.row ->> 'from', ''), coalesce(m.row ->> 'to', ''),
       (m.row ->> 'before')::integer, (m.row ->> 'after')::integer,
       abs(coalesce((m.row ->> 'after')::integer, 0) - coalesce((m.row ->> 'before')::integer, 0)), m.row -> 'reasons'
  FROM grading_simulation_batch b CROSS JOIN LATERAL jsonb_array_elements(b.movers) AS m(row)
 WHERE b.org_id = $1`

/** Simulations are read by cell of their matrix, may go by what a published cycle kept, and clients are drawn by digest from an index. */
export class SimulatedCells1764006300000 implements MigrationInterface {
  readonly name = 'SimulatedCells1764006300000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE TABLE grading_simulation_count (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        simulation_id uuid NOT NULL,
        from_grade text NOT NULL,
        to_grade text NOT NULL,
        project_id uuid,
        kind text NOT NULL,
        relation text NOT NULL,
        clients integer NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, simulation_id) REFERENCES grading_simulation (org_id, id)
      );
      CREATE UNIQUE INDEX grading_simulation_count_key ON grading_simulation_count
        (org_id, simulation_id, from_grade, to_grade, project_id, kind, relation) NULLS NOT DISTINCT;

      CREATE TABLE grading_simulation_mover (
        org_id uuid NOT NULL,
        id uuid NOT NULL,
        simulation_id uuid NOT NULL,
        moved_client_id uuid NOT NULL,
        from_grade text NOT NULL,
        to_grade text NOT NULL,
        before integer,
        after integer,
        moved integer NOT NULL,
        reasons jsonb NOT NULL,
        PRIMARY KEY (org_id, id),
        FOREIGN KEY (org_id, simulation_id) REFERENCES grading_simulation (org_id, id)
      );
      CREATE INDEX grading_simulation_mover_cell_idx ON grading_simulation_mover (org_id, simulation_id, from_grade, to_grade, moved, id);

      ALTER TABLE grading_simulation ADD COLUMN cycle_id uuid,
        ADD FOREIGN KEY (org_id, cycle_id) REFERENCES grading_cycle (org_id, id);
      CREATE INDEX grading_simulation_cycle_idx ON grading_simulation (org_id, cycle_id);

      CREATE INDEX client_digest_idx ON client (org_id, (md5(id::text)::uuid)) INCLUDE (id, archived_at, merged_into_id, erased_at);
    `)
    await secureTenantTable(queryRunner, 'grading_simulation_count')
    await secureTenantTable(queryRunner, 'grading_simulation_mover', { removable: true })
    await forEachOrganization(queryRunner, async (orgId) => {
      await queryRunner.query(COUNTS, [orgId])
      await queryRunner.query(MOVERS, [orgId])
      return 1
    })
    await queryRunner.query('ALTER TABLE grading_simulation_batch DROP COLUMN counts, DROP COLUMN movers')
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE grading_simulation_batch ADD COLUMN counts jsonb NOT NULL DEFAULT '[]', ADD COLUMN movers jsonb NOT NULL DEFAULT '[]';
      ALTER TABLE grading_simulation_batch ALTER COLUMN counts DROP DEFAULT, ALTER COLUMN movers DROP DEFAULT;
      ALTER TABLE grading_simulation DROP COLUMN cycle_id;
      DROP INDEX client_digest_idx;
      DROP TABLE grading_simulation_mover, grading_simulation_count;
    `)
  }
}
