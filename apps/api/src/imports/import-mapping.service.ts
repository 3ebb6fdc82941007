/** Mappings of the organization, saved under a name to be used again. */
import { IMPORT_INPUTS, invalidInput, mayImport, notEligible, parseInput, text } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { demandColumns } from './import-columns.service.ts'
import { ImportMappingEntity } from './import.entity.ts'

const NOT_YOURS = notEligible(
  'mayImport',
  text('您的岗位不能导入这类数据。', 'Your role does not bring in records of this kind.'),
)
const NAME_IS_TAKEN = invalidInput({
  path: 'name',
  message: text('这个名称已停用，请另取一个。', 'A retired mapping has this name; choose another.'),
})

/** Saves it under a name, or anew under the same one: runs keep a copy of what they went by. */
export const saveImportMapping = (
  context: RequestContext,
  input: object,
): Promise<ImportMappingEntity | UserError> =>
  transaction(context, 'import:saveMapping', async (tx) => {
    const { name, record } = orRefuse(parseInput(IMPORT_INPUTS.saveMapping, input))
    if (!mayImport(tx.actor, record.kind)) throw new Refused(NOT_YOURS)
    await demandColumns(tx, record)
    const values = { spec: record, savedById: tx.actor.staffId, savedAt: tx.now }
    const { organizationId: orgId } = tx.actor
    const known = await tx.manager.findOneBy(ImportMappingEntity, { orgId, kind: record.kind, name })
    if (known?.retiredAt) throw new Refused(NAME_IS_TAKEN)
    return known
      ? tx.patch(ImportMappingEntity, await tx.lock(ImportMappingEntity, known.id), values)
      : tx.insert(ImportMappingEntity, { kind: record.kind, name, ...values, retiredAt: null, version: 1 })
  })

/** It is offered no more; nothing that went by it changes. */
export const retireImportMapping = (
  context: RequestContext,
  input: { readonly importMappingId: string },
): Promise<ImportMappingEntity | UserError> =>
  transaction(context, 'import:retireMapping', async (tx) => {
    const { importMappingId, ...stated } = withUuids(input)
    const { expectedVersion } = orRefuse(parseInput(IMPORT_INPUTS.retireMapping, stated))
    const mapping = await tx.lock(ImportMappingEntity, importMappingId as string, expectedVersion)
    if (!mayImport(tx.actor, mapping.kind)) throw new Refused(NOT_YOURS)
    return mapping.retiredAt ? mapping : tx.patch(ImportMappingEntity, mapping, { retiredAt: tx.now })
  })
