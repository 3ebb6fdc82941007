/** The second signature on an erasure: nothing may have come in between, and from now on the worker carries it out. */
import { ERASURE_BLOCK_LABELS, notEligible, say, text } from '@steward/domain'
import { Client } from '../../clients/client.entity.ts'
import { Refused } from '../../database/refused.ts'
import type { Transaction } from '../../database/transaction.ts'
import { SubjectRequestEntity } from '../subject-request.entity.ts'
import { blocksOf } from './erasure-preview.service.ts'

/** Names what is in the way, each with its number. */
export const demandNothingInTheWay = async (tx: Transaction, { orgId, id }: Client): Promise<void> => {
  const blocks = await blocksOf(tx.manager, orgId, id)
  if (blocks.length === 0) return
  const named = (locale: 'zh-CN' | 'en') =>
    blocks.map(({ kind, number }) => `${say(ERASURE_BLOCK_LABELS[kind], locale)} ${number}`)
  throw new Refused(
    notEligible(
      'nothingIsInTheWay',
      text(`暂不能删除：${named('zh-CN').join('；')}。`, `Not yet: ${named('en').join('; ')}.`),
    ),
  )
}

const NOT_ASKED = notEligible(
  'requestStands',
  text(
    '本人的删除请求已撤回或已办结，请退回这份销毁记录。',
    'The request for erasure was withdrawn or decided meanwhile: reject this record.',
  ),
)

/** Two have signed, and the person still asks for it. What came in since the first is in the way of the second; from now on the archive is out of use. */
export const clientErasureSigned = async (
  tx: Transaction,
  clientId: string,
  { id }: { readonly id: string },
): Promise<void> => {
  const { organizationId: orgId } = tx.actor
  const found = await tx.manager.findOneBy(SubjectRequestEntity, { orgId, clientId, erasureRevisionId: id })
  const request = found && (await tx.lock(SubjectRequestEntity, found.id))
  if (request?.status !== 'IDENTIFIED') throw new Refused(NOT_ASKED)
  const client = await tx.lock(Client, clientId)
  await demandNothingInTheWay(tx, client)
  const archivedAt = client.archivedAt ?? tx.now
  await tx.patch(Client, client, { erasureRevisionId: id, archivedAt })
  tx.emit('clientToErase', { type: 'Client', id: clientId })
}
