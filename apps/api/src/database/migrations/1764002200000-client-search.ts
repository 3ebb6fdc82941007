import type { MigrationInterface, QueryRunner } from 'typeorm'
import { searchGramsOf } from '../../clients/search/search-grams.ts'
import { forEachOrganization, RUNTIME_ROLE } from './secure.ts'

/** Rows of one statement of the data migration. */
const BATCH = 2_000

const REACHABLE = `(everywhere or c.key_account_manager_id = staff or c.project_id = any(projects) or c.building_id = any(buildings))`
/** The first text of its collation after all that begin with another. */
const AFTER = `chr(1114111)`

/**
 * Which clients are found by what was typed, and how well each answers it: the lower the rank, the better. Each kind of answer is a
 * statement of its own that reads an index and ends after a few rows; worse kinds are not asked for once there are enough.
 *
 * `@>` is not leakproof: under row security it would lose its index. Hence the owner's rights, and hence the organization, which the
 * function takes from the transaction's setting and from nowhere else. What a reader may see of the found clients is decided by
 * whoever calls; reach only keeps clients out of the few that they could not see anyway.
 */
export const SEARCH_CLIENTS = `
CREATE FUNCTION search_clients(wanted jsonb, everywhere boolean, staff uuid, projects uuid[], buildings uuid[], most integer)
RETURNS TABLE (client_id uuid, rank smallint)
LANGUAGE plpgsql STABLE SECURITY DEFINER ROWS 20
SET search_path = pg_catalog, public, pg_temp
SET plan_cache_mode = force_custom_plan
AS $search$
DECLARE
  org CONSTANT uuid := nullif(current_setting('app.org_id', true), '')::uuid;
  code_start CONSTANT text := wanted ->> 'code';
  name_start CONSTANT text := wanted ->> 'start';
  grams CONSTANT text[] := array(select jsonb_array_elements_text(wanted -> 'grams'));
  labels CONSTANT text[] := array(select jsonb_array_elements_text(wanted #> '{unit,labels}'));
  names CONSTANT text[] := array(select jsonb_array_elements_text(wanted #> '{unit,buildings}'));
  in_project CONSTANT text := wanted #>> '{unit,project}';
  door CONSTANT text := wanted #>> '{unit,door}';
  inside CONSTANT text := wanted #>> '{unit,inside}';
  room CONSTANT integer := most * 3;
  those uuid[];
  hits uuid[] := '{}';
  ranks smallint[] := '{}';
BEGIN
  IF org IS NULL OR name_start = '' THEN RETURN; END IF;

  those := array(select c.id from client c where c.org_id = org and c.code = code_start and ${REACHABLE});
  hits := hits || those; ranks := ranks || array_fill(1::smallint, array[cardinality(those)]);

  IF wanted ->> 'whole' IS NOT NULL THEN
    those := array(select c.id from client c where c.org_id = org and c.search_grams @> array[wanted ->> 'whole'] and ${REACHABLE} limit room);
    hits := hits || those; ranks := ranks || array_fill(2::smallint, array[cardinality(those)]);
  END IF;

  IF cardinality(labels) > 0 THEN
    WITH units AS MATERIALIZED (
      (select u.id, true as exact from unnest(labels) l join unit u on u.org_id = org and u.label = l
        where in_project is null or u.project_id in (select p.id from project p where p.org_id = org and strpos(lower(p.name), in_project) > 0)
        limit 200)
      union all
      (select u.id, true from unit u where door is not null and u.org_id = org and regexp_replace(u.label, '^.*-', '') = door
          and (in_project is null or u.project_id in (select p.id from project p where p.org_id = org and strpos(lower(p.name), in_project) > 0))
        limit 200)
      union all
      (select u.id, true from building b join unit u on u.org_id = org and u.building_id = b.id and u.label = inside
        where b.org_id = org and b.name = any(names)
          and (in_project is null or u.project_id in (select p.id from project p where p.org_id = org and strpos(lower(p.name), in_project) > 0))
        limit 200)
      union all
      (select u.id, false from unnest(labels) l join unit u on u.org_id = org and u.label >= l and u.label < l || ${AFTER} and u.label <> l
        where in_project is null or u.project_id in (select p.id from project p where p.org_id = org and strpos(lower(p.name), in_project) > 0)
        limit 200)
    ), occupants AS (
      select c.id, min(case when o.to_on is not null then 11 when u.exact then 3 else 9 end)::smallint as rank
        from units u join client_occupancy o on o.org_id = org and o.unit_id = u.id and o.withdrawn_at is null
        join client c on c.org_id = org and c.id = o.client_id and ${REACHABLE}
       group by c.id order by 2 limit room
    )
    select hits || coalesce(array_agg(o.id), '{}'), ranks || coalesce(array_agg(o.rank), '{}') into hits, ranks from occupants o;
  END IF;

  those := array(select c.id from client c
    where c.org_id = org and c.name >= name_start and c.name < name_start || ${AFTER} and ${REACHABLE}
    order by c.name, c.id limit room);
  hits := hits || those; ranks := ranks || array_fill(4::smallint, array[cardinality(those)]);

  IF cardinality(grams) > 0 AND cardinality(hits) < most THEN
    those := array(select c.id from client c
      where c.org_id = org and c.search_grams @> grams and ${REACHABLE}
        and (wanted ->> 'recheck' is null
          or exists (select from unnest(c.search_grams) g where left(g, 1) = '=' and strpos(g, wanted ->> 'recheck') > 0))
      limit room);
    hits := hits || those; ranks := ranks || array_fill(5::smallint, array[cardinality(those)]);
  END IF;

  IF jsonb_typeof(wanted -> 'reading') = 'array' THEN
    FOR way IN 0 .. 2 LOOP
      EXIT WHEN cardinality(hits) >= most;
      those := array(select c.id from client c
        where c.org_id = org and c.search_grams @> array[wanted -> 'reading' ->> way] and ${REACHABLE} limit room);
      hits := hits || those; ranks := ranks || array_fill((6 + way)::smallint, array[cardinality(those)]);
    END LOOP;
  END IF;

  IF cardinality(hits) < most THEN
    those := array(select c.id from client c
      where c.org_id = org and c.code > code_start and c.code < code_start || ${AFTER} and ${REACHABLE}
      order by c.code limit room);
    hits := hits || those; ranks := ranks || array_fill(10::smallint, array[cardinality(those)]);
  END IF;

  RETURN QUERY
    select best.id, best.rank from (
      select f.id, min(f.rank) as rank from unnest(hits, ranks) f (id, rank) group by f.id) best
    join client c on c.org_id = org and c.id = best.id
    order by best.rank,
      c.archived_at is not null or (
        exists (select from client_occupancy o where o.org_id = org and o.client_id = c.id and o.withdrawn_at is null)
        and not exists (select from client_occupancy o where o.org_id = org and o.client_id = c.id and o.withdrawn_at is null and o.to_on is null)),
      c.name, c.id
    limit most;
END
$search$`

/** Clients are found by readings too, by their units, and in the order in which they answer. */
export class ClientSearch1764002200000 implements MigrationInterface {
  readonly name = 'ClientSearch1764002200000'

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      CREATE INDEX client_created_idx ON client (org_id, created_at, id);
      CREATE INDEX unit_label_idx ON unit (org_id, label);
      CREATE INDEX unit_door_idx ON unit (org_id, regexp_replace(label, '^.*-', ''));
    `)
    // The function's owner, who serves nobody, sees past the organization in what it searches; it filters by it itself.
    for (const table of ['client', 'unit'])
      await queryRunner.query(`CREATE POLICY search ON ${table} FOR SELECT TO CURRENT_USER USING (true)`)
    await queryRunner.query(SEARCH_CLIENTS)
    const signature = 'search_clients(jsonb, boolean, uuid, uuid[], uuid[], integer)'
    await queryRunner.query(`REVOKE ALL ON FUNCTION ${signature} FROM PUBLIC`)
    await queryRunner.query(`GRANT EXECUTE ON FUNCTION ${signature} TO ${RUNTIME_ROLE}`)
    await forEachOrganization(queryRunner, (orgId) => fillGrams(queryRunner, orgId))
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      DROP FUNCTION search_clients(jsonb, boolean, uuid, uuid[], uuid[], integer);
      DROP POLICY search ON client;
      DROP POLICY search ON unit;
      DROP INDEX unit_door_idx, unit_label_idx, client_created_idx;
    `)
  }
}

/** Gives every client of the organization the grams of its name as they are now. */
async function fillGrams(queryRunner: QueryRunner, orgId: string): Promise<number> {
  let filled = 0
  for (let last = '00000000-0000-0000-0000-000000000000'; ;) {
    const rows = (await queryRunner.query(
      `SELECT id, name FROM client WHERE org_id = $1 AND id > $2 ORDER BY id LIMIT ${BATCH}`,
      [orgId, last],
    )) as { id: string; name: string }[]
    if (rows.length === 0) return filled
    const grams = rows.map(({ id, name }) => ({ id, grams: searchGramsOf(name) }))
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
