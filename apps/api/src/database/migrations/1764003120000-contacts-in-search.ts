import type { MigrationInterface, QueryRunner } from 'typeorm'
import { searchGramsOf } from '../../clients/search/search-grams.ts'
import { forEachOrganization } from './secure.ts'

/** Rows of one statement of the data migration. */
const BATCH = 2_000

/** Clients are found by the names of their contacts, too. */
export class ContactsInSearch1764003120000 implements MigrationInterface {
  readonly name = 'ContactsInSearch1764003120000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await forEachOrganization(queryRunner, (orgId) => fillGrams(queryRunner, orgId, true))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await forEachOrganization(queryRunner, (orgId) => fillGrams(queryRunner, orgId, false))
  }
}

/** Gives every client of the organization that has contacts the grams of all names, or of their own alone. */
async function fillGrams(queryRunner: QueryRunner, orgId: string, withContacts: boolean): Promise<number> {
  let filled = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await queryRunner.query(
      `SELECT c.id, c.name, array_agg(k.name ORDER BY k.created_at, k.id) AS contacts
         FROM client c JOIN client_contact k ON k.org_id = c.org_id AND k.client_id = c.id AND k.removed_at IS NULL
        WHERE c.org_id = $1 AND c.id > $2 GROUP BY c.id, c.name ORDER BY c.id LIMIT ${BATCH}`,
      [orgId, last],
    )) as { id: string; name: string; contacts: string[] }[]
    if (rows.length === 0) return filled
    const grams = rows.map(({ id, name, contacts }) => ({
      id,
      grams: searchGramsOf(name, ...(withContacts ? contacts : [])),
    }))
    const [, changed] = (await queryRunner.query(
      `UPDATE client c SET search_grams = array(SELECT jsonb_array_elements_text(g -> 'grams'))
         FROM jsonb_array_elements($2::jsonb) g WHERE c.org_id = $1 AND c.id = (g ->> 'id')::uuid`,
      [orgId, JSON.stringify(grams)],
    )) as [unknown, number]
    if (changed !== rows.length) throw new Error(`${rows.length} clients were to be filled, ${changed} were.`)
    filled += changed
    last = rows.at(-1)!.id
  }
}
