/**
 * The same answers by hand: one statement a workload, whose text is the whole reply. Bare node:http and pg with nothing between
 * them is the limit that Steward is measured against.
 */
const id = (prefix: string, column: string) => `'${prefix}_' || replace(${column}::text, '-', '')`
const instant = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
const action = (column: string) => `upper(regexp_replace(${column}, '([A-Z])', '_\\1', 'g'))`

const LATEST = `(select row_to_json(x) from (select ${id('evt', 'e.id')} as id, ${action('e.action')} as action, ${instant('e.at')} as at,
  'ComplaintEvent' as "__typename" from complaint_event e where e.org_id = c.org_id and e.complaint_id = c.id
  order by e.at desc, e.id desc limit 1) x)`

const SIGN_OFFS = `coalesce((select json_agg(row_to_json(x)) from (select ${id('sgn', 's.id')} as id, s.meaning, s.role,
  ${instant('s.at')} as at, 'SignOff' as "__typename" from sign_off s where s.org_id = c.org_id and s.subject_id = c.id
  order by s.at desc, s.id desc) x), '[]')`

/** $1 organization, $2 client. */
export const CLIENT_PAGE = `select json_build_object('data', json_build_object(
  'client', (select row_to_json(x) from (select ${id('cli', 'k.id')} as id, k.code, k.name, k.phone_masked as "phoneMasked",
     coalesce((select json_agg(row_to_json(o)) from (select
        (select row_to_json(u) from (select ${id('unt', 'u.id')} as id, u.label, 'Unit' as "__typename" from unit u
           where u.org_id = o.org_id and u.id = o.unit_id) u) as unit, 'ClientOccupancy' as "__typename"
        from client_occupancy o where o.org_id = k.org_id and o.client_id = k.id order by o.from_on desc, o.id desc) o), '[]') as occupancies,
     'Client' as "__typename" from client k where k.org_id = $1 and k.id = $2) x),
  'complaints', json_build_object('edges', coalesce((select json_agg(row_to_json(n)) from (select row_to_json(x) as node, 'ComplaintEdge' as "__typename" from (
     select ${id('cmp', 'c.id')} as id, c.number, c.status, c.severity, c.summary, ${instant('c.registered_at')} as "registeredAt",
       ${LATEST} as "latestEvent", ${SIGN_OFFS} as "signOffs", 'Complaint' as "__typename"
       from complaint c where c.org_id = $1 and c.client_id = $2 order by c.registered_at desc, c.id desc limit 5) x) n), '[]'),
     '__typename', 'ComplaintConnection')))::text as reply`

/** $1 organization. The cursor is left out on both sides of the comparison: it is Steward's own. */
export const QUEUE = `select json_build_object('data', json_build_object('complaints', json_build_object(
  'edges', coalesce((select json_agg(json_build_object('node', row_to_json(x), '__typename', 'ComplaintEdge')) from (
     select ${id('cmp', 'c.id')} as id, c.number, c.status, c.severity, c.summary, ${instant('c.registered_at')} as "registeredAt",
       (select row_to_json(k) from (select ${id('cli', 'k.id')} as id, k.name, 'Client' as "__typename" from client k
          where k.org_id = c.org_id and k.id = c.client_id) k) as client,
       (select row_to_json(s) from (select ${id('stf', 's.id')} as id, s.name, 'Staff' as "__typename" from staff s
          where s.org_id = c.org_id and s.id = c.assignee_id) s) as assignee,
       ${LATEST} as "latestEvent", 'Complaint' as "__typename"
     from complaint c where c.org_id = $1 and c.status = any('{INVESTIGATING}') and c.severity = any('{2,3}')
     order by c.registered_at desc, c.id desc limit 50) x), '[]'),
  '__typename', 'ComplaintConnection')))::text as reply`

/** $1 organization, $2 row id, $3 event id, $4 audit id, $5 staff: number, row, event and audit in one statement. */
export const REGISTER = `with n as (
    insert into counter (org_id, id, kind, period, last) values ($1, $2, 'limit', '0000', 1)
    on conflict (org_id, kind, period) do update set last = counter.last + 1 returning last),
  c as (insert into complaint (org_id, id, number, kind, track, status, severity, channel, anonymous, contact_name, summary, facts,
      registered_by_id, registered_at, currency, updated_at)
    select $1, $2, '0000-' || to_char(n.last, 'FM0000000'), 'COMPLAINT', 'QUICK', 'REGISTERED', 3, 'PHONE', false, 'x', 'x', 'x', $5, now(), 'CNY', now()
    from n returning id, number),
  e as (insert into complaint_event (org_id, id, complaint_id, action, to_status, by_id, at) select $1, $3, c.id, 'register', 'REGISTERED', $5, now() from c),
  a as (insert into audit_entry (org_id, id, at, actor_id, verb, subject_type, subject_id, changes, request_id)
    select $1, $4, now(), $5, 'complaint:register', 'complaint', c.id, '{}', 'bench' from c)
  select json_build_object('data', json_build_object('registerComplaint', json_build_object('number', c.number)))::text as reply from c`
