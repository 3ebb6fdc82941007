/** The verbs of a controlled copy. */
import * as domain from '@steward/domain'
import {
  COPY_INPUTS,
  COPY_LINK_MINUTES,
  COPY_SHAPE,
  copyFacts,
  parseInput,
  type CopyAction,
  type CopyInput,
} from '@steward/domain'
import { hashToken, newToken } from '../access/token.ts'
import type { VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction, type Transaction } from '../database/transaction.ts'
import { certifyDestruction } from '../documents/destruction.service.ts'
import { DocumentRevisionEntity } from '../documents/document.entity.ts'
import { withUuids } from '../graphql/id-field.ts'
import { UserError } from '../graphql/user-error.ts'
import { signOff } from '../sign-off/sign-off.service.ts'
import { removeFile } from './copy-destroyed.service.ts'
import { copyPath } from './copy-path.ts'
import { ControlledCopyEntity, CopyLink, ExportRequestEntity } from './export.entity.ts'

type Answer = Promise<ControlledCopyEntity | UserError>

const verb =
  <A extends CopyAction>(
    action: A,
    work: (tx: Transaction, copy: ControlledCopyEntity, input: CopyInput<A>) => Promise<ControlledCopyEntity>,
  ) =>
  (context: VerbContext, input: { readonly controlledCopyId: string }): Answer =>
    transaction(context, `controlledCopy:${action}`, async (tx) => {
      const { controlledCopyId, ...stated } = withUuids(input)
      const parsed = orRefuse(parseInput(COPY_INPUTS[action], stated)) as CopyInput<A>
      const copy = await tx.lock(ControlledCopyEntity, controlledCopyId as string)
      tx.admit('controlledCopy:read', copyFacts(copy))
      return work(tx, copy, parsed)
    })

const patched = (
  tx: Transaction,
  copy: ControlledCopyEntity,
  change: domain.Result<Partial<domain.ControlledCopy>>,
): Promise<ControlledCopyEntity> =>
  tx.patch(ControlledCopyEntity, copy, orRefuse(change) as Partial<ControlledCopyEntity>)

/** Its making failed: the worker tries again. */
export const produce = verb('produce', async (tx, copy, stated) => {
  const after = await patched(tx, copy, domain.produceCopyAgain(copy, stated, tx.actor, tx.now))
  tx.emit('copyToProduce', { type: 'ControlledCopy', id: copy.id })
  return after
})

/** A copy and, when it was made just now, the way to its file. */
export class FetchedCopy {
  readonly copy: ControlledCopyEntity
  readonly path: string | null

  constructor(copy: ControlledCopyEntity, path: string | null) {
    this.copy = copy
    this.path = path
  }
}

/** A link to the file: for who asked for the copies, once, for a quarter of an hour. Each is on record. */
export const fetchCopy = async (
  context: VerbContext,
  input: { readonly controlledCopyId: string },
): Promise<FetchedCopy | UserError> => {
  let path: string | null = null
  const answer = await verb('fetch', async (tx, copy, stated) => {
    const after = await patched(tx, copy, domain.fetchCopy(copy, stated, tx.actor, tx.now))
    const token = newToken()
    await tx.manager.insert(CopyLink, {
      orgId: copy.orgId,
      id: tx.newId(),
      copyId: copy.id,
      staffId: tx.actor.staffId,
      tokenHash: hashToken(token),
      expiresAt: new Date(tx.now.getTime() + COPY_LINK_MINUTES * 60_000),
      usedAt: null,
    })
    path = copyPath(token)
    return after
  })(context, input)
  return answer instanceof UserError ? answer : new FetchedCopy(answer, path)
}

/** Signed for: from here on somebody answers for it, and the house keeps no file. */
export const receive = verb('receive', async (tx, copy, stated) => {
  const request = await tx.get(ExportRequestEntity, copy.requestId)
  const outside = request.recipientId === null
  const after = await patched(tx, copy, domain.receiveCopy(copy, stated, outside, tx.actor, tx.now))
  signOff(tx, {
    subjectType: 'ControlledCopy',
    subjectId: copy.id,
    revision: 1,
    meaning: 'RECEIVED',
    verb: 'controlledCopy:receive',
    facts: copyFacts(copy),
    content: { copy: after },
    shape: COPY_SHAPE,
    comment: null,
  })
  await removeFile(tx, copy)
  return after
})

export const returnCopy = verb('return', (tx, copy, stated) =>
  patched(tx, copy, domain.returnCopy(copy, stated, tx.actor, tx.now)),
)

/** The first of the two signatures on its destruction; the second one destroys it, see `copyDestroyed`. */
export const destroy = verb('destroy', async (tx, copy, stated) => {
  const open = await recordOf(tx, copy)
  const refused = domain.destroyCopy(copy, stated, open?.status === 'IN_SIGNING', tx.actor)
  if (refused) throw new Refused(refused)
  const { method, place, destroyedOn, witnesses } = stated
  const { recipientId } = await tx.get(ExportRequestEntity, copy.requestId)
  const record = await certifyDestruction(tx, [
    {
      subject: 'CONTROLLED_COPY',
      subjectId: copy.id,
      // The certificate stays when a person is erased: it names colleagues, and nobody outside, who may be a client.
      what: recipientId === null ? copy.number : `${copy.number}（${copy.recipient}）`,
      medium: copy.form === 'PRINT' || copy.form === 'CARD' ? 'PAPER' : 'FILE',
      method,
      place,
      destroyedOn,
      witnesses,
    },
  ])
  return tx.patch(ControlledCopyEntity, copy, {
    destructionRevisionId: record.id,
    updatedAt: tx.now,
    updatedById: tx.actorId,
  })
})

const recordOf = (
  tx: Transaction,
  { orgId, destructionRevisionId: id }: ControlledCopyEntity,
): Promise<DocumentRevisionEntity | null> =>
  id === null ? Promise.resolve(null) : tx.manager.findOneBy(DocumentRevisionEntity, { orgId, id })
