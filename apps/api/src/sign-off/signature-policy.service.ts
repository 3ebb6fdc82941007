/** The signature policy in force, and who a step can be signed by. */
import { DEFAULT_SIGNATURE_POLICY, type SignaturePolicy } from '@steward/domain'
import type { EntityManager } from 'typeorm'
import { SignaturePolicyEntity } from './signing.entity.ts'

/** The newest revision; what the house ships, revision 0, where the organization never set its own. */
export const signaturePolicyInForce = async (
  manager: EntityManager,
  orgId: string,
): Promise<SignaturePolicy> => {
  const [row] = await manager.find(SignaturePolicyEntity, {
    where: { orgId },
    order: { revision: 'DESC' },
    take: 1,
  })
  return row ? { revision: row.revision, rules: row.rules } : DEFAULT_SIGNATURE_POLICY
}
