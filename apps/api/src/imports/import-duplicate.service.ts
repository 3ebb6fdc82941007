/** What is to become of a row that seems to be about somebody on file: decided after the dry run, before it is applied. */
import { IMPORT_INPUTS, mayImport, notEligible, parseInput, text } from '@steward/domain'
import type { RequestContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { ImportDuplicateEntity, ImportRunEntity } from './import.entity.ts'

const NOT_YOURS = notEligible(
  'mayImport',
  text('您的岗位不能导入这类数据。', 'Your role does not bring in records of this kind.'),
)

export const chooseImportDuplicate = (
  context: RequestContext,
  input: { readonly duplicateId: string },
): Promise<ImportDuplicateEntity | UserError> =>
  transaction(context, 'import:choose', async (tx) => {
    const { duplicateId, choice } = orRefuse(parseInput(IMPORT_INPUTS.choose, withUuids(input)))
    const duplicate = await tx.lock(ImportDuplicateEntity, duplicateId)
    const run = await tx.get(ImportRunEntity, duplicate.runId)
    if (!mayImport(tx.actor, run.kind)) throw new Refused(NOT_YOURS)
    return tx.patch(ImportDuplicateEntity, duplicate, { choice })
  })
