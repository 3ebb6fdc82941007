/** The test of four is repeated every year: of one that was not, whoever is named for the client and their superiors are told, once for each day that has passed. */
import { localDate, text } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { Client } from '../clients/client.entity.ts'
import { withTenant } from '../database/with-tenant.ts'
import { tellStaff, type NoticePlace } from '../notices/tell-staff.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { aboveOf } from './key-account-notice.consumer.ts'

const AT_ONCE = 100

const OVERDUE = `
update key_account k set test_told_on = k.next_test_on
 where k.org_id = $1 and k.id in (
   select o.id from key_account o where o.org_id = $1 and o.released_on is null and o.next_test_on < $2::date
      and o.test_told_on is distinct from o.next_test_on order by o.id limit ${AT_ONCE} for update skip locked)
returning k.id, k.client_id as "clientId", k.next_test_on::text as "nextTestOn"`

interface Overdue {
  readonly id: string
  readonly clientId: string
  readonly nextTestOn: string
}

const tellOverdue = async (
  manager: EntityManager,
  place: NoticePlace,
  orgId: string,
  now: Date,
): Promise<void> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const [rows] = await manager.query<[Overdue[], number]>(OVERDUE, [orgId, localDate(now, timeZone)])
  for (const { id, clientId, nextTestOn } of rows) {
    const client = await manager.findOneByOrFail(Client, { orgId, id: clientId })
    const { keyAccountManagerId: managerId, code } = client
    const happening = {
      orgId,
      id: newId(),
      subjectType: 'KeyAccount',
      subjectId: id,
      version: null,
      verb: 'system',
      actorId: null,
      at: now,
    } as const
    await tellStaff(manager, place, happening, {
      kind: 'KEY_ACCOUNT_TEST_DUE',
      named: [...(managerId ? [managerId] : []), ...(await aboveOf(manager, orgId, managerId))],
      values: { number: text(code, code), dueAt: text(nextTestOn, nextTestOn) },
    })
  }
}

export const testDueSweep: Sweep = {
  name: 'key-account-tests',
  everyMilliseconds: 3_600_000,
  sweep: async ({ dataSource, clock, config }) => {
    const organizations = await dataSource.query<{ id: string }[]>('select id from organization order by id')
    for (const { id } of organizations)
      await withTenant(dataSource, id, (manager) => tellOverdue(manager, config, id, clock()))
    return 0
  },
}
