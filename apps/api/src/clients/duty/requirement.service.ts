/** What archives must have: lines of policy. None is deleted, since confirmations name them. */
import {
  ARCHIVE_REQUIREMENT_INPUTS,
  invalidInput,
  parseInput,
  requirementBeside,
  text,
  type ArchiveRequirement as Facts,
} from '@steward/domain'
import { lockOrganization } from '../../access/rights.service.ts'
import type { VerbContext } from '../../context.ts'
import { invalidReference } from '../../database/invalid-reference.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { CustomField } from '../fields/custom-field.entity.ts'
import { ArchiveRequirement } from './duty.entity.ts'

type Answer = Promise<ArchiveRequirement | UserError>
type Stated = Omit<Facts, 'id' | 'retiredAt' | 'version'>

const TWICE = text(
  '这类客户的这一项已有要求；请修改那一条。',
  'This part is asked of such clients already; change that requirement.',
)

export const addRequirement = (tx: Transaction, stated: Stated): Promise<ArchiveRequirement> =>
  tx.insert(ArchiveRequirement, {
    ...stated,
    kinds: [...stated.kinds],
    relations: [...stated.relations],
    retiredAt: null,
    version: 1,
  })

/** A new one, or one that exists stated anew; what was retired is in force again. */
export const set = (context: VerbContext, input: object): Answer =>
  transaction(context, 'archiveRequirement:set', async (tx) => {
    const { requirementId, expectedVersion, ...stated } = orRefuse(
      parseInput(ARCHIVE_REQUIREMENT_INPUTS.set, withUuids(input)),
    )
    // Two who set one each at the same time must not both find nothing beside theirs.
    const { orgId } = await lockOrganization(tx)
    const found = requirementId ? await tx.lock(ArchiveRequirement, requirementId, expectedVersion) : null
    if (stated.fieldId !== null) {
      const field = await tx.manager.findOneBy(CustomField, { orgId, id: stated.fieldId })
      if (!field || field.retiredAt !== null) throw invalidReference('fieldId')
      if (stated.kinds.some((kind) => !field.kinds.includes(kind))) {
        const message = text('该字段不用于其中某类客户。', 'The field is not for all of these clients.')
        throw new Refused(invalidInput({ path: 'kinds', message }))
      }
    }
    const all = await tx.manager.findBy(ArchiveRequirement, { orgId })
    if (requirementBeside({ ...stated, id: requirementId }, all))
      throw new Refused(invalidInput({ path: 'part', message: TWICE }))
    return found
      ? tx.patch(ArchiveRequirement, found, { ...stated, retiredAt: null })
      : addRequirement(tx, stated)
  })

export const retire = (context: VerbContext, input: object): Answer =>
  transaction(context, 'archiveRequirement:retire', async (tx) => {
    const { requirementId, expectedVersion } = orRefuse(
      parseInput(ARCHIVE_REQUIREMENT_INPUTS.retire, withUuids(input)),
    )
    const found = await tx.lock(ArchiveRequirement, requirementId, expectedVersion)
    if (found.retiredAt !== null)
      throw new Refused({
        code: 'WRONG_STATUS',
        status: 'RETIRED',
        action: 'retire',
        allowed: ['IN_USE'],
      })
    return tx.patch(ArchiveRequirement, found, { retiredAt: tx.now })
  })
