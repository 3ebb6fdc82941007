/** On the day of an approved revision the worker puts it in force: effect and mark in one transaction, so exactly once. */
import type { EntityManager } from 'typeorm'
import { asSystem } from '../database/as-system.ts'
import { backOffSeconds, eachItem } from '../worker/each-item.ts'
import type { Sweep } from '../worker/sweeps.ts'
import { lockDocument, putInForce } from './document-writing.service.ts'
import { DocumentDue } from './document.entity.ts'

interface Due {
  readonly orgId: string
  readonly id: string
  readonly attempts: number
}

const CLAIM = `
select org_id as "orgId", id, attempts from document_due
 where due_at <= clock_timestamp() order by due_at, org_id, id limit $1 for update skip locked`

const PUT_OFF = `
update document_due set attempts = attempts + 1, due_at = clock_timestamp() + make_interval(secs => $3)
 where org_id = $1 and id = $2`

const OLDEST = 'select min(due_at) as at from document_due where due_at <= clock_timestamp()'

export const documentSweep: Sweep = {
  name: 'documents',
  everyMilliseconds: 1_000,
  sweep: ({ dataSource, clock, log }, limit) =>
    dataSource.transaction(async (manager) => {
      const claimed = (await manager.query(CLAIM, [limit])) as Due[]
      const failures = await eachItem(manager, claimed, (due) => enforce(manager, due, clock()))
      for (const { item, error } of failures) {
        log.error({ revision: item.id, type: (error as Error).name }, 'document not put in force')
        await manager.query(PUT_OFF, [item.orgId, item.id, backOffSeconds(item.attempts + 1)])
      }
      return claimed.length
    }),
  oldestDue: async ({ dataSource }) => {
    const [row] = (await dataSource.query(OLDEST)) as { at: Date | null }[]
    return row?.at ?? undefined
  },
}

/** One that was ended before its day stays so. */
const enforce = async (manager: EntityManager, { orgId, id }: Due, now: Date): Promise<void> => {
  await asSystem(manager, { orgId, now, requestId: `document-${id}` }, async (tx) => {
    const at = await lockDocument(tx, id)
    if (at.revision.status === 'APPROVED') await putInForce(tx, at)
  })
  await manager.delete(DocumentDue, { orgId, id })
}
