/** What witnesses say of a chain while it is verified: cosigners are asked at once, whatever the database has of them. */
import { isContradiction, WITNESS_FAILURE_LABELS, type LedgerChain } from '@steward/domain'
import { fromHex, type WitnessKey } from '@steward/verify'
import type { EntityManager } from 'typeorm'
import { withTenant } from '../database/with-tenant.ts'
import type { VerificationRemark } from '../ledger/ledger-verification.entity.ts'
import { NOWHERE } from '../ledger/verification-remarks.service.ts'
import type { WorkerServices } from '../worker/worker-services.ts'
import { cosignersOf, standingsOf } from './witness-sweep.service.ts'

export interface Testimony {
  /** Of all that ever cosigned: their signatures are judged. */
  readonly keys: readonly WitnessKey[]
  readonly findings: readonly VerificationRemark[]
  readonly notes: readonly VerificationRemark[]
}

const KEYS = `
select w.name, w.public_key as "publicKey" from ledger_witness w
 where w.org_id = $1 and w.kind = 'COSIGNER' and (w.status = 'APPOINTED' or exists (
   select from ledger_witnessing g where g.org_id = w.org_id and g.witness = w.id::text))
 order by w.appointed_at`

/** Asks all at once; one that does not answer is named, and no fault of the ledger. */
export const hearWitnesses = async (
  services: WorkerServices,
  orgId: string,
  chain: LedgerChain,
): Promise<Testimony> => {
  const within = <T>(work: (manager: EntityManager) => Promise<T>) =>
    withTenant(services.dataSource, orgId, work)
  const { keys, standings } = await within(async (manager) => ({
    keys: await manager.query<{ name: string; publicKey: string }[]>(KEYS, [orgId]),
    standings: await standingsOf(manager, orgId),
  }))
  const asked = cosignersOf(
    services,
    orgId,
    standings.filter((it) => it.chain === chain),
  )
  const heard = await Promise.all(
    asked.map(async ({ standing: { name }, tell }) => ({ name, failure: await tell() })),
  )
  const failed = heard.flatMap(({ name, failure }) => (failure === null ? [] : [{ name, failure }]))
  return {
    keys: keys.map(({ name, publicKey }) => ({ name, publicKey: fromHex(publicKey, 32) })),
    findings: failed.filter(({ failure }) => isContradiction(failure)).map(remarkOf),
    notes: failed.filter(({ failure }) => !isContradiction(failure)).map(remarkOf),
  }
}

const remarkOf = ({
  name,
  failure,
}: {
  readonly name: string
  readonly failure: keyof typeof WITNESS_FAILURE_LABELS
}) => ({
  ...NOWHERE,
  code: `WITNESS_${failure}`,
  textZh: `见证“${name}”：${WITNESS_FAILURE_LABELS[failure].zh}。`,
  textEn: `The witness “${name}”: ${WITNESS_FAILURE_LABELS[failure].en}.`,
})
