/** Going through an archive with the client: who, when and which parts were still true. */
import { ARCHIVE_REQUIREMENT_INPUTS, invalidInput, parseInput, text } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Client } from '../client.entity.ts'
import { clientFacts } from '../kept-client.ts'
import { ArchiveConfirmation } from './duty.entity.ts'
import { metSql } from './gap-sql.ts'

const CONFIRMABLE = metSql()

/** What can be confirmed of one client, or of all: it is in the archive. */
export const confirmable = (
  tx: Transaction,
  clientId: string | null,
): Promise<readonly { readonly clientId: string; readonly id: string }[]> =>
  tx.manager.query(CONFIRMABLE, [tx.actor.organizationId, clientId])

const NOT_THERE = text(
  '有的项目档案里还没有，或不适用于该客户；请先补充再核对。',
  'Some of these are not in the archive or not asked of this client; fill them in first.',
)

export const addConfirmation = (
  tx: Transaction,
  told: Pick<ArchiveConfirmation, 'clientId' | 'requirementIds' | 'note'>,
): Promise<ArchiveConfirmation> =>
  tx.insert(ArchiveConfirmation, {
    ...told,
    confirmedById: tx.actor.staffId,
    confirmedAt: tx.now,
  })

/** Only of what is there: nobody confirms what the archive does not have. */
export const confirmArchive = (
  context: VerbContext,
  input: object,
): Promise<ArchiveConfirmation | UserError> =>
  transaction(context, 'client:confirmArchive', async (tx) => {
    const { clientId, requirementIds, note } = orRefuse(
      parseInput(ARCHIVE_REQUIREMENT_INPUTS.confirm, withUuids(input)),
    )
    const client = await tx.lock(Client, clientId)
    tx.admit('client:read', clientFacts(client))
    if (client.archivedAt)
      throw new Refused({
        code: 'WRONG_STATUS',
        status: 'ARCHIVED',
        action: 'confirmArchive',
        allowed: ['ACTIVE'],
      })
    const there = await confirmable(tx, client.id)
    const absent = requirementIds.filter((id) => !there.some((it) => it.id === id))
    if (absent.length > 0) throw new Refused(invalidInput({ path: 'requirementIds', message: NOT_THERE }))
    return addConfirmation(tx, { clientId, requirementIds: [...requirementIds], note })
  })
