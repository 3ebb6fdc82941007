/** Households that were written down twice: one pair is one archive by now, another waits for the manager. */
import type { Role } from '@steward/domain'
import * as clients from '../clients/client.service.ts'
import { Client } from '../clients/client.entity.ts'
import { ClientMergeEntity } from '../clients/merging/merge.entity.ts'
import { fingerprintOf } from '../clients/merging/merge-state.service.ts'
import * as merges from '../clients/merging/merge.service.ts'
import * as receptions from '../clients/receptions/reception.service.ts'
import { withTenant } from '../database/with-tenant.ts'
import { DAY } from './calendar.ts'
import { agreed, by, type Stage } from './cases/stage.ts'
import { holding, type Member } from './organizations/world.ts'
import type { Vault } from '../access/vault.ts'

type MergingStage = Stage & { readonly vault: Vault }

interface Household {
  readonly id: string
  readonly name: string
  readonly unitId: string
}

/** Who lives somewhere and has told nobody of a second archive yet. */
const HOUSEHOLDS = `
select c.id, c.name, o.unit_id as "unitId" from client c
  join client_occupancy o on o.org_id = c.org_id and o.client_id = c.id and o.to_on is null and o.withdrawn_at is null and o.relation = 'OWNER'
 where c.org_id = $1 and c.kind = 'HOUSEHOLD' and c.archived_at is null
 order by c.code desc limit 2`

export const mergeArchives = async (stage: MergingStage): Promise<void> => {
  const first = (role: Role) => holding(stage.world, role)[0]!
  const { orgId } = stage.world
  const households = await withTenant(stage.dataSource, orgId, (manager) =>
    manager.query<Household[]>(HOUSEHOLDS, [orgId]),
  )
  const [together, waiting] = households as [Household, Household]
  const keeper = first('CR_SPECIALIST')
  const merge = await proposed(stage, keeper, together, {
    daysAgo: 9,
    phone: '13917460285',
    words: '问二维码门禁怎么开通',
  })
  const step = { clientMergeId: merge.id, expectedVersion: merge.version }
  const context = { ...by(stage, first('CS_MANAGER'), ago(stage, 8)), vault: stage.vault }
  agreed(await merges.approve(context, step), 'approve')
  await proposed(stage, keeper, waiting, { daysAgo: 1, phone: '13764920138', words: '预约周末看房屋漏水点' })
}

const ago = ({ now }: Stage, days: number): Date => new Date(now.getTime() - days * DAY)

/** Written down once more at the desk, with something said; then found out, compared and proposed. */
const proposed = async (
  stage: MergingStage,
  keeper: Member,
  { id, name, unitId }: Household,
  { daysAgo, phone, words }: { readonly daysAgo: number; readonly phone: string; readonly words: string },
): Promise<ClientMergeEntity> => {
  const { orgId } = stage.world
  const opening = {
    kind: 'HOUSEHOLD',
    relation: 'OWNER',
    name,
    phone,
    explained: true,
    consentPurposes: ['CARE'],
    consentWay: 'SPOKEN',
    contacts: [],
    members: [],
    occupancies: [{ unitId, relation: 'OWNER', fromOn: '2025-03-01' }],
    knownNotToBeThem: [id],
  }
  const second = agreed(await clients.open(by(stage, keeper, ago(stage, daysAgo + 30)), opening), 'open')
  const said = { clientId: second.id, words, channel: 'PHONE', direction: 'IN', purpose: 'INQUIRY' }
  agreed(await receptions.record(by(stage, keeper, ago(stage, daysAgo + 20)), said), 'record')
  const fingerprint = await withTenant(stage.dataSource, orgId, async (manager) => {
    const survivor = await manager.findOneByOrFail(Client, { orgId, id })
    const merged = await manager.findOneByOrFail(Client, { orgId, id: second.id })
    return fingerprintOf(manager, { survivor, merged })
  })
  const proposal = {
    survivorId: id,
    mergedId: second.id,
    fingerprint,
    taken: [],
    reason: '同名同户，业主来电确认登记了两次，两个号码都在用',
  }
  return agreed(await merges.propose(by(stage, keeper, ago(stage, daysAgo)), proposal), 'propose')
}
