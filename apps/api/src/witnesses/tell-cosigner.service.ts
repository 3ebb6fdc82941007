/** Presents the newest checkpoint of a chain to a witness that cosigns, and keeps its signature or why there is none. */
import type { LedgerChain, WitnessFailure } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { v7 as newId } from 'uuid'
import { withTenant } from '../database/with-tenant.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { askWitness, presentCheckpoint } from './ask-witness.ts'
import { consistencyProof } from './consistency-proof.service.ts'
import { tellOfContradiction } from './witness-notice.service.ts'
import { noteTold } from './witness-state.service.ts'

export interface DueCosigner {
  readonly orgId: string
  readonly witnessId: string
  readonly name: string
  readonly url: string
  readonly publicKey: string
  readonly chain: LedgerChain
  readonly checkpointId: string
  readonly size: number
  readonly note: string
  readonly seenSize: number
}

const COSIGNED = `
insert into ledger_witnessing (org_id, id, checkpoint_id, witness, at, cosignature)
values ($1, $2, $3, $4, clock_timestamp(), $5)
on conflict (org_id, checkpoint_id, witness) do nothing`

/** Public addresses alone; only tests bring another way. */
const PUBLIC = askWitness({ allowLoopback: false })

/** The signature is kept in one transaction with the word that it was given; asked twice after a kill, signed twice, kept once. */
export const tellCosigner = async (
  services: WorkerServices,
  due: DueCosigner,
): Promise<WitnessFailure | null> => {
  const { orgId, witnessId, chain, size, note, checkpointId } = due
  const within = <T>(work: (manager: EntityManager) => Promise<T>) =>
    withTenant(services.dataSource, orgId, work)
  const answer = await presentCheckpoint(services.askWitness ?? PUBLIC, due, {
    size,
    note,
    seen: due.seenSize,
    proofFrom: (from) => within((manager) => consistencyProof(manager, orgId, chain, { from, to: size })),
  })
  const failure = typeof answer === 'string' ? answer : null
  await within(async (manager) => {
    if (typeof answer !== 'string')
      await manager.query(COSIGNED, [orgId, newId(), checkpointId, witnessId, answer.lines])
    const isNews = await noteTold(manager, { orgId, witnessId, chain, size }, failure)
    if (isNews) await tellOfContradiction(manager, services, due, failure)
  })
  return failure
}
