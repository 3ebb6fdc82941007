/** What an approved plan sets going: its tasks are made by the worker, in one go. */
import type { Transaction } from '../../database/transaction.ts'
import type { MaintenancePlan, PlanRevision } from '../plans/plan.entity.ts'

/** In the transaction of the approval: the worker makes the tasks of the revision. */
export const planApproved = (tx: Transaction, _plan: MaintenancePlan, revision: PlanRevision): void =>
  tx.emit('planDecomposition', { type: 'PlanRevision', id: revision.id })
