/** The words that clients are filed by: none is deleted, since clients bear them. */
import { parseInput, TAG_INPUTS } from '@steward/domain'
import type { VerbContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withUuids } from '../../graphql/id-field.ts'
import type { UserError } from '../../graphql/user-error.ts'
import { Tag } from './tag.entity.ts'

type Answer = Promise<Tag | UserError>

export const addTag = (tx: Transaction, stated: Pick<Tag, 'nameZh' | 'nameEn' | 'tone' | 'kinds'>) =>
  tx.insert(Tag, { ...stated, retiredAt: null, version: 1 })

/** Refuses DUPLICATE where the name is taken. */
export const define = (context: VerbContext, input: object): Answer =>
  transaction(context, 'tag:define', (tx) => addTag(tx, orRefuse(parseInput(TAG_INPUTS.define, input))))

export const amend = (context: VerbContext, input: object): Answer =>
  transaction(context, 'tag:amend', async (tx) => {
    const { tagId, expectedVersion, ...stated } = orRefuse(parseInput(TAG_INPUTS.amend, withUuids(input)))
    return tx.patch(Tag, await tx.lock(Tag, tagId, expectedVersion), stated)
  })

const turned =
  (action: 'retire' | 'restore') =>
  (context: VerbContext, input: object): Answer =>
    transaction(context, `tag:${action}`, async (tx) => {
      const { tagId, expectedVersion } = orRefuse(parseInput(TAG_INPUTS[action], withUuids(input)))
      const tag = await tx.lock(Tag, tagId, expectedVersion)
      const isRetired = tag.retiredAt !== null
      if (isRetired === (action === 'retire')) {
        const [status, allowed] = isRetired ? ['RETIRED', 'IN_USE'] : ['IN_USE', 'RETIRED']
        throw new Refused({ code: 'WRONG_STATUS', status, action, allowed: [allowed] })
      }
      return tx.patch(Tag, tag, { retiredAt: isRetired ? null : tx.now })
    })

export const retire = turned('retire')
export const restore = turned('restore')
