/** Dossiers that do not come: whoever is named for the client is told, then it is told above. Each exactly once, until a version comes. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { dueSweep, type DueRow } from '../worker/due-sweep.ts'
import { KeyAccountDue, KeyAccountEntity, type DossierStep } from './key-account.entity.ts'
import { keyAccountPolicyOf } from './key-account.service.ts'

interface Due extends DueRow {
  readonly step: DossierStep
}

const DAY = 86_400_000
const TELLS = { DUE: 'dossierDue', ESCALATE: 'dossierEscalated' } as const

const tell = async (manager: EntityManager, { orgId, id, step }: Due, now: Date): Promise<void> => {
  const isOwed = await asSystem(manager, { orgId, now, requestId: `key-account-${id}` }, async (tx) => {
    const { releasedOn } = await tx.lock(KeyAccountEntity, id)
    if (releasedOn !== null) return false
    tx.emit(TELLS[step], { type: 'KeyAccount', id })
    return true
  })
  if (!isOwed || step === 'ESCALATE') {
    await manager.delete(KeyAccountDue, { orgId, id })
    return
  }
  const { escalateAfterDays } = await keyAccountPolicyOf(manager, orgId)
  const dueAt = new Date(now.getTime() + escalateAfterDays * DAY)
  await manager.update(KeyAccountDue, { orgId, id }, { step: 'ESCALATE', dueAt, attempts: 0 })
}

export const dossierDueSweep = dueSweep<Due>({
  name: 'key-account-dossiers',
  table: 'key_account_due',
  step: 'step',
  work: tell,
  failed: 'overdue dossier of a key account not told of',
})
