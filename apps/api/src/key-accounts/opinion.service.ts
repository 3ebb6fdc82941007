/** What key accounts think of the person named for them: taken by somebody else; whom it is about learns the figure, not who said what. */
import { can, KEY_ACCOUNT_OPINION_INPUT, notEligible, opinionFigure, parseInput, text } from '@steward/domain'
import { Client } from '../clients/client.entity.ts'
import { clientFacts } from '../clients/kept-client.ts'
import type { RequestContext, VerbContext } from '../context.ts'
import { orRefuse, Refused } from '../database/refused.ts'
import { transaction } from '../database/transaction.ts'
import { withTenant } from '../database/with-tenant.ts'
import { accessError } from '../graphql/access-error.ts'
import { fromGlobalId } from '../graphql/global-id.ts'
import { withUuids } from '../graphql/id-field.ts'
import type { UserError } from '../graphql/user-error.ts'
import { todayOf } from '../money/day-of-organization.service.ts'
import { KeyAccountEntity, KeyAccountOpinion } from './key-account.entity.ts'
import { lockListed } from './key-account.service.ts'
import { OpinionFigureType } from './key-account.type.ts'

const NOBODY_NAMED = notEligible(
  'managerIsNamed',
  text('该客户还没有专职客户经理，请先指定。', 'Nobody is named for this client yet: name somebody first.'),
)
const OWN = notEligible(
  'actorIsNotManager',
  text('对您本人的意见须由他人登记。', 'An opinion on yourself is taken by somebody else.'),
)
const TO_COME = notEligible('dayHasCome', text('日期还没有到。', 'That day has not come yet.'))

export const recordOpinion = (context: VerbContext, input: object): Promise<KeyAccountEntity | UserError> =>
  transaction(context, 'keyAccount:recordOpinion', async (tx) => {
    const { keyAccountId, ...stated } = orRefuse(parseInput(KEY_ACCOUNT_OPINION_INPUT, withUuids(input)))
    const { account, client } = await lockListed(tx, keyAccountId)
    const { keyAccountManagerId: managerId } = client
    if (managerId === null) throw new Refused(NOBODY_NAMED)
    if (managerId === tx.actor.staffId) throw new Refused(OWN)
    if (stated.givenOn > (await todayOf(tx))) throw new Refused(TO_COME)
    await tx.insert(KeyAccountOpinion, {
      ...stated,
      clientId: client.id,
      accountId: account.id,
      managerId,
      takenById: tx.actor.staffId,
      recordedAt: tx.now,
    })
    return account
  })

/** Over all who answered about the manager of an account; null where nobody is named, or the account is not the reader's to see. */
export const figureOf = async (
  { signedIn, dataSource, locale }: RequestContext,
  publishedId: string,
): Promise<OpinionFigureType | null> => {
  if (!signedIn) throw accessError('UNAUTHENTICATED', locale)
  const { actor } = signedIn
  const { organizationId: orgId } = actor
  const id = fromGlobalId('KeyAccount', publishedId)
  if (!id) return null
  return withTenant(dataSource, orgId, async (manager) => {
    const account = await manager.findOneBy(KeyAccountEntity, { orgId, id })
    const client = account && (await manager.findOneBy(Client, { orgId, id: account.clientId }))
    if (!client || !can(actor, 'keyAccount:read', clientFacts(client))) return null
    const { keyAccountManagerId: managerId } = client
    if (managerId === null) return null
    const given = await manager.findBy(KeyAccountOpinion, { orgId, managerId })
    const readsThem = can(actor, 'keyAccount:readOpinion', { recipientId: managerId })
    return Object.assign(
      new OpinionFigureType(),
      opinionFigure(
        given.map(({ satisfaction }) => satisfaction),
        readsThem,
      ),
    )
  })
}
