/** Every night all clients are looked at: in batches, so that each is one short transaction, and a kill goes on where it stopped. */
import { localDate, startOfDay } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { OrganizationProfile } from '../organization/organization.entity.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { fitModel, nextClients, raiseAlerts } from './raise-alerts.service.ts'
import { newestModel, parametersOf, silencePolicyOf } from './silence-policy.service.ts'
import { SilenceDue } from './silence.entity.ts'

interface Due extends DueRow {
  readonly after: string | null
}

const DAY_MS = 86_400_000
const BATCH = 2_000
/** The model is fitted anew after so many days. */
const FIT_AFTER_MS = 7 * DAY_MS
/** After midnight, when nobody works. */
const HOUR_MS = 3 * 3_600_000

/** Three in the morning of the next day of the organization. */
export const nextNight = (now: Date, timeZone: string): Date => {
  const tonight = startOfDay(localDate(now, timeZone), timeZone).getTime() + HOUR_MS
  return new Date(tonight > now.getTime() ? tonight : tonight + DAY_MS)
}

const look = async (manager: EntityManager, { orgId, id, after }: Due, now: Date): Promise<void> => {
  const { timeZone } = await manager.findOneByOrFail(OrganizationProfile, { orgId })
  const around = { orgId, timeZone, today: localDate(now, timeZone) }
  const looked = await asSystem(manager, { orgId, now, requestId: `silence-${id}` }, async (tx) => {
    const kept = await newestModel(manager, orgId)
    const isOld = kept === null || now.getTime() - kept.fittedAt.getTime() >= FIT_AFTER_MS
    const model = after === null && isOld ? await fitModel(tx, around) : kept
    const found = {
      policy: await silencePolicyOf(manager, orgId),
      parameters: parametersOf(model),
      modelId: model?.id ?? null,
    }
    const clients = await nextClients(manager, orgId, after, BATCH)
    await raiseAlerts(tx, around, found, clients)
    return clients
  })
  const last = looked.length < BATCH ? null : looked.at(-1)!
  await manager.update(
    SilenceDue,
    { orgId, id },
    { dueAt: last === null ? nextNight(now, timeZone) : now, after: last, attempts: 0 },
  )
}

export const silenceSweep = dueSweep<Due>({
  name: 'silence',
  table: 'silence_due',
  step: 'after',
  work: look,
  failed: 'clients not looked at for silence',
})
