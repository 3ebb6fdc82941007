/** What `mayContact` asks, of one client and one of their people; and the rules that hold. */
import {
  DEFAULT_CARE_POLICY,
  mayContact,
  type Approach,
  type Approached,
  type CarePolicy,
  type ContactAnswer,
  type ContactPurpose,
} from '@steward/domain'
import type { EntityManager } from 'typeorm'
import type { Transaction } from '../database/transaction.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { CarePolicyEntity } from './care.entity.ts'

export const carePolicyOf = async (manager: EntityManager, orgId: string): Promise<CarePolicy> =>
  (await manager.findOneBy(CarePolicyEntity, { orgId })) ?? DEFAULT_CARE_POLICY

const APPROACHED = `
select (c.archived_at is not null or c.merged_into_id is not null or c.erased_at is not null) as closed,
       coalesce(p.do_not_contact, false) as "doNotContact", p.preferred_hours as "preferredHours",
       ((select n.decision from client_consent n where n.org_id = c.org_id and n.client_id = c.id and n.purpose = $4
          order by n.at desc, n.id desc limit 1) is not distinct from 'GIVEN') as consented,
       coalesce((select jsonb_agg(r.at) from reception r where r.org_id = c.org_id and r.client_id = c.id
          and r.direction = 'OUT' and r.purpose = 'CARE' and r.at <= $5 and r.at > $5::timestamptz - make_interval(hours => 24 * $6)), '[]') as unsolicited
  from client c left join client_contact p on p.org_id = c.org_id and p.client_id = c.id and p.id = $3
 where c.org_id = $1 and c.id = $2`

type Found = Omit<Approached, 'unsolicited'> & { readonly unsolicited: readonly string[] }

interface Question {
  readonly clientId: string
  readonly contactId: string | null
  readonly purpose: Exclude<ContactPurpose, 'SERVICE'>
  readonly approach: Approach
  readonly at: Date
}

/** May they be approached of our own accord at that time? */
export const mayApproach = async (
  tx: Transaction,
  { clientId, contactId, purpose, approach, at }: Question,
): Promise<ContactAnswer> => {
  const { organizationId: orgId } = tx.actor
  const policy = await carePolicyOf(tx.manager, orgId)
  const { timeZone } = await tx.manager.findOneByOrFail(OrganizationProfile, { orgId })
  const consent = purpose === 'CARE' ? 'CARE' : 'MARKETING'
  const given = [orgId, clientId, contactId, consent, at, policy.capDays]
  const [found] = await tx.manager.query<[Found]>(APPROACHED, given)
  const approached = { ...found, unsolicited: found.unsolicited.map((it) => ({ at: new Date(it) })) }
  return mayContact({ purpose, approach, now: at, timeZone }, approached, policy)
}
