/** What signatures must be proven by. The organization's row is locked: it owns the rules. */
import { DEFAULT_PROOF_RULES, parseInput, SIGNATURE_INPUTS, type ProofRule } from '@steward/domain'
import { v7 as newId } from 'uuid'
import type { EntityManager } from 'typeorm'
import { lockOrganization } from '../access/rights.service.ts'
import type { RequestContext } from '../context.ts'
import { orRefuse } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { UserError } from '../graphql/user-error.ts'
import { SignatureProofRule } from './signature-proof.entity.ts'
import { SignatureProofRuleType } from './signature-request.type.ts'

const published = ({ subject, level, fromMinor }: ProofRule): SignatureProofRuleType => {
  const house = DEFAULT_PROOF_RULES.find((it) => it.subject === subject)
  const isDefault = house?.level === level && house.fromMinor === fromMinor
  return Object.assign(new SignatureProofRuleType(), { subject, level, fromMinor, isDefault })
}

/** One for each meaning and one for amounts, as they hold now. */
export const proofRules = async ({
  signedIn,
  dataSource,
  locale,
}: RequestContext): Promise<SignatureProofRuleType[]> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { organizationId: orgId } = signedIn.actor
  const rows = await withTenant(dataSource, orgId, (manager) => manager.findBy(SignatureProofRule, { orgId }))
  return DEFAULT_PROOF_RULES.map((house) => {
    const own = rows.find(({ subject }) => subject === house.subject)
    return published(own ?? house)
  })
}

export const setProofRule = async (
  context: RequestContext,
  input: object,
): Promise<SignatureProofRuleType | UserError> => {
  const parsed = parseInput(SIGNATURE_INPUTS.setRule, input)
  const done = await transaction(context, 'signatureProof:set', async (tx) => {
    const rule = orRefuse(parsed)
    const organization = await lockOrganization(tx)
    const where = { orgId: organization.orgId, subject: rule.subject }
    const found = await tx.manager.findOneBy(SignatureProofRule, where)
    if (found) await tx.patch(SignatureProofRule, found, rule)
    else await tx.insert(SignatureProofRule, rule)
    return organization
  })
  if (done instanceof UserError || !parsed.ok) return done as UserError
  return published(parsed.value)
}

/** The rules as rows, for an organization that begins. */
export const writeProofRules = async (
  manager: EntityManager,
  orgId: string,
  rules: readonly ProofRule[],
): Promise<void> => {
  await manager.insert(
    SignatureProofRule,
    rules.map((rule) => ({ ...rule, orgId, id: newId() })),
  )
}
