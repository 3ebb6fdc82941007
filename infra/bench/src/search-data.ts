/** A million clients, as many units and a quarter as many cases beside the demonstration's, so that a search has something to be slow in. */
import pg from 'pg'
import { searchGramsOf } from '../../../apps/api/src/clients/search/search-grams.ts'

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤'
const GIVEN =
  '伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂文辉玲华红建国梅鑫波斌宇浩凯健俊帆雪洁萍倩晨旭阳琳瑶欣怡佳嘉子涵梓轩雨泽思源一诺晓东小燕春梅志强海燕玉兰庆祥德福永年立新光荣长乐单行重绿曼青云飞鹏程万里安康宁静远博学'

/** The same numbers in every run. */
const chance = (seed: number) => () => {
  seed = (seed * 1_664_525 + 1_013_904_223) % 4_294_967_296
  return seed / 4_294_967_296
}

const ROWS = 4_000

const PLACES = `
insert into project (org_id, id, code, name, type, address) select $1, md5('project' || p)::uuid, 'BP' || p, '基准花园' || p || '期', 'RESIDENTIAL', '' from generate_series(1, $2::int) p;
insert into building (org_id, id, project_id, name) select $1, md5('building' || p || '-' || b)::uuid, md5('project' || p)::uuid, b || '栋'
  from generate_series(1, $2::int) p, generate_series(1, 10) b;
insert into unit (org_id, id, project_id, building_id, label, floor) select $1, md5('unit' || p || '-' || b || '-' || f || '-' || r)::uuid, md5('project' || p)::uuid,
  md5('building' || p || '-' || b)::uuid, b || '-' || f || lpad(r::text, 2, '0'), f from generate_series(1, $2::int) p, generate_series(1, 10) b, generate_series(1, 25) f, generate_series(1, 8) r`

const OCCUPANCIES = `
insert into client_occupancy (org_id, id, client_id, unit_id, relation, from_on, to_on)
select $1, gen_random_uuid(), c.id, u.id, 'OWNER', '2020-01-01', case when c.n % 10 = 0 then date '2024-01-01' end
  from (select id, row_number() over (order by id) as n from client where org_id = $1 and code like 'K%') c
  join (select id, row_number() over (order by id) as n from unit where org_id = $1 and id in (select md5('unit' || p || '-' || b || '-' || f || '-' || r)::uuid
    from generate_series(1, $2::int) p, generate_series(1, 10) b, generate_series(1, 25) f, generate_series(1, 8) r)) u on u.n = c.n;
update client c set project_id = u.project_id, building_id = u.building_id
  from client_occupancy o join unit u on u.org_id = o.org_id and u.id = o.unit_id where o.org_id = $1 and c.org_id = $1 and o.client_id = c.id and c.code like 'K%'`

const CLIENTS = `
insert into client (org_id, id, code, kind, relation, name, phone, phone_masked, phone_tail, search_grams, created_at)
select $1, gen_random_uuid(), code, 'HOUSEHOLD', 'OWNER', name, '1390000' || tail, '139****' || tail, tail, grams::text[], now()
  from unnest($2::text[], $3::text[], $4::text[], $5::text[]) it (code, name, tail, grams)`

/** Fills the demonstration organization; as superuser, because a million rows through row security and a live index would measure that. */
export const fillClients = async (superuserUrl: string, clients: number): Promise<void> => {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(
      `set statement_timeout = 0; set maintenance_work_mem = '512MB'; set synchronous_commit = off`,
    )
    const { rows } = await client.query<{ id: string }>("select id from organization where code = 'demo'")
    const org = rows[0]!.id
    const projects = Math.max(1, Math.ceil(clients / 2_000))
    for (const statement of PLACES.split(';\n'))
      await client.query(statement, statement.includes('$2') ? [org, projects] : [org])
    await client.query('drop index client_grams_idx')
    const next = chance(7)
    const one = (characters: string) => characters[Math.floor(next() * characters.length)]!
    for (let at = 0; at < clients; at += ROWS) {
      const some = Array.from({ length: Math.min(ROWS, clients - at) }, (_, index) => {
        const name = one(SURNAMES) + one(GIVEN) + (next() < 0.8 ? one(GIVEN) : '')
        const tail = String(Math.floor(next() * 10_000)).padStart(4, '0')
        return {
          code: `K${String(at + index).padStart(7, '0')}`,
          name,
          tail,
          grams: `{${searchGramsOf(name).join(',')}}`,
        }
      })
      const column = (key: keyof (typeof some)[number]) => some.map((it) => it[key])
      await client.query(CLIENTS, [org, column('code'), column('name'), column('tail'), column('grams')])
    }
    for (const statement of OCCUPANCIES.split(';\n'))
      await client.query(statement, statement.includes('$2') ? [org, projects] : [org])
    await client.query('create index client_grams_idx on client using gin (org_id, search_grams)')
    for (const table of ['client', 'client_occupancy', 'unit', 'building', 'project'])
      await client.query(`vacuum analyze ${table}`)
  } finally {
    await client.end()
  }
}
