import type { EntityManager } from 'typeorm'
import type { Write } from '../database/pending-writes.ts'
import { bodyOf, ledgerProof, type Signed, type Unsigned } from '../ledger/append-ledger.ts'
import type { Ceremony } from './ceremony.service.ts'

type Ask = (write: Write) => Promise<{ readonly rows: readonly unknown[] }>

/**
 * What the ledger will bind of the signatures of one verb, each with how it was proven; the rows get it too. Ends the verb where
 * they are not proven; uses the proof up where they are.
 * @param ask past the writes that wait
 */
export const provenEntries = async (
  signed: readonly Signed[],
  ceremony: Ceremony,
  manager: EntityManager,
  ask: Ask,
): Promise<readonly Unsigned[]> => {
  if (signed.length === 0) return []
  const unproven = signed.map((one) => ({ ...one, body: bodyOf(one) }))
  const proof = await ceremony.proofOf(unproven, async (text, values) => {
    const { rows } = await ask({ name: 'signature_proof_rules', text, values })
    return rows as readonly object[]
  })
  await ceremony.useUp(manager)
  return unproven.map(({ signOff, body }) => {
    const isGiven = proof.at !== null
    const proofAt = isGiven ? new Date(proof.at) : null
    Object.assign(signOff, { proofMethod: proof.method, proofAt, proof: isGiven ? proof : null })
    return { ...body, proof: ledgerProof(proof) }
  })
}
