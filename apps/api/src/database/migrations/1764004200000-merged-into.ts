import type { MigrationInterface, QueryRunner } from 'typeorm'
import { SEARCH_CLIENTS } from './1764002200000-client-search.ts'
import { refuseWhenFilled } from './secure.ts'

const REPLACE = SEARCH_CLIENTS.replace('CREATE FUNCTION', 'CREATE OR REPLACE FUNCTION')
const FOUND = 'select f.id, min(f.rank) as rank from unnest(hits, ranks) f (id, rank) group by f.id)'
const REACHABLE = '(everywhere or c.key_account_manager_id'
/** Whoever was merged is found as the survivor: whether that one is the reader's to see, whoever calls asks. */
const MERGED_TOO = '(everywhere or c.merged_into_id is not null or c.key_account_manager_id'
const SURVIVING = `select coalesce(m.merged_into_id, m.id) as id, min(f.rank) as rank from unnest(hits, ranks) f (id, rank)
        join client m on m.org_id = org and m.id = f.id group by 1)`

/** Whom a client was merged into. */
export class MergedInto1764004200000 implements MigrationInterface {
  readonly name = 'MergedInto1764004200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      ALTER TABLE client
        ADD COLUMN merged_into_id uuid,
        ADD FOREIGN KEY (org_id, merged_into_id) REFERENCES client (org_id, id);
      CREATE INDEX client_merged_into_idx ON client (org_id, merged_into_id);
    `)
    if (!REPLACE.includes(FOUND) || !REPLACE.includes(REACHABLE))
      throw new Error('search_clients() reads otherwise than it did')
    await queryRunner.query(REPLACE.replaceAll(REACHABLE, MERGED_TOO).replace(FOUND, SURVIVING))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await refuseWhenFilled(queryRunner, 'client WHERE merged_into_id IS NOT NULL')
    await queryRunner.query(REPLACE)
    await queryRunner.query(`ALTER TABLE client DROP COLUMN merged_into_id`)
  }
}
