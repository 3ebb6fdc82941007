/** What is in the way of a merge: each is a reason that a person can do something about. */
import {
  areOfOneSort,
  notEligible,
  OPEN_MERGE_STATUSES,
  OPEN_SUBJECT_REQUEST_STATUSES,
  RUNNING_IMPORT_STATUSES,
  STANDING_MERGE_STATUSES,
  text,
  type NotEligible,
} from '@steward/domain'
import { In, IsNull, MoreThanOrEqual, Not, type EntityManager } from 'typeorm'
import { Client } from '../client.entity.ts'
import { ClientMergeEntity } from './merge.entity.ts'
import { clientColumns } from './merge-tables.service.ts'
import type { Pair } from './merge-state.service.ts'

const SAME = notEligible('twoClients', text('请选择两位不同的客户。', 'Choose two different clients.'))
const OTHER_SORT = notEligible(
  'kindsFit',
  text('个人或家庭客户不能与企业客户合并。', 'A person or household is not merged with a company.'),
)
const OUT_OF_USE = notEligible(
  'survivorIsInUse',
  text(
    '保留的档案已停用，请先恢复，或改为保留另一份。',
    'The archive that would go on is out of use: restore it first, or keep the other one.',
  ),
)
const MERGED = notEligible(
  'clientIsNotMerged',
  text('其中一位已经并入另一位客户。', 'One of them was merged into another client already.'),
)
const IN_SIGNING = notEligible(
  'noSigningIsOpen',
  text(
    '并入的客户名下有案件或文件正在签核，签完后才能合并。',
    'Something of the client to be merged is being signed; merge them once it is.',
  ),
)
const IN_RELEASE = notEligible(
  'noReleaseIsOpen',
  text(
    '并入的客户在一份尚未办结的客户信息使用申请中。',
    'The client to be merged is among those of a request for client information that is not settled yet.',
  ),
)
const HELD = notEligible(
  'nothingIsHeld',
  text(
    '并入的客户有应收款项人工暂停催收，请先解除。',
    'Dunning of the client to be merged is held by hand: lift the hold first.',
  ),
)
const ERASED = notEligible(
  'isNotErased',
  text('其中一份档案已按本人请求删除。', 'One of the archives was erased at the request of the person.'),
)
const BEING_ERASED = notEligible(
  'noErasureIsAsked',
  text(
    '其中一位客户要求限制处理或删除个人信息，办结后才能合并。',
    'One of them has asked that their data be restricted or erased: merge them once that is settled.',
  ),
)
const BEING_UNDONE = notEligible(
  'noUndoIsRunning',
  text('导入这位客户的批次正在撤销。', 'The import that brought one of them in is being undone.'),
)
const BOTH_LISTED = notEligible(
  'notBothAreKeyAccounts',
  text(
    '双方都在大客户名单上，请先将其中一位移出。',
    'Both are listed as key accounts: have one of them released first.',
  ),
)
const inOther = (number: string) =>
  notEligible(
    'noOtherMergeIsOpen',
    text(
      `其中一位正在另一项合并（${number}）中等待签核。`,
      `One of them is in another merge (${number}) that awaits its signature.`,
    ),
  )

const HINDERED = `
select exists (select from export_request q join export_scope s on s.org_id = q.org_id and s.id = q.id
                where q.org_id = $1 and s.client_ids @> array[$2::uuid]
                  and (q.status in ('IN_SIGNING', 'APPROVED') or exists (select from controlled_copy y
                    where y.org_id = q.org_id and y.request_id = q.id and y.status in ('PRODUCING', 'FAILED')))) as released,
       exists (select from dunning_hold h join receivable r on r.org_id = h.org_id and r.id = h.receivable_id
                where h.org_id = $1 and r.client_id = $2 and h.lifted_at is null and h.complaint_id is null) as held,
       exists (select from import_run u join imported_row i on i.org_id = u.org_id and i.run_id = u.undoes_id
                where u.org_id = $1 and u.status = any($3) and i.record_id in ($2, $4)) as undone,
       exists (select from subject_request q
                where q.org_id = $1 and q.client_id in ($2, $4) and q.kind in ('RESTRICTION', 'ERASURE') and q.status = any($5)) as erased,
       (select count(*) from key_account k where k.org_id = $1 and k.client_id in ($2, $4) and k.released_on is null) = 2 as "bothListed"`

interface Hindered {
  readonly released: boolean
  readonly held: boolean
  readonly undone: boolean
  readonly erased: boolean
  readonly bothListed: boolean
}

/** @param except the merge itself, when it is carried out */
export const obstaclesTo = async (
  manager: EntityManager,
  pair: Pair,
  except: string | null = null,
): Promise<NotEligible[]> => {
  const { survivor, merged } = pair
  if (survivor.id === merged.id) return [SAME]
  if (survivor.mergedIntoId !== null || merged.mergedIntoId !== null) return [MERGED]
  if (survivor.erasedAt !== null || merged.erasedAt !== null) return [ERASED]
  const both = [survivor.id, merged.id]
  const { orgId } = survivor
  const open = await manager.find(ClientMergeEntity, {
    where: [
      { orgId, status: In([...OPEN_MERGE_STATUSES]), survivorId: In(both) },
      { orgId, status: In([...OPEN_MERGE_STATUSES]), mergedId: In(both) },
    ],
  })
  const other = open.find(({ id }) => id !== except)
  const [hindered] = await manager.query<[Hindered]>(HINDERED, [
    orgId,
    merged.id,
    [...RUNNING_IMPORT_STATUSES],
    survivor.id,
    [...OPEN_SUBJECT_REQUEST_STATUSES],
  ])
  return [
    ...(areOfOneSort(survivor.kind, merged.kind) ? [] : [OTHER_SORT]),
    ...(survivor.archivedAt === null ? [] : [OUT_OF_USE]),
    ...(other ? [inOther(other.number)] : []),
    ...((await isBeingSigned(manager, pair)) ? [IN_SIGNING] : []),
    ...(hindered.released ? [IN_RELEASE] : []),
    ...(hindered.held ? [HELD] : []),
    ...(hindered.undone ? [BEING_UNDONE] : []),
    ...(hindered.erased ? [BEING_ERASED] : []),
    ...(hindered.bothListed ? [BOTH_LISTED] : []),
  ]
}

/** A signature binds what a record says, whose it is among that: what is being signed is not moved. */
const isBeingSigned = async (manager: EntityManager, { merged }: Pair): Promise<boolean> => {
  const records = (await clientColumns(manager)).map(
    ({ table, column }) =>
      `exists (select from ${table} x where x.org_id = $1 and x.id = s.subject_id and x.${column} = $2)`,
  )
  const asked = `select exists (select from signing s
    where s.org_id = $1 and s.state = 'OPEN' and (s.subject_id = $2 or ${records.join(' or ')})) as open`
  const [row] = await manager.query<[{ open: boolean }]>(asked, [merged.orgId, merged.id])
  return row.open
}

const newer = ({ number }: Pick<ClientMergeEntity, 'number'>): NotEligible =>
  notEligible(
    'isNewestMerge',
    text(
      `之后还有一项合并（${number}）涉及这位客户，请先撤销它。`,
      `A later merge (${number}) concerns this client: reverse that one first.`,
    ),
  )
const MOVED_IN_SIGNING = notEligible(
  'noSigningIsOpen',
  text(
    '随合并转过去的案件或文件正在签核，签完后才能撤销合并。',
    'Something that came over with the merge is being signed; reverse the merge once it is.',
  ),
)
const MOVED_SIGNING = `
select exists (select from client_merge_row r join signing s on s.org_id = r.org_id and s.subject_id = r.record_id
                where r.org_id = $1 and r.merge_id = $2 and s.state = 'OPEN') as open`

const acrossBoth = (payment: string): NotEligible =>
  notEligible(
    'noPaymentIsOfBoth',
    text(
      `合并后，收款 ${payment} 核销的应收将不再属于付款的客户。请先冲销这笔收款，撤销合并后再登记到各自名下。`,
      `Payment ${payment} has settled, since the merge, a charge that would be the other one’s: reverse it first, and record it anew afterwards.`,
    ),
  )
/** Money of the one that has settled, since, what would be owed by the other. */
const ACROSS = `
with moved as materialized (
  select record_id as id from client_merge_row
   where org_id = $1 and merge_id = $2 and column_name is not null and table_name in ('payment', 'receivable'))
select p.number from payment p
  join payment_allocation a on a.org_id = p.org_id and a.payment_id = p.id and a.withdrawn_at is null
 where p.org_id = $1 and p.client_id = $3 and (p.id in (select id from moved)) <> (a.receivable_id in (select id from moved))
 order by p.number limit 1`

const statedSince = (statement: string): NotEligible =>
  notEligible(
    'noStatementIsOfBoth',
    text(
      `合并后出具的对账单 ${statement} 列有将归还另一位客户的应收。请先向客户出具新的对账单，或等其确认。`,
      `Statement ${statement}, issued since the merge, names charges that would be the other one’s again: issue a new one, or wait until it is confirmed.`,
    ),
  )
const heldSince = (charge: string): NotEligible =>
  notEligible(
    'noHoldIsOfBoth',
    text(
      `合并后因保留客户的案件暂停了 ${charge} 的催收，该笔将归还另一位客户。请先解除。`,
      `Dunning of ${charge}, which would be the other one’s again, is held since the merge for a case of the one that goes on: lift it first.`,
    ),
  )
/** What was begun since about charges that would go back: a statement that is not settled, a hold for a case that stays. */
const BEGUN = `
with moved as materialized (
  select record_id as id, table_name as kind from client_merge_row
   where org_id = $1 and merge_id = $2 and column_name is not null and table_name in ('receivable', 'complaint'))
select (select min(s.number) from reconciliation s join reconciliation_line l on l.org_id = s.org_id and l.reconciliation_id = s.id
         where s.org_id = $1 and s.client_id = $3 and s.issued_at >= $4 and s.state not in ('CONFIRMED', 'SUPERSEDED')
           and l.receivable_id in (select id from moved where kind = 'receivable')) as statement,
       (select min(r.number) from dunning_hold h join receivable r on r.org_id = h.org_id and r.id = h.receivable_id
         where h.org_id = $1 and h.lifted_at is null and h.held_at >= $4 and h.complaint_id is not null
           and r.client_id = $3
           and (r.id in (select id from moved where kind = 'receivable'))
            <> (h.complaint_id in (select id from moved where kind = 'complaint'))) as charge`

/** Of merges that follow each other only the newest can be taken back: the others stand upon what it found. */
export const reversalObstacles = async (
  manager: EntityManager,
  { orgId, id, survivorId, mergedAt }: Pick<ClientMergeEntity, 'orgId' | 'id' | 'survivorId' | 'mergedAt'>,
): Promise<NotEligible[]> => {
  if (await manager.existsBy(Client, { orgId, id: survivorId, erasedAt: Not(IsNull()) })) return [ERASED]
  const among = { orgId, id: Not(id) }
  const touching = await manager.find(ClientMergeEntity, {
    where: (['survivorId', 'mergedId'] as const).flatMap((end) => [
      {
        ...among,
        [end]: survivorId,
        status: In([...STANDING_MERGE_STATUSES]),
        mergedAt: MoreThanOrEqual(mergedAt!),
      },
      { ...among, [end]: survivorId, status: In([...OPEN_MERGE_STATUSES]) },
    ]),
    order: { mergedAt: 'DESC', id: 'DESC' },
  })
  const later = touching.find((it) => it.mergedAt !== null && it.mergedAt >= mergedAt!)
  const open = touching.find((it) => it.status === 'IN_SIGNING')
  const [row] = await manager.query<[{ open: boolean }]>(MOVED_SIGNING, [orgId, id])
  const [begun] = await manager.query<[{ statement: string | null; charge: string | null }]>(BEGUN, [
    orgId,
    id,
    survivorId,
    mergedAt,
  ])
  const [across] = await manager.query<{ number: string }[]>(ACROSS, [orgId, id, survivorId])
  return [
    ...(later ? [newer(later)] : []),
    ...(open ? [inOther(open.number)] : []),
    ...(row.open ? [MOVED_IN_SIGNING] : []),
    ...(across ? [acrossBoth(across.number)] : []),
    ...(begun.statement ? [statedSince(begun.statement)] : []),
    ...(begun.charge ? [heldSince(begun.charge)] : []),
  ]
}
