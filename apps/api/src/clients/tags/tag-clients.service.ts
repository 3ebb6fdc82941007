/** A tag for one client or for several at once: each by itself may be left as it is, and each that changes is on record. */
import {
  can,
  errorText,
  parseInput,
  RETIRED_TAG,
  TAG_INPUTS,
  UNASSIGNED,
  UNTAGGED,
  type NotEligible,
} from '@steward/domain'
import { In } from 'typeorm'
import type { RequestContext } from '../../context.ts'
import { orRefuse, Refused } from '../../database/refused.ts'
import { transaction, type Transaction } from '../../database/transaction.ts'
import { withTenant } from '../../database/with-tenant.ts'
import { toGlobalId } from '../../graphql/global-id.ts'
import { withUuids } from '../../graphql/id-field.ts'
import { UserError } from '../../graphql/user-error.ts'
import { Client } from '../client.entity.ts'
import { clientFacts, mergedAmong } from '../kept-client.ts'
import { ClientTag, Tag } from './tag.entity.ts'
import { ClientTagging } from './tag.type.ts'

type Verb = 'tag' | 'untag'

interface Left {
  readonly id: string
  readonly why: NotEligible
}

const whyLeft = (
  tx: Transaction,
  verb: Verb,
  tag: Tag,
  client: Client | undefined,
  bears: boolean,
  merged: ReadonlyMap<string, NotEligible>,
): NotEligible | undefined => {
  if (!client || !can(tx.actor, 'client:read', clientFacts(client))) return UNASSIGNED.absent
  if (!can(tx.actor, `client:${verb}`, clientFacts(client))) return UNASSIGNED.elsewhere
  const away = merged.get(client.id)
  if (away) return away
  if (client.archivedAt) return UNASSIGNED.archived
  if (verb === 'tag' && !tag.kinds.includes(client.kind)) return UNTAGGED.otherKind
  return bears === (verb === 'tag') ? UNASSIGNED.unchanged : undefined
}

/** Gives a client a tag. Whoever calls holds the client locked. */
export const giveTag = (tx: Transaction, clientId: string, tagId: string): Promise<ClientTag> =>
  tx.insert(ClientTag, { clientId, tagId, taggedById: tx.actor.staffId, taggedAt: tx.now })

/** Refused as a whole where no client of the list would change. */
const tagging =
  (verb: Verb) =>
  async (context: RequestContext, input: object): Promise<ClientTagging | UserError> => {
    const stated = withUuids(input)
    let left: readonly Left[] | undefined
    const done = await transaction(context, `client:${verb}`, async (tx) => {
      const { clientIds, tagId } = orRefuse(parseInput(TAG_INPUTS[verb], stated))
      const { organizationId: orgId } = tx.actor
      const tag = await tx.get(Tag, tagId)
      if (verb === 'tag' && tag.retiredAt) throw new Refused(RETIRED_TAG)
      // In one order for everybody: two lists that overlap do not wait for each other for ever.
      const clients = await tx.manager.find(Client, {
        where: { orgId, id: In(clientIds) },
        order: { id: 'ASC' },
        lock: { mode: 'for_no_key_update' },
      })
      const borne = await tx.manager.findBy(ClientTag, { orgId, tagId, clientId: In(clientIds) })
      const known = new Map(clients.map((client) => [client.id, client]))
      const bears = new Map(borne.map((it) => [it.clientId, it]))
      const merged = await mergedAmong(tx, clients)
      left = [...new Set(clientIds)].flatMap((id) => {
        const why = whyLeft(tx, verb, tag, known.get(id), bears.has(id), merged)
        return why ? [{ id, why }] : []
      })
      const changing = clients.filter(({ id }) => !left!.some((it) => it.id === id))
      if (changing.length === 0) throw new Refused(left[0]!.why)
      for (const { id } of changing) {
        if (verb === 'tag') await giveTag(tx, id, tagId)
        else await tx.remove(ClientTag, bears.get(id)!)
      }
      return tx.get(Client, changing[0]!.id)
    })
    if (done instanceof UserError) return done
    return outcomeOf(context, verb, stated as { clientIds: string[]; tagId: string }, left)
  }

export const tagClients = tagging('tag')
export const untagClients = tagging('untag')

/** What came of each; of a key that is sent again, as it stands now. */
const outcomeOf = async (
  { dataSource, signedIn, locale }: RequestContext,
  verb: Verb,
  { clientIds, tagId }: { clientIds: string[]; tagId: string },
  left: readonly Left[] | undefined,
): Promise<ClientTagging> => {
  const orgId = signedIn!.actor.organizationId
  const refused =
    left ??
    (await withTenant(dataSource, orgId, async (manager) => {
      const borne = await manager.findBy(ClientTag, { orgId, tagId, clientId: In(clientIds) })
      return clientIds
        .filter((id) => borne.some((it) => it.clientId === id) !== (verb === 'tag'))
        .map((id) => ({ id, why: UNASSIGNED.elsewhere }))
    }))
  return Object.assign(new ClientTagging(), {
    changedIds: clientIds
      .filter((id) => !refused.some((it) => it.id === id))
      .map((id) => toGlobalId('Client', id)),
    left: refused.map(({ id, why }) => ({
      clientId: toGlobalId('Client', id),
      message: errorText(why)[locale === 'en' ? 'en' : 'zh'],
    })),
  })
}
