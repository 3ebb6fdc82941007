/**
 * Whoever answers for a client is told, once, that they have gone silent: the key account manager, else the site, else the supervisors.
 * Whoever shall go and see them is told of that.
 */
import { text, type Role } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { tellStaff } from '../notices/tell-staff.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import type { RowsConsumer } from '../worker/outbox-consumers.ts'
import { SilenceAlertEntity } from './silence.entity.ts'

type Manager = Parameters<RowsConsumer['apply']>[0]

const holding = async (manager: Manager, orgId: string, role: Role): Promise<readonly string[]> =>
  (await manager.findBy(StaffRole, { orgId, role })).map(({ staffId }) => staffId)

export const silenceNoticeConsumer: RowsConsumer = {
  name: 'silence-notices',
  effect: 'rows',
  kinds: ['silenceAlertRaised', 'silenceVisitProposed'],
  apply: async (manager, row, { config }) => {
    const { orgId, subjectId: id } = row
    const alert = await manager.findOneBy(SilenceAlertEntity, { orgId, id })
    const client = alert && (await manager.findOneBy(Client, { orgId, id: alert.clientId }))
    if (!client) return
    const values = { dueAt: text(alert.visitBy, alert.visitBy) }
    const happening = { ...row, subjectType: 'SilenceAlert' as const }
    if (row.kind === 'silenceVisitProposed') {
      const named = alert.visitorId === null ? [] : [alert.visitorId]
      await tellStaff(manager, config, happening, { kind: 'SILENCE_VISIT_PROPOSED', named, values })
      return
    }
    const tell = (named: readonly string[]): Promise<number> =>
      named.length === 0
        ? Promise.resolve(0)
        : tellStaff(manager, config, happening, { kind: 'SILENCE_RAISED', named, values })
    if (await tell(client.keyAccountManagerId === null ? [] : [client.keyAccountManagerId])) return
    // Of those on site only who has the place may be told: the others may not read of the client.
    if (await tell(await holding(manager, orgId, 'SITE_MANAGER'))) return
    await tell(await holding(manager, orgId, 'CR_SUPERVISOR'))
  },
}
