/** Whoever watches over the ledger is told at once when a witness contradicts it: nothing else in the house would say so. */
import {
  isContradiction,
  rolesHolding,
  text,
  WITNESS_FAILURE_LABELS,
  type WitnessFailure,
} from '@steward/domain'
import { In, type EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { tellStaff } from '../notices/tell-staff.ts'
import { StaffRole } from '../organization/organization.entity.ts'
import type { WorkerServices } from '../worker/worker-services.ts'

interface Contradicting {
  readonly orgId: string
  readonly witnessId: string
  readonly name: string
}

/** Those who verify, and the administrator; of a failure that may pass by itself nobody is woken. */
export const tellOfContradiction = async (
  manager: EntityManager,
  { config, clock }: Pick<WorkerServices, 'config' | 'clock'>,
  { orgId, witnessId, name }: Contradicting,
  failure: WitnessFailure | null,
): Promise<void> => {
  if (failure === null || !isContradiction(failure)) return
  const roles = [...rolesHolding('ledger:verify'), ...rolesHolding('witness:dismiss')]
  const holders = await manager.findBy(StaffRole, { orgId, role: In(roles) })
  await tellStaff(
    manager,
    config,
    {
      orgId,
      id: newId(),
      subjectType: 'LedgerWitness',
      subjectId: witnessId,
      version: null,
      verb: 'system',
      actorId: null,
      at: clock(),
    },
    {
      kind: 'LEDGER_CONTRADICTED',
      named: [...new Set(holders.map(({ staffId }) => staffId))],
      values: { endpoint: text(name, name), outcome: WITNESS_FAILURE_LABELS[failure] },
    },
  )
}
