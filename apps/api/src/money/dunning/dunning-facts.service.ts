/** What the asking for a sum depends on: disputes, holds by hand, open cases of the same client, place and matter, steps taken. */
import type { DunningRule, DunningStep, ReceivableKind, ReceivableState } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { DunningStepEntity } from './dunning.entity.ts'

interface Taken {
  readonly step: DunningStep
  readonly at: string
  readonly by: string
  readonly outcome: string
}

/** Of so many at once is found out how they stand. */
export const FACTS_AT_ONCE = 200

/** A receivable with all that its asking depends on. */
export interface DunningRow {
  readonly id: string
  readonly number: string
  readonly kind: ReceivableKind
  readonly period: string | null
  readonly state: ReceivableState
  readonly dueOn: string
  readonly openMinor: number
  readonly clientId: string
  readonly clientCode: string
  readonly clientName: string
  readonly keyAccountManagerId: string | null
  readonly projectId: string | null
  readonly buildingId: string | null
  readonly projectName: string | null
  readonly unitLabel: string | null
  readonly isDisputed: boolean
  readonly holdId: string | null
  readonly holdVersion: number | null
  readonly holdReason: string | null
  readonly heldAt: Date | null
  readonly complaintId: string | null
  readonly complaintNumber: string | null
  readonly complaintAt: Date | null
  readonly taken: readonly Taken[]
}

/**
 * A dispute stands, also when a new statement has superseded the one it was told of: until it is answered, or the client confirms a later
 * statement with that line, or disputes it there anew. Nobody ends it by issuing the next.
 *
 * Overdue ones, the oldest first, so many at a time; with `$6` one client's, with `$7` one project's, with `$11` one receivable whatever
 * its age, with `$12` those that come after that receivable.
 */
const FACTS = `
select r.id, r.number, r.kind, r.period, r.state, r.due_on::text as "dueOn", (r.amount_minor - r.settled_minor)::bigint as "openMinor",
       c.id as "clientId", c.code as "clientCode", c.name as "clientName", c.key_account_manager_id as "keyAccountManagerId",
       r.project_id as "projectId", r.building_id as "buildingId", p.name as "projectName", u.label as "unitLabel",
       exists (select from reconciliation_line l
                 join reconciliation s on s.org_id = l.org_id and s.id = l.reconciliation_id
                where l.org_id = r.org_id and l.receivable_id = r.id and l.disputed_at is not null
                  and l.verdict is distinct from 'UPHELD'
                  and not exists (select from reconciliation_line n
                        join reconciliation t on t.org_id = n.org_id and t.id = n.reconciliation_id
                       where n.org_id = r.org_id and n.receivable_id = r.id and t.ordinal > s.ordinal
                         and (t.state = 'CONFIRMED' or n.disputed_at is not null))) as "isDisputed",
       h.id as "holdId", h.version as "holdVersion", h.reason as "holdReason", h.held_at as "heldAt",
       k.id as "complaintId", k.number as "complaintNumber", k.registered_at as "complaintAt",
       coalesce((select jsonb_agg(jsonb_build_object('step', n.step, 'at', n.taken_at, 'by', t.name, 'outcome', n.outcome) order by n.taken_at)
                   from dunning_notice n join staff t on t.org_id = n.org_id and t.id = n.taken_by_id
                  where n.org_id = r.org_id and n.receivable_id = r.id), '[]') as taken
  from receivable r
  join client c on c.org_id = r.org_id and c.id = r.client_id
  left join project p on p.org_id = r.org_id and p.id = r.project_id
  left join unit u on u.org_id = r.org_id and u.id = r.unit_id
  left join lateral (
    select h.* from dunning_hold h
      left join complaint m on m.org_id = h.org_id and m.id = h.complaint_id
     where h.org_id = r.org_id and h.receivable_id = r.id and h.lifted_at is null
       and (h.complaint_id is null or m.status = any($9::text[]))
     order by h.held_at limit 1) h on true
  left join lateral (
    select m.id, m.number, m.registered_at from complaint m
      join complaint_category g on g.org_id = m.org_id and g.id = m.category_id
     where m.org_id = r.org_id and m.client_id = r.client_id and m.kind = 'COMPLAINT' and m.status = any($9::text[])
       and (m.unit_id is null or r.unit_id is null or m.unit_id = r.unit_id)
       and ($10::jsonb -> r.kind) ? g.code
     order by m.registered_at limit 1) k on true
 where r.org_id = $1
   and ($2::boolean or r.project_id = any($3::uuid[]) or r.building_id = any($4::uuid[]) or c.key_account_manager_id = $5::uuid)
   and ($6::uuid is null or r.client_id = $6) and ($7::uuid is null or r.project_id = $7)
   and (r.id = $11::uuid or ($11::uuid is null and r.state = 'OPEN' and r.due_on < $8::date))
   and ($12::uuid is null or (r.due_on, r.number) > (select a.due_on, a.number from receivable a where a.org_id = $1 and a.id = $12))
 order by r.due_on, r.number limit ${FACTS_AT_ONCE}`

export const dunningFactsOf = (
  manager: EntityManager,
  asked: {
    readonly orgId: string
    readonly scope: readonly [boolean, readonly string[], readonly string[], string | null]
    readonly clientId?: string | null
    readonly projectId?: string | null
    readonly receivableId?: string
    readonly after?: string | null
    readonly today: string
    readonly holding: {
      readonly open: readonly string[]
      readonly categories: Readonly<Record<string, readonly string[]>>
    }
  },
): Promise<DunningRow[]> =>
  manager.query<DunningRow[]>(FACTS, [
    asked.orgId,
    ...asked.scope,
    asked.clientId ?? null,
    asked.projectId ?? null,
    asked.today,
    asked.holding.open,
    JSON.stringify(asked.holding.categories),
    asked.receivableId ?? null,
    asked.after ?? null,
  ])

export const rulesOf = (manager: EntityManager, orgId: string): Promise<readonly DunningRule[]> =>
  manager.findBy(DunningStepEntity, { orgId })
